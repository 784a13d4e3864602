"""Who may judge: users with hashed passwords, sessions in a signed cookie, tokens for forms."""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from fastapi import Request

from elshi.errors import UsageError
from elshi.web.errors import NotAllowed, TooMany

if TYPE_CHECKING:
    from elshi.web.site import Site

LEAST_LETTERS = 12
"""Of a password: long ones are safer than odd ones (NIST SP 800-63B asks for 8 at least)."""
ATTEMPTS, WINDOW = 5, 300
"""Logins that may fail from one address or for one name in so many seconds."""
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_hex())
"""Checked where the name is unknown, so that the time taken tells nothing."""
_TABLES = """
CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, hash TEXT NOT NULL, since TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS failed (who TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS failed_at ON failed (at);
"""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may judge. `since` changes with the password, and ends old sessions."""

    name: str
    since: str


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file of users, made where there is none; nobody but its owner can read it."""
    if not path.exists():
        path.touch(mode=0o600)
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    try:
        connection.executescript(_TABLES)
        yield connection
    finally:
        connection.close()


def add(path: Path, name: str, password: str) -> None:
    """Adds a user, or gives one a new password. Raises UsageError with what is wrong."""
    if not name.strip() or len(name) > 80 or not name.isprintable():
        raise UsageError("give a name of at most 80 letters, as it shall stand beside judgements")
    if len(password) < LEAST_LETTERS:
        raise UsageError(f"the password is too short: take {LEAST_LETTERS} letters or more")
    with opened(path) as connection:
        row = (name.strip(), _HASHER.hash(password), secrets.token_hex(8))
        connection.execute("INSERT OR REPLACE INTO users VALUES (?, ?, ?)", row)


def remove(path: Path, name: str) -> None:
    """Takes a user out. What he or she judged stays."""
    with opened(path) as connection:
        if not connection.execute("DELETE FROM users WHERE name = ?", (name,)).rowcount:
            raise UsageError(f"no user '{name}': see `elshi user list`")


def users(path: Path) -> list[str]:
    """The names of all users."""
    with opened(path) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM users ORDER BY name")]


def secret(path: Path) -> str:
    """The secret by which sessions are signed: made once, kept with the users."""
    with opened(path) as connection:
        row = ("session", secrets.token_hex(32))
        connection.execute("INSERT OR IGNORE INTO secrets VALUES (?, ?)", row)
        found = connection.execute("SELECT value FROM secrets WHERE name = 'session'").fetchone()
    return str(found[0])


def login(path: Path, name: str, password: str, *, host: str) -> User:
    """The user with this name and password. Raises NotAllowed, and TooMany after some failures."""
    with opened(path) as connection:
        _limited(connection, f"host {host}", f"name {name}")
        row = connection.execute("SELECT hash, since FROM users WHERE name = ?", (name,)).fetchone()
        if not _verified(row[0] if row else _NOBODY, password) or row is None:
            now = time.time()
            failed = [(f"host {host}", now), (f"name {name}", now)]
            connection.executemany("INSERT INTO failed VALUES (?, ?)", failed)
            raise NotAllowed(key="error.password")
    return User(name, row[1])


def _limited(connection: sqlite3.Connection, *who: str) -> None:
    start = time.time() - WINDOW
    connection.execute("DELETE FROM failed WHERE at < ?", (start,))
    sql = "SELECT count(*) FROM failed WHERE who = ?"
    if any(connection.execute(sql, (each,)).fetchone()[0] >= ATTEMPTS for each in who):
        raise TooMany


def _verified(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def begin(request: Request, user: User) -> None:
    """Opens a session, with a new token, so that one from before the login is worth nothing."""
    request.session.clear()
    request.session.update(user=user.name, since=user.since, csrf=secrets.token_urlsafe(24))


def user_of(request: Request, site: Site) -> User | None:
    """Who is logged in, if that user is still there and has the same password."""
    name, since = request.session.get("user"), request.session.get("since")
    if not name or not site.settings.users_file.exists():
        return None
    with opened(site.settings.users_file) as connection:
        row = connection.execute("SELECT since FROM users WHERE name = ?", (name,)).fetchone()
    return User(str(name), str(since)) if row and compare_digest(row[0], str(since)) else None


def csrf_token(request: Request) -> str:
    """The token of this session, made when first asked for."""
    token: str = request.session.setdefault("csrf", secrets.token_urlsafe(24))
    return token


def checked(request: Request, token: str) -> None:
    """Raises NotAllowed where a form does not carry the session's token."""
    if not compare_digest(request.session.get("csrf", "").encode() or b"-", token.encode()):
        raise NotAllowed(key="error.form")
