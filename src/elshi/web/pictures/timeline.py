"""The timeline of a pair: a contact is as long as its date is inexact; a month is a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from elshi.ontology.levels import LEVELS
from elshi.web.dates import between
from elshi.web.index.records import Dot
from elshi.web.pictures.axis import Axis, Tick, axis
from elshi.web.words import word

LANE, TOP = 26, 12
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
    """A rung of the ladder."""

    y: float
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
    lanes = {level: TOP + n * LANE for n, level in enumerate(levels)}
    many = len(dated) > EACH
    bars = _months(dated, scale, lanes, ui) if many else [_bar(d, scale, lanes, ui) for d in dated]
    return Timeline(
        height=TOP + len(levels) * LANE + 24,
        lanes=tuple(_lane(level, y, ui) for level, y in lanes.items()),
        bars=tuple(bars),
        ticks=tuple(scale.ticks()),
        today=scale.x(until.toordinal()) if scale.first <= until.toordinal() <= scale.last else 0,
        undated=len(dots) - len(dated),
        binned=many,
    )  # fmt: skip


def _lane(level: str, y: float, ui: str) -> Lane:
    return Lane(y, word(ui, f"level.{level or 'none'}"), level)


def _bar(dot: Dot, scale: Axis, lanes: dict[str, int], ui: str) -> Bar:
    x, end = scale.x(dot.first), scale.x(dot.last + 1)
    words = word(ui, f"kind.{dot.kind}"), word(ui, f"status.{dot.status}")
    title = f"{words[0]} ({words[1]}): {between(dot.first, dot.last, ui)}"
    look = f"{dot.status} vague" if dot.rung else dot.status
    return Bar(x, round(max(5.0, end - x), 1), lanes[dot.level], look, title, dot.id)


def _months(dots: Sequence[Dot], scale: Axis, lanes: dict[str, int], ui: str) -> list[Bar]:
    """One bar for each month of a rung, the stronger the more contacts it holds."""
    counts = Counter((dot.level, date.fromordinal(dot.first).replace(day=1)) for dot in dots)
    most = max(counts.values())
    return [
        Bar(
            scale.x(month.toordinal()), 6.0, lanes[level], "held",
            f"{month:%Y-%m}: {word(ui, 'count.contacts', count=count)}",
            strength=1 + min(4, count * 5 // (most + 1)),
        )
        for (level, month), count in sorted(counts.items())
    ]  # fmt: skip
