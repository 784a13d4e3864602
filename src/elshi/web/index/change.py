"""Contacts of the page index replaced by others: their rows, and all that was counted of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from elshi.chronicle.block import family
from elshi.chronicle.commitments import answer
from elshi.chronicle.records import Commitment, Contact
from elshi.records import Reading
from elshi.web.index import rows, schema
from elshi.web.index.build import put_span
from elshi.web.index.doubts import neighbours, of_island

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A contact with its place in the list and its island."""

    n: int
    island: str
    contact: Contact

    @property
    def sides(self) -> str:
        """Its sides as a key."""
        return " ".join(self.contact.sides)


@dataclass(frozen=True, slots=True)
class Change:
    """All contacts of some islands as they stand, and as they shall stand."""

    old: tuple[Placed, ...]
    new: tuple[Placed, ...]
    readings: Mapping[str, Reading]
    """The articles of all of them, and perhaps others."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """Whom a name of a side means, as the index knows it."""

    connection: sqlite3.Connection

    def find(self, side: str, name: str) -> str:
        """The id of the person; empty where none is known."""
        sql = "SELECT person FROM meant WHERE name = ? AND side IN (?, '') ORDER BY side DESC"
        found = self.connection.execute(sql, (name, side)).fetchone()
        return str(found[0]) if found else ""


def change(connection: sqlite3.Connection, changed: Change) -> None:
    """Puts the new contacts in place of the old ones."""
    before = {left for each in (*changed.old, *changed.new) if (left := _before(connection, each))}
    _out(connection, changed.old)
    _in(connection, changed.new)
    _statements(connection, changed)
    _questions(connection, changed)
    _neighbours(connection, changed, before)
    _promises(connection, changed)
    _count_questions(connection)
    put_span(connection)


def _out(connection: sqlite3.Connection, old: Sequence[Placed]) -> None:
    """Takes contacts out, with their keys and what was counted of them."""
    known = _Meant(connection)
    for each in old:
        for what, key in rows.contact_keys(each.contact, each.island, known):
            _unkey(connection, ("contact", what, key), each.n)
        connection.execute("DELETE FROM contacts WHERE n = ?", (each.n,))
        connection.execute("DELETE FROM bodies WHERE n = ?", (each.n,))
    _takes_part(connection, [each.contact for each in old], -1)


def _in(connection: sqlite3.Connection, new: Sequence[Placed]) -> None:
    """Puts contacts in."""
    known = _Meant(connection)
    for each in sorted(new, key=lambda each: each.n):
        n = _free(connection, each.n)
        rows.put(connection, "contacts", [rows.contact_row(n, each.contact)])
        rows.put(connection, "bodies", [rows.body_row(n, each.contact, known)])
        for what, key in rows.contact_keys(each.contact, each.island, known):
            _key(connection, ("contact", what, key), n)
    contacts = [each.contact for each in new]
    _takes_part(connection, contacts, 1)
    _compared(connection, contacts)


def _free(connection: sqlite3.Connection, n: int) -> int:
    while connection.execute("SELECT 1 FROM contacts WHERE n = ?", (n,)).fetchone():
        n += 1
    return n


def _key(connection: sqlite3.Connection, key: Key, n: int) -> None:
    rows.put(connection, "keys", [(*key, n)])
    if key[1] not in schema.UNCOUNTED:
        _add(connection, key, 1)


def _unkey(connection: sqlite3.Connection, key: Key, n: int) -> None:
    sql = "DELETE FROM keys WHERE of = ? AND what = ? AND key = ? AND n = ?"
    connection.execute(sql, (*key, n))
    if key[1] not in schema.UNCOUNTED:
        _add(connection, key, -1)


def _add(connection: sqlite3.Connection, key: Key, by: int) -> None:
    adding = "ON CONFLICT DO UPDATE SET count = count + excluded.count"
    connection.execute(f"INSERT INTO counts VALUES (?, ?, ?, ?) {adding}", (*key, by))
    none = "DELETE FROM counts WHERE of = ? AND what = ? AND key = ? AND count = 0"
    connection.execute(none, key)


def _takes_part(connection: sqlite3.Connection, contacts: Sequence[Contact], by: int) -> None:
    """How often persons take part, and with whom."""
    known = _Meant(connection)
    for person, count in rows.person_counts(contacts, known).items():
        sql = "UPDATE persons SET contacts = contacts + ? WHERE id = ?"
        connection.execute(sql, (by * count, person))
    adding = "ON CONFLICT DO UPDATE SET times = times + excluded.times"
    for (a, b), times in rows.together(contacts, known).items():
        connection.execute(f"INSERT INTO beside VALUES (?, ?, ?) {adding}", (a, b, by * times))
        none = "DELETE FROM beside WHERE of = ? AND person = ? AND times = 0"
        connection.execute(none, (a, b))


def _compared(connection: sqlite3.Connection, contacts: Sequence[Contact]) -> None:
    """Keys to compare by are added; one that is out of date costs a look, no more."""
    articles = {entry.article for contact in contacts for entry in contact.accounts}
    sql = "SELECT n FROM articles WHERE id = ?"
    place = {ident: connection.execute(sql, (ident,)).fetchone()[0] for ident in articles}
    rows.put(connection, "blocks", rows.block_rows(contacts, place))


def _statements(connection: sqlite3.Connection, changed: Change) -> None:
    """At which contact each statement was made."""
    homes = {entry.ref: "" for each in changed.old for entry in each.contact.accounts}
    homes |= {e.ref: each.contact.id for each in changed.new for e in each.contact.accounts}
    for article, reading in changed.readings.items():
        for place, statement in enumerate(reading.statements):
            ref = f"{article}/{statement.account}"
            if ref in homes:
                _at_home(connection, (article, place), homes[ref])


def _at_home(connection: sqlite3.Connection, which: tuple[str, int], home: str) -> None:
    sql = "SELECT n, contact FROM statements WHERE article = ? AND place = ?"
    for n, before in connection.execute(sql, which).fetchall():
        connection.execute("UPDATE statements SET contact = ? WHERE n = ?", (home, n))
        if before:
            _unkey(connection, ("statement", "contact", before), n)
        if home:
            _key(connection, ("statement", "contact", home), n)


def _questions(connection: sqlite3.Connection, changed: Change) -> None:
    """The questions that the islands leave."""
    for each in changed.old:
        connection.execute("DELETE FROM doubts WHERE home = ?", (each.contact.id,))
    ordered = sorted(changed.new, key=lambda each: (each.island, each.n))
    for _, found in groupby(ordered, key=lambda each: each.island):
        doubts = of_island([each.contact for each in found])
        rows.put(connection, "doubts", map(rows.doubt_row, doubts))


def _neighbours(connection: sqlite3.Connection, changed: Change, before: set[int]) -> None:
    """The questions between contacts of the same sides that now follow each other.

    `before`: the places of those that stood before one that went or came.
    """
    for n in before:
        sql = "SELECT id FROM contacts WHERE n = ?"
        for (ident,) in connection.execute(sql, (n,)).fetchall():
            gone = "DELETE FROM doubts WHERE home = ? AND what = 'non-merge'"
            connection.execute(gone, (ident,))
    lefts = {(each.sides, left) for each in (*changed.old, *changed.new)
             for left in (each.n, _before(connection, each)) if left}  # fmt: skip
    for sides, n in sorted(lefts):
        left, right = _contact(connection, n), _contact(connection, _after(connection, sides, n))
        if left and right and " ".join(left.sides) == sides:
            rows.put(connection, "doubts", map(rows.doubt_row, neighbours(left, right)))


def _before(connection: sqlite3.Connection, placed: Placed) -> int | None:
    return _beside(connection, placed.sides, ("<", placed.n, "DESC"))


def _after(connection: sqlite3.Connection, sides: str, n: int) -> int | None:
    return _beside(connection, sides, (">", n, "ASC"))


def _beside(connection: sqlite3.Connection, sides: str, where: tuple[str, int, str]) -> int | None:
    """The place of the contact of the same sides that stands next."""
    sign, n, order = where
    sql = f"""SELECT n FROM keys WHERE of = 'contact' AND what = 'sides' AND key = ?
              AND n {sign} ? ORDER BY n {order} LIMIT 1"""
    found = connection.execute(sql, (sides, n)).fetchone()
    return int(found[0]) if found else None


def _contact(connection: sqlite3.Connection, n: int | None) -> Contact | None:
    found = connection.execute("SELECT body FROM bodies WHERE n = ?", (n,)).fetchone()
    return rows.adapter(Contact).validate_json(found[0]) if found else None


def _count_questions(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM counts WHERE of = 'doubt'")
    connection.execute(schema.COUNTED[1])


def _promises(connection: sqlite3.Connection, changed: Change) -> None:
    """What answers the commitments that these contacts answered, or may answer now."""
    found = {n for each in changed.old for n in _answered_by(connection, each.contact)}
    found |= {n for each in changed.new for n in _open_to(connection, each.contact)}
    for n in sorted(found):
        _answer(connection, n)


def _answered_by(connection: sqlite3.Connection, contact: Contact) -> Iterator[int]:
    sql = "SELECT n FROM keys WHERE of = 'commitment' AND what = 'answer' AND key = ?"
    yield from (row[0] for row in connection.execute(sql, (contact.id,)))


def _open_to(connection: sqlite3.Connection, contact: Contact) -> Iterator[int]:
    """The commitments made before among the sides of a contact, to a contact of its family."""
    keys = [("pair", f"{a} {b}") for a, b in combinations(sorted(contact.sides), 2)]
    keys += [("alone", side) for side in contact.sides]
    sql = """SELECT c.n, c.kind FROM keys k JOIN commitments c ON c.n = k.n
             WHERE k.of = 'commitment' AND k.what = ? AND k.key = ?
             AND c.kind <> '' AND c.said_on BETWEEN 1 AND ?"""
    for key in keys:
        for n, kind in connection.execute(sql, (*key, contact.first - 1)):
            if family(kind) == family(contact.kind):
                yield n


def _answer(connection: sqlite3.Connection, n: int) -> None:
    sql = "SELECT body FROM commitments WHERE n = ?"
    body = connection.execute(sql, (n,)).fetchone()[0]
    promise = rows.adapter(Commitment).validate_json(body)
    made = replace(promise, answered_by=answer(promise, _later(connection, promise)))
    if made == promise:
        return
    connection.execute("UPDATE commitments SET body = ? WHERE n = ?", (rows.dumped(made), n))
    if promise.answered_by:
        _unkey(connection, ("commitment", "answer", promise.answered_by), n)
    if made.answered_by:
        _key(connection, ("commitment", "answer", made.answered_by), n)


def _later(connection: sqlite3.Connection, promise: Commitment) -> Iterable[Contact]:
    """The contacts of a commitment's sides that were held after it."""
    sides = sorted({*promise.by, *promise.to})
    key = ("pair", " ".join(sides[:2])) if len(sides) > 1 else ("side", "".join(sides))
    sql = """SELECT c.light FROM keys k JOIN contacts c ON c.n = k.n
             WHERE k.of = 'contact' AND k.what = ? AND k.key = ? AND k.n >= ?
             AND c.status = 'held' AND c.rung < 2"""
    found = connection.execute(sql, (*key, (promise.said_on + 1) * rows.DAY))
    return [rows.from_light(row[0]) for row in found]
