"""Dates as EDTF: their grammar, their ranges, what is compatible with what, and context."""

from __future__ import annotations

import re
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Span
from elshi.when import (
    TimeExpr,
    compatible,
    contains,
    edtf_range,
    precision,
    published_bound,
    published_day,
    resolve,
    times_in_text,
)

POINT = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])|-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?"
YEARLESS = r"XXXX-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
EDTF = re.compile(
    rf"{POINT}|{POINT}/{POINT}|{YEARLESS}|{YEARLESS}/{YEARLESS}|\[\.\.{POINT}\]|\[{POINT}\.\.\]"
)
CODES = ("ru", "kk", "en")

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1))
anchors = st.none() | days
tenses = st.sampled_from([None, "past", "future"])
maybe = st.none
expressions = st.builds(
    TimeExpr,
    year=maybe() | st.integers(1900, 2100),
    month=maybe() | st.integers(1, 12),
    day=maybe() | st.integers(1, 31),
    end=maybe() | st.tuples(st.none(), st.integers(1, 12), st.integers(1, 31)),
    season=maybe() | st.integers(21, 24),
    weekday=maybe() | st.integers(0, 6),
    last_weekday=maybe() | st.integers(0, 6),
    unit=st.sampled_from([None, "day", "week", "month", "year"]),
    offset=maybe() | st.integers(-40, 40),
    part=st.sampled_from([None, "early", "mid", "late"]),
    bound=st.sampled_from([None, "until", "since"]),
)


def sensible(expr: TimeExpr) -> bool:
    """Whether a grammar can say it: a day only in a month, an end only of a day, one frame."""
    if expr.day and not expr.month:
        return False
    if expr.season and (expr.month or expr.unit not in (None, "year")):
        return False
    return not (expr.end and not expr.day)


@given(expressions.filter(sensible), anchors, tenses)
def test_what_is_resolved_is_edtf_and_runs_forward(expr, anchor, tense) -> None:
    resolved = resolve(expr, anchor=anchor, tense=tense)
    if resolved is None:
        return
    edtf, basis = resolved
    assert EDTF.fullmatch(edtf)
    assert basis in ("stated", "relative")
    first, last = edtf_range(edtf)
    assert first is None or last is None or first <= last


@given(days, tenses)
def test_day_without_year_is_told_on_the_side_of_its_tense(anchor, tense) -> None:
    expr = TimeExpr(month=3, day=14)
    edtf, _ = resolve(expr, anchor=anchor, tense=tense)
    found = date.fromisoformat(edtf)
    assert abs(found - anchor) <= timedelta(days=184 if tense is None else 366)
    assert tense != "past" or found <= anchor + timedelta(days=1)
    assert tense != "future" or found >= anchor - timedelta(days=1)


@given(days, st.integers(0, 6))
def test_last_weekday_is_before_and_bare_weekday_near(anchor, weekday) -> None:
    last = date.fromisoformat(resolve(TimeExpr(weekday=weekday, offset=-1), anchor=anchor)[0])
    near = date.fromisoformat(resolve(TimeExpr(weekday=weekday), anchor=anchor)[0])
    assert last.weekday() == near.weekday() == weekday
    assert 1 <= (anchor - last).days <= 7
    assert abs((anchor - near).days) <= 3


@pytest.mark.parametrize("code", CODES)
@given(
    text=st.text(alphabet=st.sampled_from(list(" -–.,:/0123456789агмдеянтрліқMaychr")), max_size=80)
)
def test_spans_lie_in_any_text_and_do_not_overlap(code, text) -> None:
    found = import_module(f"elshi.lang.{code}.times").times(text)
    assert all(0 <= span.start < span.end <= len(text) for span, _ in found)
    assert all(a.end <= b.start for (a, _), (b, _) in pairwise(found))


@pytest.mark.parametrize("code", CODES)
def test_fold_keeps_length(code) -> None:
    fold = import_module(f"elshi.lang.{code}.times").fold
    text = "İstanbul ẞ Ёлка ŞANLIURFA Әлем Iрi ﬁ 2024"
    assert len(fold(text)) == len(text)


