"""Growing contacts in a file beside the chronicle: a command reads what it asks for, no more.

Everything in it follows from the store, so the file may be thrown away at any time. It is written
in one transaction: a kill leaves it as it was.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from elshi.chronicle.block import Key
from elshi.chronicle.cluster import Cell
from elshi.chronicle.drawer import Drawer
from elshi.chronicle.packed import contact_of, contact_row, entry_of, entry_row
from elshi.chronicle.records import Contact, Entry
from elshi.chronicle.shelf import EXACT, Placed, Shelf, found_by

BUSY_S = 120
"""Seconds that a command waits for another one that brings the file up to date."""
DRAWERS = ("entries", "read", "placed", "cells", "edges", "island", "islands", "made", "facts")
TABLES = (
    *(f"CREATE TABLE {name} (key TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID" for name in DRAWERS),
    "CREATE TABLE meta (key TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID",
    "CREATE TABLE blocks (key TEXT, cell TEXT, PRIMARY KEY (key, cell)) WITHOUT ROWID",
    "CREATE TABLE found (what TEXT, key TEXT, home TEXT, PRIMARY KEY (what, key, home)) "
    "WITHOUT ROWID",
    "CREATE INDEX found_home ON found (home)",
    "CREATE TABLE terms (n INTEGER PRIMARY KEY, side TEXT, level TEXT, body TEXT)",
    "CREATE INDEX terms_post ON terms (side, level)",
    "CREATE TABLE pledged (side TEXT, article TEXT, PRIMARY KEY (side, article)) WITHOUT ROWID",
    "CREATE TABLE readings (article TEXT, version TEXT, PRIMARY KEY (article, version)) "
    "WITHOUT ROWID",
)


def opened(path: Path) -> sqlite3.Connection:
    """The file; what is no such file is thrown away. Raises sqlite3.Error, OSError."""
    try:
        return _open(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        thrown_away(path)
        return _open(path)


def thrown_away(path: Path) -> None:
    """Removes the file with what lies beside it."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        name.unlink(missing_ok=True)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def emptied(connection: sqlite3.Connection) -> None:
    """Takes everything out, and makes the tables."""
    listed = "SELECT name FROM sqlite_master WHERE type = 'table'"
    for (name,) in connection.execute(listed).fetchall():
        connection.execute(f"DROP TABLE {name}")
    for table in TABLES:
        connection.execute(table)


