"""From what the words say to an EDTF date: beside an anchor, on the side that the tense tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from elshi.records import Span, When
from elshi.when.edtf import UNKNOWN_YEAR, edtf_range, precision
from elshi.when.expr import TimeExpr

Tense = Literal["past", "future"]
Basis = Literal["stated", "relative"]
Period = tuple[str, str]
"""First and last day, month or year, as EDTF; equal where it is one."""

NEAR = timedelta(days=60)
"""A date of the text anchors its weekdays only if the report is about that time: beside «2 марта
1992 года» in a report of 2024, «во вторник» still means this week's Tuesday."""
JOINED = 5
"""Characters between two dates that share one year: «30 мая и 2 июня 2021 года»."""


def resolve(
    expr: TimeExpr, *, anchor: date | None, tense: Tense | None = None
) -> tuple[str, Basis] | None:
    """The EDTF date of an expression and its basis; None where nothing can be derived.

    `anchor` is the publishing date, or the date nearest in the text. `tense` picks the side:
    «в марте» in a report of January is last year's of a thing done, this year's of one to come.
    """
    try:
        period, basis = _period(expr, anchor, tense)
    except (ValueError, OverflowError):  # 31 April; a year that the calendar does not have
        return None
    edtf = _bounded(period, expr) if period else None
    return (edtf, basis) if edtf else None


def times_in_text(
    found: Sequence[tuple[Span, TimeExpr]],
    *,
    published: date | None,
    tense: Callable[[Span], Tense | None] = lambda span: None,
    around: date | None = None,
) -> list[When]:
    """All times of a text, resolved beside each other; those that mean no date are left out.

    A weekday is counted from the date nearest to it in the text, «в тот же день» from the one
    before it, everything else from the publishing date. `around` is the last day on which it can
    have been published, where the day is not known: it tells the year of «24 December» alone.
    """
    shared = _with_shared_years(found)
    firm: list[When] = []
    for span, expr in shared:
        if not _leans(expr):
            anchor = published or (around if _wants_year(expr) else None)
            firm += _dated(span, resolve(expr, anchor=anchor, tense=tense(span)))
    times = list(firm)
    for span, expr in shared:
        if _leans(expr):
            times += _leaning(span, expr, sorted(times, key=_start), published, tense(span))
    if published is None:
        times = _beside_full(times)
    return sorted(times, key=_start)


def _beside_full(times: Sequence[When]) -> list[When]:
    """«12 февраля» beside «18 февраля 2022 года»: of that year, where no other year is told."""
    days = [day for t in times for day in _full_days(t.edtf)]
    years = {d.year for t in times if (d := edtf_range(t.edtf)[0])}
    return [_in_its_year(t, days) if len(years) == 1 else t for t in times]


def _full_days(edtf: str) -> Iterator[date]:
    """The day that a date is, the first and the last of a range of days."""
    for part in edtf.split("/"):
        with suppress(ValueError):
            yield date.fromisoformat(part)


def _in_its_year(time: When, days: Sequence[date]) -> When:
    if not (days and time.edtf.startswith(UNKNOWN_YEAR) and "/" not in time.edtf):
        return time
    with suppress(ValueError):
        day = date.fromisoformat(time.edtf.replace(UNKNOWN_YEAR, str(days[0].year)))
        if any(abs(day - other) <= NEAR for other in days):
            return replace(time, edtf=day.isoformat(), basis="relative")
    return time


def _leans(expr: TimeExpr) -> bool:
    bare = expr.weekday is not None and expr.offset is None and expr.day is None
    return bare or expr.anaphoric


def _leaning(
    span: Span, expr: TimeExpr, times: list[When], published: date | None, tense: Tense | None
) -> list[When]:
    """A weekday or «в тот же день» beside the times already known."""
    if expr.anaphoric:
        anchor = _before(span, times, expr) or (published if _near(expr, tense) else None)
        return _dated(span, resolve(expr, anchor=anchor))
    near = _nearest_day(span, times, published)
    if near is None or near == published:
        return _dated(span, resolve(expr, anchor=published, tense=tense))
    return _dated(span, resolve(expr, anchor=near))


def _near(expr: TimeExpr, tense: Tense | None) -> bool:
    """Whether, with no date before it, it is counted from the publishing day: «годом ранее» and
    what is to come "two days later"; a story's "sixty years later" is not."""
    offset = expr.offset or 0
    return offset < 0 or (offset > 0 and tense == "future")


def _before(span: Span, times: list[When], expr: TimeExpr) -> date | None:
    """The date last told before `span`, exact enough to count from."""
    exact = ("day", "range") if expr.unit in ("day", "week") else ("day", "range", "month", "year")
    told = [time for time in times if _start(time) < span.start and precision(time.edtf) in exact]
    return edtf_range(told[-1].edtf)[0] if told else None


