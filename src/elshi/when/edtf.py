"""EDTF dates (ISO 8601-2) as the project writes them, compared to the precision they have.

2024-03-26   2023-09   2023   2023-23 (autumn)   2024-03-25/2024-03-27
[..2024-03-26] not after   [2022..] not before   XXXX-11-27  XXXX-11 year not known
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

Precision = Literal["day", "range", "month", "season", "year", "bound"]
Range = tuple[date | None, date | None]

UNKNOWN_YEAR = "XXXX"
LEAP_YEAR = 2024
"""Stands in for an unknown year where both dates lack it, so that 29 February can be compared."""
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
SEASONS = range(21, 25)


def published_day(published: str | None) -> date | None:
    """The calendar day of an ISO 8601 publishing time, in its own zone; None if less precise."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def published_bound(published: str) -> str:
    """Not after the day of publication, `[..2024-03-26]`: all that publishing tells."""
    return f"[..{published[:10]}]"


def edtf_range(edtf: str) -> Range:
    """First and last day that a date may mean; None on a side that is open or not known."""
    if UNKNOWN_YEAR in edtf:
        return None, None
    if edtf.startswith("[.."):
        return None, _period(edtf[3:-1])[1]
    if edtf.endswith("..]"):
        return _period(edtf[1:-3])[0], None
    first, _, last = edtf.partition("/")
    return _period(first)[0], _period(last or first)[1]


def precision(edtf: str) -> Precision:
    """How exactly a date is known: to the day, a range, the month, season, year, or a bound."""
    if edtf.startswith("["):
        return "bound"
    if "/" in edtf:
        return "range"
    parts = edtf.split("-")
    if len(parts) == 2:
        return "season" if int(parts[1]) in SEASONS else "month"
    return "day" if len(parts) == 3 else "year"


def compatible(a: str, b: str) -> bool:
    """Whether two dates could mean the same day, as «в марте» and 26 March."""
    if UNKNOWN_YEAR in a and UNKNOWN_YEAR in b:
        return _overlap(_in_year(a, LEAP_YEAR), _in_year(b, LEAP_YEAR))
    if UNKNOWN_YEAR in a:
        a, b = b, a
    if UNKNOWN_YEAR not in b:
        return _overlap(edtf_range(a), edtf_range(b))
    return any(_overlap(edtf_range(a), _in_year(b, year)) for year in _years(edtf_range(a)))


def contains(outer: str, inner: str) -> bool:
    """Whether every day that `inner` may mean lies within `outer`; False where not known."""
    if UNKNOWN_YEAR in outer or UNKNOWN_YEAR in inner:
        return outer == inner or _contains_yearless(outer, inner)
    (first, last), (inner_first, inner_last) = edtf_range(outer), edtf_range(inner)
    starts = first is None or (inner_first is not None and first <= inner_first)
    return starts and (last is None or (inner_last is not None and inner_last <= last))


def _contains_yearless(outer: str, inner: str) -> bool:
    if not (UNKNOWN_YEAR in outer and UNKNOWN_YEAR in inner):
        return False
    known = (text.replace(UNKNOWN_YEAR, str(LEAP_YEAR)) for text in (outer, inner))
    return contains(*known)


def _period(text: str) -> tuple[date, date]:
    """First and last day of a day, month, season or year."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = date(parts[0], parts[1], parts[2])
        return day, day
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    return _season(*parts) if parts[1] in SEASONS else _months(parts[0], parts[1], parts[1])


def _season(year: int, season: int) -> tuple[date, date]:
    """A winter «of 2024» may be its first months or its December: all of them may be meant."""
    if season == 24:
        return date(year - 1, 12, 1), _months(year + 1, 2, 2)[1]
    return _months(year, *SEASON_MONTHS[season])


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _in_year(edtf: str, year: int) -> Range | None:
    try:
        return edtf_range(edtf.replace(UNKNOWN_YEAR, str(year)))
    except ValueError:  # 29 February
        return None


def _years(period: Range) -> range:
    """The years in which a period lies; beside an open end, four, so that a leap year is tried."""
    first, last = period
    if first is None:
        return range(last.year - 4, last.year + 1) if last else range(LEAP_YEAR, LEAP_YEAR + 1)
    return range(first.year, (last.year if last else first.year + 4) + 1)


def _overlap(a: Range | None, b: Range | None) -> bool:
    if a is None or b is None:
        return False
    return _not_after(a[0], b[1]) and _not_after(b[0], a[1])


def _not_after(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last
