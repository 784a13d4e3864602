"""What people give a store beside articles: judgements, and registers of office holders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select

from elshi.store import schema
from elshi.store.engine import put
from elshi.store.store import Store, put_all


@dataclass(frozen=True, slots=True)
class Holder:
    """A line of a register: who held which post, from when to when."""

    source: str
    post: str
    person: str
    start: str = ""
    finish: str = ""
    person_id: str = ""
    side: str = ""
    level: str = ""
    house: str = ""


def judge(store: Store, lines: Sequence[tuple[str, str]]) -> int:
    """Appends judgements, each as (id, line of JSON); how many were not there yet."""
    with store.writing() as connection:
        return sum(
            put(connection, schema.judgements, {"id": ident, "line": line}) for ident, line in lines
        )


def judgements(store: Store) -> list[str]:
    """The ledger of judgements, as lines of JSON, by id."""
    query = select(schema.judgements.c.line).order_by(schema.judgements.c.id)
    with store.asking() as connection:
        return list(connection.scalars(query))


def load_register(store: Store, source: str, holders: Sequence[Holder]) -> int:
    """Puts a register into the store in place of what was loaded from the same source."""
    table = schema.register
    with store.writing() as connection:
        connection.execute(delete(table).where(table.c.source == source))
        put_all(connection, table, [asdict(holder) for holder in holders])
    return len(holders)


def register(store: Store) -> list[Holder]:
    """All lines of all registers, in order."""
    table = schema.register
    query = select(table).order_by(*table.primary_key)
    with store.asking() as connection:
        return [Holder(**row._mapping) for row in connection.execute(query)]
