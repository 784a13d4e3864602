"""The whole chronicle at once: from readings, judgements and a register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from elshi.chronicle.commitments import answered
from elshi.chronicle.facts import Facts, facts, served
from elshi.chronicle.growth import Growth
from elshi.chronicle.judged import Line, identities
from elshi.chronicle.records import Commitment, Contact, Person, Registered, Term
from elshi.records import Reading


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Everything that readings and judgements tell together."""

    contacts: tuple[Contact, ...]
    persons: tuple[Person, ...]
    terms: tuple[Term, ...]
    commitments: tuple[Commitment, ...]
    islands: Mapping[str, str] = field(default_factory=dict)
    """Contact → what may change together with it (see `growth`)."""


def chronicle(
    readings: Iterable[Reading], lines: Iterable[Line] = (), register: Iterable[Registered] = ()
) -> Chronicle:
    """The chronicle of these readings, judgements and register; their order does not matter."""
    growth, told = Growth(lines=lines), list[Facts]()
    for reading in {r.article.id: r for r in readings}.values():
        growth.add(reading)
        told.append(facts(reading))
    return of(growth, told, register)


def of(growth: Growth, told: Sequence[Facts], register: Iterable[Registered]) -> Chronicle:
    """The chronicle of contacts that have grown, and of what articles tell beside them."""
    contacts = growth.contacts()
    people, terms = served(told, register, identities(growth.lines.values()))
    pledged = [promise for found in told for promise in found.promised]
    promises = tuple(answered(pledged, contacts))
    return Chronicle(tuple(contacts), people, terms, promises, growth.homes())
