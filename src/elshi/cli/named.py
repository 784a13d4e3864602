"""Accounts and contacts as a user names them: by contact id, by article, or `article#2`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from elshi.errors import UsageError

if TYPE_CHECKING:
    from elshi.chronicle import Contact, Entry, Growth
    from elshi.store import Store

CONTACT = "contact-"


def contact(growth: Growth, name: str) -> Contact:
    """The contact with this id, or the start of it."""
    found = growth.starting(CONTACT + name.removeprefix(CONTACT))
    if len(found) != 1:
        said = "no contact" if not found else f"{len(found)} contacts"
        raise UsageError(f"{said} '{name}': `elshi contacts` lists them with their ids")
    return found[0]


def accounts(store: Store, growth: Growth, name: str) -> list[Entry]:
    """The accounts that a name may mean: of an article, one of them by number, or of a contact."""
    article, _, number = name.partition("#")
    if name.startswith(CONTACT) or (growth.starting(CONTACT + name) and not store.has(article)):
        return list(contact(growth, name).accounts)
    found = growth.read.get(store.one(article).article.id, [])
    if not found:
        raise UsageError(f"'{article}' tells of no contact: see `elshi show {article}`")
    if not number:
        return found
    if not number.isdigit() or not 0 < int(number) <= len(found):
        raise UsageError(f"'{article}' has accounts #1 to #{len(found)}: {_listed(found)}")
    return [found[int(number) - 1]]


def account(store: Store, growth: Growth, name: str) -> Entry:
    """The one account that a name means."""
    found = accounts(store, growth, name)
    if len(found) > 1:
        raise UsageError(f"'{name}' has {len(found)} accounts: {_listed(found)}; say {name}#1")
    return found[0]


def pair(store: Store, growth: Growth, a: str, b: str) -> tuple[Entry, Entry]:
    """The two accounts that two names mean: where several may be meant, those most alike."""
    from elshi.chronicle.score import score

    ones, twos = accounts(store, growth, a), accounts(store, growth, b)
    pairs = [(one, two) for one, two in product(ones, twos) if one.ref != two.ref]
    if not pairs:
        raise UsageError(f"'{a}' and '{b}' are one and the same account")
    rank = {"same": 2, "unsure": 1, "not": 0}

    def likeness(pair: tuple[Entry, Entry]) -> tuple[int, bool, float]:
        found = score(*pair)
        return rank[found.verdict], pair[0].kind == pair[1].kind, found.points

    return max(pairs, key=likeness)


def with_side(name: str) -> tuple[str, str]:
    """A name with the side that may stand before it: `KZ:Ержан Ашикбаев`."""
    side, colon, rest = name.partition(":")
    return (" ".join(rest.split()), side.strip()) if colon else (" ".join(name.split()), "")


def one_line(entry: Entry) -> str:
    """An account in one line: where from, when, what, who."""
    outlet = " ".join(filter(None, (entry.outlet or "no outlet named", entry.published[:10])))
    who = ", ".join(filter(None, (f"{w.side} {w.name}".strip() for w in entry.who)))
    when = dated(entry) or "no date"
    return f"{outlet} ({short(entry.article)}): {when} {entry.kind} ({entry.status}): {who}"


def dated(told: Entry | Contact) -> str:
    """The date, or the last day that its publication leaves to what was held."""
    bound = f"[..{day(told.last)}]" if told.last and told.status == "held" else ""
    return told.edtf or bound


def counted(number: int, what: str) -> str:
    """«1 account», «2 accounts»."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def short(ident: str) -> str:
    """An id as short as `elshi show` takes it."""
    return ident.partition("-")[2][:8]


def day(ordinal: int) -> str:
    """A day, or nothing where it is not known."""
    return date.fromordinal(ordinal).isoformat() if ordinal else ""


def _listed(found: Sequence[Entry]) -> str:
    return "; ".join(f"#{n} {e.kind} {e.edtf} {' '.join(e.sides)}" for n, e in enumerate(found, 1))
