"""The lists of the page index as questions: walks along one key, or through the full-text index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from elshi.web.index.lemmas import match
from elshi.web.index.rows import DAY
from elshi.web.index.wanted import Asked, Wanted

if TYPE_CHECKING:
    from elshi.web.index.ask import Index

LONGEST = 460
"""Days that a dated contact lasts at most (a year, told vaguely): see `entries.RUNGS`."""


def contacts(index: Index, wanted: Wanted) -> tuple[str, list[Any]]:
    """FROM and WHERE of a list of contacts."""
    first, *others = index.rarest("contact", wanted.keys)
    where = ["k.of = 'contact' AND k.what = ? AND k.key = ?"]
    values: list[Any] = [*first]
    for key in others:
        where.append(_has("contact"))
        values += key
    for test, value in _period(wanted):
        where.append(test)
        values.append(value)
    if wanted.known:
        where.append("c.known <= ?")
        values.append(wanted.known.isoformat())
    if wanted.after:
        where.append("k.n < ?" if wanted.newest else "k.n > ?")
        values.append(index.place("contacts", wanted.after))
    return f"FROM keys k JOIN contacts c ON c.n = k.n WHERE {' AND '.join(where)}", values


def _period(wanted: Wanted) -> Iterator[tuple[str, int]]:
    """The part of the list in which a period lies, and the days themselves."""
    if wanted.since:
        since = wanted.since.toordinal()
        yield "k.n >= ?", max(1, since - LONGEST) * DAY
        yield "c.last >= ?", since
    if wanted.until:
        until = wanted.until.toordinal()
        yield "k.n < ?", (until + 1) * DAY
        yield "c.first BETWEEN 1 AND ?", until


def statements(index: Index, asked: Asked) -> tuple[str, list[Any]]:
    """A list of statements; in a period, those that were published in it."""
    tests: list[tuple[str, Any]] = []
    if asked.after:
        tests.append(("k.n < ?", index.place("statements", asked.after)))
    if asked.since or asked.until:
        first = asked.since.isoformat() if asked.since else "0"
        last = f"{asked.until.isoformat()}~" if asked.until else "~"
        tests += [("k.n >= ?", index.told_from(first, 2**62)), ("s.published >= ?", first)]
        tests += [("k.n < ?", index.told_from(last, 2**62)), ("s.published <= ?", last)]
    return listed(index, Of("statements", "statement", asked.keys), asked.words, tests)


@dataclass(frozen=True, slots=True)
class Of:
    """A table of the index with the keys by which its rows are found."""

    table: str
    name: str
    keys: Sequence[tuple[str, str]]


def listed(
    index: Index, of: Of, words: str, tests: Sequence[tuple[str, Any]]
) -> tuple[str, list[Any]]:
    """Rows by words and keys, the newest first. Tests on `k.n` say where in the list they are."""
    walked = [test for test in tests if "k.n" in test[0]]
    from_, values = _by_words(of, words, walked) if words else _by_keys(index, of, walked)
    others = [test for test in tests if test not in walked]
    where = " AND ".join(["1", *(test for test, _ in others)])
    sql = f"""SELECT s.* FROM ({from_} ORDER BY n DESC) k CROSS JOIN {of.table} s ON s.n = k.n
              WHERE {where} ORDER BY k.n DESC LIMIT ?"""
    return sql, [*values, *(value for _, value in others)]


def _by_words(of: Of, words: str, tests: Sequence[tuple[str, Any]]) -> tuple[str, list[Any]]:
    """The full-text index has keys as words: it cuts the lists of all of them at once."""
    found = f"SELECT rowid AS n FROM {of.name}_words WHERE {of.name}_words MATCH ?"
    where = [found, *(test.replace("k.n", "rowid") for test, _ in tests)]
    return " AND ".join(where), [match(words, of.keys), *(value for _, value in tests)]


def _by_keys(index: Index, of: Of, tests: Sequence[tuple[str, Any]]) -> tuple[str, list[Any]]:
    """A walk along the rarest key."""
    first, *others = index.rarest(of.name, of.keys)
    found = "SELECT k.n AS n FROM keys k WHERE k.of = ? AND k.what = ? AND k.key = ?"
    where = [found, *(_has(of.name) for _ in others), *(test for test, _ in tests)]
    values = [of.name, *first, *(part for key in others for part in key)]
    return " AND ".join(where), [*values, *(value for _, value in tests)]


def _has(of: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM keys o WHERE o.of = '{of}' AND o.what = ? AND o.key = ?"
        " AND o.n = k.n)"
    )


def with_bodies(inner: str, order: str = "ASC") -> str:
    """The whole contacts of a list of short rows."""
    return f"""SELECT c.n, c.id, b.body, b.people FROM ({inner}) c JOIN bodies b ON b.n = c.n
               ORDER BY c.n {order}"""


def gaps(values: Sequence[str]) -> str:
    """So many question marks."""
    return ", ".join("?" * len(values))
