"""Making the page index: from a store and the contacts that grew from it, in one go."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from elshi.chronicle.build import Chronicle
from elshi.chronicle.known import rules
from elshi.chronicle.records import Contact
from elshi.chronicle.stored import chronicle_of, ledger_of
from elshi.records import Reading
from elshi.store import Store
from elshi.store.given import register
from elshi.store.schema import readings as table
from elshi.web.index import rows, schema
from elshi.web.index.doubts import Doubt, apart, inferred_sides, of_island
from elshi.web.index.people import People


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index is made from: the readings and registers, and the lines of the ledger."""

    given: str
    ledger: frozenset[str]


def stamp(store: Store) -> Stamp:
    """The stamp of a store now."""
    return Stamp(_given(store), frozenset(line.id for line in ledger_of(store)))


def _given(store: Store) -> str:
    """A digest of readings, failures, registers, the chronicle's rules and the tables' version."""
    digest = hashlib.sha256(f"{schema.VERSION} {rules()} {len(store.failures())}".encode())
    query = select(table.c.article, table.c.version, table.c.digest).order_by(*table.primary_key)
    with store.asking() as connection:
        for row in connection.execute(query):
            digest.update("\t".join(row).encode())
    for line in map(repr, register(store)):
        digest.update(line.encode())
    return digest.hexdigest()


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of the index at `path`; None where there is none that can be read."""
    if not path.exists():
        return None
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        given = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
        ledger = frozenset(row[0] for row in connection.execute("SELECT id FROM ledger"))
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    return Stamp(given[0], ledger) if given else None


def build(store: Store, path: Path) -> None:
    """Makes the index beside `path`, then puts it in its place at once."""
    with beside(path) as made:
        write(store, made)
        made.replace(path)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Where an index is made before it takes the place of the old one; nothing is left there."""
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    made.unlink(missing_ok=True)
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)


def write(store: Store, path: Path) -> None:
    """Writes the index of a store into a new file."""
    known_by = stamp(store)
    told = chronicle_of(store)
    known = People.of(told.persons)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(schema.TABLES)
        connection.execute("BEGIN")
        rows.put(connection, "meta", [("stamp", known_by.given)])
        rows.put(connection, "ledger", ((ident,) for ident in known_by.ledger))
        rows.put(connection, "meta", [("failures", str(len(store.failures())))])
        _all(connection, store, told, known)
        for counted in schema.COUNTED:
            connection.execute(counted)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()


def _all(connection: sqlite3.Connection, store: Store, told: Chronicle, known: People) -> None:
    contacts = sorted(told.contacts, key=rows.place)
    _contacts(connection, contacts, told, known)
    place = {ident: n for n, ident in enumerate(store.ids())}
    rows.put(connection, "blocks", rows.block_rows(contacts, place))
    sides = _articles(connection, _heard(store, known), rows.Homes.of(contacts, known))
    _persons(connection, known, contacts)
    _promises(connection, told)
    questions = [*_of_islands(contacts, told), *apart(contacts), *sides]
    rows.put(connection, "doubts", map(rows.doubt_row, questions))
    put_span(connection)


def places(contacts: Iterable[Contact]) -> Iterator[tuple[int, Contact]]:
    """Contacts in order with their places; of two that would share one, the later goes on."""
    last = -1
    for contact in contacts:
        last = max(last + 1, rows.place(contact))
        yield last, contact


def _contacts(
    connection: sqlite3.Connection, contacts: Sequence[Contact], told: Chronicle, known: People
) -> None:
    placed = list(places(contacts))
    rows.put(connection, "contacts", (rows.contact_row(n, c) for n, c in placed))
    rows.put(connection, "bodies", (rows.body_row(n, c, known) for n, c in placed))
    keys = (
        ("contact", what, key, n)
        for n, contact in placed
        for what, key in rows.contact_keys(contact, told.islands[contact.id], known)
    )
    rows.put(connection, "keys", keys)
    together = rows.together(contacts, known)
    rows.put(connection, "beside", ((a, b, times) for (a, b), times in together.items()))
    rows.put(connection, "meant", known.meanings())


def _of_islands(contacts: Iterable[Contact], told: Chronicle) -> Iterator[Doubt]:
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        found.setdefault(told.islands[contact.id], []).append(contact)
    for island in found.values():
        yield from of_island(island)


def put_span(connection: sqlite3.Connection) -> None:
    """Writes down the first and the last day of what was held."""
    held = """FROM keys k JOIN contacts c ON c.n = k.n
              WHERE k.of = 'contact' AND k.what = 'status' AND k.key = 'held' AND k.n >= ?"""
    one = f"SELECT c.first {held} ORDER BY k.n"
    first = connection.execute(f"{one} LIMIT 1", (rows.DAY,)).fetchone() or (0,)
    newest = connection.execute(f"{one} DESC LIMIT 1", (rows.DAY,)).fetchone() or (0,)
    since = max(1, newest[0] - rows.HELD_FOR) * rows.DAY
    last = connection.execute(f"SELECT max(c.last) {held}", (since,)).fetchone()
    span = ("span", f"{first[0]} {last[0] or 0}")
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", span)


def _persons(connection: sqlite3.Connection, known: People, contacts: Iterable[Contact]) -> None:
    """Persons, those first whom most articles name."""
    counts = rows.person_counts(contacts, known)
    order = sorted(known.rows(), key=lambda p: (-p.articles, p.name, p.id))
    for n, person in enumerate(order):
        rows.put(connection, "persons", [rows.person_row(n, person, counts)])
        rows.put(connection, "person_words", [(word, n) for word in rows.words(person)])
        keys = [("person", *key, n) for key in rows.person_keys(person)]
        rows.put(connection, "keys", keys)


def _promises(connection: sqlite3.Connection, told: Chronicle) -> None:
    """Who held which post, and who promised what."""
    rows.put(connection, "terms", (rows.term_row(n, t) for n, t in enumerate(told.terms)))
    for n, commitment in enumerate(told.commitments):
        rows.put(connection, "commitments", [rows.commitment_row(n, commitment)])
        rows.put(connection, "keys", rows.commitment_keys(n, commitment))


def _heard(store: Store, known: People) -> Iterator[Reading]:
    """All readings; on the way, people learn how articles call them."""
    for reading in store.readings():
        known.hear(reading)
        yield reading


def _articles(
    connection: sqlite3.Connection, readings: Iterable[Reading], homes: rows.Homes
) -> list[Doubt]:
    """Articles and what is said in them; the sides that they leave open."""
    said, sides = 0, list[Doubt]()
    for n, reading in enumerate(readings):
        sides += inferred_sides(reading)
        rows.put(connection, "articles", [rows.article_row(n, reading.article)])
        rows.put(connection, "article_words", [rows.article_words(n, reading)])
        rows.put(connection, "keys", rows.article_keys(n, reading))
        for place in range(len(reading.statements)):
            for name, row in rows.statement_rows(said, reading, place, homes=homes):
                rows.put(connection, name, [row])
            said += 1
    sql = "SELECT min(nullif(published, '')), max(published) FROM articles"
    first, last = connection.execute(sql).fetchone()
    rows.put(connection, "meta", [("published first", first or ""), ("published last", last or "")])
    return sides
