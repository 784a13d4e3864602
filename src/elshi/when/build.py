"""What a rule's match says: the builders that the grammars of all packs share.

They read a match by the names of its groups: `year`, `shift` (so many years from the anchor),
`same` («того же года»), `month`, `day`, their ends `year2`, `month2`, `day2`, and `part`,
`season`, `weekday`, `last`, `unit`, `offset`, `count`, `side`.
"""

from __future__ import annotations

from dataclasses import replace

from elshi.when.expr import Part, TimeExpr, Unit
from elshi.when.scan import Hit

UNITS: dict[str, Unit] = {
    **dict.fromkeys("dN1", "day"),
    **dict.fromkeys("w2", "week"),
    **dict.fromkeys("m3", "month"),
    **dict.fromkeys("y5", "year"),
}
PARTS: dict[int, Part] = {-1: "early", 0: "mid", 1: "late"}
LISTED = "&,"


def year(hit: Hit) -> TimeExpr:
    """«2024 года», «прошлого года», «того же года», «в начале года»; the frame of all below."""
    return replace(_of_year(hit), part=_part(hit))


def recent_year(hit: Hit) -> TimeExpr | None:
    """«в 2017 возглавит»: figures with no «год» are a year only if they are likely no count."""
    figures = hit.value("year") or 0
    return year(hit) if 1950 <= figures <= 2050 and figures % 100 else None


def _of_year(hit: Hit, tail: str = "") -> TimeExpr:
    """The year that a date's tail tells: a number, or so many from the anchor."""
    if hit.has("year" + tail):
        return TimeExpr(hit.value("year" + tail))
    if hit.has("shift" + tail):
        return TimeExpr(unit="year", offset=hit.value("shift" + tail))
    if hit.has("same" + tail):
        return TimeExpr(unit="year", offset=0, anaphoric=True)
    return TimeExpr()


def _part(hit: Hit) -> Part | None:
    value = hit.value("part")
    return None if value is None else PARTS[value]


def calendar(hit: Hit) -> TimeExpr | None:
    """«26 марта 2024 года», «вторник, 26 марта», and a range of two days."""
    expr = replace(year(hit), month=hit.value("month"), day=hit.value("day"))
    expr = replace(expr, weekday=hit.value("weekday"))
    if hit.has("day2") or hit.has("month2"):
        expr = _ranged(expr, hit)
    return expr if _sane(expr) else None


def _ranged(expr: TimeExpr, hit: Hit) -> TimeExpr:
    """A range, whose one year may stand at its end: «30 декабря – 2 января 2025 года»."""
    last = _of_year(hit, "2")
    month, month2 = hit.value("month") or 0, hit.value("month2")
    end = (last.year, month2 or month, hit.value("day2"))
    if expr.year is None and expr.unit is None:
        wraps = month2 is not None and month > month2
        start = last.year and last.year - wraps
        expr = replace(expr, year=start, unit=last.unit, offset=last.offset)
    return replace(expr, end=end)


def _sane(expr: TimeExpr) -> bool:
    """Whether its days are days, and a range goes forward."""
    last = expr.end[2] if expr.end else None
    if any(day is not None and not 1 <= day <= 31 for day in (expr.day, last)):
        return False
    same_month = expr.end and expr.end[1] == expr.month and expr.end[0] in (None, expr.year)
    return not (same_month and expr.day and last and expr.day >= last)


def in_figures(hit: Hit) -> TimeExpr:
    """26.03.2024, 2024-03-26; with `iso2`, a range."""
    first, month, day = _figures(hit.value("iso") or 0)
    last = hit.value("iso2")
    return TimeExpr(first, month, day, _figures(last) if last else None)


def _figures(value: int) -> tuple[int, int, int]:
    return value // 10000, value // 100 % 100, value % 100


def day_range(hit: Hit) -> TimeExpr | None:
    """«25–27 марта»; «25 и 26» are a range too, but «25 и 28» two days."""
    return None if _listed(hit) and _gap(hit, "day") != 1 else calendar(hit)


def month_range(hit: Hit) -> TimeExpr | None:
    """«в марте-апреле»; «в марте и апреле» too, but «в марте и июне» are two months."""
    return None if _listed(hit) and _gap(hit, "month") != 1 else calendar(hit)


def three_days(hit: Hit) -> TimeExpr | None:
    """«25, 26 и 27 марта»."""
    return calendar(hit) if _gap(hit, "day") == 2 else None


def _listed(hit: Hit) -> bool:
    before, after = hit.around()
    return hit.match["sep"] in LISTED and "r" not in (before[-1:], after[:1])


def _gap(hit: Hit, name: str) -> int:
    return (hit.value(name + "2") or 0) - (hit.value(name) or 0)


def first_of_two(hit: Hit) -> TimeExpr | None:
    """«25» of «25 и 28 марта»."""
    expr = calendar(hit)
    return replace(expr, end=None) if expr else None


