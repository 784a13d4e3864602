"""What the rules are least sure of: the queue that people review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from elshi.chronicle.compare import differences
from elshi.chronicle.records import Contact, Entry
from elshi.chronicle.score import ENOUGH, score
from elshi.ids import content_id
from elshi.records import Reading

THIN = ENOUGH + 3
"""Points below which a merge is worth a look."""
SIDE = 6.0
"""Where inferred sides stand in the queue: most of them are right."""
NEAR = 3.0
"""Points from which two that were not merged are worth one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to a person about one account, or about two."""

    what: str
    """`merge`, `non-merge`, `vague`, `post`, `side`."""
    points: float
    """How sure the rules are: the least sure come first."""
    a: str
    b: str = ""
    contact: str = ""
    detail: str = ""
    places: tuple[tuple[str, int], ...] = ()
    """Article and place of each account: by these a judgement on them is known again."""

    @property
    def id(self) -> str:
        """A content id: the same question is the same in every build."""
        return content_id("doubt", what=self.what, a=self.a, b=self.b, detail=self.detail)


def of_island(contacts: Sequence[Contact]) -> list[Doubt]:
    """The questions that contacts leave which can only change together."""
    return [*_merges(contacts), *_vague(contacts), *_posts(contacts)]


def inferred_sides(reading: Reading) -> Iterator[Doubt]:
    """Men whose side no word of the article states."""
    for account in reading.accounts:
        ref = f"{reading.article.id}/{account.id}"
        for who in account.participants:
            if who.side and who.side.basis == "inferred":
                detail = f"{who.name.value}: {who.side.value} ({who.side.reason})"
                start = account.kind.span.start if account.kind.span else 0
                places = ((reading.article.id, start),)
                yield Doubt("side", SIDE, ref, detail=detail, places=places)


def _merges(contacts: Iterable[Contact]) -> Iterator[Doubt]:
    """Accounts that were told as one contact on little: the best tie that each has."""
    for contact in contacts:
        for entry in contact.accounts:
            others = [e for e in contact.accounts if e.article != entry.article]
            best = max(others, key=lambda other: score(entry, other).points, default=None)
            if best is not None and score(entry, best).points < THIN:
                points = score(entry, best).points
                yield _between("merge", entry, best, home=contact.id, points=points)


def apart(contacts: Sequence[Contact]) -> Iterator[Doubt]:
    """The questions that neighbours of the same sides leave, all contacts being in order."""
    by_sides: dict[tuple[str, ...], list[Contact]] = defaultdict(list)
    for contact in contacts:
        by_sides[contact.sides].append(contact)
    for found in by_sides.values():
        for one, two in pairwise(found):
            yield from neighbours(one, two)


def neighbours(one: Contact, two: Contact) -> Iterator[Doubt]:
    """Whether much, but not enough, says that two are one."""
    a, b = one.accounts[0], two.accounts[0]
    result = score(a, b)
    if result.verdict == "unsure" and result.points >= NEAR:
        yield _between("non-merge", a, b, home=one.id, points=ENOUGH - result.points)


def _vague(contacts: Sequence[Contact]) -> Iterator[Doubt]:
    """Accounts that fit several contacts equally well."""
    homes = {contact.id: contact for contact in contacts}
    for contact in contacts:
        for other in (homes[ident] for ident in contact.maybe if ident in homes):
            a, b = contact.accounts[0], other.accounts[0]
            points = ENOUGH - score(a, b).points
            yield _between("vague", a, b, home=min(contact.id, other.id), points=points)


def _posts(contacts: Iterable[Contact]) -> Iterator[Doubt]:
    """Men whose rung the accounts give differently."""
    for contact in contacts:
        for difference in differences(contact):
            if difference.what.startswith("post of "):
                told = ", ".join(version.value for version in difference.versions)
                name = difference.what.removeprefix("post of ")
                first, detail = contact.accounts[0], f"{name}: {told}"
                places = ((first.article, first.start),)
                yield Doubt("post", 4.0, first.ref, "", contact.id, detail, places)


def _between(what: str, one: Entry, two: Entry, *, home: str, points: float) -> Doubt:
    a, b = sorted((one.ref, two.ref))
    places = tuple(sorted((e.article, e.start) for e in (one, two)))
    return Doubt(what, points, a, b, home, places=places)
