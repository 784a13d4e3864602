"""Whether two accounts tell of one contact: same, not, or unsure, and why in words."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.chronicle.features import (
    FEATURES,
    WEEK,
    Feature,
    Finding,
    one_forum,
    remembered,
    title,
)
from elshi.chronicle.records import Entry, Verdict

ENOUGH = 5.0
"""Points from which two accounts that agree on who took part are one contact."""
BOTH = 3.0
"""A man and an office at least: from there on who took part is no accident."""
STATES = frozenset({"signing", "conference"})
"""Kinds that states, and no men, may be named for."""


@dataclass(frozen=True, slots=True)
class Score:
    """A verdict on two accounts, with the points that order merges."""

    verdict: Verdict
    points: float = 0.0


_NOT = Score("not")


def score(a: Entry, b: Entry) -> Score:
    """The verdict on two accounts; stops at the first feature that parts them."""
    points, agreed = 0.0, 0.0
    for feature in FEATURES:
        found = feature(a, b)
        if found.differs:
            return _NOT
        points, agreed = points + found.points, agreed + found.people
    return Score("same" if _enough(a, b, points, agreed) else "unsure", points)


def _enough(a: Entry, b: Entry, points: float, agreed: float) -> bool:
    if points < ENOUGH or (4 in (a.rung, b.rung) and not remembered(a, b)):
        return False
    if agreed >= 2 and _one_summit(a, b):
        return True
    if max(a.rung, b.rung) > 0 or not (a.sure or b.sure):
        journey = a.kind == "visit" and bool(a.country) and a.country == b.country
        summit = bool(a.forum and b.forum) and a.sides == b.sides
        known = journey or (summit and (_sided(a, b) or _announced(a, b)))
        news = a.rung == b.rung == 0 and abs(a.last - b.last) <= 1  # of one day, not dated
        return agreed >= 4 or (known and agreed >= 2) or (news and agreed >= BOTH)
    if agreed >= BOTH:
        return True
    days = a.first <= b.last and b.first <= a.last
    exact = days and a.sides == b.sides
    if agreed >= 2:
        return exact or (days and a.kind == "visit" and bool(a.country) and a.country == b.country)
    return exact and a.kind in STATES and a.kind == b.kind and _sided(a, b)


def _sided(a: Entry, b: Entry) -> bool:
    """Whether more is told than one side: one alone goes to many a summit of one month."""
    return len(a.sides) > 1 or one_forum(a, b)


def _announced(a: Entry, b: Entry) -> bool:
    """Whether two reports of one week announce something without a date."""
    return not (a.sure or b.sure) and abs(a.first - b.first) <= WEEK


def _one_summit(a: Entry, b: Entry) -> bool:
    """The same forum, announced and held, or told by two: the same sides, or a part of them."""
    sides = set(a.sides) <= set(b.sides) or set(b.sides) <= set(a.sides)
    near = a.kind == b.kind == "conference" and max(a.rung, b.rung) < 3
    return near and sides and one_forum(a, b)


def findings(a: Entry, b: Entry) -> list[tuple[Feature, Finding]]:
    """What every feature finds, those that do not count any more included."""
    return [(feature, feature(a, b)) for feature in FEATURES]


def reasons(a: Entry, b: Entry) -> list[str]:
    """The findings as lines: «The days: the same day (+3)»."""
    return [f"{title(feature)}: {found.words} {_mark(found)}" for feature, found in findings(a, b)]


def _mark(found: Finding) -> str:
    return "(parts them)" if found.differs else f"({found.points:+g})"
