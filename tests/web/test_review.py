"""Judging needs a login; every decision says who and when, and can be taken back."""

from __future__ import annotations

import pytest

from elshi.errors import UsageError
from elshi.web import users
from samples import english_reading, talks_reading
from sites import NAME, PASSWORD, Open, links, log_in, token


def accounts(client) -> list[str]:  # type: ignore[no-untyped-def]
    """All accounts, as forms name them."""
    items = client.get("/api/v1/contacts").json()["items"]
    return [f"{a['article']}/{a['account']}" for c in items for a in c["accounts"]]


def decide(client, **form: str) -> int:  # type: ignore[no-untyped-def]
    """Sends a decision as the page does."""
    csrf = token(client.get("/en/review").text)
    return client.post("/en/review", data=form | {"csrf": csrf}, follow_redirects=False).status_code


def test_reading_needs_no_login_and_judging_does(site: Open) -> None:
    client = site([talks_reading(), english_reading()])
    assert client.get("/en/contacts").status_code == 200
    assert client.get("/en/review").status_code == 403
    csrf = token(client.get("/en/login").text)
    form = {"verb": "drop", "a": accounts(client)[0], "csrf": csrf}
    assert client.post("/en/review", data=form).status_code == 403


def test_a_closed_site_lets_nobody_read(site: Open) -> None:
    client = site(None, closed=True)
    for path in ("/en/", "/en/contacts", "/api/v1/contacts", "/en/calendar.ics", "/en/api"):
        assert client.get(path).status_code == 403
    assert log_in(client) == 303
    assert client.get("/en/contacts").status_code == 200
    assert client.get("/api/v1/contacts").status_code == 200


def test_two_that_were_one_are_parted_and_made_one_again(site: Open) -> None:
    client = site([talks_reading(), english_reading()])
    before = client.get("/api/v1/contacts").json()
    assert len(before["items"]) == 1
    assert log_in(client) == 303
    a, b = accounts(client)
    assert decide(client, verb="not-same", a=a, b=b, reason="two halls") == 303
    assert len(client.get("/api/v1/contacts").json()["items"]) == 2
    page = client.get("/en/review").text
    assert NAME in page
    assert "two halls" in page
    judgement = page.split('name="judgement" value="')[1].split('"')[0]
    csrf = token(page)
    answer = client.post("/en/review/withdraw", data={"judgement": judgement, "csrf": csrf})
    assert answer.status_code == 200
    assert client.get("/api/v1/contacts").json() == before


def test_a_correction_is_shown_and_signed(site: Open) -> None:
    client = site([talks_reading()])
    log_in(client)
    (a,) = accounts(client)
    assert decide(client, verb="correct", a=a, field="kind", value="conference") == 303
    (contact,) = client.get("/api/v1/contacts").json()["items"]
    assert contact["kind"] == "conference"
    assert "corrected" in client.get(f"/en/contacts/{contact['id']}").text


@pytest.mark.parametrize(
    "form",
    [
        {"verb": "correct", "field": "colour", "value": "red"},
        {"verb": "correct", "field": "when", "value": "yesterday"},
        {"verb": "correct", "field": "kind", "value": "dinner"},
        {"verb": "correct", "field": "country", "value": "Atlantis"},
        {"verb": "same"},
        {"verb": "burn"},
    ],
)
def test_what_is_no_decision_is_refused(site: Open, form: dict[str, str]) -> None:
    client = site([talks_reading()])
    log_in(client)
    (a,) = accounts(client)
    assert decide(client, a=a, **form) == 422
    assert len(client.get("/api/v1/contacts").json()["items"]) == 1


def test_a_form_that_is_not_ours_is_refused(site: Open) -> None:
    client = site([talks_reading()])
    log_in(client)
    (a,) = accounts(client)
    for csrf in ("", "x" * 32):
        form = {"verb": "drop", "a": a, "csrf": csrf}
        assert client.post("/en/review", data=form).status_code == 403
    assert len(client.get("/api/v1/contacts").json()["items"]) == 1


def test_guessing_passwords_is_stopped(site: Open) -> None:
    client = site([])
    for _ in range(users.ATTEMPTS):
        assert log_in(client, password="wrong password") == 403
    assert log_in(client) == 429


def test_an_unknown_name_is_answered_like_a_wrong_password(site: Open) -> None:
    client = site([])
    csrf = token(client.get("/en/login").text)
    pages = [
        client.post("/en/login", data={"name": name, "password": "x", "csrf": csrf}).text
        for name in (NAME, "nobody")
    ]
    assert pages[0] == pages[1]


def test_a_login_never_leads_to_another_site(site: Open) -> None:
    client = site([])
    for to in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        csrf = token(client.get("/en/login").text)
        form = {"name": NAME, "password": PASSWORD, "csrf": csrf, "to": to}
        answer = client.post("/en/login", data=form, follow_redirects=False)
        assert answer.headers["location"] == "/en/review"


def test_logging_out_ends_the_session(site: Open) -> None:
    client = site([talks_reading()])
    log_in(client)
    csrf = token(client.get("/en/").text)
    client.post("/en/logout", data={"csrf": csrf})
    assert client.get("/en/review").status_code == 403


def test_a_new_password_ends_old_sessions(site: Open) -> None:
    client = site([])
    log_in(client)
    users.add(client.app.state.site.settings.users_file, NAME, "a new long password")
    assert client.get("/en/review").status_code == 403


def test_the_session_cookie_is_out_of_reach_of_scripts(site: Open) -> None:
    client = site([])
    csrf = token(client.get("/en/login").text)
    form = {"name": NAME, "password": PASSWORD, "csrf": csrf}
    cookie = client.post("/en/login", data=form, follow_redirects=False).headers["set-cookie"]
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()


def test_passwords_are_long_and_are_not_kept(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "users"
    with pytest.raises(UsageError, match="too short"):
        users.add(file, "Ayan", "short")
    users.add(file, "Ayan", PASSWORD)
    assert PASSWORD.encode() not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert users.users(file) == ["Ayan"]
    users.remove(file, "Ayan")
    assert users.users(file) == []


def test_the_queue_leads_to_the_evidence(site: Open) -> None:
    client = site(None)
    log_in(client)
    page = client.get("/en/review").text
    assert "Latest decisions" in page
    assert links(page, "/en/review?what=") or "The queue is empty" in page
