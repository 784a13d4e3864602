"""Offices named without a man («глава государства»): who held them that day, marked inferred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from elshi.chronicle.records import Contact, Post, Term, Who
from elshi.chronicle.tenures import HOUSELESS, who


@dataclass(frozen=True, slots=True)
class Inferred:
    """The man who held an office when a contact took place, and why he is believed to be meant."""

    office: Who
    name: str
    person: str
    reason: str


Terms = Callable[[str, str], Sequence[Term]]
"""The terms of a side and a rung."""


def holders(contacts: Iterable[Contact], terms: Terms) -> dict[str, list[Inferred]]:
    """Contact id → the men inferred for the offices that take part in it without a name."""
    asked = cache(terms)
    return {
        contact.id: inferred(contact, [term for post in _bare(contact) for term in asked(*post)])
        for contact in contacts
    }


def _bare(contact: Contact) -> list[tuple[str, str]]:
    """Side and rung of the offices without a name."""
    return sorted({(w.side, w.level) for w in contact.who if not w.person and w.level and w.side})


def inferred(contact: Contact, terms: Sequence[Term]) -> list[Inferred]:
    """The holders of the offices that take part in a contact without a name.

    Only of a contact that is dated to a few days, and where one man alone is known to hold it.
    """
    if contact.rung > 0:
        return []
    bare = [w for w in contact.who if not w.person and w.level and w.side]
    found = [_holder(office, contact.first, terms) for office in bare]
    return [each for each in found if each is not None]


def _holder(office: Who, day: int, terms: Sequence[Term]) -> Inferred | None:
    code = "" if office.level in HOUSELESS else office.house
    if not code and office.level not in HOUSELESS:
        return None
    answer = who(terms, Post(office.side, office.level, code), day)
    if answer.certainty != "held" or answer.holder is None:
        return None
    reason = f"held the post on that day by {_sources(answer.holder)}"
    return Inferred(office, answer.holder.name, answer.holder.person, reason)


def _sources(term: Term) -> str:
    if term.register:
        return term.register
    articles = len({each.article for each in term.evidence})
    return f"{articles} report{'s' if articles > 1 else ''} before and after"
