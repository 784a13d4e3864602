"""Review: what the rules are least sure of, one question at a time; every decision a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from elshi.chronicle.judged import FIELDS, pointer
from elshi.chronicle.ledger import checked
from elshi.chronicle.records import Entry, Judgement, Verb, Withdrawal
from elshi.records import ContactKind, Role, Status
from elshi.web import users
from elshi.web.errors import NotAllowed, NotHere, Unfit
from elshi.web.evidence import between, entries_of
from elshi.web.filters import code
from elshi.web.index.rows import text
from elshi.web.page import Page
from elshi.web.page import Wanted as PageOf
from elshi.when import edtf_range

router = APIRouter()
Choice = Literal["same", "not-same", "correct", "drop"]
VALUES = {"kind": get_args(ContactKind), "status": get_args(Status), "role": get_args(Role)}
CORRECTABLE = ("kind", "status", "when", "country", "city", "forum", "sides", "without")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a form says."""

    verb: Annotated[Choice, Form()]
    a: Annotated[str, Form(max_length=200)]
    b: Annotated[str, Form(max_length=200)] = ""
    field: Annotated[str, Form(max_length=20)] = ""
    value: Annotated[str, Form(max_length=300)] = ""
    reason: Annotated[str, Form(max_length=1000)] = ""
    csrf: Annotated[str, Form(max_length=100)] = ""


@router.get("/{ui}/review")
def queue(page: PageOf, after: str = "", what: str = "") -> Response:
    """The first question of the queue that is not decided, and what was decided last."""
    if page.user is None:
        raise NotAllowed
    decided = _decided(page)
    doubt = next(iter(page.index.doubts(after, 1, what, decided)), None)
    kinds = _waiting(page, decided)
    refs = [ref for ref in (doubt.a, doubt.b) if ref] if doubt else []
    found = entries_of(page.site, refs)
    both = doubt is not None and bool(doubt.b) and len(found) == 2
    tie = between(page.site, found[refs[0]][0], found[refs[1]][0]) if both else None
    return page.render(
        "review.html",
        doubt=doubt, accounts=[found[ref] for ref in refs if ref in found], tie=tie, what=what,
        waiting=sum(count for kind, count in kinds if what in ("", kind)), lines=_latest(page),
        fields=CORRECTABLE, kinds=kinds,
    )  # fmt: skip


@router.post("/{ui}/review")
def decide(page: PageOf, request: Request, decision: Annotated[Decision, Depends()]) -> Response:
    """Keeps a decision as a judgement: who, when, why."""
    name = _allowed(page, request, decision.csrf)
    page.site.judge(_judgement(page, decision, name))
    return RedirectResponse(page.url("review"), 303)


@router.post("/{ui}/review/withdraw")
def withdraw(
    page: PageOf,
    request: Request,
    judgement: Annotated[str, Form(max_length=100)],
    csrf: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Takes a judgement back: all is then as if it had never been made."""
    name = _allowed(page, request, csrf)
    if judgement not in {line.id for line in page.site.ledger()}:
        raise NotHere(judgement)
    page.site.judge(Withdrawal(judgement, by=name, at=_now()))
    return RedirectResponse(page.url("review"), 303)


def _judgement(page: Page, decision: Decision, name: str) -> Judgement:
    refs = [ref for ref in (decision.a, decision.b) if ref]
    found = entries_of(page.site, refs)
    if len(found) != len(set(refs)):
        raise NotHere(" ".join(refs))
    value = corrected_value(decision.field, decision.value) if decision.verb == "correct" else ""
    entries: list[Entry] = [found[ref][0] for ref in refs]
    verb: Verb = decision.verb
    two = verb in ("same", "not-same")
    corrects = verb == "correct"
    made = Judgement(
        verb, pointer(entries[0]), pointer(entries[1]) if two and len(entries) > 1 else None,
        field=decision.field if corrects else "",
        value=value,
        by=name, at=_now(), reason=decision.reason.strip(),
    )  # fmt: skip
    return checked(made)


def corrected_value(field: str, value: str) -> str:
    """The right value as it is kept: codes for sides, words of the trade. Raises Unfit for none."""
    words = value.strip()
    if field not in FIELDS:
        raise Unfit(f"'{field}'")
    if field in VALUES and words not in VALUES[field]:
        raise Unfit(f"'{words}': {', '.join(VALUES[field])}")
    if field in ("country", "sides"):
        return _codes(words.split() if field == "sides" else [words])
    if field == "when" and words and precise(words) is None:
        raise Unfit(f"'{words}'", "error.date")
    return words


def _codes(named: Sequence[str]) -> str:
    try:
        return " ".join(code(part) for part in named)
    except NotHere as error:
        raise Unfit(error.about, error.key) from error


def precise(edtf: str) -> str | None:
    """An EDTF date, if it is one."""
    try:
        edtf_range(edtf)
    except (ValueError, IndexError, OverflowError):
        return None
    return edtf


def _allowed(page: Page, request: Request, csrf: str) -> str:
    """The name of who judges."""
    if page.user is None:
        raise NotAllowed
    users.checked(request, csrf)
    return page.user.name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _decided(page: Page) -> list[str]:
    """The places in articles that standing judgements speak of, as the queue keeps them."""
    lines = page.site.ledger()
    gone = {line.judgement for line in lines if isinstance(line, Withdrawal)}
    judged = [line for line in lines if isinstance(line, Judgement) and line.id not in gone]
    return sorted({text(_places(judgement)) for judgement in judged})


def _waiting(page: Page, decided: Sequence[str]) -> list[tuple[str, int]]:
    """How many questions of each kind are not decided."""
    done = page.index.doubts_on(decided)
    found = [(what, n - done.get(what, 0)) for what, n in page.index.counts_of("doubt")]
    return sorted((what, n) for what, n in found if n)


def _places(judgement: Judgement) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((p.article, p.start) for p in (judgement.a, judgement.b) if p))


def _latest(page: Page) -> list[tuple[Judgement, Withdrawal | None]]:
    """The last judgements, each with its withdrawal."""
    lines = page.site.ledger()
    gone = {line.judgement: line for line in lines if isinstance(line, Withdrawal)}
    made = [line for line in lines if isinstance(line, Judgement)]
    return [(line, gone.get(line.id)) for line in sorted(made, key=lambda x: x.at)[-10:][::-1]]
