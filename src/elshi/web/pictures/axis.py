"""A time axis: where a day lies, and which years or months are written under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LEFT, RIGHT = 214.0, 990.0
"""Where the axis begins and ends in a picture 1000 wide; names stand before it."""
SHORT = 120
"""Days below which a picture shows whole years."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the picture, with what is written under it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` laid out from left to right."""

    first: int
    last: int

    def x(self, day: int) -> float:
        """Where a day lies."""
        part = (day - self.first) / max(1, self.last - self.first)
        return round(LEFT + part * (RIGHT - LEFT), 1)

    def ticks(self) -> list[Tick]:
        """Years; of less than two years, months."""
        months = self.last - self.first < 740
        days = (
            date(year, month, 1)
            for year in range(date.fromordinal(self.first).year, _year(self.last) + 1)
            for month in (range(1, 13) if months else (1,))
        )
        known = [day for day in days if self.first <= day.toordinal() <= self.last]
        every = max(1, len(known) // 12 + (len(known) % 12 > 0)) if len(known) > 12 else 1
        return [
            Tick(self.x(day.toordinal()), f"{day:%Y-%m}" if months else str(day.year))
            for day in known[::every]
        ]


def axis(days: list[int]) -> Axis:
    """An axis that holds these days, from the beginning of a year (or month) to the end of one."""
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    if (last - first).days < SHORT:
        first, last = _whole_year(first, last)
    elif (last - first).days < 700:
        return Axis(first.replace(day=1).toordinal(), last.toordinal() + 15)
    return Axis(date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal())


def _whole_year(first: date, last: date) -> tuple[date, date]:
    """The year or the two in which few days lie, so that a day is a dot, and not the picture."""
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _year(day: int) -> int:
    return date.fromordinal(day).year
