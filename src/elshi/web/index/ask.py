"""Questions to the page index. Each is a walk along one key, or one row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from elshi.chronicle.contacts import contact as together
from elshi.chronicle.records import Commitment, Contact, Entry, Term, Who
from elshi.web.errors import CursorGone
from elshi.web.index.lemmas import match
from elshi.web.index.people import PersonRow
from elshi.web.index.records import (
    ArticleLine,
    Dot,
    DoubtLine,
    PersonShown,
    SaidLine,
    Shown,
)
from elshi.web.index.rows import adapter, name_words
from elshi.web.index.wanted import Asked, Slice, Wanted

Rows = Sequence[sqlite3.Row]
DRAWN = 20_000
"""Contacts that one picture draws at most: the latest ones."""
LONGEST = 460
"""Days that a dated contact lasts at most (a year, told vaguely): see `entries.RUNGS`."""


class Index:
    """An open page index. One for each question asked from outside: opening costs 0.1 ms."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.queries = 0

    def rows(self, sql: str, *values: Any) -> Rows:
        """The rows of a question."""
        self.queries += 1
        return self.connection.execute(sql, values).fetchall()

    def meta(self) -> dict[str, str]:
        """What the index says of itself."""
        return {row["key"]: row["value"] for row in self.rows("SELECT key, value FROM meta")}

    def count(self, of: str, what: str, key: str = "") -> int:
        """How many have a key."""
        sql = "SELECT count FROM counts WHERE of = ? AND what = ? AND key = ?"
        found = self.rows(sql, of, what, key)
        return int(found[0]["count"]) if found else 0

    def counts(self, of: str, what: str, most: int = 400) -> list[tuple[str, int]]:
        """All keys of a kind with their numbers, the most frequent first."""
        sql = """SELECT key, count FROM counts WHERE of = ? AND what = ?
                 ORDER BY count DESC, key LIMIT ?"""
        return [(row["key"], row["count"]) for row in self.rows(sql, of, what, most)]

    def counts_from(self, of: str, what: str, start: str) -> list[tuple[str, int]]:
        """Keys that begin so, with their numbers."""
        sql = """SELECT key, count FROM counts WHERE of = ? AND what = ?
                 AND key >= ? AND key < ? ORDER BY count DESC, key"""
        return [(r["key"], r["count"]) for r in self.rows(sql, of, what, start, f"{start}\uffff")]

    def contacts(self, wanted: Wanted) -> Slice[Shown]:
        """A part of a list of contacts."""
        sql, values = _contacts(self, wanted)
        columns = "c.n, c.id, c.body, c.people"
        order = "DESC" if wanted.newest else "ASC"
        limited = f"SELECT {columns} {sql} ORDER BY k.n {order} LIMIT ?"
        found = [_shown(row, wanted.known) for row in self.rows(limited, *values, wanted.most + 1)]
        items = tuple(found[: wanted.most])
        return Slice(items, items[-1].contact.id if len(found) > len(items) else "")

    def all_contacts(self, wanted: Wanted) -> list[Contact]:
        """All contacts that fit: for a brief, which counts what it leaves out."""
        return [shown.contact for shown in self.contacts(replace(wanted, most=DRAWN)).items]

    def dots(self, wanted: Wanted, most: int = DRAWN) -> list[Dot]:
        """Contacts as pictures draw them."""
        sql, values = _contacts(self, wanted)
        columns = "c.n, c.id, c.kind, c.status, c.first, c.last, c.rung, c.country, c.level"
        found = self.rows(f"SELECT {columns} {sql} ORDER BY k.n DESC LIMIT ?", *values, most)
        return [Dot(*row) for row in reversed(found)]

    def contact(self, ident: str, known: date | None = None) -> Shown | None:
        """One contact; none where nothing of it was published by the day asked for."""
        sql = "SELECT n, id, body, people FROM contacts WHERE id = ? AND (? = '' OR known <= ?)"
        day = known.isoformat() if known else ""
        found = self.rows(sql, ident, day, day)
        return _shown(found[0], known) if found else None

    def some_contacts(self, idents: Sequence[str]) -> list[Shown]:
        """These contacts, in their order in time."""
        sql = f"SELECT n, id, body, people FROM contacts WHERE id IN ({_gaps(idents)}) ORDER BY n"
        return [_shown(row) for row in self.rows(sql, *idents)]

    def persons(self, idents: Iterable[str]) -> dict[str, PersonShown]:
        """These persons."""
        asked = sorted({ident for ident in idents if ident})
        sql = f"SELECT n, contacts, body FROM persons WHERE id IN ({_gaps(asked)})"
        found = [_person(row) for row in self.rows(sql, *asked)] if asked else []
        return {each.person.id: each for each in found}

    def person(self, ident: str) -> PersonShown | None:
        """One person."""
        return self.persons([ident]).get(ident)

    def named(self, question: str, most: int = 20) -> list[PersonShown]:
        """Persons with these words in their name, in any script."""
        asked = sorted(name_words(question))
        if not asked:
            return []
        same = "SELECT n FROM person_words WHERE word = ?"
        inner = " INTERSECT ".join([same] * len(asked))
        sql = f"SELECT n, contacts, body FROM persons WHERE n IN ({inner}) ORDER BY n LIMIT ?"
        return [_person(row) for row in self.rows(sql, *asked, most)]

    def listed_persons(self, key: tuple[str, str], after: str, most: int) -> Slice[PersonShown]:
        """Persons by the number of their contacts."""
        start = self._place("persons", after) if after else -1
        sql = """SELECT p.n, p.contacts, p.body FROM keys k JOIN persons p ON p.n = k.n
                 WHERE k.of = 'person' AND k.what = ? AND k.key = ? AND k.n > ?
                 ORDER BY k.n LIMIT ?"""
        found = [_person(row) for row in self.rows(sql, *key, start, most + 1)]
        items = tuple(found[:most])
        return Slice(items, items[-1].person.id if len(found) > most else "")

    def articles(self, idents: Iterable[str]) -> dict[str, ArticleLine]:
        """These articles."""
        asked = sorted(set(idents))
        sql = f"SELECT * FROM articles WHERE id IN ({_gaps(asked)})"
        return {row["id"]: ArticleLine(*row) for row in self.rows(sql, *asked)}

    def listed_articles(
        self, key: tuple[str, str], *, words: str = "", after: str = "", most: int = 50
    ) -> Slice[ArticleLine]:
        """Articles, the newest first."""
        start = self._place("articles", after) if after else 2**62
        sql = """SELECT a.* FROM keys k JOIN articles a ON a.n = k.n
                 WHERE k.of = 'article' AND k.what = ? AND k.key = ? AND k.n < ?"""
        values: list[Any] = [*key, start]
        if words:
            sql += " AND k.n IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)"
            values.append(match(words))
        found = [ArticleLine(*row) for row in
                 self.rows(f"{sql} ORDER BY k.n DESC LIMIT ?", *values, most + 1)]  # fmt: skip
        return Slice(tuple(found[:most]), found[most - 1].id if len(found) > most else "")

    def statements(self, asked: Asked) -> Slice[SaidLine]:
        """Statements, the newest first."""
        sql, values = _statements(self, asked)
        found = [SaidLine(*row) for row in self.rows(sql, *values, asked.most + 1)]
        items = tuple(found[: asked.most])
        return Slice(items, items[-1].id if len(found) > asked.most else "")

    def terms(self, **where: str) -> list[Term]:
        """Who held which post, by `side`, `level`, `house`, or `person`."""
        tests = " AND ".join(f"{column} = ?" for column in where)
        sql = f"SELECT body FROM terms WHERE {tests} ORDER BY n"
        read = adapter(Term).validate_json
        return [read(row["body"]) for row in self.rows(sql, *where.values())]

    def commitments(self, key: tuple[str, str], most: int = 500) -> list[Commitment]:
        """Commitments by the day on which they were made, the newest first."""
        sql = """SELECT c.body FROM keys k JOIN commitments c ON c.n = k.n
                 WHERE k.of = 'commitment' AND k.what = ? AND k.key = ?
                 ORDER BY k.n DESC LIMIT ?"""
        read = adapter(Commitment).validate_json
        return [read(row["body"]) for row in self.rows(sql, *key, most)]

    def doubts(self, after: int = -1, most: int = 20, what: str = "") -> list[DoubtLine]:
        """The review queue from a place on."""
        sql = "SELECT * FROM doubts WHERE n > ? AND (? = '' OR what = ?) ORDER BY n LIMIT ?"
        return [_doubt(row) for row in self.rows(sql, after, what, what, most)]

    def doubt(self, ident: str) -> DoubtLine | None:
        """One question of the queue."""
        found = self.rows("SELECT * FROM doubts WHERE id = ?", ident)
        return _doubt(found[0]) if found else None

    def counts_of_doubts(self) -> list[tuple[str, int]]:
        """The kinds of questions in the queue, with their numbers."""
        sql = "SELECT what, count(*) AS count FROM doubts GROUP BY what ORDER BY what"
        return [(row["what"], row["count"]) for row in self.rows(sql)]

    def span(self) -> tuple[int, int]:
        """The first and the last day of dated contacts that were held."""
        sql = "SELECT value FROM meta WHERE key = 'span'"
        found = self.rows(sql)
        first, last = found[0]["value"].split() if found else ("0", "0")
        return int(first), int(last)

    def last_day(self) -> date | None:
        """The last day of the last contact."""
        last = self.span()[1]
        return date.fromordinal(last) if last else None

    def articles_span(self) -> tuple[str, str]:
        """When the first and the last article were published."""
        known = self.meta()
        return known.get("published first", ""), known.get("published last", "")

    def of_article(self, article: str) -> list[Shown]:
        """The contacts that an article tells of."""
        sql = """SELECT c.n, c.id, c.body, c.people FROM keys k JOIN contacts c ON c.n = k.n
                 WHERE k.of = 'contact' AND k.what = 'article' AND k.key = ? ORDER BY k.n"""
        return [_shown(row) for row in self.rows(sql, article)]

    def beside(self, person: str, most: int = 24) -> tuple[list[tuple[PersonShown, int]], int]:
        """With whom a person takes part, how often, and how many others are left out."""
        sql = """SELECT person, times FROM beside WHERE of = ? ORDER BY times DESC, person"""
        found = self.rows(sql, person)
        known = self.persons(row["person"] for row in found[:most])
        kept = [(known[row["person"]], row["times"]) for row in found[:most]]
        return kept, max(0, len(found) - most)

    def partners(self, side: str) -> list[tuple[str, int]]:
        """With which sides a side has contacts."""
        sql = """SELECT key, count FROM counts WHERE of = 'contact' AND what = 'partner'
                 AND key >= ? AND key < ? ORDER BY count DESC, key LIMIT 200"""
        found = self.rows(sql, f"{side} ", f"{side} \uffff")
        return [(row["key"].partition(" ")[2], row["count"]) for row in found]

    def by_country(self, wanted: Wanted) -> list[tuple[str, int]]:
        """Where contacts take place, by number."""
        if wanted == Wanted(newest=wanted.newest):
            return self._everywhere()
        sql, values = _contacts(self, wanted)
        asked = f"SELECT c.country AS country, count(*) AS count {sql} GROUP BY c.country"
        found = self.rows(f"{asked} ORDER BY count DESC, country", *values)
        return [(row["country"], row["count"]) for row in found]

    def _everywhere(self) -> list[tuple[str, int]]:
        known = self.counts("contact", "country")
        nowhere = self.count("contact", "all") - sum(count for _, count in known)
        return sorted([*known, ("", nowhere)] if nowhere else known, key=lambda k: (-k[1], k[0]))

    def first_from(self, day: int) -> int:
        """The place in the list of the first contact that begins on a day or after it."""
        sql = "SELECT n FROM contacts WHERE first >= ? ORDER BY first, n LIMIT 1"
        found = self.rows(sql, day)
        return int(found[0]["n"]) if found else 2**62

    def light(self, wanted: Wanted) -> list[Contact]:
        """Contacts with what a matrix needs of them, without their accounts."""
        sql, values = _contacts(self, wanted)
        found = self.rows(f"SELECT c.light {sql} ORDER BY k.n", *values)
        return [_light(json.loads(row["light"])) for row in found]

    def _place(self, table: str, ident: str) -> int:
        found = self.rows(f"SELECT n FROM {table} WHERE id = ?", ident)
        if not found:
            raise CursorGone(ident)
        return int(found[0]["n"])

    def rarest(self, of: str, keys: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Keys by how many have them: the list is walked along the first."""
        return sorted(set(keys) or {("all", "")}, key=lambda key: self.count(of, *key))


def _contacts(index: Index, wanted: Wanted) -> tuple[str, list[Any]]:
    """FROM and WHERE of a list of contacts."""
    first, *others = index.rarest("contact", wanted.keys)
    where = ["k.of = 'contact' AND k.what = ? AND k.key = ?"]
    values: list[Any] = [*first]
    for key in others:
        where.append(_has("contact"))
        values += key
    for test, value in _period(index, wanted):
        where.append(test)
        values.append(value)
    if wanted.known:
        where.append("c.known <= ?")
        values.append(wanted.known.isoformat())
    if wanted.after:
        where.append("k.n < ?" if wanted.newest else "k.n > ?")
        values.append(index._place("contacts", wanted.after))
    return f"FROM keys k JOIN contacts c ON c.n = k.n WHERE {' AND '.join(where)}", values


def _period(index: Index, wanted: Wanted) -> Iterator[tuple[str, int]]:
    """The part of the list in which a period lies, and the days themselves."""
    if wanted.since:
        since = wanted.since.toordinal()
        yield "k.n >= ?", index.first_from(since - LONGEST)
        yield "c.last >= ?", since
    if wanted.until:
        until = wanted.until.toordinal()
        yield "k.n < ?", index.first_from(until + 1)
        yield "c.first BETWEEN 1 AND ?", until


def _statements(index: Index, asked: Asked) -> tuple[str, list[Any]]:
    first, *others = index.rarest("statement", asked.keys)
    where = ["k.of = 'statement' AND k.what = ? AND k.key = ?"]
    values: list[Any] = [*first]
    for key in others:
        where.append(_has("statement"))
        values += key
    for test, value in (
        ("s.published >= ?", asked.since and asked.since.isoformat()),
        ("substr(s.published, 1, 10) <= ?", asked.until and asked.until.isoformat()),
        ("k.n < ?", asked.after and index._place("statements", asked.after)),
        (
            "k.n IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)",
            asked.words and match(asked.words),
        ),
    ):
        if value or value == 0:
            where.append(test)
            values.append(value)
    sql = f"""SELECT s.* FROM keys k JOIN statements s ON s.n = k.n
              WHERE {" AND ".join(where)} ORDER BY k.n DESC LIMIT ?"""
    return sql, values


def _has(of: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM keys o WHERE o.of = '{of}' AND o.what = ? AND o.key = ?"
        " AND o.n = k.n)"
    )


def _gaps(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _shown(row: sqlite3.Row, known: date | None = None) -> Shown:
    """A contact; as of a day, from those accounts alone that were published by then."""
    contact = adapter(Contact).validate_json(row["body"])
    if known and not all(_published_by(entry, known) for entry in contact.accounts):
        contact = together([e for e in contact.accounts if _published_by(e, known)], contact.maybe)
    meant = {(side, name): ident for side, name, ident in json.loads(row["people"])}
    people = tuple(meant.get((w.side, w.name), "") if w.person else "" for w in contact.who)
    return Shown(row["n"], contact, people)


def _published_by(entry: Entry, known: date) -> bool:
    return bool(entry.published) and entry.published[:10] <= known.isoformat()


def _light(tree: list[Any]) -> Contact:
    """A contact of few values: made by hand, because a matrix takes thousands."""
    ident, kind, status, first, last, sides, who, country, spheres = tree
    return Contact(
        id=ident, kind=kind, status=status, edtf="", first=first, last=last, rung=0,
        sides=tuple(sides), country=country, city="", forum="", spheres=tuple(spheres),
        who=tuple(Who(key="", person=True, side=side, level=level) for side, level in who),
        accounts=(),
    )  # fmt: skip


def _person(row: sqlite3.Row) -> PersonShown:
    return PersonShown(row["n"], adapter(PersonRow).validate_json(row["body"]), row["contacts"])


def _doubt(row: sqlite3.Row) -> DoubtLine:
    return DoubtLine(row["n"], row["id"], row["what"], row["points"], **json.loads(row["body"]))


@contextmanager
def opened(path: Path) -> Iterator[Index]:
    """The index at `path`, for one question; a newer one that takes its place does no harm."""
    connection = sqlite3.connect(
        f"file:{path}?mode=ro", uri=True, check_same_thread=False, cached_statements=64
    )
    connection.row_factory = sqlite3.Row
    try:
        yield Index(connection)
    finally:
        connection.close()
