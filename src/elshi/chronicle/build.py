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
    growth, kept = Growth(), dict[str, _Kept]()
    growth.judge(*lines)
    for reading in readings:
        growth.add(reading)
        kept[reading.article.id] = _Kept(seen(reading), evidence(reading), promised(reading))
    contacts, people = growth.contacts(), persons({s for k in kept.values() for s in k.seen})
    served = [each for found in kept.values() for each in found.served]
    held = terms(served, people, sorted(register, key=repr))
    pledged = [each for found in kept.values() for each in found.pledged]
    return Chronicle(
        tuple(contacts), tuple(people), tuple(held), tuple(answered(pledged, contacts))
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a reading, beside its accounts: whole ones would fill the memory."""

    seen: Iterable[Seen]
    served: Iterable[Evidence]
    pledged: Iterable[Commitment]
