"""Opening a database: SQLite as it must be for one writer and many readers, or PostgreSQL."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql.dml import ReturningInsert

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


def put(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Adds a row that is not there yet; one that is stays as it is. Whether it was added."""
    added = connection.execute(_insert(connection.dialect.name, table), row)
    return added.first() is not None  # psycopg counts no rows of such an insert


@cache
def _insert(dialect: str, table: Table) -> ReturningInsert[Any]:
    """Made once a table: building and compiling it costs more than running it."""
    if dialect == "postgresql":
        adding: Any = postgresql.insert(table).on_conflict_do_nothing()
    else:
        adding = sqlite.insert(table).on_conflict_do_nothing()
    returning: ReturningInsert[Any] = adding.returning(*table.primary_key)
    return returning


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