class KeptShelf(Shelf):
    """Growing contacts in a file. What changes here is written by `save`."""

    read: Drawer[list[Entry]]
    placed: Drawer[Placed]
    cells: Drawer[Cell]
    edges: Drawer[dict[str, float]]
    island: Drawer[str]
    islands: Drawer[list[str]]
    made: Drawer[list[Contact]]

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.known: dict[str, Entry] = {}
        self.read = Drawer(connection, "read", pack=self._read_row, unpack=self._read_of)
        self.placed = Drawer(connection, "placed", pack=_placed_row, unpack=self._placed_of)
        self.cells = Drawer(connection, "cells", pack=_cell_row, unpack=self._cell_of)
        self.made = Drawer(connection, "made", pack=_made_row, unpack=self._made_of)
        self.edges = Drawer(connection, "edges")
        self.island = Drawer(connection, "island")
        self.islands = Drawer(connection, "islands")

    def near(self, keys: Iterable[Key]) -> set[str]:
        """The cells that are found under any of these keys."""
        sql = "SELECT cell FROM blocks WHERE key = ?"
        run = self.connection.execute
        return {cell for key in keys for (cell,) in run(sql, (_text(key),))}

    def shelve(self, cell: str, keys: Iterable[Key]) -> None:
        """Lets a cell be found under these keys."""
        rows = [(_text(key), cell) for key in keys]
        self.connection.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", rows)

    def unshelve(self, cell: str, keys: Iterable[Key]) -> None:
        """Lets a cell be found no more."""
        rows = [(_text(key), cell) for key in keys]
        self.connection.executemany("DELETE FROM blocks WHERE key = ? AND cell = ?", rows)

    def everything(self) -> Iterable[list[Contact]]:
        """The contacts of every island."""
        for ref, body in self.connection.execute("SELECT key, body FROM entries"):
            if ref not in self.known:
                self.known[ref] = entry_of(json.loads(body))
        return self.made.whole()

    def homes(self, what: str, value: str) -> set[str]:
        """The islands of which a contact has `side`, `id` (or its start), a `name` with a word in
        it, or a man whose name has these `bones`."""
        asked = "SELECT DISTINCT home FROM found WHERE what = ? AND "
        if what in EXACT:
            rows = self.connection.execute(f"{asked} key = ?", (what, value))
        elif what == "id":
            ends = (what, value, f"{value}\uffff")
            rows = self.connection.execute(f"{asked} key >= ? AND key < ?", ends)
        else:
            rows = self.connection.execute(f"{asked} instr(key, ?) > 0", (what, value))
        return {home for (home,) in rows}

    def entry(self, ref: str) -> Entry:
        """An account as it lies in the file."""
        if ref not in self.known:
            sql = "SELECT body FROM entries WHERE key = ?"
            self.known[ref] = entry_of(json.loads(self._one(sql, ref)))
        return self.known[ref]

    def _one(self, sql: str, key: str) -> str:
        return str(self.connection.execute(sql, (key,)).fetchone()[0])

    def _read_row(self, found: list[Entry]) -> list[Any]:
        """Accounts as they were read; those that no judgement changed lie with the others."""
        judged = {e.ref: e for _, e in self.placed.get(found[0].article, [])} if found else {}
        return [e.ref if judged.get(e.ref) == e else entry_row(e) for e in found]

    def _read_of(self, _: str, row: list[Any]) -> list[Entry]:
        return [self.entry(each) if isinstance(each, str) else entry_of(each) for each in row]

    def _placed_of(self, _: str, row: list[tuple[str, str]]) -> Placed:
        return [(cell, self.entry(ref)) for cell, ref in row]

    def _cell_of(self, key: str, row: tuple[str, str, list[str]]) -> Cell:
        own, first, refs = row
        return Cell(key, self.entry(first), own, {ref: self.entry(ref) for ref in refs})

    def _made_of(self, _: str, row: list[list[Any]]) -> list[Contact]:
        return [contact_of(each, self.entry) for each in row]

    def fill(self, shelf: Shelf) -> None:
        """Takes over what lies in memory."""
        for name in ("read", "placed", "cells", "edges", "island", "islands", "made"):
            getattr(self, name).open = dict(getattr(shelf, name))
        rows = ((_text(key), cell) for key, cells in shelf.blocks.items() for cell in cells)
        self.connection.executemany("INSERT INTO blocks VALUES (?, ?)", rows)

    def save(self) -> None:
        """Writes all that has changed."""
        self._save_entries()
        drawers: tuple[Drawer[Any], ...] = (
            self.read, self.placed, self.cells, self.edges, self.island, self.islands,
        )  # fmt: skip
        for drawer in drawers:
            drawer.save()
        written, gone = self.made.save()
        homes = [(home,) for home in sorted(written | gone)]
        self.connection.executemany("DELETE FROM found WHERE home = ?", homes)
        rows = {(*key, home) for home in written for key in found_by(self.made[home])}
        self.connection.executemany("INSERT INTO found VALUES (?, ?, ?)", sorted(rows))

    def _save_entries(self) -> None:
        """The accounts of the articles that came, went, or were judged anew."""
        for article in sorted(self.placed.gone):
            self._forget(article)
        for article, placed in self.placed.open.items():
            if any(self.known.get(entry.ref) is not entry for _, entry in placed):
                self._forget(article)
                rows = [(e.ref, json.dumps(entry_row(e), ensure_ascii=False)) for _, e in placed]
                self.connection.executemany("INSERT INTO entries VALUES (?, ?)", rows)

    def _forget(self, article: str) -> None:
        ends = (f"{article}/", f"{article}0")
        self.connection.execute("DELETE FROM entries WHERE key >= ? AND key < ?", ends)


def _text(key: Key) -> str:
    return "|".join(map(str, key))


def _placed_row(placed: Placed) -> list[tuple[str, str]]:
    return [(cell, entry.ref) for cell, entry in placed]


def _cell_row(cell: Cell) -> tuple[str, str, list[str]]:
    return cell.own, cell.entry.ref, sorted(cell.entries)


def _made_row(contacts: Iterable[Contact]) -> list[list[Any]]:
    return [contact_row(contact) for contact in contacts]


def meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What the file says of itself; nothing where it is new."""
    try:
        return dict(connection.execute("SELECT key, body FROM meta"))
    except sqlite3.OperationalError:
        return {}


def put_meta(connection: sqlite3.Connection, said: Iterable[tuple[str, str]]) -> None:
    """Lets the file say so of itself."""
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", said)
