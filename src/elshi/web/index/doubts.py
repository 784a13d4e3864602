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

    @property
    def id(self) -> str:
        """A content id: the same question is the same in every build."""
        return content_id("doubt", what=self.what, a=self.a, b=self.b, detail=self.detail)

    def row(self, n: int) -> tuple[object, ...]:
        """Its row in the page index."""
        from elshi.web.index.rows import text

        body = {"a": self.a, "b": self.b, "contact": self.contact, "detail": self.detail}
        return (n, self.id, self.what, self.points, text(body))


def doubts(contacts: Sequence[Contact]) -> list[Doubt]:
    """The questions that contacts leave."""
    return [*_merges(contacts), *_apart(contacts), *_vague(contacts), *_posts(contacts)]


def inferred_sides(reading: Reading) -> Iterator[Doubt]:
    """Men whose side no word of the article states."""
    for account in reading.accounts:
        ref = f"{reading.article.id}/{account.id}"
        for who in account.participants:
            if who.side and who.side.basis == "inferred":
                detail = f"{who.name.value}: {who.side.value} ({who.side.reason})"
                yield Doubt("side", SIDE, ref, detail=detail)


def in_order(found: Iterable[Doubt]) -> list[Doubt]:
    """Each question once, the most doubtful first."""
    once = {doubt.id: doubt for doubt in found}
    return sorted(once.values(), key=lambda d: (d.points, d.what, d.a, d.b))


def _merges(contacts: Iterable[Contact]) -> Iterator[Doubt]:
    """Accounts that were told as one contact on little: the best tie that each has."""
    for contact in contacts:
        for entry in contact.accounts:
            others = [e for e in contact.accounts if e.article != entry.article]
            best = max(others, key=lambda other: score(entry, other).points, default=None)
            if best is not None and score(entry, best).points < THIN:
                a, b = sorted((entry.ref, best.ref))
                yield Doubt("merge", score(entry, best).points, a, b, contact.id)


def _apart(contacts: Sequence[Contact]) -> Iterator[Doubt]:
    """Neighbours of a pair of sides that much, but not enough, says are one."""
    for found in _by_sides(contacts).values():
        for one, two in pairwise(found):
            a, b = one.accounts[0], two.accounts[0]
            result = score(a, b)
            if result.verdict == "unsure" and result.points >= NEAR:
                yield _between("non-merge", a, b, contact=one.id)


def _vague(contacts: Sequence[Contact]) -> Iterator[Doubt]:
    """Accounts that fit several contacts equally well."""
    homes = {contact.id: contact for contact in contacts}
    for contact in contacts:
        for other in (homes[ident] for ident in contact.maybe if ident in homes):
            yield _between("vague", contact.accounts[0], other.accounts[0], contact=contact.id)


def _posts(contacts: Iterable[Contact]) -> Iterator[Doubt]:
    """Men whose rung the accounts give differently."""
    for contact in contacts:
        for difference in differences(contact):
            if difference.what.startswith("post of "):
                told = ", ".join(version.value for version in difference.versions)
                name = difference.what.removeprefix("post of ")
                ref = contact.accounts[0].ref
                yield Doubt("post", 4.0, ref, contact=contact.id, detail=f"{name}: {told}")


def _between(what: str, one: Entry, two: Entry, *, contact: str) -> Doubt:
    a, b = sorted((one.ref, two.ref))
    return Doubt(what, ENOUGH - score(one, two).points, a, b, contact)


def _by_sides(contacts: Iterable[Contact]) -> dict[tuple[str, ...], list[Contact]]:
    found: dict[tuple[str, ...], list[Contact]] = defaultdict(list)
    for contact in contacts:
        found[contact.sides].append(contact)
    return found
