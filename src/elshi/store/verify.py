"""Whether the store still says what the texts say: every quote, every hash, every value anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Table, select

from elshi.record_json import misquotes, read_tree
from elshi.records import Article, Reading
from elshi.store import rows
from elshi.store.store import Store, whole_tree


@dataclass(frozen=True, slots=True)
class Rules:
    """A version of the rules, and how they read."""

    version: str
    read: Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something stored that is not what it should be."""

    article: str
    what: str

    def __str__(self) -> str:
        """In one line."""
        return f"{self.article}: {self.what}"


def differences(store: Store, *, rules: Rules | None = None) -> Iterator[Difference]:
    """Everything in the store that does not hold.

    With `rules`, the articles that they read are read again and compared, value by value.
    """
    for ident in store.ids():
        for row in store.stored([ident]):
            for what in _article_differences(store, row, rules):
                yield Difference(ident, what)


def _article_differences(store: Store, row: Row[Any], rules: Rules | None) -> Iterator[str]:
    if rows.sha256(row.text) != row.sha:
        yield "the text is not the one that was read (its hash differs)"
    if rows.sha256(row.body) != row.digest:
        yield "the reading was changed (its hash differs)"
    tree = whole_tree(row)
    for wrong in misquotes(tree, row.text):
        where = f"{wrong.path} [{wrong.span.start}, {wrong.span.end})"
        yield f"{where} is stored as «{wrong.stored}», the text says «{wrong.found}»"
    reading = read_tree(tree)
    yield from _index_differences(store, reading)
    if rules and rules.version == reading.version:
        again = rows.body(rules.read(reading.article))
        yield from _changes(json.loads(row.body), json.loads(again), "")


def _changes(old: Any, new: Any, path: str) -> Iterator[str]:
    """Where two trees differ, as deep as they can be followed."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _changes(old.get(key), new.get(key), f"{path}.{key}" if path else key)
    elif isinstance(old, list) and isinstance(new, list):
        if len(old) != len(new):
            yield f"{path} has {len(old)} entries, read again it has {len(new)}"
        for n, (one, other) in enumerate(zip(old, new, strict=False)):
            yield from _changes(one, other, f"{path}[{n}]")
    elif old != new:
        yield f"{path} is stored as {_short(old)}, read again it is {_short(new)}"


def _index_differences(store: Store, reading: Reading) -> Iterator[str]:
    for table, expected in rows.index_rows(reading):
        found = _indexed(store, table, reading)
        if found != sorted(expected, key=lambda row: _key(table, row)):
            yield f"the table {table.name} does not say what the reading says"


def _indexed(store: Store, table: Table, reading: Reading) -> list[rows.Row]:
    mine = (table.c.article == reading.article.id) & (table.c.version == reading.version)
    with store.asking() as connection:
        found = connection.execute(select(table).where(mine)).mappings()
        return sorted((dict(row) for row in found), key=lambda row: _key(table, row))


def _key(table: Table, row: rows.Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _short(tree: Any) -> str:
    text = json.dumps(tree, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:119]}…"
