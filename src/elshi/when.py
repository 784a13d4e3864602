"""Times: what the words say (`TimeExpr`), and the EDTF date they come to beside an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """A time as the words give it, in no language, before any anchor is known.

    «26 марта» → month 3, day 26; «в сентябре прошлого года» → month 9, unit year, offset -1;
    «накануне» → unit day, offset -1; «в минувшую пятницу» → weekday 4, offset -1;
    «25–27 марта» → month 3, day 25, end (None, 3, 27); "in late 2023" → year 2023, part late.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end: tuple[int | None, int | None, int | None] | None = None
    """Last day of a range, as year, month, day."""
    season: int | None = None
    """21 spring, 22 summer, 23 autumn, 24 winter, as in EDTF."""
    weekday: int | None = None
    """0 Monday … 6 Sunday."""
    unit: Unit | None = None
    offset: int | None = None
    """With `unit`: how many of it from the anchor (0: «в этом году», «сегодня»)."""
    part: Literal["early", "mid", "late"] | None = None


def resolve(expr: TimeExpr, *, anchor: date | None) -> tuple[str, Literal["stated", "relative"]] | None:
    """The EDTF date of an expression and its basis; None where nothing can be derived.

    `anchor` is the publishing date, or the date nearest in the text.
    """
    raise NotImplementedError
