"""`elshi judge`: decisions on accounts and names, which survive every re-reading."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from elshi.cli.options import chronicle, opened

if TYPE_CHECKING:
    from elshi.chronicle.judged import Line


@click.group()
def judge() -> None:
    """Decides that two accounts are the same contact or not, corrects a value, drops an account.

    Accounts are named as for `elshi explain`. Decisions are kept in the ledger, never changed:
    of two that contradict each other, the later holds; `withdraw` takes one back.
    """


def _signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every decision has."""
    for option in (
        click.option("--reason", default="", help="Why, in words."),
        click.option("--by", default=None, help="Who decides: your user name by default."),
        chronicle(),
    ):
        command = option(command)
    return command


@judge.command()
@click.argument("a")
@click.argument("b")
@_signed
def same(a: str, b: str, *, reason: str, by: str | None, chronicle: str) -> None:
    """A and B tell of the same contact."""
    _pair("same", (a, b), reason=reason, by=by, chronicle=chronicle)


@judge.command("not-same")
@click.argument("a")
@click.argument("b")
@_signed
def not_same(a: str, b: str, *, reason: str, by: str | None, chronicle: str) -> None:
    """A and B tell of two contacts."""
    _pair("not-same", (a, b), reason=reason, by=by, chronicle=chronicle)


@judge.command("same-person")
@click.argument("one")
@click.argument("other")
@_signed
def same_person(one: str, other: str, *, reason: str, by: str | None, chronicle: str) -> None:
    """Two names are one person's: ONE and OTHER, as reports write them; `KZ:NAME` for one side."""
    _names("same", (one, other), reason=reason, by=by, chronicle=chronicle)


@judge.command("not-same-person")
@click.argument("one")
@click.argument("other")
@_signed
def not_same_person(one: str, other: str, *, reason: str, by: str | None, chronicle: str) -> None:
    """Two names are two persons'."""
    _names("not-same", (one, other), reason=reason, by=by, chronicle=chronicle)


@judge.command()
@click.argument("account")
@click.argument("field")
@click.argument("value")
@_signed
def correct(
    account: str, field: str, value: str, *, reason: str, by: str | None, chronicle: str
) -> None:
    """FIELD of ACCOUNT is VALUE: kind, status, role, when, country, city, forum, sides, without."""
    more = {"field": field, "value": value, "reason": reason}
    _one("correct", account, by=by, chronicle=chronicle, more=more)


@judge.command()
@click.argument("account")
@_signed
def drop(account: str, *, reason: str, by: str | None, chronicle: str) -> None:
    """ACCOUNT tells of no contact: it is left out."""
    _one("drop", account, by=by, chronicle=chronicle, more={"reason": reason})


@judge.command()
@click.argument("judgement")
@_signed
def withdraw(judgement: str, *, reason: str, by: str | None, chronicle: str) -> None:
    """Takes JUDGEMENT back (its id, as `elshi judgements export` lists it)."""
    from elshi.chronicle import Withdrawal
    from elshi.chronicle.stored import ledger_of
    from elshi.errors import UsageError

    with opened(chronicle) as store:
        known = [line.id for line in ledger_of(store) if line.id.startswith(judgement)]
        if len(known) != 1:
            raise UsageError(f"no judgement '{judgement}': see `elshi judgements export`")
        _entered(chronicle, Withdrawal(known[0], by=_by(by), at=_now(), reason=reason))


def _pair(
    verb: Any, names: tuple[str, str], *, reason: str, by: str | None, chronicle: str
) -> None:
    from elshi.chronicle import Judgement
    from elshi.chronicle.judged import pointer
    from elshi.chronicle.known import known
    from elshi.cli import named

    with opened(chronicle) as store, known(store) as kept:
        found = named.pair(store, kept.growth, *names)
    for entry in found:
        click.echo(named.one_line(entry))
    a, b = (pointer(entry) for entry in found)
    _entered(chronicle, Judgement(verb, a, b, by=_by(by), at=_now(), reason=reason))


def _names(
    verb: Any, names: tuple[str, str], *, reason: str, by: str | None, chronicle: str
) -> None:
    from elshi.chronicle import Identity
    from elshi.cli import named

    (one, one_side), (other, other_side) = map(named.with_side, names)
    signed = {"by": _by(by), "at": _now(), "reason": reason}
    _entered(chronicle, Identity(verb, one, other, one_side, other_side, **signed))


def _one(verb: Any, name: str, *, by: str | None, chronicle: str, more: dict[str, str]) -> None:
    from elshi.chronicle import Judgement
    from elshi.chronicle.judged import pointer
    from elshi.chronicle.known import known
    from elshi.chronicle.ledger import checked
    from elshi.cli import named

    with opened(chronicle) as store, known(store) as kept:
        entry = named.account(store, kept.growth, name)
    made = Judgement(
        verb, pointer(entry), None, more.get("field", ""), more.get("value", ""), _by(by), _now(),
        more["reason"],
    )  # fmt: skip
    line = checked(made)
    click.echo(named.one_line(entry))
    _entered(chronicle, line)


def _entered(chronicle: str, line: Line) -> None:
    from elshi.chronicle.stored import enter

    with opened(chronicle) as store:
        enter(store, line)
    click.echo(line.id)


def _by(name: str | None) -> str:
    return name if name is not None else getpass.getuser()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
