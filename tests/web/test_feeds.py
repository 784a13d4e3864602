"""Feeds that calendars and readers take."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from fastapi.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, its folded lines made whole."""
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


def test_a_calendar_of_a_pair(client: TestClient) -> None:
    answer = client.get("/ru/calendar.ics?a=KZ&b=US")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert all(len(line.encode()) <= 75 for line in answer.text.split("\r\n"))
    found = events(answer.text)
    meeting = next(e for e in found if e["SUMMARY"].startswith("Встреча"))
    assert meeting["DTSTART;VALUE=DATE"] == "20230228"
    assert meeting["DTEND;VALUE=DATE"] == "20230301"


def test_what_is_planned_is_tentative(client: TestClient) -> None:
    found = events(client.get("/en/calendar.ics?status=planned").text)
    assert {event["STATUS"] for event in found} <= {"TENTATIVE"}


def test_a_month_is_not_put_on_a_day_and_is_counted(client: TestClient) -> None:
    text = client.get("/en/calendar.ics?since=2023-09&until=2023-09").text
    assert events(text) == []
    assert "not dated to days: 1" in text.replace("\r\n ", "")


def test_news_of_a_side(client: TestClient) -> None:
    answer = client.get("/kk/contacts.atom?a=KZ")
    feed = Xml.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert client.get(link.attrib["href"]).status_code == 200
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)


def test_a_feed_does_not_change_by_itself(client: TestClient) -> None:
    for path in ("/en/calendar.ics", "/en/contacts.atom"):
        assert client.get(path).content == client.get(path).content
