"""The calendar: contacts of a month, held and planned."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from elshi.web.errors import Unfit
from elshi.web.filters import ContactFilters, contact_filters
from elshi.web.index.records import Shown
from elshi.web.page import Page
from elshi.web.page import Wanted as PageOf

router = APIRouter()
MOST = 400


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar with its contacts."""

    day: date
    shown: tuple[Shown, ...]


@router.get("/{ui}/calendar")
def month(
    page: PageOf,
    filters: Annotated[ContactFilters, Depends(contact_filters)],
    at: Annotated[str, Query(alias="month", max_length=7)] = "",
) -> Response:
    """The contacts of a month: those of a day on it, those of a month or longer beside it."""
    first = _first(at, page.index.last_day() or page.today)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    asked = replace(filters, since=first, until=last, newest=False)
    found = page.index.contacts(asked.wanted(most=MOST))
    exact = [shown for shown in found.items if shown.contact.rung == 0 and shown.contact.edtf]
    vague = [shown for shown in found.items if shown not in exact]
    return page.render(
        "calendar.html",
        first=first, weeks=_weeks(first, last, exact), vague=vague, more=bool(found.after),
        before=first - timedelta(days=1), after=last + timedelta(days=1),
        people=page.who(*found.items), filters=filters, count=len(found.items),
        near=[] if found.items else list(_near(page, filters, first, last)),
    )  # fmt: skip


def _near(page: Page, filters: ContactFilters, first: date, last: date) -> Iterator[date]:
    """The nearest months before and after an empty one that are not."""
    before = replace(filters, since=None, until=first - timedelta(days=1), newest=True)
    after = replace(filters, since=last + timedelta(days=1), until=None, newest=False)
    for asked in (before, after):
        for shown in page.index.contacts(asked.wanted(most=1)).items:
            yield date.fromordinal(shown.contact.first)


def _first(at: str, usual: date) -> date:
    try:
        return date.fromisoformat(f"{at}-01") if at else usual.replace(day=1)
    except ValueError as error:
        raise Unfit(f"'{at}'", "error.month") from error


def _weeks(first: date, last: date, exact: list[Shown]) -> list[list[Day]]:
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=6 - last.weekday())
    days = [_day(start + timedelta(days=n), exact) for n in range((end - start).days + 1)]
    return [days[n : n + 7] for n in range(0, len(days), 7)]


def _day(day: date, exact: list[Shown]) -> Day:
    here = day.toordinal()
    return Day(day, tuple(s for s in exact if s.contact.first <= here <= s.contact.last))
