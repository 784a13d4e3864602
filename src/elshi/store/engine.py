"""Opening a database: SQLite as it must be for one writer and many readers, or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from elshi.errors import StoreError

BUSY_MS = 60_000
"""How long a writer waits for another one."""


def open_engine(where: str) -> Engine:
    """An engine for a path or a URL (`postgresql://…`)."""
    if "://" not in where:
        return _sqlite(f"sqlite:///{where}")
    if where.startswith("sqlite:"):
        return _sqlite(where)
    if not where.startswith(("postgresql:", "postgresql+psycopg:")):
        raise StoreError(
            f"no chronicle at {_hidden(where)}: give a file or a postgresql:// address"
        )
    return _postgresql(where)


def exists(where: str) -> bool:
    """Whether there may be a store: a file that is there, or a server that has to be asked."""
    if where.startswith("sqlite:///"):
        where = where.removeprefix("sqlite:///")
    return "://" in where or Path(where).exists()


def put(connection: Connection, table: Table, values: Any) -> int:
    """Adds rows that are not there yet; those that are stay as they are. How many were added."""
    if not values:
        return 0
    added = _insert(connection, table).values(values).returning(*table.primary_key)
    return len(connection.execute(added).all())  # psycopg counts no rows of such an insert


def _insert(connection: Connection, table: Table) -> Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _postgresql(where: str) -> Engine:
    try:
        return create_engine("postgresql+psycopg:" + where.partition(":")[2])
    except (ModuleNotFoundError, SQLAlchemyError) as error:
        raise StoreError(
            f"cannot open {_hidden(where)} ({error}): check the address, and that `psycopg` is "
            "installed (pip install 'elshi[postgres]')"
        ) from error


def _sqlite(url: str) -> Engine:
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: SQLiteConnection, _record: object) -> None:
    """WAL, so that a kill at any moment leaves whole transactions and readers never wait."""
    connection.isolation_level = None  # the driver must not begin or commit on its own
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """A writer locks at once: having read first, it could not go on after another's commit."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _hidden(where: str) -> str:
    """An address without its password."""
    scheme, _, rest = where.rpartition("@")
    return f"{scheme.partition('://')[0]}://…@{rest}" if scheme else rest
