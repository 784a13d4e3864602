"""Times in English: "March 26", "July 12–13", "last September", "on Tuesday", "in late 2023".

Letters of the rules are those of `elshi.when.scan.KINDS`; the words are in `times.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from elshi.records import Span
from elshi.when import build
from elshi.when.expr import Bound, TimeExpr
from elshi.when.scan import Grammar, Hit, Rule, grammar_of, load_lexicon, rule, scan

_NAME = re.compile(r" [A-Z][\w-]+ [A-Z][\w-]+")
TRIGGER = re.compile("[MHBWLSIEN4wmydqe1235]")
OF = r"(?:gj?|,|p)?"
LED = r"(?<=[pftuki&rg])"
"""What stands before a bare month or year that is a time: "in March", "since 2022"."""
OWNED = r"(?:(?<=[jCY])|(?<=[jCY]_)|(?<='x))"
"""What stands before a time that is an attribute: "the 2016 election", "its last 2017 campaign"."""
PUT_OFF = "8"
""" "Postponed until March" tells the new date."""
SURE = frozenset({1, 2, 7, 9, 10, 11, 12})
"""Months that are no name of a woman and no march."""
PART = r"(?:(?P<part>P)[-gpj]{0,2})?"
MONTH = r"M|B\.?|H"


def times(text: str) -> list[tuple[Span, TimeExpr]]:
    """Time expressions of an English text, not yet resolved against any date."""
    found = scan(text, _grammar())
    return [(span, expr) for span, expr in found if not (_is_year(expr) and _named(text, span.end))]


def _is_year(expr: TimeExpr) -> bool:
    return expr == TimeExpr(year=expr.year)


def _named(text: str, end: int) -> bool:
    """Whether words in capitals follow a year, as in "the 2024 World Internet Conference"."""
    return _NAME.match(text, end) is not None


def fold(text: str) -> str:
    """Lower case, of the same length."""
    return text.replace("İ", "i").lower()


@cache
def _grammar() -> Grammar:
    table = Path(__file__).with_name("times.tsv")
    lexicon = load_lexicon(table, fold=fold, forms=_forms)
    rules = (*_days(), *_months(), *_years(), *_weeks(), *_counted())
    return grammar_of(lexicon, rules, trigger=TRIGGER, bounds=_bounds)


def _forms(kind: str, form: str) -> Iterator[str]:
    """A capitalised form also in a headline's capitals: MARCH 26."""
    yield form
    if form != form.lower() and len(form) > 1:
        yield form.upper()


def _day(n: str = "") -> str:
    """The day of a date: "26", "26th"."""
    return rf"(?P<day{n}>Do?)"


def _month(n: str = "") -> str:
    """A month: "March", "Mar."."""
    return rf"(?P<month{n}>{MONTH})"


def _told_year(n: str = "") -> str:
    """A year that must be told: "2024", "of last year", "this year"."""
    return rf"(?:{OF}(?P<year{n}>4)(?!o?x)|{OF}(?P<shift{n}>X)y|{OF}(?P<same{n}>z+)y)"


def _year(n: str = "") -> str:
    """The year of a date, or nothing."""
    return f"{_told_year(n)}?"


def _days() -> tuple[Rule, ...]:
    weekday = r"(?:(?P<weekday>W|L\.?),?j?)?"
    return (
        rule(rf"{weekday}{_month()}{_day()}(?!o){_year()}", build.calendar),
        rule(rf"{weekday}{_day()}g?{_month()}{_year()}", build.calendar),
        *_day_ranges(),
        rule(r"(?P<iso>I)(?:[-t](?P<iso2>I))?", build.in_figures),
        rule(r"(?P<day>Do)g(?P<offset>X)m", build.day_of_month),
    )


def _day_ranges() -> tuple[Rule, ...]:
    sep = r"(?P<sep>[-t&])j?"
    first, last = f"{_month()}{_day()}{_year()}", f"{_month('2')}{_day('2')}{_year('2')}"
    first_day, last_day = (
        f"{_day()}g?{_month()}{_year()}",
        f"{_day('2')}g?{_month('2')}{_year('2')}",
    )
    return (
        rule(rf"{_month()}{_day()}{sep}{_day('2')}{_year()}", build.day_range),
        rule(rf"{_day()}{sep}{_day('2')}g?{_month()}{_year()}", build.day_range),
        rule(rf"(?P<t>{_month()}{_day()})(?=[&,]{_day('2')}{_year()})", build.first_of_two),
        rule(rf"{_month()}D&(?P<t>{_day()}{_year()})(?!_)", build.calendar),
        rule(rf"(?P<t>{_day()})[&,]j?(?={_day('2')}g?{_month()}{_year()})", build.first_of_two),
        rule(rf"{_month()}{_day()},D,?&{_day('2')}{_year()}", build.three_days),
        rule(rf"{_day()},D,?&{_day('2')}g?{_month()}{_year()}", build.three_days),
        rule(rf"{first}[-tu]{last}", build.calendar),
        rule(rf"{first_day}[-tu]j?{last_day}", build.calendar),
        rule(rf"(?<=r){first}&{last}", build.calendar),
        rule(rf"(?<=r){first_day}&j?{last_day}", build.calendar),
    )


