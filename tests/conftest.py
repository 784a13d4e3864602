"""What the tests of several folders share: the two databases that a store can live in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from elshi.store import Store

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _binary(name: str) -> str | None:
    folders = [str(folder) for folder in INSTALLED]
    return shutil.which(name, path=os.pathsep.join([*folders, os.environ.get("PATH", "")]))


def _run(*command: str | None, user: str | None) -> None:
    subprocess.run([part for part in command if part], check=True, capture_output=True, user=user)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, without a network, for this session."""
    initdb, pg_ctl = _binary("initdb"), _binary("pg_ctl")
    if not (initdb and pg_ctl):
        pytest.skip("no PostgreSQL server on this machine (looked for initdb and pg_ctl)")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with TemporaryDirectory(prefix="elshi-pg-") as folder:  # pytest's own is closed to others
        yield from _server(Path(folder), initdb, pg_ctl)


def _server(folder: Path, initdb: str, pg_ctl: str) -> Iterator[str]:
    """A server on a folder, while it is needed."""
    user = _unprivileged(folder)
    data, log = str(folder / "data"), str(folder / "log")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    _run(initdb, "-D", data, "-U", "elshi", "-A", "trust", "-E", "UTF8", user=user)
    _run(pg_ctl, "-D", data, "-l", log, "-w", "-o", options, "start", user=user)
    try:
        yield f"postgresql://elshi@/postgres?host={folder}"
    finally:
        _run(pg_ctl, "-D", data, "-m", "immediate", "stop", user=user)


def _unprivileged(folder: Path) -> str | None:
    """A user that may run a server on `folder`: the server refuses to run as root."""
    if os.geteuid() != 0:
        return None
    folder.chmod(0o755)
    shutil.chown(folder, "nobody")
    return "nobody"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a store, on both databases in turn."""
    if request.param == "sqlite":
        yield str(tmp_path / "chronicle.sqlite")
        return
    address = request.getfixturevalue("postgresql")
    yield from _fresh(address)


def _fresh(address: str) -> Iterator[str]:
    """A database of its own, dropped afterwards."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS chronicle")
        connection.execute("CREATE DATABASE chronicle")
        yield address.replace("/postgres?", "/chronicle?")
        connection.execute("DROP DATABASE chronicle WITH (FORCE)")


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty store, on both databases in turn."""
    with Store(where, make=True) as made:
        yield made
