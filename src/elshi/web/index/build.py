"""Making the page index: from a store and the contacts that grew from it, in one go."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import select

from elshi.chronicle.build import Chronicle
from elshi.chronicle.records import Contact
from elshi.chronicle.stored import chronicle_of
from elshi.records import Reading
from elshi.store import Store
from elshi.store.given import judgements, register
from elshi.store.schema import readings as table
from elshi.web.index import rows, schema
from elshi.web.index.doubts import Doubt, doubts, in_order, inferred_sides
from elshi.web.index.people import People


def stamp(store: Store) -> str:
    """What an index is made from: readings, judgements, registers, and the tables' version."""
    digest = hashlib.sha256(schema.VERSION.encode())
    query = select(table.c.article, table.c.version, table.c.digest).order_by(*table.primary_key)
    with store.asking() as connection:
        for row in connection.execute(query):
            digest.update("\t".join(row).encode())
    for line in (*judgements(store), *map(repr, register(store))):
        digest.update(line.encode())
    return digest.hexdigest()


def fresh(store: Store, path: Path) -> bool:
    """Whether the index at `path` says what the store says."""
    return path.exists() and _stamp_of(path) == stamp(store)


def build(store: Store, path: Path) -> None:
    """Makes the index beside `path`, then puts it in its place at once."""
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    made.unlink(missing_ok=True)
    try:
        _write(store, made)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _stamp_of(path: Path) -> str:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
    except sqlite3.DatabaseError:
        return ""
    return str(row[0]) if row else ""


def _write(store: Store, path: Path) -> None:
    told = chronicle_of(store)
    contacts = sorted(told.contacts, key=lambda contact: contact.first > 0)
    known = People.of(told.persons)
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(schema.TABLES)
        connection.execute("BEGIN")
        _contacts(connection, contacts, known)
        sides = _articles(connection, store.readings(), rows.Homes.of(contacts, known))
        _persons(connection, known, contacts)
        _promises(connection, told)
        queue = enumerate(in_order([*doubts(contacts), *sides]))
        rows.put(connection, "doubts", (doubt.row(n) for n, doubt in queue))
        connection.execute(schema.COUNTED)
        meta = {"stamp": stamp(store), "failures": str(len(store.failures()))}
        rows.put(connection, "meta", meta.items())
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    connection.close()


def _contacts(connection: sqlite3.Connection, contacts: Sequence[Contact], known: People) -> None:
    found = enumerate(contacts)
    rows.put(connection, "contacts", (rows.contact_row(n, c, known) for n, c in found))
    keys = (
        ("contact", what, key, n)
        for n, contact in enumerate(contacts)
        for what, key in rows.contact_keys(contact, known)
    )
    rows.put(connection, "keys", keys)
    rows.put(connection, "beside", rows.beside_rows(contacts, known))
    days = [(c.first, c.last) for c in contacts if c.first and c.status == "held"]
    ends = (min((d[0] for d in days), default=0), max((d[1] for d in days), default=0))
    rows.put(connection, "meta", [("span", f"{ends[0]} {ends[1]}")])


def _persons(connection: sqlite3.Connection, known: People, contacts: Iterable[Contact]) -> None:
    """Persons, those with most contacts first."""
    counts = rows.person_counts(contacts, known)
    order = sorted(known.rows(), key=lambda p: (-counts[p.id], -p.articles, p.name, p.id))
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


def _articles(
    connection: sqlite3.Connection, readings: Iterable[Reading], homes: rows.Homes
) -> list[Doubt]:
    """Articles, what is said in them, and how they call whom; the sides that they leave open."""
    said, sides = 0, list[Doubt]()
    for n, reading in enumerate(readings):
        homes.known.hear(reading)
        sides += inferred_sides(reading)
        rows.put(connection, "articles", [rows.article_row(n, reading.article)])
        rows.put(connection, "article_words", [rows.article_words(n, reading.article)])
        rows.put(connection, "keys", rows.article_keys(n, reading))
        for place in range(len(reading.statements)):
            for name, row in rows.statement_rows(said, reading, place, homes=homes):
                rows.put(connection, name, [row])
            said += 1
    sql = "SELECT min(nullif(published, '')), max(published) FROM articles"
    first, last = connection.execute(sql).fetchone()
    rows.put(connection, "meta", [("published first", first or ""), ("published last", last or "")])
    return sides
