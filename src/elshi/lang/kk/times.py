"""Times in Kazakh: «2024 жылғы 26 наурызда», «өткен жылдың қыркүйегінде», «жексенбі күні».

Letters of the rules are those of `elshi.when.scan.KINDS`; the words are in `times.tsv`, the
endings of months in `time_endings.tsv`. The year stands first, what bounds a time after it.
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

LOOKALIKE = str.maketrans("aeopcxyiəɵhkmtABEKMHOPCTXIƏƟІӘӨ", "аеорсхуіәөһкмтавекмнорстхіәөіәө")
"""Latin letters that a keyboard puts for Kazakh ones, and both cases of ә, і, ө."""
TRIGGER = re.compile("[MHBAWUSsEvJ4wmydqI]")
YEARWORD = r"(?:y|G\.?)"
MONTHWORD = r"(?:m)?"
UNTIL_ITS = "F"
"""«2034 жылға дейінгі бағдарлама»: a programme until 2034."""
NOT_NAMED = r"(?!_?Q)"
HERE = Path(__file__).parent


def times(text: str) -> list[tuple[Span, TimeExpr]]:
    """Time expressions of a Kazakh text, not yet resolved against any date."""
    return scan(text, _grammar())


def fold(text: str) -> str:
    """Lower case with Kazakh letters for their Latin look-alikes, of the same length."""
    return text.replace("İ", "I").translate(LOOKALIKE).lower()


@cache
def _grammar() -> Grammar:
    lexicon = load_lexicon(HERE / "times.tsv", fold=fold, forms=_forms)
    rules = (*_days(), *_months(), *_years(), *_weeks(), *_counted())
    return grammar_of(lexicon, rules, trigger=TRIGGER, bounds=_bounds)


def _forms(kind: str, form: str) -> Iterator[str]:
    """A stem marked `=` with each ending; other forms as they are."""
    if not form.endswith("="):
        yield form
        return
    yield from (form[:-1] + ending for ending in _endings())


@cache
def _endings() -> tuple[str, ...]:
    lines = (HERE / "time_endings.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(line for line in lines if line and not line.startswith("#"))


def _year(n: str = "") -> str:
    """«2024 жылғы», «өткен жылдың», «биыл», «сол жылғы»: a year that must be told."""
    figures = rf"(?P<year{n}>4)(?:-?[ox])?,?{YEARWORD}"
    return rf"(?:{figures}|(?P<shift{n}>X(?=y)|J)y?|(?P<same{n}>z+)y)"


def _day(n: str = "") -> str:
    """«26», «26-сы», «жиырма алтыншы»."""
    return rf"(?P<day{n}>D(?:-?o)?|T?O)"


def _month(n: str = "") -> str:
    """«наурызда», «наурыз айында»."""
    return rf"(?P<month{n}>[MBH])"


def _days() -> tuple[Rule, ...]:
    year, weekday = f"{_year()}?", r"(?:,?\(?(?P<weekday>[UW])d?\)?)?"
    last = f"(?:{_year('2')})?{_day('2')}{_month('2')}"
    return (
        rule(rf"{year}(?!T?OH){_day()}{_month()}d?{weekday}{NOT_NAMED}", build.calendar),
        rule(rf"{_day()}{_month()},?(?P<year>4)y?", build.calendar),
        rule(rf"{year}{_month()}m?(?P<day>D-?o|T?O(?=d))d?", build.calendar),
        rule(rf"{year}{_day()}(?P<sep>[-&,]){_day('2')}{_month()}", build.day_range),
        rule(rf"{year}(?P<t>{_day()})[&,](?={_day('2')}{_month()})", build.first_of_two),
        rule(rf"{year}{_day()},D&{_day('2')}{_month()}", build.three_days),
        rule(rf"{year}{_day()}{_month()}-{last}", build.calendar),
        rule(rf"{year}{_day()}{_month()}[&]{last}(?=m?r)", build.calendar),
        rule(rf"{year}{_day()}{_month()}f?{last}(?=u)", build.calendar),
        rule(rf"{year}(?P<day>D-o){_day('2')}{_month()}(?=u)", build.calendar),
        rule(rf"{year}{_month()}m?(?P<day>D-?o)&?(?P<day2>D-?o)(?=[ur])", build.calendar),
        rule(rf"{year}{_month()}m?(?P<day>D)-(?P<day2>D-?o)", build.calendar),
        rule(r"(?P<iso>I)(?:[-&](?P<iso2>I))?", build.in_figures),
        rule(r"(?P<offset>X)m(?P<day>D-?o|O(?=d))d?", build.day_of_month),
    )


def _months() -> tuple[Rule, ...]:
    part = r"(?P<part>P)?"
    return (
        rule(rf"{_year()}{_month()}m?{part}", build.month),
        rule(rf"(?P<month>[MBH])m{part}", build.month),
        rule(r"(?P<month>[MBH])(?P<part>P)", build.month),
        rule(r"(?P<month>[MBH])Oh", build.month),
        rule(rf"(?P<month>M){NOT_NAMED}", build.month),
        rule(r"(?P<offset>X)(?P<month>M)", build.month),
        rule(rf"{_year()}?{_month()}(?P<sep>[-&,])(?P<month2>[MBH])m", build.month_range),
        rule(rf"{_year()}{_month()}(?P<sep>[-&])(?P<month2>[MBH])m?", build.month_range),
        rule(rf"{_year()}(?P<season>[sS])", build.season),
        rule(r"(?P<offset>X)(?P<season>[sS])", build.season),
        rule(r"(?P<season>s)", build.season),
    )


def _years() -> tuple[Rule, ...]:
    year = _year()
    return (
        rule(rf"{year}(?P<part>P)?{NOT_NAMED}", build.year),
        rule(r"(?P<year>4)-o(?!5)", build.recent_year),
        rule(r"(?<=\()(?P<year>4)(?=\))", build.year),
        rule(
            rf"(?P<year>4){YEARWORD}?(?P<sep>[-/&])(?P<year2>4)(?:-o)?(?:5|{YEARWORD})",
            build.year_range,
        ),
        rule(r"(?P<offset>X)?(?P<unit>[ymw])(?P<part>P)", build.calendar_unit),
        rule(rf"{year}(?P<half>O|D-?x?)h", build.half),
        rule(r"(?<![MBH])y?(?P<half>O)h", build.half),
        rule(rf"{year}(?P<quarter>O|D-?x?)q", build.quarter),
        rule(r"y?(?P<quarter>O)q", build.quarter),
    )


def _weeks() -> tuple[Rule, ...]:
    return (
        rule(r"(?P<offset>E)(?![Fd])", build.dayword),
        rule(r"(?P<offset>n)(?P<unit>d)", build.dayword),
        rule(r"(?P<weekday>[UW])d", build.weekday),
        rule(r"(?P<weekday>W)", build.weekday),
        rule(r"(?P<offset>X)(?P<weekday>[UW])d?", build.shifted_weekday),
        rule(r"(?P<offset>X)w(?P<weekday>[UW])d?", build.weekday_of_week),
        rule(r"(?P<weekday>W)(?P<last>W)(?=u)", build.weekday),
        rule(r"(?P<offset>X)(?P<unit>[wm])", build.calendar_unit),
        rule(r"z+(?P<unit>[dwmy])", build.same),
        rule(r"(?P<offset>X)(?P<unit>d)", build.same),
        rule(r"(?P<offset>v)d?", _next_day),
    )


def _counted() -> tuple[Rule, ...]:
    count = r"(?P<count>[D0]|T?C|T)"
    return (
        rule(rf"{count}(?P<unit>[dwmy])(?P<side>a)", build.ago),
        rule(rf"{count}(?P<unit>[dwmy])(?P<side>l)", build.earlier),
    )


def _next_day(hit: Hit) -> TimeExpr:
    """«ертеңіне»: the day after the one last told."""
    return TimeExpr(unit="day", offset=1, anaphoric=True)


def _bounds(expr: TimeExpr, before: str, after: str) -> Bound | None:
    """«27 наурызға дейін», «жыл соңына қарай»; «наурыздан бері», «2022 жылдан бастап»."""
    follows = after[:1]
    if follows in ("u", "k") and not expr.end and expr.last_weekday is None:
        return "until"
    if follows == UNTIL_ITS and expr.year and not expr.day and not expr.end:
        return "until"
    if expr.unit in ("day", "week") or expr.end or expr.weekday is not None:
        return None
    return "since" if follows in ("i", "l") or (follows == "f" and expr.day is None) else None
