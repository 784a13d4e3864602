"""A judgement worked into the page index: only the islands that it touches are made anew.

    judged accounts ─▶ their islands ─▶ the articles of these ─▶ a small Growth of just these
                          ▲                                            │ accounts that now find
                          └────────── islands of their neighbours ◀────┘ other neighbours

What comes out is what `build` would make, row for row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from elshi.chronicle import Growth
from elshi.chronicle.block import asked
from elshi.chronicle.judged import Line, standing
from elshi.chronicle.records import Contact, Entry
from elshi.chronicle.stored import ledger_of
from elshi.records import Reading
from elshi.store import Store
from elshi.web.index.change import Change, Placed, change
from elshi.web.index.rows import adapter, hashed, place

MOST = 4000
"""Articles up to which islands are made anew by themselves; for more, the whole index is."""
BUSY = 60
"""Seconds to wait for pages that are just being made."""


@dataclass(slots=True)
class _Part:
    """The part of the chronicle that is made anew."""

    store: Store
    connection: sqlite3.Connection
    growth: Growth
    touched: frozenset[str]
    """Articles whose accounts are judged otherwise than before."""
    readings: dict[str, Reading] = field(default_factory=dict)
    islands: set[str] = field(default_factory=set)
    """Those of the index that are whole in `growth`."""
    old: list[Placed] = field(default_factory=list)
    homes: dict[str, dict[str, str]] = field(default_factory=dict)
    """Article → account → its island in the index."""

    @property
    def size(self) -> tuple[int, int]:
        """How much of the chronicle it is."""
        return len(self.readings), len(self.islands)

    def take(self, articles: Iterable[str]) -> None:
        """Adds articles."""
        new = sorted(set(articles) - set(self.readings))
        for reading in self.store.some(new):
            self.readings[reading.article.id] = reading
            self.growth.add(reading)

    def open(self, islands: Iterable[str]) -> None:
        """Adds all that belongs to these islands."""
        for island in sorted(set(islands) - self.islands):
            self.islands.add(island)
            found = [Placed(n, island, c) for n, c in _of_island(self.connection, island)]
            self.old += found
            self.take(entry.article for each in found for entry in each.contact.accounts)

    def home(self, entry: Entry) -> str:
        """The island in which the index has an account; none for one that it does not show."""
        if entry.article not in self.homes:
            self.homes[entry.article] = _homes(self.connection, entry.article)
        return self.homes[entry.article].get(entry.ref, "")


def follow(store: Store, path: Path) -> bool:
    """Works the ledger into the index at `path`; False where only a new index will do."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=BUSY)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        lines = ledger_of(store)
        part = _part(store, connection, lines)
        _grow(part)
        if len(part.readings) > MOST:
            connection.execute("ROLLBACK")
            return False
        change(connection, Change(tuple(part.old), tuple(_islands(part)), part.readings))
        new = [(line.id,) for line in lines]
        connection.executemany("INSERT OR IGNORE INTO ledger VALUES (?)", new)
        connection.execute("COMMIT")
    return True


def _part(store: Store, connection: sqlite3.Connection, lines: Sequence[Line]) -> _Part:
    """What the lines that are new touch at once."""
    known = {row[0] for row in connection.execute("SELECT id FROM ledger")}
    before = standing(line for line in lines if line.id in known).judgements
    now = standing(lines).judgements
    pointers = [p for j in set(before) ^ set(now) for p in (j.a, j.b) if p]
    growth = Growth(lines=lines)
    return _Part(store, connection, growth, frozenset(p.article for p in pointers))


def _grow(part: _Part) -> None:
    """Adds articles until every island that changes is whole, with all its neighbours."""
    part.take(part.touched)
    found = (_homes(part.connection, article) for article in part.touched)
    part.open({home for homes in found for home in homes.values()})
    part.take(_near(part))
    size = (-1, -1)
    while size != part.size and len(part.readings) <= MOST:
        size = part.size
        entries = [entry for each in _islands(part) for entry in each.contact.accounts]
        part.open({part.home(entry) for entry in entries} - {""})


def _islands(part: _Part) -> Iterator[Placed]:
    """The islands that change: those that hold a judged account, or one of an opened island."""
    part.growth.settle()
    for home, found in part.growth.made.items():
        entries = (entry for contact in found for entry in contact.accounts)
        if any(e.article in part.touched or part.home(e) in part.islands for e in entries):
            yield from (Placed(place(contact), home, contact) for contact in found)


def _homes(connection: sqlite3.Connection, article: str) -> dict[str, str]:
    """Account → island of those accounts that an article's contacts have."""
    sql = """SELECT i.key, b.body FROM keys k JOIN bodies b ON b.n = k.n
             JOIN keys i ON i.of = 'contact' AND i.what = 'island' AND i.n = k.n
             WHERE k.of = 'contact' AND k.what = 'article' AND k.key = ?"""
    return {
        f"{told['article']}/{told['account']}": home
        for home, body in connection.execute(sql, (article,))
        for told in json.loads(body)["accounts"]
    }


def _near(part: _Part) -> set[str]:
    """Articles whose accounts may be one with those that are judged."""
    found: set[str] = set()
    for article in part.touched:
        for _, entry in part.growth.placed.get(article, []):
            found |= _under(part.connection, map(hashed, asked(entry)))
    return found


def _under(connection: sqlite3.Connection, keys: Iterable[int]) -> set[str]:
    sql = "SELECT a.id FROM blocks b JOIN articles a ON a.n = b.article WHERE b.key = ?"
    return {row[0] for key in keys for row in connection.execute(sql, (key,))}


def _of_island(connection: sqlite3.Connection, island: str) -> Iterator[tuple[int, Contact]]:
    sql = """SELECT b.n, b.body FROM keys k JOIN bodies b ON b.n = k.n
             WHERE k.of = 'contact' AND k.what = 'island' AND k.key = ? ORDER BY k.n"""
    read = adapter(Contact).validate_json
    yield from ((n, read(body)) for n, body in connection.execute(sql, (island,)))
