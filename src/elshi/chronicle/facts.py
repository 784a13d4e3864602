"""What an article tells beside contacts: names, evidence of posts, promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from elshi.chronicle.commitments import promised
from elshi.chronicle.persons import persons, seen
from elshi.chronicle.records import (
    Commitment,
    Evidence,
    Identity,
    Person,
    Post,
    Registered,
    Seen,
    Term,
)
from elshi.chronicle.tenures import evidence, terms
from elshi.records import Reading


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what is said of their bearers; who held which post; who promised what."""

    seen: tuple[Seen, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    promised: tuple[Commitment, ...] = ()


def facts(reading: Reading) -> Facts:
    """What an article tells beside contacts."""
    return Facts(tuple(sorted(seen(reading))), tuple(evidence(reading)), tuple(promised(reading)))


def served(
    told: Iterable[Facts], register: Iterable[Registered], decided: Sequence[Identity] = ()
) -> tuple[tuple[Person, ...], tuple[Term, ...]]:
    """Persons, and their terms of office, from what all articles tell, a register, and what is
    decided on names."""
    each = list(told)
    people = persons({name for found in each for name in found.seen}, decided)
    proofs = [proof for found in each for proof in found.evidence]
    return tuple(people), tuple(terms(proofs, people, sorted(register, key=repr)))


def facts_row(told: Facts) -> list[Any]:
    """Facts as lists."""
    return [[astuple(each) for each in part] for part in (told.seen, told.evidence, told.promised)]


def facts_of(row: list[Any]) -> Facts:
    """The facts that `facts_row` made lists of."""
    names, proofs, pledges = row
    return Facts(
        tuple(Seen(*each) for each in names),
        tuple(map(_evidence, proofs)),
        tuple(_commitment(each) for each in pledges),
    )


def _commitment(row: list[Any]) -> Commitment:
    values: list[Any] = [tuple(each) if isinstance(each, list) else each for each in row]
    return Commitment(*values)


def _evidence(row: list[Any]) -> Evidence:
    return Evidence(row[0], Post(*row[1]), *row[2:])


def term_row(term: Term) -> tuple[Any, ...]:
    """A term of office as lists."""
    return astuple(term)


def term_of(row: list[Any]) -> Term:
    """The term that `term_row` made lists of."""
    post, *values, proofs, register = row
    return Term(*[Post(*post), *values, tuple(map(_evidence, proofs)), register])
