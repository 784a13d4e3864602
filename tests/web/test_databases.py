"""A site over PostgreSQL shows what a site over SQLite shows, and takes judgements as that does."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site is not installed (pip install 'elshi[web]')")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the client warns of its own next version
    from fastapi.testclient import TestClient

from elshi.store import Store
from elshi.web import users
from elshi.web.app import create_app
from elshi.web.settings import Settings
from samples import all_readings
from sites import NAME, PASSWORD, TODAY, links, log_in, stored, token

PAGES = (
    "/ru/", "/en/contacts", "/kk/pairs", "/en/pairs/KZ/US", "/ru/pairs/KZ/US/brief", "/kk/persons",
    "/en/statements", "/kk/calendar?month=2023-02", "/ru/map", "/en/forums", "/en/articles",
    "/en/sides/KZ", "/en/posts/US/foreign minister", "/kk/search?q=Блинкен", "/en/calendar.ics",
    "/en/contacts.atom", "/api/v1/about", "/api/v1/contacts", "/api/v1/contacts.csv",
    "/api/v1/persons", "/api/v1/statements?q=партнёрство", "/api/v1/articles",
    "/api/v1/pairs/KZ/US/matrix", "/api/v1/pairs/KZ/US/commitments", "/api/v1/pairs/KZ/US/brief",
    "/en/contacts/nowhere", "/en/pairs/AQ/KZ",
)  # fmt: skip


@pytest.fixture
def other(postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A site over PostgreSQL; its own files lie in a folder of the test."""
    import psycopg

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS site")
        connection.execute("CREATE DATABASE site")
        where = postgresql.replace("/postgres?", "/site?")
        with Store(where, make=True) as store:
            for reading in all_readings():
                store.add(reading)
        files = str(tmp_path / "pages"), str(tmp_path / "users")
        settings = Settings(where, pages=files[0], users=files[1], now=TODAY)
        users.add(settings.users_file, NAME, PASSWORD)
        with TestClient(create_app(settings)) as client:
            yield client
        connection.execute("DROP DATABASE site WITH (FORCE)")


def test_a_site_is_the_same_over_both_databases(other: TestClient, tmp_path: Path) -> None:
    where = stored(tmp_path / "elshi.sqlite", all_readings())
    settings = Settings(where, now=TODAY)
    users.add(settings.users_file, NAME, PASSWORD)
    with TestClient(create_app(settings)) as one:
        contact, article, person = (
            links(one.get(f"/en/{page}").text, f"/en/{page}/")[0]
            for page in ("contacts", "articles", "persons")
        )
        for path in (*PAGES, contact, article, person):
            assert _shown(one, path) == _shown(other, path), path
        for client in (one, other):
            assert log_in(client) == 303
            _judge(client)
        for path in ("/api/v1/contacts", contact, "/en/statements", "/en/pairs/KZ/US"):
            assert _shown(one, path) == _shown(other, path), path


def _shown(client: TestClient, path: str) -> tuple[int, str]:
    """An answer without its token, which is new in each session."""
    answer = client.get(path)
    found = answer.text.split('name="csrf" value="')
    return answer.status_code, "".join([found[0], *(part[32:] for part in found[1:])])


def _judge(client: TestClient) -> None:
    """Parts the first two accounts that are one contact."""
    items = client.get("/api/v1/contacts").json()["items"]
    told = next(item["accounts"] for item in items if len(item["accounts"]) > 1)
    a, b = (f"{each['article']}/{each['account']}" for each in told[:2])
    csrf = token(client.get("/en/review").text)
    form = {"verb": "not-same", "a": a, "b": b, "csrf": csrf}
    assert client.post("/en/review", data=form, follow_redirects=False).status_code == 303
