"""How a store of an earlier version becomes one of this version: ordered, each in a transaction.

A new store is made from `schema` as it stands and counts as migrated. An older one runs what it
has not seen. A migration says in plain SQL what was true then, and never changes once released;
add new ones at the end of `MIGRATIONS`, with the same change made in `schema`.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, insert, inspect, select, text

from elshi.errors import StoreError
from elshi.store import schema

Migration = Callable[[Connection], None]

FIRST = "first"
"""The tables of version 0.1, before any migration."""
_LOCK = 3_541_203
"""Any number, so that two processes do not make the tables of one PostgreSQL store at once."""


def judgements_and_register(connection: Connection) -> None:
    """0.2: what people judge, and registers of office holders that they load."""
    kind = 'TEXT COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    key = f"{kind} NOT NULL"
    connection.execute(text(f"CREATE TABLE judgements (id {key}, line {key}, PRIMARY KEY (id))"))
    names = ("source", "post", "person", "start", "finish", "person_id", "side", "level", "house")
    columns = ", ".join(f"{name} {key}" for name in names)
    connection.execute(
        text(f"CREATE TABLE register ({columns}, PRIMARY KEY (source, post, person, start))")
    )


MIGRATIONS: tuple[Migration, ...] = (judgements_and_register,)


def migrate(engine: Engine) -> None:
    """Brings the store to this version. Raises StoreError where a later Elshi wrote it."""
    done = applied(engine)
    later = sorted(done - set(names()))
    if later:
        raise StoreError(
            f"this chronicle was written by a later Elshi (it has {', '.join(later)}): upgrade"
        )
    if not done:
        done = _create(engine)
    for migration in MIGRATIONS:
        if migration.__name__ not in done:
            _run(engine, migration)


def names() -> list[str]:
    """The names of all migrations, in order."""
    return [FIRST, *(migration.__name__ for migration in MIGRATIONS)]


def applied(engine: Engine) -> set[str]:
    """The names of the migrations that the store has seen; empty for a new one."""
    with engine.connect() as connection:
        return _applied(connection)


def _applied(connection: Connection) -> set[str]:
    if not inspect(connection).has_table(schema.migrations.name):
        return set()
    return set(connection.scalars(select(schema.migrations.c.name)))


def _create(engine: Engine) -> set[str]:
    """Makes all tables, unless another process did so in the meantime."""
    with engine.execution_options(writes=True).begin() as connection:
        _lock(connection)
        done = _applied(connection)
        if not done:
            schema.metadata.create_all(connection)
            rows = [{"name": name} for name in names()]
            connection.execute(insert(schema.migrations), rows)
        return done or set(names())


def _run(engine: Engine, migration: Migration) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        _lock(connection)
        if migration.__name__ not in _applied(connection):
            migration(connection)
            connection.execute(insert(schema.migrations).values(name=migration.__name__))


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
