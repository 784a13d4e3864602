"""What the words of a time say, in no language and before any anchor is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
Part = Literal["early", "mid", "late"]
Bound = Literal["until", "since"]


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """A time as the words give it.

    «26 марта» → month 3, day 26; «в сентябре прошлого года» → month 9, unit year, offset -1;
    «накануне» → unit day, offset -1; «в минувшую пятницу» → weekday 4, offset -1;
    "on Monday next week" → weekday 0, unit week, offset 1; "last September" → month 9, offset -1;
    «25–27 марта» → month 3, day 25, end (None, 3, 27); "in late 2023" → year 2023, part late;
    «до конца года» → unit year, offset 0, part late, bound until.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end: tuple[int | None, int | None, int | None] | None = None
    """Last day (month, year) of a range, as year, month, day."""
    season: int | None = None
    """21 spring, 22 summer, 23 autumn, 24 winter, as in EDTF."""
    weekday: int | None = None
    """0 Monday … 6 Sunday."""
    last_weekday: int | None = None
    """End of a range of weekdays: «с понедельника по среду»."""
    unit: Unit | None = None
    offset: int | None = None
    """With `unit`: how many of it from the anchor (0: «в этом году», «сегодня»). With a weekday,
    month or season alone: -1 the last one before the anchor, 1 the first one after it."""
    part: Part | None = None
    bound: Bound | None = None
    """`until`: not after this time («до 27 марта»); `since`: not before it («с марта»)."""
    anaphoric: bool = False
    """Counted from the date last told in the text, not from the publishing date: «в тот же
    день», «годом ранее», "the next day"."""
