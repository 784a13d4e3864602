"""What is not there, or cannot be understood, gets a page that helps and a problem that does."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from samples import talks_reading
from sites import Open


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/en/contacts/contact-0000000000000000", 404, "There is no such page"),
        ("/en/articles/article-0000000000000000", 404, "There is no such page"),
        ("/en/persons/person-0000000000000000", 404, "There is no such page"),
        ("/en/nowhere", 404, "There is no such page"),
        ("/ru/pairs/KZ/Атлантида", 404, "Такой стороны нет"),
        ("/ru/pairs/KZ/KZ", 404, "Нужны две разные стороны"),
        ("/kk/contacts?since=ертең", 422, "Бұл күн емес"),
        ("/en/contacts?kind=dinner", 422, "The request cannot be understood"),
        ("/en/calendar?month=2023-13", 422, "This is no month"),
        ("/en/contacts?after=contact-0000000000000000", 410, "The list has changed"),
        ("/en/review", 403, "A login is needed"),
        ("/xx/contacts", 422, "The request cannot be understood"),
    ],
)
def test_trouble_is_told_on_a_page(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/api/v1/contacts?a=Atlantis", 404, "error-side"),
        ("/api/v1/contacts?since=tomorrow", 422, "error-date"),
        ("/api/v1/contacts?kind=dinner", 422, "error-unfit"),
        ("/api/v1/contacts/none", 404, "error-gone"),
        ("/api/v1/nowhere", 404, "error-gone"),
        ("/api/v1/contacts?after=none", 410, "error-cursor"),
        ("/api/v1/pairs/KZ/KZ/matrix", 404, "error-pair"),
        ("/api/v1/contacts?most=0", 422, "error-unfit"),
    ],
)
def test_trouble_is_told_as_a_problem(
    client: TestClient, path: str, status: int, kind: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["type"].endswith(kind)
    assert re.fullmatch(r"\S.*[.]", told["detail"])
    assert not re.search(r"[?.]\.", told["detail"])
    assert kind in client.get("/en/api").text


@pytest.mark.parametrize(
    "path",
    ["", "contacts", "pairs", "pairs/KZ/US", "pairs/KZ/US/brief", "persons", "statements",
     "calendar", "map", "forums", "articles", "sides/KZ", "search?q=x", "calendar.ics",
     "contacts.atom"],
)  # fmt: skip
def test_an_empty_chronicle_has_pages_that_help(site: Open, path: str) -> None:
    assert site([]).get(f"/en/{path}").status_code == 200


def test_an_empty_home_says_how_to_begin(site: Open) -> None:
    assert "elshi read" in site([]).get("/kk/").text


def test_what_is_empty_leads_on(client: TestClient) -> None:
    """A pair that never met, a side without contacts, an empty month, what is gone."""
    assert "/en/pairs/KZ/US" in client.get("/en/pairs/KZ/TV").text
    assert "/en/sides/KZ" in client.get("/en/sides/TV").text
    assert "month=2023-02" in client.get("/en/calendar?month=2023-06").text
    assert 'href="/ru/contacts"' in client.get("/ru/contacts/contact-0").text.split("<main")[1]


def test_a_person_without_contacts_leads_to_the_articles(site: Open) -> None:
    client = site([replace(talks_reading(), accounts=())])
    (alone, *_) = client.get("/api/v1/persons").json()["items"]
    assert alone["contacts"] == 0
    assert "/en/articles?q=" in client.get(f"/en/persons/{alone['id']}").text


def test_an_article_that_is_gone_leaves_its_contact_readable(site: Open, tmp_path: Path) -> None:
    """Somebody restored an older store under the open site: no page may break."""
    client = site(watch=3600.0)
    (found,) = client.get("/api/v1/contacts?kind=meeting&country=KZ").json()["items"]
    gone = found["accounts"][0]["article"]
    with sqlite3.connect(tmp_path / "0.sqlite") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM readings WHERE article = ?", (gone,))
        connection.execute("DELETE FROM articles WHERE id = ?", (gone,))
    answer = client.get(f"/en/contacts/{found['id']}")
    assert answer.status_code == 200
    assert client.get(f"/en/articles/{gone}").status_code == 404
    assert client.get("/en/pairs/KZ/US/brief").status_code == 200


def test_sides_that_never_met_get_a_page(client: TestClient) -> None:
    answer = client.get("/en/pairs/FJ/TV")
    assert answer.status_code == 200
    assert "No contact between these two sides" in answer.text


def test_an_unforeseen_error_tells_nothing_of_the_inside(
    chronicle: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from elshi.web.app import create_app
    from elshi.web.index.ask import Index
    from elshi.web.settings import Settings

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret path /home/x")

    monkeypatch.setattr(Index, "listed_articles", broken)
    with TestClient(create_app(Settings(chronicle)), raise_server_exceptions=False) as client:
        answer = client.get("/en/articles")
    assert answer.status_code == 500
    assert "secret" not in answer.text