def _months() -> tuple[Rule, ...]:
    told, sep = _told_year(), "(?P<sep>[-t])"
    return (
        rule(rf"{PART}{_month()}{told}", build.month),
        rule(r"(?P<part>P)[-gpj]{0,2}(?P<month>M|H|B\.)", build.month),
        rule(r"(?<=[jY])(?P<month>M)(?=_)", build.month, bounded=False),
        rule(r"(?P<month>M)(?='x)", build.month, bounded=False),
        rule(rf"{LED}(?P<month>M|B\.)(?!D)", build.month),
        rule(r"(?<![DX])(?P<month>M)(?=_)", _sure_month),
        rule(r"(?<=[pftui])(?P<month>H)(?!D)", build.month),
        rule(rf"{_month()}{_year()}{sep}(?P<month2>{MONTH}){_year('2')}", build.month_range),
        rule(rf"(?<=[pr])(?P<month>M|H)(?P<sep>&)(?P<month2>M|H){_year()}", build.month_range),
        rule(r"(?P<offset>X)(?P<month>M|H)", build.month),
        rule(rf"{PART}(?P<season>S){told}", build.season),
        rule(r"(?P<offset>X)(?P<season>S)", build.season),
        rule(r"(?:(?<=pj)|(?<=p))(?P<season>S)(?!_)", build.season),
    )


def _years() -> tuple[Rule, ...]:
    told, of_year = _told_year(), "gj?y"
    return (
        rule(rf"(?P<part>P)[-gpj]{{0,2}}{told}", build.year),
        rule(r"(?:(?<=[pftukig])|(?<=y))(?P<year>4)(?!o?x)(?![-/]D)", build.year),
        rule(rf"{OWNED}(?P<year>4)(?=_)", build.recent_year, bounded=False),
        rule(r"(?<=9)(?P<year>4)(?!o?x)", build.year),
        rule(r"(?<=\()(?P<year>4)(?=\))", build.year, bounded=False),
        rule(r"(?<!j)(?P<shift>X)y", build.year),
        rule(r"(?P<same>z+)y", build.year),
        rule(r"(?<=[pftgi])(?P<year>4)(?P<sep>[-t/])(?P<year2>4|D|0)", build.year_range),
        rule(r"(?<=r)(?P<year>4)(?P<sep>&)(?P<year2>4)", build.year_range),
        rule(r"(?P<part>P)[gj]{1,2}(?P<unit>[ym])", build.calendar_unit),
        rule(rf"(?P<half>O)h(?:{told}|{of_year})", build.half),
        rule(rf"(?P<quarter>O)q(?:{told}|{of_year})?", build.quarter),
        rule(r"q(?P<quarter>D)(?:g?(?P<year>4))?", build.quarter),
    )


def _weeks() -> tuple[Rule, ...]:
    return (
        rule(r"(?P<offset>E)", build.dayword),
        rule(r"d[ui](?P<offset>E)", build.beyond),
        rule(r"(?P<offset>X)(?P<unit>N)", build.calendar_unit),
        rule(r"(?P<weekday>W)", build.weekday),
        rule(r"(?<=[fr])(?P<weekday>W)[t&](?P<last>W)", build.weekday),
        rule(r"(?P<offset>X)(?P<weekday>W)", build.shifted_weekday),
        rule(r"(?P<weekday>W)g?(?P<offset>X)w", build.weekday_of_week),
        rule(
            r"(?:(?P<part>[Pbl])[gpj]{0,2})?(?<!j)(?P<offset>X)(?P<unit>[wmy])", build.calendar_unit
        ),
        rule(r"(?<=j)(?P<weekend>e)", build.weekend),
        rule(r"(?P<offset>X)(?P<weekend>e)", build.weekend),
        rule(r"z+(?P<unit>[dwmy])", build.same),
        rule(r"(?<=j)(?P<offset>X)(?P<unit>d)", build.next_one),
        rule(r"(?P<offset>n)(?P<unit>[dwmy])", build.same),
    )


def _counted() -> tuple[Rule, ...]:
    count, unit = r"(?P<count>[D0C])", "(?P<unit>[dwmy1235])"
    return (
        rule(rf"{count}{unit}(?P<side>a)", build.ago),
        rule(rf"{count}{unit}(?P<side>[bl])", build.earlier),
    )


def _sure_month(hit: Hit) -> TimeExpr | None:
    """ "November elections", "October can see": a month by itself, unless it may be a name."""
    return build.month(hit) if hit.value("month") in SURE else None


def _attribute(expr: TimeExpr, after: str) -> bool:
    """Whether a date belongs to the noun after it: "after the October 1 referendum"."""
    return expr.part is None and after[:1] == "_"


def _bounds(expr: TimeExpr, before: str, after: str) -> Bound | None:
    """Around a time: "until 27 March", "since 2022"; "from March" is a beginning."""
    led = before.rstrip("j")
    last = led[-1:]
    if led[-2:-1] == PUT_OFF or (last in "iu" and led != before and _attribute(expr, after)):
        return None
    if last in ("u", "k"):
        return "until"
    if expr.unit in ("day", "week") or expr.end or expr.weekday is not None:
        return None
    return "since" if last == "i" or (last == "f" and expr.day is None) else None
