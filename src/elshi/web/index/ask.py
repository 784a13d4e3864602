"""Questions to the page index. Each is a walk along one key, or one row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from elshi.chronicle.contacts import contact as together
from elshi.chronicle.contacts import in_language
from elshi.chronicle.records import Commitment, Contact, Entry, Term
from elshi.web.errors import CursorGone
from elshi.web.index import lists
from elshi.web.index.lists import gaps, with_bodies
from elshi.web.index.people import PersonRow
from elshi.web.index.records import (
    ArticleLine,
    Dot,
    DoubtLine,
    PersonShown,
    SaidLine,
    Shown,
)
from elshi.web.index.rows import adapter, from_light, name_words
from elshi.web.index.wanted import Asked, Slice, Wanted

Rows = Sequence[sqlite3.Row]
DRAWN = 20_000
"""Contacts that one picture draws at most: the latest ones."""


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

    def counts_of(self, of: str) -> list[tuple[str, int]]:
        """How many there are of each kind."""
        found = self.rows("SELECT what, count FROM counts WHERE of = ? AND key = ''", of)
        return [(row["what"], row["count"]) for row in found]

    def counts_from(self, of: str, what: str, start: str) -> list[tuple[str, int]]:
        """Keys that begin so, with their numbers."""
        sql = """SELECT key, count FROM counts WHERE of = ? AND what = ?
                 AND key >= ? AND key < ? ORDER BY count DESC, key"""
        return [(r["key"], r["count"]) for r in self.rows(sql, of, what, start, f"{start}\uffff")]

    def contacts(self, wanted: Wanted) -> Slice[Shown]:
        """A part of a list of contacts."""
        sql, values = lists.contacts(self, wanted)
        order = "DESC" if wanted.newest else "ASC"
        limited = with_bodies(f"SELECT c.n, c.id {sql} ORDER BY k.n {order} LIMIT ?", order)
        found = [_shown(row, wanted.known) for row in self.rows(limited, *values, wanted.most + 1)]
        items = tuple(found[: wanted.most])
        return Slice(items, items[-1].contact.id if len(found) > len(items) else "")

    def dots(self, wanted: Wanted, pair: str, most: int = DRAWN) -> list[Dot]:
        """Contacts of two sides as pictures draw them, each on the rung on which the two meet."""
        sql, values = lists.contacts(self, wanted)
        columns = "c.n, c.id, c.kind, c.status, c.first, c.last, c.rung, c.country"
        found = self.rows(f"SELECT {columns} {sql} ORDER BY k.n DESC LIMIT ?", *values, most)
        rungs = self._rungs(pair)
        return [Dot(**dict(row), level=rungs.get(row["n"], "")) for row in reversed(found)]

    def _rungs(self, pair: str) -> dict[int, str]:
        """The rung of each contact of two sides, by its place."""
        sql = """SELECT key, n FROM keys WHERE of = 'contact' AND what = 'rung'
                 AND key >= ? AND key < ?"""
        found = self.rows(sql, f"{pair} ", f"{pair} \uffff")
        return {row["n"]: row["key"].removeprefix(f"{pair} ") for row in found}

    def contact(self, ident: str, known: date | None = None, lang: str = "") -> Shown | None:
        """One contact, with its names in a language; none if nothing was published by then."""
        inner = "SELECT n, id FROM contacts WHERE id = ? AND (? = '' OR known <= ?)"
        day = known.isoformat() if known else ""
        found = self.rows(with_bodies(inner), ident, day, day)
        return _shown(found[0], known, lang) if found else None

    def some_contacts(self, idents: Sequence[str]) -> list[Shown]:
        """These contacts, in their order in time."""
        inner = f"SELECT n, id FROM contacts WHERE id IN ({gaps(idents)})"
        found = self.rows(with_bodies(inner), *idents) if idents else []
        return [_shown(row) for row in found]

    def persons(self, idents: Iterable[str]) -> dict[str, PersonShown]:
        """These persons."""
        asked = sorted({ident for ident in idents if ident})
        sql = f"SELECT n, contacts, body FROM persons WHERE id IN ({gaps(asked)})"
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
        start = self.place("persons", after) if after else -1
        sql = """SELECT p.n, p.contacts, p.body FROM keys k JOIN persons p ON p.n = k.n
                 WHERE k.of = 'person' AND k.what = ? AND k.key = ? AND k.n > ?
                 ORDER BY k.n LIMIT ?"""
        found = [_person(row) for row in self.rows(sql, *key, start, most + 1)]
        items = tuple(found[:most])
        return Slice(items, items[-1].person.id if len(found) > most else "")

    def articles(self, idents: Iterable[str]) -> dict[str, ArticleLine]:
        """These articles."""
        asked = sorted(set(idents))
        sql = f"SELECT * FROM articles WHERE id IN ({gaps(asked)})"
        found = self.rows(sql, *asked) if asked else []
        return {row["id"]: ArticleLine(*row) for row in found}

    def listed_articles(
        self, key: tuple[str, str], *, words: str = "", after: str = "", most: int = 50
    ) -> Slice[ArticleLine]:
        """Articles, the newest first."""
        start = self.place("articles", after) if after else 2**62
        of = lists.Of("articles", "article", [key] if key[1] else [])
        sql, values = lists.listed(self, of, words, [("k.n < ?", start)])
        found = [ArticleLine(*row) for row in self.rows(sql, *values, most + 1)]
        return Slice(tuple(found[:most]), found[most - 1].id if len(found) > most else "")

    def statements(self, asked: Asked) -> Slice[SaidLine]:
        """Statements, the newest first."""
        sql, values = lists.statements(self, asked)
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

    def doubts(
        self, after: str = "", most: int = 20, what: str = "", but: Sequence[str] = ()
    ) -> list[DoubtLine]:
        """The review queue from a question on, but for those about these places."""
        where, values = [f"places NOT IN ({gaps(but)})"], [*but]
        if what:
            where, values = [*where, "what = ?"], [*values, what]
        if after:
            last = "SELECT points, id FROM doubts WHERE id = ?"
            where, values = [*where, f"(points, id) > ({last})"], [*values, after]
        sql = f"SELECT * FROM doubts WHERE {' AND '.join(where)} ORDER BY points, id LIMIT ?"
        return [_doubt(row) for row in self.rows(sql, *values, most)]

    def doubts_on(self, places: Sequence[str]) -> dict[str, int]:
        """How many questions of each kind are about these places."""
        sql = f"SELECT what, count(*) AS count FROM doubts WHERE places IN ({gaps(places)})"
        found = self.rows(f"{sql} GROUP BY what", *places)
        return {row["what"]: row["count"] for row in found}

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
        inner = """SELECT c.n, c.id FROM keys k JOIN contacts c ON c.n = k.n
                   WHERE k.of = 'contact' AND k.what = 'article' AND k.key = ?"""
        return [_shown(row) for row in self.rows(with_bodies(inner), article)]

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
        sql, values = lists.contacts(self, wanted)
        inner = f"SELECT c.country AS country {sql} ORDER BY k.n DESC LIMIT {DRAWN}"
        asked = f"SELECT country, count(*) AS count FROM ({inner}) GROUP BY country"
        found = self.rows(f"{asked} ORDER BY count DESC, country", *values)
        return [(row["country"], row["count"]) for row in found]

    def _everywhere(self) -> list[tuple[str, int]]:
        known = self.counts("contact", "country")
        nowhere = self.count("contact", "all") - sum(count for _, count in known)
        return sorted([*known, ("", nowhere)] if nowhere else known, key=lambda k: (-k[1], k[0]))

    def light(self, wanted: Wanted) -> list[Contact]:
        """Contacts with what a matrix needs of them, without their accounts."""
        sql, values = lists.contacts(self, wanted)
        found = self.rows(f"SELECT c.light {sql} ORDER BY k.n", *values)
        return [from_light(row["light"]) for row in found]

    def told_from(self, published: str, behind: int) -> int:
        """The place of the first statement that was published then or later."""
        sql = "SELECT n FROM statements WHERE published >= ? ORDER BY published, n LIMIT 1"
        found = self.rows(sql, published)
        return int(found[0]["n"]) if found else behind

    def place(self, table: str, ident: str) -> int:
        """Where in its list a row is; a cursor whose row is gone is told so."""
        found = self.rows(f"SELECT n FROM {table} WHERE id = ?", ident)
        if not found:
            raise CursorGone(ident)
        return int(found[0]["n"])

    def rarest(self, of: str, keys: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Keys by how many have them: the list is walked along the first."""
        return sorted(set(keys) or {("all", "")}, key=lambda key: self.count(of, *key))


