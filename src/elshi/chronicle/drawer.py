"""Rows of a file as a mapping that reads only what is asked for, and writes only what changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Drawer(MutableMapping[str, T], Generic[T]):
    """A table (key, body). Values may be changed in place; `save` writes those that are others.

    `pack` makes of a value what JSON can tell, `unpack` the value again.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        table: str,
        *,
        pack: Callable[[T], Any] = lambda value: value,
        unpack: Callable[[str, Any], T] = lambda _, value: value,
    ) -> None:
        self.connection, self.table = connection, table
        self.pack, self.unpack = pack, unpack
        self.open: dict[str, T] = {}
        self.told: dict[str, str] = {}
        self.gone: set[str] = set()

    def __getitem__(self, key: str) -> T:
        """The value of a key, from the file where it has not been asked for before."""
        if key not in self.open:
            sql = f"SELECT body FROM {self.table} WHERE key = ?"
            row = None if key in self.gone else self.connection.execute(sql, (key,)).fetchone()
            if row is None:
                raise KeyError(key)
            self._take(key, row[0])
        return self.open[key]

    def _take(self, key: str, body: str) -> None:
        self.open[key], self.told[key] = self.unpack(key, json.loads(body)), body

    def __setitem__(self, key: str, value: T) -> None:
        """Keeps a value, here until it is saved."""
        self.open[key] = value
        self.gone.discard(key)

    def __delitem__(self, key: str) -> None:
        """Takes a value out, here until that is saved."""
        if key not in self:
            raise KeyError(key)
        self.open.pop(key, None)
        self.told.pop(key, None)
        self.gone.add(key)

    def __contains__(self, key: object) -> bool:
        """Whether there is a value, without reading it."""
        if key in self.open or key in self.gone:
            return key in self.open
        sql = f"SELECT 1 FROM {self.table} WHERE key = ?"
        return self.connection.execute(sql, (key,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        kept = {key for (key,) in self.connection.execute(f"SELECT key FROM {self.table}")}
        yield from sorted((kept - self.gone) | set(self.open))

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    def whole(self) -> Iterator[T]:
        """All values, read in one go."""
        for key, body in self.connection.execute(f"SELECT key, body FROM {self.table}").fetchall():
            if key not in self.open and key not in self.gone:
                self._take(key, body)
        return iter(list(self.open.values()))

    def changed(self) -> tuple[dict[str, str], set[str]]:
        """What is not in the file as it stands here: key → body, and keys that are gone."""
        bodies = {
            key: json.dumps(self.pack(value), ensure_ascii=False, separators=(",", ":"))
            for key, value in self.open.items()
        }
        return {k: body for k, body in bodies.items() if self.told.get(k) != body}, self.gone

    def save(self) -> tuple[set[str], set[str]]:
        """Writes what has changed; the keys that were written, and those taken out."""
        bodies, gone = self.changed()
        put = f"INSERT OR REPLACE INTO {self.table} VALUES (?, ?)"
        self.connection.executemany(put, bodies.items())
        self.connection.executemany(
            f"DELETE FROM {self.table} WHERE key = ?", [(key,) for key in gone]
        )
        self.told |= bodies
        self.gone = set()
        return set(bodies), set(gone)
