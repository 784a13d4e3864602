"""The chronicle of a store as far as a command asks for it: kept beside the store, and brought up
to date with what has come since.

What is there is what a rebuild from nothing would give, byte for byte. The file is made anew where
the rules are others, or where it is of another store; without a place for it, all is done in
memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from elshi.chronicle.drawer import Drawer
from elshi.chronicle.facts import Facts, facts, facts_of, facts_row, served, term_of, term_row
from elshi.chronicle.given import ledger_of, register_of
from elshi.chronicle.growth import Growth
from elshi.chronicle.judged import Line, identities
from elshi.chronicle.kept import KeptShelf, emptied, meta, opened, put_meta, thrown_away
from elshi.chronicle.records import Registered, Term
from elshi.store import Store
from elshi.store.changes import Tally, arrived, tally, versions

PART = 4
"""Where more than one in so many articles is new, all is made anew: that is quicker."""
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Given:
    """What people gave a store: judgements and registers."""

    lines: list[Line]
    register: list[Registered]

    @property
    def stamp(self) -> str:
        """One hash of the registers."""
        return hashlib.sha256(repr(self.register).encode()).hexdigest()


class Known:
    """What a store tells: contacts that grow, and what each article tells beside them."""

    def __init__(self, growth: Growth, told: Mapping[str, Facts], given: Given) -> None:
        self.growth, self.facts, self.lines = growth, told, given.lines
        self.register = given.register
        self._terms: list[Term] | None = None

    def terms(self, side: str = "", level: str = "") -> list[Term]:
        """Who held which post when; of a side, and of a rung, where they are asked for."""
        if self._terms is None:
            self._terms = list(
                served(self.facts.values(), self.register, identities(self.lines))[1]
            )
        return [t for t in self._terms if side in ("", t.post.side) and level in ("", t.post.level)]

    def pledging(self, *sides: str) -> list[str]:
        """The articles in which something is promised by or to all these sides."""
        return sorted(a for a, told in self.facts.items() if set(sides) <= _bound(told))

    def close(self) -> None:
        """Lets go of the file."""


class Kept(Known):
    """The same, read from the file as it is asked for."""

    def __init__(self, connection: sqlite3.Connection, given: Given) -> None:
        growth = Growth(KeptShelf(connection), _applied(connection, given.lines))
        super().__init__(growth, _facts(connection), given)
        self.connection, self.given = connection, given

    def terms(self, side: str = "", level: str = "") -> list[Term]:
        """Who held which post when: worked out when it is asked for first, then kept."""
        said = meta(self.connection)
        stamp = f"{self.given.stamp} {said['tally']}"
        if said.get("terms") != stamp:
            self._keep_terms(stamp)
            return super().terms(side, level)
        sql = "SELECT body FROM terms WHERE (? = '' OR side = ?) AND (? = '' OR level = ?)"
        rows = self.connection.execute(f"{sql} ORDER BY n", (side, side, level, level))
        return [term_of(json.loads(body)) for (body,) in rows]

    def pledging(self, *sides: str) -> list[str]:
        """The articles in which something is promised by or to all these sides."""
        sql = "SELECT article FROM pledged WHERE side = ?"
        found = [{a for (a,) in self.connection.execute(sql, (side,))} for side in sides]
        return sorted(set.intersection(*found)) if found else list(self.facts)

    def _keep_terms(self, stamp: str) -> None:
        """Keeps them for the next command; while another one writes, they are for this one."""
        found = super().terms()
        rows = [
            (t.post.side, t.post.level, json.dumps(term_row(t), ensure_ascii=False)) for t in found
        ]
        with suppress(sqlite3.OperationalError):
            self.connection.execute("DELETE FROM terms")
            put = "INSERT INTO terms (side, level, body) VALUES (?, ?, ?)"
            self.connection.executemany(put, rows)
            put_meta(self.connection, [("terms", stamp)])

    def close(self) -> None:
        """Keeps what was worked out, and lets go of the file."""
        with suppress(sqlite3.OperationalError):
            self.connection.execute("COMMIT")
        self.connection.close()


@contextmanager
def known(store: Store) -> Iterator[Known]:
    """What a store tells, while it is asked."""
    given = Given(ledger_of(store), register_of(store))
    found = _kept(store, given) or _anew(store, given)
    try:
        yield found
    finally:
        found.close()


def file_of(where: str) -> Path:
    """Where the file of a store lies: beside it, or, of a database, in the user's cache."""
    if "://" not in where:
        return Path(f"{where}.known")
    name = hashlib.sha256(where.encode()).hexdigest()[:16]
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "elshi" / f"{name}.known"


def _kept(store: Store, given: Given) -> Kept | None:
    """From the file; None where there can be none."""
    path = file_of(store.where)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = opened(path)
    except (sqlite3.Error, OSError):
        return None
    try:
        return _fresh(connection, store, given)
    except sqlite3.OperationalError:  # a folder that may be read only, a full disk
        connection.close()
        return None
    except (sqlite3.DatabaseError, ValueError, TypeError):
        connection.close()
        thrown_away(path)
        return None
    except BaseException:
        connection.close()
        raise


