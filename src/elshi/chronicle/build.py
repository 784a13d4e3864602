"""The whole chronicle at once: from readings, judgements and a register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elshi.chronicle.commitments import answered, promised
from elshi.chronicle.growth import Growth
from elshi.chronicle.judged import Line
from elshi.chronicle.persons import persons, seen
from elshi.chronicle.records import (
    Commitment,
    Contact,
    Evidence,
    Person,
    Registered,
    Seen,
    Term,
)
from elshi.chronicle.tenures import evidence, terms
from elshi.records import Reading


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Everything that readings and judgements tell together."""

    contacts: tuple[Contact, ...]
    persons: tuple[Person, ...]
    terms: tuple[Term, ...]
    commitments: tuple[Commitment, ...]


def chronicle(
    readings: Iterable[Reading], lines: Iterable[Line] = (), register: Iterable[Registered] = ()
) -> Chronicle:
    """The chronicle of these readings, judgements and register; their order does not matter."""
    growth, names = Growth(), set[Seen]()
    served, pledged = list[Evidence](), list[Commitment]()
    growth.judge(*lines)
    for reading in {r.article.id: r for r in readings}.values():
        growth.add(reading)
        names |= seen(reading)
        served += evidence(reading)
        pledged += promised(reading)
    contacts, people = growth.contacts(), persons(names)
    held = terms(served, people, sorted(register, key=repr))
    return Chronicle(
        tuple(contacts), tuple(people), tuple(held), tuple(answered(pledged, contacts))
    )