def day_of_month(hit: Hit) -> TimeExpr | None:
    """«20-го числа», «3-го числа прошлого месяца»."""
    unit: Unit | None = "month" if hit.has("offset") else None
    expr = TimeExpr(day=hit.value("day"), unit=unit, offset=hit.value("offset"))
    return expr if _sane(expr) else None


def month(hit: Hit) -> TimeExpr:
    """«в сентябре прошлого года», «в конце марта», "last September"."""
    expr = replace(year(hit), month=hit.value("month"))
    return replace(expr, offset=hit.value("offset")) if hit.has("offset") else expr


def season(hit: Hit) -> TimeExpr:
    """«осенью прошлого года», «этой весной»."""
    expr = replace(year(hit), season=hit.value("season"))
    return replace(expr, offset=hit.value("offset")) if hit.has("offset") else expr


def year_range(hit: Hit) -> TimeExpr | None:
    """«в 2022–2023 годах», 2022/23; «в 2022 и 2023» too, but «в 2003 и 2008» are two years."""
    first, last = hit.value("year") or 0, hit.value("year2") or 0
    last += first // 100 * 100 if last < 100 else 0
    if first >= last or (_listed(hit) and last - first != 1):
        return None
    return TimeExpr(first, end=(last, None, None))


def half(hit: Hit) -> TimeExpr | None:
    """«в первом полугодии 2024 года»."""
    return _months_of_year(hit, size=6, at=hit.value("half") or 0)


def quarter(hit: Hit) -> TimeExpr | None:
    """«в первом квартале», "Q1 2024"."""
    return _months_of_year(hit, size=3, at=hit.value("quarter") or 0)


def _months_of_year(hit: Hit, *, size: int, at: int) -> TimeExpr | None:
    if not 1 <= at <= 12 // size:
        return None
    expr = _of_year(hit)
    if expr.year is None and expr.unit is None:
        expr = replace(expr, unit="year", offset=0)
    return replace(expr, month=(at - 1) * size + 1, end=(None, at * size, None))


def dayword(hit: Hit) -> TimeExpr:
    """«сегодня», «вчера», «накануне»."""
    return TimeExpr(unit="day", offset=hit.value("offset"))


def beyond(hit: Hit) -> TimeExpr:
    """Two days away: "the day before yesterday", "the day after tomorrow"."""
    return TimeExpr(unit="day", offset=2 * (hit.value("offset") or 0))


def weekday(hit: Hit) -> TimeExpr:
    """«во вторник», «в минувшую пятницу», «с понедельника по среду»."""
    return TimeExpr(
        weekday=hit.value("weekday"), last_weekday=hit.value("last"), offset=hit.value("offset")
    )


def shifted_weekday(hit: Hit) -> TimeExpr:
    """«в прошлую пятницу», «в эту пятницу»; «в следующую» is that of the next week."""
    return weekday_of_week(hit) if (hit.value("offset") or 0) > 0 else weekday(hit)


def weekday_of_week(hit: Hit) -> TimeExpr:
    """ "Monday next week", «в среду на прошлой неделе»."""
    return replace(weekday(hit), unit="week")


def weekend(hit: Hit) -> TimeExpr:
    """«в выходные»: Saturday and Sunday of that week."""
    offset = hit.value("offset") or 0
    return TimeExpr(weekday=5, last_weekday=6, unit="week", offset=offset)


def calendar_unit(hit: Hit) -> TimeExpr | None:
    """«на прошлой неделе», «в конце месяца»; a week or month by itself is only a length."""
    if not hit.has("part") and not hit.has("offset"):
        return None
    unit = UNITS[hit.match["unit"]]
    return TimeExpr(unit=unit, offset=hit.value("offset") or 0, part=_part(hit))


def same(hit: Hit) -> TimeExpr:
    """«в тот же день», «на следующий день», "the previous day": told from the date before it."""
    unit = UNITS[hit.match["unit"]]
    return TimeExpr(unit=unit, offset=hit.value("offset") or 0, anaphoric=True)


def next_one(hit: Hit) -> TimeExpr | None:
    """One after the other, "the next day"; but "the last day" of something is no date."""
    return same(hit) if (hit.value("offset") or 0) > 0 else None


def ago(hit: Hit) -> TimeExpr | None:
    """«два года назад», «через неделю»; «несколько месяцев назад» is no date."""
    count = hit.value("count") if hit.has("count") else hit.value("unit")
    if not count:
        return None
    return TimeExpr(unit=UNITS[hit.match["unit"]], offset=count * (hit.value("side") or 1))


def earlier(hit: Hit) -> TimeExpr | None:
    """«годом ранее», «спустя три дня»."""
    expr = ago(hit)
    return replace(expr, anaphoric=True) if expr else None
