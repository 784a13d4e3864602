"""The timeline of a pair: a contact is as long as its date is inexact; a month is a bar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from elshi.ontology.levels import LEVELS
from elshi.web.dates import between
from elshi.web.index.records import Dot
from elshi.web.pictures.axis import Axis, Tick, axis
from elshi.web.words import word

ROW, GAP, TOP = 18, 8, 12
ROWS = 6
"""Rows of a lane at most: contacts of the same days stand below each other."""
EACH = 400
"""Contacts up to which each is drawn by itself; of more, a month of a rung is one bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A contact (or a month of them) on its lane."""

    x: float
    width: float
    y: float
    look: str
    """Class of style: `held`, `planned`, `cancelled`; `vague` where not dated to days."""
    title: str
    contact: str = ""
    strength: int = 5


@dataclass(frozen=True, slots=True)
class Lane:
    """A rung of the ladder; `end` is where the next begins."""

    y: float
    end: float
    label: str
    level: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture, and how many contacts have no date to draw."""

    height: float
    lanes: tuple[Lane, ...] = ()
    bars: tuple[Bar, ...] = ()
    ticks: tuple[Tick, ...] = ()
    today: float = 0.0
    undated: int = 0
    binned: bool = False


def timeline(dots: Sequence[Dot], ui: str, until: date) -> Timeline:
    """The timeline of these contacts; lanes only for rungs that have any."""
    dated = [dot for dot in dots if dot.first]
    if not dated:
        return Timeline(0.0, undated=len(dots))
    scale = axis([day for dot in dated for day in (dot.first, dot.last)])
    levels = [level for level in (*LEVELS, "") if any(dot.level == level for dot in dated)]
    many = len(dated) > EACH
    drawn = _months(dated, scale, ui) if many else _each(dated, scale, ui)
    lanes, bars, y = list[Lane](), list[Bar](), float(TOP)
    for level in levels:
        placed, rows = _stacked(drawn[level], y)
        lanes.append(Lane(y, y + rows * ROW + GAP, word(ui, f"level.{level or 'none'}"), level))
        bars, y = [*bars, *placed], lanes[-1].end
    return Timeline(
        height=y + 24,
        lanes=tuple(lanes),
        bars=tuple(bars),
        ticks=tuple(scale.ticks()),
        today=scale.x(until.toordinal()) if scale.first <= until.toordinal() <= scale.last else 0,
        undated=len(dots) - len(dated),
        binned=many,
    )  # fmt: skip


def _stacked(bars: Sequence[Bar], top: float) -> tuple[list[Bar], int]:
    """Bars in the first row where there is room, so that each can be seen and clicked; the rows."""
    ends, placed = [0.0], list[Bar]()
    for bar in bars:
        row = next((n for n, end in enumerate(ends) if end <= bar.x), len(ends))
        if row == len(ends) < ROWS:
            ends.append(0.0)
        row = min(row, ROWS - 1)
        ends[row] = bar.x + bar.width
        placed.append(replace(bar, y=top + row * ROW + GAP / 2))
    return placed, len(ends)


def _each(dots: Sequence[Dot], scale: Axis, ui: str) -> dict[str, list[Bar]]:
    """A bar for each contact, by rung."""
    found: dict[str, list[Bar]] = defaultdict(list)
    for dot in dots:
        found[dot.level].append(_bar(dot, scale, ui))
    return found


def _bar(dot: Dot, scale: Axis, ui: str) -> Bar:
    x, end = scale.x(dot.first), scale.x(dot.last + 1)
    words = word(ui, f"kind.{dot.kind}"), word(ui, f"status.{dot.status}")
    title = f"{words[0]} ({words[1]}): {between(dot.first, dot.last, ui)}"
    look = f"{dot.status} vague" if dot.rung else dot.status
    return Bar(x, round(max(5.0, end - x), 1), 0.0, look, title, dot.id)


def _months(dots: Sequence[Dot], scale: Axis, ui: str) -> dict[str, list[Bar]]:
    """One bar for each month of a rung, the stronger the more contacts it holds."""
    counts = Counter((dot.level, date.fromordinal(dot.first).replace(day=1)) for dot in dots)
    most, found = max(counts.values()), dict[str, list[Bar]]()
    for (level, month), count in sorted(counts.items()):
        first, after = month.toordinal(), (month + timedelta(days=31)).replace(day=1).toordinal()
        x, title = scale.x(first), f"{month:%Y-%m}: {word(ui, 'count.contacts', count=count)}"
        bar = Bar(x, round(scale.x(after) - x, 1), 0.0, "held", title)
        bar = replace(bar, strength=1 + min(4, count * 5 // (most + 1)))
        found.setdefault(level, []).append(bar)
    return found