def _nearest_day(span: Span, times: list[When], published: date | None) -> date | None:
    """The day told nearest to `span`, or the publishing date where none is told near its time."""
    days = [
        (abs(_start(time) - span.start), edtf_range(time.edtf)[0])
        for time in times
        if precision(time.edtf) in ("day", "range")
    ]
    near = [
        (gap, day)
        for gap, day in days
        if day and (published is None or abs(day - published) <= NEAR)
    ]
    return min(near)[1] if near else published


def _with_shared_years(found: Sequence[tuple[Span, TimeExpr]]) -> list[tuple[Span, TimeExpr]]:
    """«30 мая и 2 июня 2021 года»: the first date has the year of the second."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        (span, expr), (after, later) = shared[at], shared[at + 1]
        if after.start - span.end <= JOINED and _wants_year(expr) and later.month:
            shared[at] = (
                span,
                replace(
                    expr,
                    year=later.year,
                    unit=later.unit if not later.year else None,
                    offset=later.offset if not later.year else None,
                ),
            )
    return shared


def _wants_year(expr: TimeExpr) -> bool:
    return expr.month is not None and expr.year is None and expr.unit is None and not expr.offset


def _dated(span: Span, resolved: tuple[str, Basis] | None) -> list[When]:
    return [When(resolved[0], resolved[1], span, "time")] if resolved else []


def _start(time: When) -> int:
    return time.span.start if time.span else 0


def _bounded(period: Period, expr: TimeExpr) -> str | None:
    """One date, a range, or «not after» and «not before» it."""
    first, last = period
    if expr.bound is None:
        return first if first == last else f"{first}/{last}"
    if UNKNOWN_YEAR in first:
        return None
    if expr.bound == "since":
        return f"[{first}..]"
    return f"[..{edtf_range(last)[1] if expr.part == 'late' else last}]"


def _period(
    expr: TimeExpr, anchor: date | None, tense: Tense | None
) -> tuple[Period | None, Basis]:
    if expr.year is not None:
        return _in_year(expr, expr.year), "stated"
    if anchor is None:
        return _without_anchor(expr), "stated"
    if expr.unit is not None:
        return _shifted(expr, anchor), "relative"
    if expr.month is None and expr.season is None:
        return _in_calendar(expr, anchor, tense), "relative"
    return _yearless(expr, anchor, tense), "relative"


def _without_anchor(expr: TimeExpr) -> Period | None:
    if expr.month is None or expr.unit not in (None, "year"):
        return None
    return _in_year(expr, None)


def _in_year(expr: TimeExpr, year: int | None) -> Period:
    """An expression whose year is known (or stays `XXXX`), and the end of its range."""
    first = _edtf(year, expr.season or expr.month, expr.day)
    if expr.end is None:
        return first, first
    end_year, end_month, end_day = expr.end
    wraps = end_year is None and end_month is not None and end_month < (expr.month or 0)
    last = _edtf(end_year or (year and year + wraps), end_month, end_day)
    if edtf_range(first)[0] != edtf_range(last)[0] and UNKNOWN_YEAR not in first:
        _ordered(first, last)
    return first, last


def _ordered(first: str, last: str) -> None:
    start, end = edtf_range(first)[0], edtf_range(last)[1]
    if start and end and start > end:
        raise ValueError(f"{first} is after {last}")


def _edtf(year: int | None, month: int | None, day: int | None) -> str:
    """EDTF to the precision given; raises ValueError for a day that is not in the calendar."""
    if day is not None:
        date(year or 2024, month or 0, day)
    written = UNKNOWN_YEAR if year is None else f"{year:04d}"
    return written + "".join(f"-{part:02d}" for part in (month, day) if part is not None)


def _shifted(expr: TimeExpr, anchor: date) -> Period | None:
    """So many days, weeks, months or years from the anchor."""
    offset = expr.offset or 0
    if expr.unit == "day":
        return _days(anchor + timedelta(days=offset))
    if expr.unit == "week":
        return _in_week(expr, anchor, offset)
    if expr.unit == "year":
        return _in_year(expr, anchor.year + offset)
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + offset, 12)
    return _in_year(replace(expr, month=month + 1, end=_end_in(expr, month + 1)), year)


def _end_in(expr: TimeExpr, month: int) -> tuple[None, int, int | None] | None:
    return (None, month, expr.end[2]) if expr.end else None


def _in_week(expr: TimeExpr, anchor: date, offset: int) -> Period:
    """A week from Monday to Sunday, a day of it, or «the end of this week»: what is left of it."""
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=offset)
    sunday = monday + timedelta(days=6)
    if expr.weekday is not None:
        first = monday + timedelta(days=expr.weekday)
        return _days(first, first + _length(expr))
    if expr.part == "late" and offset == 0 and expr.bound is None:
        friday = monday + timedelta(days=4)
        return _days(min(max(friday, anchor + timedelta(days=1)), sunday), sunday)
    return _days(monday, sunday)


def _in_calendar(expr: TimeExpr, anchor: date, tense: Tense | None) -> Period | None:
    """A weekday, or a day of the month whose month is not told («20-го»)."""
    if expr.weekday is not None:
        first = _weekday(expr.weekday, expr.offset, anchor, tense)
        return _days(first, first + _length(expr))
    if expr.day is None:
        return None
    months = [anchor.replace(day=1) + timedelta(days=gap) for gap in (-1, 0, 31)]
    days = [replace(expr, month=month.month, year=month.year) for month in months]
    return _closest([found for day in days if (found := _try(day))], anchor, tense)


def _length(expr: TimeExpr) -> timedelta:
    """From the first to the last weekday; none where only one is told."""
    last = expr.weekday if expr.last_weekday is None else expr.last_weekday
    return timedelta(days=((last or 0) - (expr.weekday or 0)) % 7)


def _try(expr: TimeExpr) -> Period | None:
    try:
        return _in_year(expr, expr.year)
    except ValueError:
        return None


def _weekday(weekday: int, offset: int | None, anchor: date, tense: Tense | None) -> date:
    """The weekday nearest to the anchor, or on the side that the words or the tense tell."""
    back = (anchor.weekday() - weekday) % 7
    if offset is not None and offset < 0:
        return anchor - timedelta(days=back or 7)
    if offset is not None and offset > 0:
        return anchor + timedelta(days=7 - back)
    if offset == 0 and tense is None:
        return anchor + timedelta(days=weekday - anchor.weekday())
    ahead = -back % 7
    if tense == "past" or (tense is None and back <= 3):
        return anchor - timedelta(days=back)
    return anchor + timedelta(days=ahead)


def _yearless(expr: TimeExpr, anchor: date, tense: Tense | None) -> Period | None:
    """A day, month or season without a year: the one nearest to the anchor."""
    years = range(max(anchor.year - 2, 1), anchor.year + 3)
    found = [period for year in years if (period := _try(replace(expr, year=year)))]
    if expr.day and expr.weekday is not None:
        found = [period for period in found if _falls_on(period, expr.weekday)] or found
    if expr.offset:
        found = [period for period in found if _beside(period, anchor, expr.offset)]
    if expr.offset == 0:
        found = [period for period in found if _this_year(period, anchor, tense)] or found
    return _closest(found, anchor, tense)


def _falls_on(period: Period, weekday: int) -> bool:
    return date.fromisoformat(period[0]).weekday() == weekday


def _this_year(period: Period, anchor: date, tense: Tense | None) -> bool:
    """«этой осенью» said in March is the one to come, unless it is told as past."""
    return period[0].startswith(f"{anchor.year:04d}") and _on_side(period, anchor, tense)


def _beside(period: Period, anchor: date, offset: int) -> bool:
    """Whether it lies wholly before («прошлой осенью») or after the anchor («будущей осенью»)."""
    first, last = _extent(period)
    return last < anchor if offset < 0 else first > anchor


def _closest(found: list[Period], anchor: date, tense: Tense | None) -> Period | None:
    sided = [period for period in found if _on_side(period, anchor, tense)]
    return min(sided, key=lambda period: _distance(period, anchor), default=None)


def _on_side(period: Period, anchor: date, tense: Tense | None) -> bool:
    """A report written after midnight elsewhere may be a day ahead of its own date."""
    first, last = _extent(period)
    if tense == "past":
        return first <= anchor + timedelta(days=1)
    return tense is None or last >= anchor - timedelta(days=1)


def _distance(period: Period, anchor: date) -> tuple[int, date]:
    first, last = _extent(period)
    return max((first - anchor).days, (anchor - last).days, 0), first


def _extent(period: Period) -> tuple[date, date]:
    """First and last day; a winter is the one around its January."""
    first, last = (edtf_range(edge) for edge in period)
    if len(period[0]) == len("2024-24") and period[0].endswith("-24"):
        return date(int(period[0][:4]) - 1, 12, 1), date(int(period[0][:4]), 2, 28)
    return first[0] or date.min, last[1] or date.max


def _days(first: date, last: date | None = None) -> Period:
    return first.isoformat(), (last or first).isoformat()