RANGES = [
    ("2024-03-26", "2024-03-26", "2024-03-26", "day"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("2023-23", "2023-09-01", "2023-11-30", "season"),
    ("2024-03-25/2024-03-27", "2024-03-25", "2024-03-27", "range"),
    ("2024-01/2024-06", "2024-01-01", "2024-06-30", "range"),
    ("[..2024-03-26]", None, "2024-03-26", "bound"),
    ("[2022-03..]", "2022-03-01", None, "bound"),
    ("XXXX-11-27", None, None, "day"),
    ("XXXX-11", None, None, "month"),
]


@pytest.mark.parametrize(("edtf", "first", "last", "exactness"), RANGES)
def test_range_and_precision(edtf, first, last, exactness) -> None:
    found = tuple(day and day.isoformat() for day in edtf_range(edtf))
    assert found == (first, last)
    assert precision(edtf) == exactness


COMPATIBLE = [
    ("2024-03-26", "2024-03-26", True),
    ("2024-03-26", "2024-03-27", False),
    ("2024-03", "2024-03-26", True),
    ("2024-03-25/2024-03-27", "2024-03-26", True),
    ("2024-03-25/2024-03-27", "2024-03-28", False),
    ("[..2024-03-26]", "2024-03-26", True),
    ("[..2024-03-26]", "2024-03-27", False),
    ("[..2024-03-26]", "[2024-03-27..]", False),
    ("2023", "2023-23", True),
    ("2024-24", "2023-12-15", True),
    ("XXXX-11-27", "2023-11-27", True),
    ("XXXX-11-27", "2023-11", True),
    ("XXXX-11-27", "2023-10", False),
    ("XXXX-11", "XXXX-11-27", True),
    ("XXXX-11", "XXXX-12", False),
    ("XXXX-02-29", "2023", False),
    ("XXXX-02-29", "2024", True),
    ("XXXX-11-27", "[..2024-03-26]", True),
    ("2023-12-30/2024-01-02", "XXXX-01-01", True),
]


@pytest.mark.parametrize(("a", "b", "expected"), COMPATIBLE)
def test_compatible_either_way(a, b, expected) -> None:
    assert compatible(a, b) is expected
    assert compatible(b, a) is expected


CONTAINS = [
    ("2024-03", "2024-03-26", True),
    ("2024-03-26", "2024-03", False),
    ("[..2024-03-26]", "2024-03-26", True),
    ("[..2024-03-26]", "2024-03", False),
    ("[..2024]", "[..2024-03-26]", True),
    ("2024", "[..2024-03-26]", False),
    ("XXXX-11", "XXXX-11-27", True),
    ("2023-11", "XXXX-11-27", False),
]


@pytest.mark.parametrize(("outer", "inner", "expected"), CONTAINS)
def test_contains(outer, inner, expected) -> None:
    assert contains(outer, inner) is expected


def test_publishing_gives_a_day_and_a_bound() -> None:
    assert published_day("2024-03-26T06:02:00+05:00") == date(2024, 3, 26)
    assert published_day("2024-03") is None
    assert published_day(None) is None
    assert published_bound("2024-03-26T06:02:00+05:00") == "[..2024-03-26]"


def test_no_such_day_is_nothing() -> None:
    assert resolve(TimeExpr(year=2023, month=2, day=29), anchor=None) is None
    assert resolve(TimeExpr(month=4, day=31), anchor=date(2024, 3, 1)) is None


def test_weekday_is_not_counted_from_a_date_of_history() -> None:
    long_ago = (Span(0, 14), TimeExpr(year=1992, month=3, day=2))
    found = times_in_text(
        [long_ago, (Span(20, 27), TimeExpr(weekday=1))], published=date(2024, 3, 28)
    )
    assert [when.edtf for when in found] == ["1992-03-02", "2024-03-26"]


def test_same_day_needs_a_day_before_it() -> None:
    that_day = (Span(20, 31), TimeExpr(unit="day", offset=0, anaphoric=True))
    assert times_in_text([that_day], published=date(2024, 3, 28)) == []


def test_two_dates_share_the_year_of_the_second() -> None:
    found = times_in_text(
        [
            (Span(0, 6), TimeExpr(month=5, day=30)),
            (Span(9, 24), TimeExpr(year=2021, month=6, day=2)),
        ],
        published=date(2024, 3, 28),
    )
    assert [when.edtf for when in found] == ["2021-05-30", "2021-06-02"]