def _shown(row: sqlite3.Row, known: date | None = None, lang: str = "") -> Shown:
    """A contact; as of a day, from those accounts alone that were published by then."""
    contact = adapter(Contact).validate_json(row["body"])
    if known and not all(_published_by(entry, known) for entry in contact.accounts):
        contact = together([e for e in contact.accounts if _published_by(e, known)], contact.maybe)
    if lang:
        contact = in_language(contact, lang)
    meant = {(side, name): ident for side, name, ident in json.loads(row["people"])}
    people = tuple(meant.get((w.side, w.name), "") if w.person else "" for w in contact.who)
    return Shown(row["n"], contact, people)


def _published_by(entry: Entry, known: date) -> bool:
    return bool(entry.published) and entry.published[:10] <= known.isoformat()


def _person(row: sqlite3.Row) -> PersonShown:
    return PersonShown(row["n"], adapter(PersonRow).validate_json(row["body"]), row["contacts"])


def _doubt(row: sqlite3.Row) -> DoubtLine:
    return DoubtLine(row["id"], row["what"], row["points"], **json.loads(row["body"]))


@contextmanager
def opened(path: Path) -> Iterator[Index]:
    """The index at `path` as it is at the first question: what changes it waits for the last."""
    connection = sqlite3.connect(
        f"file:{path}?mode=ro", uri=True, check_same_thread=False, cached_statements=64,
        isolation_level=None, timeout=30,
    )  # fmt: skip
    connection.row_factory = sqlite3.Row
    connection.execute("BEGIN")
    try:
        yield Index(connection)
    finally:
        connection.close()