def _fresh(connection: sqlite3.Connection, store: Store, given: Given) -> Kept:
    """The file brought up to date, and a view of it that does not change while it is asked."""
    while True:
        connection.execute("BEGIN")
        if _says(meta(connection)) == (rules(), tally(store)):
            return Kept(connection, given)
        connection.execute("ROLLBACK")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _bring(connection, store, given)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _says(said: Mapping[str, str]) -> tuple[str, Tally]:
    """By which rules and from how much the file was made."""
    return (
        said.get("rules", ""),
        Tally(*json.loads(said.get("tally", "[]"))),
    )


def _bring(connection: sqlite3.Connection, store: Store, given: Given) -> None:
    """Adds what has come; makes all anew where that cannot be told, or is quicker."""
    (made_by, told), now = _says(meta(connection)), tally(store)
    new = _new(connection, store, told) if made_by == rules() else None
    lost = new is not None and not _ids(connection) <= {line.id for line in given.lines}
    if new is None or lost or len(new) * PART > now.readings:
        _rebuild(connection, store, given)
    else:
        _grow(connection, store, given, new)
    ids = json.dumps([line.id for line in given.lines])
    said = {"rules": rules(), "tally": json.dumps(now), "lines": ids}
    put_meta(connection, said.items())


def _new(connection: sqlite3.Connection, store: Store, told: Tally) -> list[tuple[str, str]] | None:
    """The readings that the file does not have; None where it has some that the store has not."""
    quick = arrived(store, told)
    if quick is not None:
        return quick
    kept = set(connection.execute("SELECT article, version FROM readings"))
    there = set(versions(store))
    return sorted(there - kept) if kept <= there else None


def _grow(
    connection: sqlite3.Connection, store: Store, given: Given, new: list[tuple[str, str]]
) -> None:
    """Only what the new articles and judgements touch."""
    found = Kept(connection, given)
    _told(connection, store, found.growth, sorted({article for article, _ in new}))
    found.growth.judge(*given.lines)
    _saved(connection, found.growth, new)


def _rebuild(connection: sqlite3.Connection, store: Store, given: Given) -> None:
    """From nothing: in memory, then into the file."""
    emptied(connection)
    growth = Growth(lines=given.lines)
    there = sorted(versions(store))
    _told(connection, store, growth, sorted({article for article, _ in there}))
    growth.settle()
    shelf = KeptShelf(connection)
    shelf.fill(growth.shelf)
    shelf.save()
    connection.executemany("INSERT INTO readings VALUES (?, ?)", there)


def _told(
    connection: sqlite3.Connection, store: Store, growth: Growth, articles: list[str]
) -> None:
    """Adds articles to the contacts, and what they tell beside them to the file."""
    for start in range(0, len(articles), _BATCH):
        drawer = _facts(connection)
        for reading in store.some(articles[start : start + _BATCH]):
            growth.add(reading)
            told = facts(reading)
            drawer[reading.article.id] = told
            gone = "DELETE FROM pledged WHERE article = ?"
            connection.execute(gone, (reading.article.id,))
            pledged = [(side, reading.article.id) for side in sorted(_bound(told))]
            connection.executemany("INSERT INTO pledged VALUES (?, ?)", pledged)
        drawer.save()


def _saved(connection: sqlite3.Connection, growth: Growth, new: Iterable[tuple[str, str]]) -> None:
    growth.settle()
    assert isinstance(growth.shelf, KeptShelf)
    growth.shelf.save()
    connection.executemany("INSERT OR IGNORE INTO readings VALUES (?, ?)", new)


def _anew(store: Store, given: Given) -> Known:
    """All of it in memory."""
    growth, told = Growth(lines=given.lines), dict[str, Facts]()
    for reading in store.readings():
        growth.add(reading)
        told[reading.article.id] = facts(reading)
    return Known(growth, told, given)


def _facts(connection: sqlite3.Connection) -> Drawer[Facts]:
    return Drawer(connection, "facts", pack=facts_row, unpack=_facts_of)


def _facts_of(_: str, row: list[Any]) -> Facts:
    return facts_of(row)


def _bound(told: Facts) -> set[str]:
    """The sides that promise something or are promised it."""
    return {side for each in told.promised for side in (*each.by, *each.to)}


def _ids(connection: sqlite3.Connection) -> set[str]:
    """The judgements that the file has heard."""
    return set(json.loads(meta(connection).get("lines", "[]")))


def _applied(connection: sqlite3.Connection, lines: Iterable[Line]) -> list[Line]:
    known_ = _ids(connection)
    return [line for line in lines if line.id in known_]


@cache
def rules() -> str:
    """What the chronicle is made by: the code and the tables of this version, as one hash."""
    total = hashlib.sha256()
    for name in ("iuliia", "rapidfuzz"):
        total.update(f"{name} {version(name)}".encode())
    for path in _sources(files("elshi")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    """Modules and tables of the package, but for what only shows or reads."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir() and path.name not in ("web", "cli", "brief", "export", "__pycache__"):
            yield from _sources(path)
        elif path.name.endswith((".py", ".tsv", ".toml")):
            yield path
