"""How much a store holds, and what has come since: for what is worked out from it and kept."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select, text

from elshi.store.schema import judgements, readings
from elshi.store.store import Store


class Tally(NamedTuple):
    """How much a store has of what is only ever added to it.

    `last` is the number of the row that was added last, and `mark` what stands in it, where the
    database numbers rows (SQLite); else 0, and the first and last article by id.
    """

    readings: int = 0
    judgements: int = 0
    last: int = 0
    mark: str = ""


def tally(store: Store) -> Tally:
    """How much the store holds now."""
    counts = select(
        select(func.count()).select_from(readings).scalar_subquery(),
        select(func.count()).select_from(judgements).scalar_subquery(),
    )
    with store.asking() as connection:
        told, judged = connection.execute(counts).one()
        if connection.dialect.name == "sqlite":
            last = connection.scalar(text("SELECT max(rowid) FROM readings")) or 0
            return Tally(told, judged, last, _mark(store, last))
        ends = select(func.min(readings.c.article), func.max(readings.c.article))
        return Tally(told, judged, 0, " ".join(map(str, connection.execute(ends).one())))


def _mark(store: Store, row: int) -> str:
    """What stands in a row: another store at the same place has another reading there."""
    asked = text("SELECT article, version, digest FROM readings WHERE rowid = :row")
    with store.asking() as connection:
        return " ".join(connection.execute(asked, {"row": row}).first() or ())


def arrived(store: Store, since: Tally) -> list[tuple[str, str]] | None:
    """The readings (article, version) added since; None where the database cannot tell."""
    if not since.last or _mark(store, since.last) != since.mark:
        return None
    asked = text("SELECT article, version FROM readings WHERE rowid > :last")
    with store.asking() as connection:
        rows = connection.execute(asked, {"last": since.last}).all()
        count = connection.scalar(select(func.count()).select_from(readings))
    found = [(str(row.article), str(row.version)) for row in rows]
    return found if count == since.readings + len(found) else None


def versions(store: Store) -> list[tuple[str, str]]:
    """Every reading of the store: (article, version)."""
    with store.asking() as connection:
        rows = connection.execute(select(readings.c.article, readings.c.version)).all()
    return [(str(row.article), str(row.version)) for row in rows]
