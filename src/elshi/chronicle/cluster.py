"""From pairs to contacts: what is merged does not depend on the order in which accounts came.

cells    accounts that are alike in every value compared: one cell, whoever tells it
island   cells connected by verdicts «same»: solved alone, so one more article costs one island
groups   days first, best pairs first, never across a verdict «not» (so no chain of likenesses
         joins what differs); then what is dated to a month, a season, a year joins the one
         contact that it fits, and stays alone where it fits two
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from elshi.chronicle.features import APART, same_forum
from elshi.chronicle.records import Entry
from elshi.chronicle.score import score
from elshi.chronicle.spelling import same
from elshi.ids import content_id

CLEAR = 1.0
"""Points by which one contact must fit better than the next for a vague account to join it."""

Edges = Mapping[str, Mapping[str, float]]
Pairs = frozenset[frozenset[str]]


@dataclass(slots=True)
class Cell:
    """Accounts that are alike in every value compared. `own`: its article, where it stands alone
    because that article tells of another contact of the same sides, or a judgement names it."""

    key: str
    entry: Entry
    own: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rulings:
    """What judgements say of cells: pairs that are one contact, and pairs that are not."""

    ties: Pairs = frozenset()
    bars: Pairs = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Cells of one contact, and the first cells of other groups that it may belong to."""

    cells: tuple[str, ...]
    maybe: tuple[str, ...] = ()


def cell_key(entry: Entry, own: str) -> str:
    """The id of everything that accounts are compared by."""
    alone = own or (entry.ref if entry.rung == 4 and not entry.told_on else "")
    who = sorted((w.key, w.person, w.side, w.level, w.house, w.guess) for w in entry.who)
    values = (
        entry.kind,
        entry.status,
        entry.first,
        entry.last,
        entry.rung,
        entry.sure,
        entry.told_on,
        entry.after,
    )
    where = (entry.sides, entry.guessed, entry.country, entry.city, entry.forum, _spoken(entry))
    news = (entry.outlet, entry.role) if not entry.sure and entry.kind in APART else ()
    return content_id("cell", values=repr((values, where, who, news)), alone=alone)


def solve(cells: Mapping[str, Cell], edges: Edges, rulings: Rulings) -> list[Group]:
    """The groups of one island, by their first cell."""
    board = _Board(cells, edges, rulings)
    board.tie()
    for rung in range(5):
        level = sorted(key for key, cell in cells.items() if cell.entry.rung == rung)
        if rung:
            board.attach(level)
        board.merge(level)
    return board.groups()


class _Board:
    """The groups of an island while they are made."""

    def __init__(self, cells: Mapping[str, Cell], edges: Edges, rulings: Rulings) -> None:
        self.cells, self.edges, self.rulings = cells, edges, rulings
        self.home = {key: key for key in cells}
        self.members: dict[str, list[str]] = {key: [key] for key in sorted(cells)}
        self.maybe: dict[str, tuple[str, ...]] = {}

    def tie(self) -> None:
        """Merges what judgements call the same."""
        for pair in sorted(tuple(sorted(pair)) for pair in self.rulings.ties):
            if len(pair) == 2 and all(key in self.cells for key in pair):
                self._join(*pair)

    def merge(self, level: Sequence[str]) -> None:
        """Merges cells of one rung, the best pairs first."""
        inside = set(level)
        found = [
            (-points, a, b)
            for a in level
            for b, points in self.edges.get(a, {}).items()
            if b in inside and a < b
        ]
        for _, a, b in sorted(found):
            if self.home[a] != self.home[b] and not self.parted(a, b):
                self._join(a, b)

    def attach(self, level: Sequence[str]) -> None:
        """Each vague cell joins the one group that it fits; all choose before any joins."""
        chosen = {key: self._fitting(key) for key in level if self.home[key] == key}
        for key, homes in chosen.items():
            if len(homes) == 1 and not self.parted(key, homes[0]):
                self._join(homes[0], key)
            elif len(homes) > 1:
                self.maybe[key] = tuple(homes)

    def _fitting(self, key: str) -> list[str]:
        """The groups of more exact rungs that a cell fits best."""
        rung, best = self.cells[key].entry.rung, dict[str, float]()
        for other, points in self.edges.get(key, {}).items():
            if self.cells[other].entry.rung < rung:
                home = self.home[other]
                best[home] = max(best.get(home, 0.0), points)
        open_ = {home: points for home, points in best.items() if not self.parted(key, home)}
        top = max(open_.values(), default=0.0)
        return sorted(home for home, points in open_.items() if points > top - CLEAR)

    def parted(self, a: str, b: str) -> bool:
        """Whether anything forbids that the groups of two cells become one."""
        ones, twos = self.members[self.home[a]], self.members[self.home[b]]
        return any(self._bar(one, two) for one in ones for two in twos)

    def _bar(self, one: str, two: str) -> bool:
        pair = frozenset((one, two))
        if pair in self.rulings.bars:
            return True
        if pair in self.rulings.ties:
            return False
        a, b = self.cells[one], self.cells[two]
        return _told_apart(a, b) or score(a.entry, b.entry).verdict == "not"

    def _join(self, a: str, b: str) -> None:
        into, gone = sorted((self.home[a], self.home[b]))
        if into != gone:
            for key in self.members[gone]:
                self.home[key] = into
            self.members[into] += self.members.pop(gone)

    def groups(self) -> list[Group]:
        """What was made, with the groups that the vague ones might also belong to."""
        return [
            Group(tuple(sorted(members)), self._others(members))
            for _, members in sorted(self.members.items())
        ]

    def _others(self, members: Iterable[str]) -> tuple[str, ...]:
        named = {self.home[home] for key in members for home in self.maybe.get(key, ())}
        return tuple(sorted(named))


def _told_apart(a: Cell, b: Cell) -> bool:
    """Two accounts of one article tell of two contacts, unless they agree in all that they say."""
    return bool(a.own) and a.own == b.own and not told_twice(a.entry, b.entry)


def told_twice(a: Entry, b: Entry) -> bool:
    """Whether one article tells of one contact in two places: nothing in the two differs."""
    forum = bool(a.forum) == bool(b.forum) and same_forum(a.forum, b.forum)
    return (
        a.kind == b.kind
        and (a.status == b.status or _ahead_at_it(a, b) or _ahead_at_it(b, a))
        and a.sides == b.sides
        and forum
        and _same_men(a, b)
        and _of_one_day(a, b)
    )


def _ahead_at_it(spoken: Entry, news: Entry) -> bool:
    """«We have a lot to discuss today», said at the talks that are the news of that day."""
    told = (spoken.status, spoken.role, news.status, news.role)
    return told == ("planned", "recalled", "held", "main") and spoken.last <= news.last


def _of_one_day(a: Entry, b: Entry) -> bool:
    """The same dates, or one of them only that of the news, which may be the other."""
    known = (a.first, a.last) == (b.first, b.last)
    news = a.rung == b.rung == 0 and not (a.sure and b.sure)
    return known or (news and a.first <= b.last and b.first <= a.last)


def _same_men(a: Entry, b: Entry) -> bool:
    men, others = ([w.key for w in entry.who if w.person] for entry in (a, b))
    if len(men) != len(others) or not men:
        return False
    return all(any(same(man, other) for other in others) for man in men)


def _spoken(entry: Entry) -> str:
    """What is compared by name in its own language: a forum without a code, a city's script."""
    forum = entry.lang if entry.forum.startswith("~") else ""
    return f"{forum} {entry.city_name.isascii()}"
