"""The store: articles and readings go in whole or not at all, and come out as they went in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from sqlalchemy import Connection, Engine, Row, Select, Table, func, insert, or_, select
from sqlalchemy.exc import DBAPIError

from elshi.errors import BinaryInput, StoreError, UsageError
from elshi.record_json import read_tree
from elshi.records import Reading
from elshi.store import rows
from elshi.store.engine import exists, open_engine, put
from elshi.store.migrations import migrate
from elshi.store.schema import articles, failures, readings

Added = Literal["new", "known", "differs"]
"""`differs`: the same version of the rules read the article differently before; that is kept."""

T = TypeVar("T")
_BATCH = 200


class Store:
    """A chronicle's file or database. Use it in a `with`.

    `make` is False for commands that only ask: they never make an empty chronicle.
    """

    def __init__(self, where: str, *, make: bool = False) -> None:
        if not make and not exists(where):
            raise StoreError(
                f"no chronicle at {where}: make one with `elshi read … --into {where}`"
            )
        self.where = where
        self.engine: Engine = open_engine(where)
        self.writer = self.engine.execution_options(writes=True)
        try:
            with self._understood():
                migrate(self.engine)
        except BaseException:
            self.engine.dispose()
            raise

    def __enter__(self) -> Self:
        """Itself: open it in a `with`."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Closes every connection."""
        self.engine.dispose()

    def add(self, reading: Reading) -> Added:
        """Stores an article and its reading in one transaction; what is there stays as it is."""
        article, row = rows.article_row(reading.article), rows.reading_row(reading)
        if "\0" in article["text"]:
            raise BinaryInput("the text holds a NUL character, which no database keeps: clean it")
        with self.writing() as connection:
            put(connection, articles, article)
            if put(connection, readings, row):
                for table, found in rows.index_rows(reading):
                    put_all(connection, table, found)
                return "new"
            return "known" if row["digest"] == _digest(connection, reading) else "differs"

    def fail(self, *, name: str, reason: str, sha: str = "") -> None:
        """Writes an input that could not be read into the ledger, once."""
        with self.writing() as connection:
            put(connection, failures, {"name": name, "sha": sha, "reason": reason})

    def failures(self) -> list[tuple[str, str]]:
        """The inputs that could not be read: (name, reason)."""
        query = select(failures.c.name, failures.c.reason).order_by(*failures.primary_key)
        with self.asking() as connection:
            return [(row.name, row.reason) for row in connection.execute(query)]

    def readings(self) -> Iterator[Reading]:
        """The latest reading of every article, by publishing date, then id."""
        for ids in _batches(self.ids()):
            yield from self.some(ids)

    def ids(self) -> list[str]:
        """Ids of all articles, by publishing date, those without one last."""
        order = (articles.c.published.is_(None), articles.c.published, articles.c.id)
        with self.asking() as connection:
            return list(connection.scalars(select(articles.c.id).order_by(*order)))

    def some(self, ids: list[str]) -> list[Reading]:
        """The latest readings of these articles, in the order asked."""
        found = {row.article: _reading(row) for row in self.stored(ids)}
        return [found[ident] for ident in ids if ident in found]

    def stored(self, ids: list[str]) -> Iterator[Row[Any]]:
        """The latest readings of these articles as they are stored: article, text, fields, body."""
        for batch in _batches(ids):
            with self.asking() as connection:
                yield from connection.execute(latest().where(readings.c.article.in_(batch))).all()

    def one(self, name: str) -> Reading:
        """The reading of the article with this id (or its start), input id, url, or file."""
        ids = self._named(name)
        if len(ids) > 1:
            raise UsageError(f"'{name}' fits {len(ids)} articles: {', '.join(ids[:5])}; say more")
        if not ids:
            raise UsageError(f"no article '{name}' in {self.where}: see `elshi export` for the ids")
        return self.some(ids)[0]

    def has(self, name: str) -> bool:
        """Whether an article is called so."""
        return bool(self._named(name))

    def _named(self, name: str) -> list[str]:
        columns = (articles.c.id, articles.c.input_id, articles.c.url, articles.c.name)
        exact = select(articles.c.id).where(or_(*(column == name for column in columns)))
        starts = or_(
            articles.c.id.startswith(name, autoescape=True),
            articles.c.id.startswith(f"article-{name}", autoescape=True),
            articles.c.name.endswith(f"/{name}", autoescape=True),
        )
        with self.asking() as connection:
            found = connection.scalars(exact).all()
            return sorted(found or connection.scalars(select(articles.c.id).where(starts)).all())

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for one transaction: all of it is kept, or nothing."""
        with self._understood(), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection for questions."""
        with self._understood(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Says what is wrong with the database in one line."""
        try:
            yield
        except DBAPIError as error:
            reason = str(error.orig).strip().splitlines()[0]
            raise StoreError(f"{self.where} cannot be used as a chronicle: {reason}") from error


def latest() -> Select[Any]:
    """The reading of every article by the latest version of the rules, with the article."""
    others = readings.alias()
    last = select(func.max(others.c.rank)).where(others.c.article == readings.c.article)
    return (
        select(readings, articles.c.text, articles.c.fields, articles.c.sha)
        .join(articles, articles.c.id == readings.c.article)
        .where(readings.c.rank == last.scalar_subquery())
    )


def put_all(connection: Connection, table: Table, found: list[rows.Row]) -> None:
    """Adds the rows of a reading that is new."""
    if found:
        connection.execute(insert(table), found)


def whole_tree(row: Row[Any]) -> dict[str, Any]:
    """A stored reading as the plain tree that it was made from."""
    tree: dict[str, Any] = json.loads(row.body)
    return tree | {"article": json.loads(row.fields) | {"text": row.text}}


def _reading(row: Row[Any]) -> Reading:
    return read_tree(whole_tree(row))


def _digest(connection: Connection, reading: Reading) -> str:
    where = (readings.c.article == reading.article.id) & (readings.c.version == reading.version)
    return str(connection.scalar(select(readings.c.digest).where(where)))


def _batches(items: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
