"""From the nouns of the chronicle to the rows of the page index."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations
from typing import Any, TypeVar

from pydantic import TypeAdapter

from elshi import names
from elshi.chronicle.block import Key
from elshi.chronicle.block import keys as keys_of
from elshi.chronicle.matrix import level_of
from elshi.chronicle.records import Commitment, Contact, Term, Who
from elshi.ontology.levels import rank
from elshi.records import Article, Level, Reading, Statement
from elshi.web.index.doubts import Doubt
from elshi.web.index.lemmas import key_word, lemmas
from elshi.web.index.people import Known, PersonRow

Row = Sequence[Any]
T = TypeVar("T")
_TABLES_WITH_ROWID = {"statement_words", "article_words"}


def put(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Adds rows to a table; rows that are there already stay."""
    into = f"{table} (rowid, words)" if table in _TABLES_WITH_ROWID else table
    coming = iter(rows)
    first = next(coming, None)
    if first is not None:
        gaps = ", ".join("?" * len(first))
        adding = f"INSERT OR IGNORE INTO {into} VALUES ({gaps})"
        connection.executemany(adding, chain([first], coming))


def text(tree: Any) -> str:
    """JSON as it is kept."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


@cache
def adapter(record: type[T]) -> TypeAdapter[T]:
    """A record from and to JSON."""
    return TypeAdapter(record)


def dumped(record: object) -> str:
    """A record as JSON, without what it does not say."""
    kind: Any = type(record)
    made: TypeAdapter[Any] = adapter(kind)
    return made.dump_json(record, exclude_defaults=True).decode()


DAY = 1 << 41
"""By how much the place of a contact grows with each day."""
HELD_FOR = 511
"""Days of a contact that count for its place."""


def place(contact: Contact) -> int:
    """Where a contact lists: by its days, then its id; those without a day come first.

    It says nothing of other contacts, so that one more moves none of them.
    """
    days = min(contact.last - contact.first, HELD_FOR)
    return contact.first * DAY + (days << 32) + int(contact.id.rpartition("-")[2][:8], 16)


def contact_row(n: int, contact: Contact) -> Row:
    """The short row of a contact."""
    return (
        n, contact.id, contact.kind, contact.status, contact.first, contact.last, contact.rung,
        min(entry.published[:10] or "9999" for entry in contact.accounts), contact.country,
        top_level(contact), text(_light(contact)),
    )  # fmt: skip


def body_row(n: int, contact: Contact, known: Known) -> Row:
    """The whole contact, and who is meant by each name of its accounts."""
    everyone = [contact.who, *(entry.who for entry in contact.accounts)]
    named = {(w.side, w.name) for who in everyone for w in who if w.person}
    people = [[side, name, known.find(side, name)] for side, name in sorted(named)]
    return (n, dumped(contact), text(people))


def _light(contact: Contact) -> Row:
    """What a matrix needs of a contact."""
    who = sorted({(w.side, w.level) for w in contact.who if w.level})
    return (
        contact.id, contact.kind, contact.status, contact.first, contact.last, contact.sides, who,
        contact.country, contact.spheres,
    )  # fmt: skip


def from_light(light: str) -> Contact:
    """A contact of few values: made by hand, because a matrix takes thousands."""
    ident, kind, status, first, last, sides, who, country, spheres = json.loads(light)
    return Contact(
        id=ident, kind=kind, status=status, edtf="", first=first, last=last, rung=0,
        sides=tuple(sides), country=country, city="", forum="", spheres=tuple(spheres),
        who=tuple(Who(key="", person=True, side=side, level=level) for side, level in who),
        accounts=(),
    )  # fmt: skip


def together(contacts: Iterable[Contact], known: Known) -> Counter[tuple[str, str]]:
    """Who takes part with whom, and in how many contacts."""
    times: Counter[tuple[str, str]] = Counter()
    for contact in contacts:
        people = {known.find(w.side, w.name) for w in contact.who if w.person} - {""}
        times.update((a, b) for a in people for b in people if a != b)
    return times


def top_level(contact: Contact) -> str:
    """The highest rung on which anybody takes part."""
    levels: list[Level] = [w.level for w in contact.who if w.level]  # type: ignore[misc]
    return min(levels, key=rank, default="")


def contact_keys(contact: Contact, island: str, known: Known) -> set[tuple[str, str]]:
    """Everything by which a contact is found."""
    keys = {("all", ""), ("kind", contact.kind), ("status", contact.status), ("island", island)}
    keys |= {("sides", " ".join(contact.sides))}
    keys |= {("side", side) for side in contact.sides}
    keys |= {("level", w.level) for w in contact.who if w.level}
    keys |= {("sphere", sphere) for sphere in contact.spheres}
    keys |= {("house", f"{w.side} {w.house}") for w in contact.who if w.house}
    keys |= {("post", f"{w.side} {w.level}") for w in contact.who if w.level and w.side}
    keys |= {("article", entry.article) for entry in contact.accounts}
    keys |= {("forum", entry.forum) for entry in contact.accounts if entry.forum}
    keys |= {("person", p) for w in contact.who if (p := known.find(w.side, w.name))}
    keys |= {("country", contact.country)} if contact.country else set()
    keys |= {("recalled", "only")} if contact.recalled else set()
    for a, b in combinations(sorted(contact.sides), 2):
        keys |= {("pair", f"{a} {b}"), ("partner", f"{a} {b}"), ("partner", f"{b} {a}")}
        keys |= {("rung", f"{a} {b} {level_of(contact, (a, b))}")}
    return keys


def person_counts(contacts: Iterable[Contact], known: Known) -> Counter[str]:
    """In how many contacts each person takes part."""
    return Counter(
        person
        for contact in contacts
        for person in {known.find(w.side, w.name) for w in contact.who if w.person}
    )


def person_row(n: int, person: PersonRow, counts: Mapping[str, int]) -> Row:
    """The row of a person."""
    return (n, person.id, person.name, counts[person.id], dumped(person))


def person_keys(person: PersonRow) -> Iterator[tuple[str, str]]:
    """Everything by which a person is found."""
    yield ("all", "")
    yield from (("side", side) for side in person.sides)
    yield from (("level", level) for level in person.levels)


def words(person: PersonRow) -> set[str]:
    """The folded words of all spellings of a name: the same in every script."""
    return {word for each in person.spellings for word in name_words(each.text)}


def name_words(name: str) -> set[str]:
    """The words of a name, folded so that scripts agree."""
    return set(names.key(name).split())


@dataclass(frozen=True, slots=True)
class Homes:
    """In which contact an account went up, and who is who."""

    contact: Mapping[str, str]
    known: Known

    @classmethod
    def of(cls, contacts: Iterable[Contact], known: Known) -> Homes:
        """The homes of all accounts."""
        return cls({e.ref: c.id for c in contacts for e in c.accounts}, known)


def article_row(n: int, article: Article) -> Row:
    """The row of an article."""
    return (
        n, article.id, article.title.value if article.title else "",
        article.outlet.value if article.outlet else "",
        article.published.value if article.published else "", article.lang, article.url or "",
    )  # fmt: skip


def article_keys(n: int, reading: Reading) -> Iterator[Row]:
    """Everything by which an article is found."""
    article = reading.article
    yield ("article", "all", "", n)
    yield ("article", "lang", article.lang, n)
    if article.outlet:
        yield ("article", "outlet", article.outlet.value, n)
    if not reading.accounts:
        yield ("article", "silent", "", n)


def article_words(n: int, reading: Reading) -> Row:
    """What an article is searched by: its words and its keys."""
    keys = " ".join(key_word(what, key) for _, what, key, _ in article_keys(n, reading) if key)
    return (n, f"{lemmas(reading.article.text, reading.article.lang)} {keys}")


def statement_rows(
    n: int, reading: Reading, place: int, *, homes: Homes
) -> Iterator[tuple[str, Row]]:
    """The rows of a statement: itself, its words, its keys."""
    statement, article = reading.statements[place], reading.article
    speaker = statement.speaker
    name, side = speaker.name.value if speaker else "", _side(statement)
    person = homes.known.find(side, name)
    contact = homes.contact.get(f"{article.id}/{statement.account}", "")
    post = speaker.post.value if speaker and speaker.post else ""
    published = article.published.value if article.published else ""
    outlet = article.outlet.value if article.outlet else ""
    yield (
        "statements",
        (
            n, statement.id, article.id, place, statement.kind, statement.act, name, post, person,
            side, contact, article.lang, published, outlet, statement.text.value,
        ),
    )  # fmt: skip
    own = {
        "kind": statement.kind, "act": statement.act, "side": side, "person": person,
        "lang": article.lang,
    }  # fmt: skip
    named = " ".join(key_word(what, key) for what, key in own.items() if key)
    yield "statement_words", (n, f"{lemmas(statement.text.value, article.lang)} {named}")
    keys = own | {"all": "", "contact": contact}
    yield from (
        ("keys", ("statement", what, key, n)) for what, key in keys.items() if key or what == "all"
    )


def _side(statement: Statement) -> str:
    who = statement.speaker
    return who.side.value if who and who.side else ""


def term_row(n: int, term: Term) -> Row:
    """The row of a term in a post."""
    post = term.post
    return (n, post.side, post.level, post.house, term.person, dumped(term))


def commitment_row(n: int, commitment: Commitment) -> Row:
    """The row of a commitment."""
    return (n, commitment.id, commitment.said_on, commitment.kind, dumped(commitment))


def doubt_row(doubt: Doubt) -> Row:
    """The row of a question of the review queue."""
    body = {"a": doubt.a, "b": doubt.b, "contact": doubt.contact, "detail": doubt.detail}
    return (
        doubt.id, doubt.what, doubt.points, doubt.contact, text(doubt.places), text(body),
    )  # fmt: skip


def block_rows(contacts: Iterable[Contact], place: Mapping[str, int]) -> Iterator[Row]:
    """Under which keys the accounts of each article are compared with others."""
    for contact in contacts:
        for entry in contact.accounts:
            for key in keys_of(entry):
                yield (hashed(key), place[entry.article])


def hashed(key: Key) -> int:
    """A key as a number."""
    digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def commitment_keys(n: int, commitment: Commitment) -> Iterator[Row]:
    """Everything by which a commitment is found."""
    sides = sorted({*commitment.by, *commitment.to})
    yield ("commitment", "all", "", n)
    yield from (("commitment", "side", side, n) for side in sides)
    yield from (("commitment", "pair", f"{a} {b}", n) for a, b in combinations(sides, 2))
    if len(sides) == 1:
        yield ("commitment", "alone", sides[0], n)
    yield ("commitment", "article", commitment.article, n)
    if commitment.answered_by:
        yield ("commitment", "answer", commitment.answered_by, n)
