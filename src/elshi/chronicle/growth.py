"""The contacts as articles and judgements come: one more costs only the island that it touches.

Everything here is a function of the set of readings and the ledger, never of their order: cells
are content ids, islands are solved alone, and what is asked for is sorted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from elshi.chronicle.block import asked, family, keys
from elshi.chronicle.cluster import Cell, Group, Rulings, cell_key, solve
from elshi.chronicle.contacts import contact, order
from elshi.chronicle.entries import entries
from elshi.chronicle.judged import Line, Standing, applied, meant, standing
from elshi.chronicle.records import Contact, Entry, Judgement, Pointer
from elshi.chronicle.score import score
from elshi.chronicle.shelf import Shelf
from elshi.chronicle.spelling import bones
from elshi.records import Reading
from elshi.store.rows import fold


class Growth:
    """Contacts that grow. `add`, `remove`, `judge` in any order, then ask for `contacts`."""

    def __init__(self, shelf: Shelf | None = None, lines: Iterable[Line] = ()) -> None:
        self.shelf = shelf or Shelf()
        self.lines: dict[str, Line] = {line.id: line for line in lines}
        self.standing = standing(self.lines.values()) if self.lines else Standing()
        self.read, self.placed, self.cells = self.shelf.read, self.shelf.placed, self.shelf.cells
        self.edges, self.made = self.shelf.edges, self.shelf.made
        self.island, self.islands = self.shelf.island, self.shelf.islands
        self.dirty: set[str] = set()

    def add(self, *readings: Reading) -> None:
        """Adds readings; another reading of a known article takes its place."""
        for reading in readings:
            self.add_entries(reading.article.id, entries(reading))

    def add_entries(self, article: str, found: Sequence[Entry]) -> None:
        """Adds the accounts of an article, as entries."""
        self._lift(article)
        self.read[article] = list(found)
        self._place(article)

    def remove(self, article: str) -> None:
        """Takes an article out, as if it had never come."""
        self._lift(article)
        self.read.pop(article, None)

    def judge(self, *lines: Line) -> None:
        """Adds judgements and withdrawals to the ledger."""
        self.lines |= {line.id: line for line in lines}
        before = set(self.standing.judgements)
        self.standing = standing(self.lines.values())
        changed = before ^ set(self.standing.judgements)
        touched = {p.article for j in changed for p in (j.a, j.b) if p and p.article in self.read}
        for article in sorted(touched):
            self._lift(article)
        for article in sorted(touched):
            self._place(article)

    def contacts(self) -> list[Contact]:
        """All contacts by day."""
        self.settle()
        return sorted((c for found in self.shelf.everything() for c in found), key=order)

    def between(self, *sides: str) -> list[Contact]:
        """The contacts of which all these sides are said to take part by some account, by day."""
        return self._of([self._homes("side", side) for side in sides])

    def named(self, words: str) -> list[Contact]:
        """Those in whose neighbourhood somebody is called by these words, in any script, by day."""
        written = [self._homes("name", word) for word in fold(words).split()]
        spelt = (self._homes("bones", word) for word in bones(words) if word)
        return self._of([set.intersection(*written).union(*spelt)]) if written else []

    def starting(self, ident: str) -> list[Contact]:
        """The contacts whose id starts so."""
        return [c for c in self._of([self._homes("id", ident)]) if c.id.startswith(ident)]

    def _homes(self, what: str, value: str) -> set[str]:
        self.settle()
        return self.shelf.homes(what, value)

    def _of(self, homes: Sequence[set[str]]) -> list[Contact]:
        both = set.intersection(*homes) if homes else set(self.made)
        return sorted((c for home in both for c in self.made[home]), key=order)

    def around(self, article: str) -> list[Contact]:
        """The contacts that an article tells of."""
        self.settle()
        homes = {self.island[key] for key, _ in self.placed.get(article, [])}
        found = [c for home in sorted(homes) for c in self.made[home]]
        return [c for c in found if any(entry.article == article for entry in c.accounts)]

    def home(self, ref: str) -> Contact:
        """The contact that an account went up in."""
        around = self.around(ref.partition("/")[0])
        return next(c for c in around if any(entry.ref == ref for entry in c.accounts))

    def homes(self) -> dict[str, str]:
        """Contact → its island: what one more article or judgement can change together."""
        self.settle()
        return {c.id: home for home, found in self.made.items() for c in found}

    def lost(self) -> list[Judgement]:
        """Judgements whose account is in no reading: the rules no longer read it, or never did."""
        return [
            j for j in self.standing.judgements
            if any(p and self._meant(p) is None for p in (j.a, j.b))
        ]  # fmt: skip

    def _meant(self, pointer: Pointer) -> Entry | None:
        return meant(pointer, self.read.get(pointer.article, []))

    def _place(self, article: str) -> None:
        """Puts the accounts of an article, as judged, into cells."""
        judgements = self.standing.on(article)
        kept = applied(self.read[article], judgements)
        named = {
            found.ref
            for j in judgements
            for p in (j.a, j.b)
            if (found := self._of_article(p, article))
        }
        rivals = _rivals(kept)
        placed = []
        for entry in kept:
            alone = entry.ref if entry.ref in rivals | named else ""
            placed.append((self._put(entry, alone), entry))
        self.placed[article] = placed

    def _of_article(self, pointer: Pointer | None, article: str) -> Entry | None:
        return self._meant(pointer) if pointer and pointer.article == article else None

    def _put(self, entry: Entry, alone: str) -> str:
        key = cell_key(entry, alone)
        if key not in self.cells:
            self._open(Cell(key, entry, entry.article if alone else ""))
        self.cells[key].entries[entry.ref] = entry
        self.dirty.add(key)
        return key

    def _open(self, cell: Cell) -> None:
        """A new cell: compared with its neighbours, then known to those that come."""
        around = self.shelf.near(asked(cell.entry)) - {cell.key}
        near = {other: found for other in around if (found := self._score(cell, other))}
        self.cells[cell.key], self.edges[cell.key] = cell, near
        for other, points in near.items():
            self.edges[other][cell.key] = points
        self.shelf.shelve(cell.key, keys(cell.entry))

    def _score(self, cell: Cell, other: str) -> float | None:
        found = score(cell.entry, self.cells[other].entry)
        return found.points if found.verdict == "same" else None

    def _lift(self, article: str) -> None:
        """Takes the accounts of an article out of their cells."""
        for key, entry in self.placed.pop(article, []):
            cell = self.cells[key]
            cell.entries.pop(entry.ref, None)
            self.dirty.add(key)
            if not cell.entries:
                self._close(cell)
            elif cell.entry.ref == entry.ref:
                cell.entry = cell.entries[min(cell.entries)]

    def _close(self, cell: Cell) -> None:
        self.shelf.unshelve(cell.key, keys(cell.entry))
        for other in self.edges.pop(cell.key):
            self.edges[other].pop(cell.key, None)
            self.dirty.add(other)
        del self.cells[cell.key]

    def settle(self) -> None:
        """Solves the islands that what came has touched."""
        if not self.dirty:
            return
        ties, bars = self._ruled()
        old = {self.island[key] for key in self.dirty if key in self.island}
        loose = self.dirty | {key for home in old for key in self.islands[home]}
        for home in old:
            self._forget(home)
        self.dirty = set()
        for key in sorted(loose):
            if key in self.cells and key not in self.island:
                self._solve(key, ties, bars)

    def _forget(self, home: str) -> None:
        for key in self.islands.pop(home):
            if key in self.island:
                del self.island[key]
        if home in self.made:
            del self.made[home]

    def _solve(
        self, start: str, ties: dict[str, set[str]], bars: frozenset[frozenset[str]]
    ) -> None:
        found = self._island(start, ties)
        for home in {self.island[key] for key in found if key in self.island}:
            self._forget(home)
        home, cells = found[0], {key: self.cells[key] for key in found}
        tied = frozenset(frozenset((a, b)) for a in found for b in ties.get(a, ()))
        groups = solve(cells, {key: self.edges[key] for key in found}, Rulings(tied, bars))
        self.islands[home] = found
        self.island.update(dict.fromkeys(found, home))
        self.made[home] = list(_contacts(groups, cells))

    def _island(self, start: str, ties: dict[str, set[str]]) -> list[str]:
        seen, todo = {start}, [start]
        while todo:
            key = todo.pop()
            for other in (*self.edges[key], *ties.get(key, ())):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return sorted(seen)

    def _ruled(self) -> tuple[dict[str, set[str]], frozenset[frozenset[str]]]:
        """The cells that judgements tie together, and the pairs that they keep apart."""
        ties, bars = defaultdict[str, set[str]](set), set[frozenset[str]]()
        for judgement in self.standing.judgements:
            pair = self._pair(judgement)
            if pair is not None and judgement.verb == "same":
                ties[pair[0]].add(pair[1])
                ties[pair[1]].add(pair[0])
            elif pair is not None:
                bars.add(frozenset(pair))
        return ties, frozenset(bars)

    def _pair(self, judgement: Judgement) -> tuple[str, str] | None:
        """The cells of the two accounts that a judgement speaks of."""
        if judgement.b is None:
            return None
        found = [self._cell_of(pointer) for pointer in (judgement.a, judgement.b)]
        return (found[0], found[1]) if found[0] and found[1] else None

    def _cell_of(self, pointer: Pointer) -> str:
        entry = self._meant(pointer)
        placed = self.placed.get(pointer.article, [])
        return next((key for key, e in placed if entry and e.ref == entry.ref), "")


def _rivals(found: Sequence[Entry]) -> set[str]:
    """Accounts of one article that tell of contacts of one kind between the same two sides."""
    return {
        ref
        for n, a in enumerate(found)
        for b in found[n + 1 :]
        if family(a.kind) == family(b.kind) and len(set(a.sides) & set(b.sides)) > 1
        for ref in (a.ref, b.ref)
    }


def _contacts(groups: Iterable[Group], cells: dict[str, Cell]) -> Iterator[Contact]:
    """The groups as contacts, with the ids of those that they may be the same as."""
    told = {g.cells[0]: [e for key in g.cells for e in cells[key].entries.values()] for g in groups}
    ids = {key: contact(found).id for key, found in told.items()}
    for group in groups:
        maybe = sorted(ids[key] for key in group.maybe if key in ids)
        yield contact(told[group.cells[0]], maybe)


def grown(readings: Iterable[Reading], lines: Iterable[Line] = ()) -> Growth:
    """The contacts of these readings and judgements."""
    growth = Growth()
    growth.judge(*lines)
    growth.add(*readings)
    return growth
