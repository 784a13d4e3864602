"""The date line of a page: `26.03.2024 06:02`, `2024 жылғы 26 наурыз`, `March 26, 2024 6:02 AM`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache

from elshi.extract.tables import rows
from elshi.records import Span
from elshi.text import fold

_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?:\s?:\s?|\.(?=\d\d\s*[ap]\.?m))(?P<minute>[0-5]\d)(?!\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*\(?(?:(?P<offset>(?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d\d)?)(?!\d)"
    r"|(?P<zero>gmt\b|utc\b|z\b)|(?P<moscow>мск\b|msk\b|по (?:мск|москве|московскому)))\)?)?"
)
_AFTER = re.compile(
    r"(?:t|(?:\s*(?:года|год|г\.|жылы?|ж\.))?[\s,|/·•(-]*(?:в |at |сағат |время:? |time:? )?)"
    + _TIME
)
_BEFORE = re.compile(_TIME + r"[\s,|/·•-]*$")
_FIGURES = re.compile(r"\d\d(?:\d\d|\D|$)")
_MOSCOW = timezone(timedelta(hours=3))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, perhaps with time and zone, and where it stands in its line."""

    span: Span
    day: date
    clock: time | None = None
    zone: tzinfo | None = None

    def iso(self, zone: tzinfo | None = None) -> str:
        """ISO 8601 to the precision known; `zone` is the outlet's, used where none is stated."""
        if self.clock is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.clock, self.zone or zone).isoformat()


@cache
def _months() -> dict[str, int]:
    return {word: int(row["month"]) for row in rows("months.tsv") for word in row["words"].split()}


@cache
def _dates() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?P<name{{0}}>{names})(?:\b|(?=дың|дің|тың|тің|ның|нің|да\b|де\b|та\b|те\b))"
    year = r"(?P<year{0}>(?:19|20)\d\d)(?!\d)"
    day = r"(?P<day{0}>\d{{1,2}})"
    nth = r"(?:st|nd|rd|th|-?(?:го|е|ші|шы|сы|сі|і|ы))?"
    shapes = (
        r"(?<!\d)" + year + r"[-./](?P<month{0}>\d\d?)[-./]" + day + r"(?!\d)",
        r"(?<![\d.:])" + day + r"(?P<sign{0}>[./-])(?P<month{0}>\d{{1,2}})(?P=sign{0})"
        r"(?P<year{0}>(?:19|20)\d\d|\d\d)(?![\d:])",
        r"(?<!\d)" + day + nth + r"[\s.]+(?:of )?" + month + r"[.,]*\s*" + year,
        r"\b" + month + r"[.,]?\s+" + day + nth + r"[.,]?\s+" + year,
        r"(?<!\d)"
        + year
        + r"\s*(?:жыл[а-яәғқңөұүһі]*|ж\.?|г\.)?[,.]?\s*"
        + day
        + nth
        + r"[\s.]+"
        + month,
        r"(?<!\d)"
        + year
        + r"\s*(?:жыл[а-яәғқңөұүһі]*|ж\.?)?[,.]?\s+"
        + month
        + r"[дтн][ыі]ң\s+"
        + day,
    )
    return re.compile("|".join(shape.format(number) for number, shape in enumerate(shapes)))


def stamp(line: str, *, english: bool = False) -> Stamp | None:
    """The first date in a line, with the time beside it; None where there is none.

    With `english`, a date such as 03/04/2024 could be in April as well as in March: it is none.
    """
    if not _FIGURES.search(line):
        return None
    folded = fold(line)
    for match in _dates().finditer(folded):
        day = _day(match, english=english)
        if day:
            return _with_time(folded, match, day)
    return None


def _day(match: re.Match[str], *, english: bool) -> date | None:
    said = {key.rstrip("012345"): value for key, value in match.groupdict().items() if value}
    month = _months()[said["name"]] if "name" in said else int(said["month"])
    number, year = int(said["day"]), int(said["year"])
    if said.get("sign") == "/" and (english or month > 12):
        if number <= 12 and month <= 12 and number != month:
            return None
        number, month = (month, number) if month > 12 else (number, month)
    try:
        return date(year if year > 99 else 2000 + year, month, number)
    except ValueError:
        return None


def _with_time(folded: str, match: re.Match[str], day: date) -> Stamp:
    if after := _AFTER.match(folded, match.end()):
        return Stamp(Span(match.start(), after.end()), day, _clock(after), _zone(after))
    if before := _BEFORE.search(folded, max(0, match.start() - 40), match.start()):
        return Stamp(Span(before.start(), match.end()), day, _clock(before), _zone(before))
    return Stamp(Span(match.start(), match.end()), day)


def _clock(match: re.Match[str]) -> time:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return time(hour, int(match["minute"]), int(match["second"] or 0))


def _zone(match: re.Match[str]) -> tzinfo | None:
    if match["zero"]:
        return UTC
    if match["moscow"]:
        return _MOSCOW
    if not match["offset"]:
        return None
    sign, digits = re.sub(r"[a-z\s:]", "", match["offset"])[0], re.findall(r"\d", match["offset"])
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, ["0"])
    offset = timedelta(hours=int("".join(hours)), minutes=int("".join(minutes)))
    return timezone(-offset if sign == "-" else offset) if offset < timedelta(hours=15) else None
