"""Times in Russian: «26 марта», «в сентябре прошлого года», «в минувшую пятницу», «25–27 марта».

Letters of the rules are those of `elshi.when.scan.KINDS`; the words are in `times.tsv`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from elshi.records import Span
from elshi.when import build
from elshi.when.expr import Bound, TimeExpr
from elshi.when.scan import Grammar, Rule, grammar_of, load_lexicon, rule, scan

TRIGGER = re.compile("[MHBAW7SsIEvJ4wmydqeKN5]|D-o")
NAMED = r"(?<!Q)(?<!Q\.)(?<!Q-)(?<!Q[DO])(?<!Q\.D)(?<!Q_)"
"""Not after «имени 5 марта», «Экспо-2017»: the words before which figures are a name."""
YEARWORD = r"(?:y|G\.?)"
SHIFT = r"X|f(?=\.?G\.)"
"""«прошлого года», «с. г.»"""
PART = r"(?:(?P<part>P)|Oh)?"
PUT_OFF = "8"
"""«отложен до марта» tells the new date."""


def times(text: str) -> list[tuple[Span, TimeExpr]]:
    """Time expressions of a Russian text, not yet resolved against any date."""
    return scan(text, _grammar())


def fold(text: str) -> str:
    """Lower case with е for ё, of the same length."""
    return text.replace("İ", "i").lower().replace("ё", "е")


@cache
def _grammar() -> Grammar:
    lexicon = load_lexicon(Path(__file__).with_name("times.tsv"), fold=fold)
    rules = (*_days(), *_months(), *_years(), *_weeks(), *_counted())
    return grammar_of(lexicon, rules, trigger=TRIGGER, bounds=_bounds)


def _day(n: str = "") -> str:
    """«26», «26-го», «двадцать шестого»."""
    return rf"(?P<day{n}>D(?:-?o)?|T?O)"


def _month(n: str = "") -> str:
    """«марта», «сент.»."""
    return rf"(?P<month{n}>M|H|B\.?)"


def _year(n: str = "") -> str:
    """«2024 года», «2024», «прошлого года», «того же года», «с. г.», or nothing."""
    figures = rf"(?P<year{n}>4)(?!-?x)(?:-?o(?=y)|-o)?(?:,?{YEARWORD})?"
    return rf"(?:,?{figures}|(?P<shift{n}>{SHIFT})\.?{YEARWORD}|(?P<same{n}>zZ)y)?"


def _told_year() -> str:
    """A year that must be told: «2024 года», «2023-м», «прошлого года»."""
    figures = rf"(?P<year>4)(?:(?:-?o)?{YEARWORD}|-o)"
    return rf"(?:{figures}|(?P<shift>{SHIFT})\.?{YEARWORD}|(?P<same>zZ)y)"


def _days() -> tuple[Rule, ...]:
    weekday = r"(?:(?P<weekday>W|L),?)?"
    first, last = f"{_day()}{_month()}{_year()}", f"{_day('2')}{_month('2')}{_year('2')}"
    shared = f"{_day('2')}{_month()}{_year()}"
    return (
        rule(rf"{NAMED}{weekday}{first}", build.calendar),
        rule(rf"{_day()}(?P<sep>[-t,&u]){shared}", build.day_range),
        rule(rf"(?P<t>{_day()})[&,](?={shared})", build.first_of_two),
        rule(rf"(?P<t>{_day()}),(?=D[&,]D{_month()}{_year()})", build.first_of_two),
        rule(rf"{_day()},D&{shared}", build.three_days),
        rule(rf"{first}[-tu]{last}", build.calendar),
        rule(rf"(?<=r){first}&{last}", build.calendar),
        rule(r"(?P<iso>I)(?:[-t](?P<iso2>I))?G?", build.in_figures),
        rule(rf"{_day()}K(?:(?P<offset>X)m)?", build.day_of_month),
        rule(r"(?<=[pftu])(?P<day>D-o)(?=[.,;)|~]|$)", build.day_of_month),
    )


def _months() -> tuple[Rule, ...]:
    told = _told_year()
    return (
        rule(rf"{NAMED}{PART}(?P<month>M|B\.?(?=4)){_year()}", build.month),
        rule(
            rf"(?P<month>[MB]|H){_year()}(?P<sep>[-t&])(?P<month2>M){_year('2')}", build.month_range
        ),
        rule(rf"{PART}(?P<month>H){told}", build.month),
        rule(rf"(?P<month>A)(?:{told})?", build.month, bounded=False),
        rule(r"(?P<offset>[Xn])(?P<month>M)", build.month),
        rule(rf"{PART}(?P<season>[sS]){told}", build.season),
        rule(r"(?P<offset>[Xn])(?P<season>[sS])", build.season),
        rule(r"(?P<season>s)", build.season),
        rule(r"(?P<shift>J)(?P<season>[sS])?", build.season),
    )


def _years() -> tuple[Rule, ...]:
    told = _told_year()
    return (
        rule(rf"{NAMED}(?P<part>P)?{told}", build.year),
        rule(
            rf"(?P<year>4)(?:-?o)?{YEARWORD}?(?P<sep>[-t&/])(?P<year2>4)(?:-?o)?{YEARWORD}",
            build.year_range,
        ),
        rule(r"(?<=f)(?P<year>4)(?P<sep>t)(?P<year2>4)", build.year_range),
        rule(r"(?<=[pfuk])(?P<year>4)(?=[.,)~|]|$)", build.year),
        rule(r"(?<=p)(?P<year>4)(?=_)", build.recent_year),
        rule(r"(?<=\()(?P<year>4)(?=\))", build.year, bounded=False),
        rule(r"(?P<t>(?P<year>4))&(?=4(?:y|G))", build.year),
        rule(r"(?P<part>P)(?P<unit>[ym])", build.calendar_unit),
        rule(rf"(?P<half>O)h(?:{told}|y)", build.half),
        rule(rf"(?P<quarter>[OD](?:-?o)?)q(?:{told}|y)?", build.quarter),
    )


def _weeks() -> tuple[Rule, ...]:
    return (
        rule(r"(?P<offset>E)(?!d)", build.dayword),
        rule(r"(?P<offset>v)(?![VDTOXP&d])", build.dayword),
        rule(r"(?:(?<=[pfitukN])|(?<=W[,&]))(?P<weekday>W)(?!F)", build.weekday),
        rule(r"(?<=f)(?P<weekday>W)t(?P<last>W)", build.weekday),
        rule(r"(?P<weekday>7)", build.weekday),
        rule(r"(?P<offset>X)(?P<weekday>W)", build.shifted_weekday),
        rule(r"(?P<offset>n)(?P<weekday>W)", build.weekday),
        rule(r"(?P<weekday>W)(?P<offset>X)w", build.weekday_of_week),
        rule(r"(?P<part>P)?(?P<offset>X)?(?P<unit>w)", build.calendar_unit),
        rule(r"(?P<part>P)?(?P<offset>X)?(?P<unit>m)", build.calendar_unit),
        rule(r"(?<=p)(?P<offset>[Xn])?(?P<weekend>e)", build.weekend),
        rule(r"zZ?(?P<unit>[dym])", build.same),
        rule(r"(?P<offset>X)(?P<unit>N)", build.calendar_unit),
        rule(r"XZ(?P<unit>d)", build.same),
        rule(r"(?P<offset>X)(?P<unit>d)", build.same),
    )


def _counted() -> tuple[Rule, ...]:
    count = r"(?P<count>[D0C])?"
    return (
        rule(rf"{count}(?P<unit>[dwmy5])(?P<side>a)", build.ago),
        rule(rf"(?P<side>c){count}(?P<unit>[dwmy5])(?!a)", build.ago),
        rule(rf"{count}(?P<unit>[dwmy5])(?P<side>[bl])", build.earlier),
        rule(rf"(?P<side>6){count}(?P<unit>[dwmy5])", build.earlier),
    )


def _bounds(expr: TimeExpr, before: str, after: str) -> Bound | None:
    """«до 27 марта», «к концу года»; «с марта» is a beginning, «с 26 марта» the first day told."""
    last = before[-1:]
    if before[-2:-1] == PUT_OFF:
        return None
    if last in ("u", "k") or (last == "t" and expr.day):
        return "until"
    if expr.unit in ("day", "week") or expr.end or expr.weekday is not None:
        return None
    return "since" if last == "i" or (last == "f" and expr.day is None) else None
