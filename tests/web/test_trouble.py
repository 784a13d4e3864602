"""What is not there, or cannot be understood, gets a page that helps and a problem that does."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

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
    assert told["detail"]
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
