"""When a report was published: ISO 8601, with the zone where it is known."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, tzinfo

from elshi.errors import BadDate
from elshi.extract.outlets import Outlet, zone
from elshi.extract.said import Said
from elshi.extract.stamp import Stamp, stamp
from elshi.records import Span, Value
from elshi.text import paragraphs

_URL_DAY = re.compile(
    r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$|\D)"
    r"|[/-](20\d\d)-([01]\d)-([0-3]\d)(?=-|/|$)"
    r"|/(20\d\d)([01]\d)([0-3]\d)(?:(?:[0-2]\d[0-5]\d[0-5]\d)\d*)?(?=[/_-])"
)
"""`/2024/03/26/`, `…-2024-03-26-…`, `/20240326/`, `/20240326060200123-…`."""
_URL_DAY_LAST = re.compile(r"[-_/]([0-3]\d)[-_.]([01]\d)[-_.](20\d\d)(?=$|[/.?])")
_URL_MONTH = re.compile(r"/(20\d\d)/(0[1-9]|1[0-2])(?=/)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_PART_OF_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_DATELINE = 70
_OPENS = re.compile(r"[^\W\d_a-zа-яё][^\W\d_]*(?:[ -][^\W\d_]+){0,2}[\s.,/(-]+")
_CLOSES = re.compile(r"(?:\s*(?:года|г\.))?[\s.,]*(?:[/(]|[–—-]\s)")


def published(
    text: str, said: Said, *, dated: Stamp | None, at: Span | None, outlet: Outlet | None
) -> Value | None:
    """When it was published: by the input, by the page's head, by its date line, by its address."""
    clock = zone(outlet.zone) if outlet and outlet.zone else None
    if moment := said.given.get("published"):
        return Value(_iso(moment, clock), None, "given published", "given")
    if dated and at and (dated.clock or not said.head.get("published")):
        return _stamped(dated, at.start, clock, "date line")
    if moment := said.head.get("published"):
        with suppress(BadDate):
            return Value(_iso(moment, clock), None, "html metadata published", "given")
    if lead := _dated_lead(text, clock):
        return lead
    return _addressed(said.get("url"))


def _addressed(url: str) -> Value | None:
    """The day in a page's address, or the month."""
    if match := _URL_DAY.search(url):
        with suppress(ValueError):
            day = date(*(int(part) for part in match.groups() if part))
            return Value(day.isoformat(), None, "date in the address", "given")
    if match := _URL_DAY_LAST.search(url):
        with suppress(ValueError):
            day = date(*(int(part) for part in reversed(match.groups())))
            return Value(day.isoformat(), None, "date in the address", "given")
    if match := _URL_MONTH.search(url):
        return Value("-".join(match.groups()), None, "month in the address", "given")
    return None


def _stamped(dated: Stamp, start: int, clock: tzinfo | None, rule: str) -> Value:
    span = Span(start + dated.span.start, start + dated.span.end)
    return Value(dated.iso(clock), span, rule)


def _dated_lead(text: str, clock: tzinfo | None) -> Value | None:
    """The date of a dateline that says the year: "DHAKA, July 3, 2019 (BSS) –"."""
    for paragraph in paragraphs(text)[:3]:
        head = Span(paragraph.start, min(paragraph.end, paragraph.start + _DATELINE))
        found = stamp(head.of(text))
        if found and _OPENS.fullmatch(text, head.start, head.start + found.span.start):
            after = _CLOSES.match(text, head.start + found.span.end)
            return _stamped(found, head.start, clock, "dateline") if after else None
    return None


def _iso(moment: str, clock: tzinfo | None) -> str:
    """A given moment in ISO 8601, to the precision given; with the outlet's zone if it has none.

    Raises BadDate where it is no date.
    """
    if len(moment) <= 10:
        with suppress(ValueError):
            return date.fromisoformat(moment).isoformat()
    with suppress(ValueError):
        said = datetime.fromisoformat(moment)
        return (said if said.tzinfo or not clock else said.replace(tzinfo=clock)).isoformat()
    if _EPOCH.fullmatch(moment):
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(int(moment[:10]), UTC).isoformat()
    if found := stamp(moment):
        return found.iso(clock)
    if _PART_OF_DATE.fullmatch(moment):
        return moment
    raise BadDate(
        f"'{moment[:40]}' in 'published' is no date: write it as 2024-03-26T06:02:00+05:00"
    )


def refuse_future(published: Value | None, today: date) -> None:
    """A day of grace: it is tomorrow already in the east."""
    if published and date.fromisoformat((published.value + "-01-01")[:10]) > today + timedelta(
        days=1
    ):
        raise BadDate(
            f"published on {published.value}, after today ({today}): correct or leave out the date"
        )
