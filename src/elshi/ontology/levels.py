"""The ladder of offices and the fields of talks: the words of `elshi.records`, in order."""

from __future__ import annotations

from typing import get_args

from elshi.records import Level, Sphere

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the highest rung down."""

SPHERES: tuple[Sphere, ...] = get_args(Sphere)


def rank(level: Level | None) -> int:
    """The rung of a level: 0 is the highest; a level that is not known stands below all."""
    return len(LEVELS) if level is None else LEVELS.index(level)


def higher(one: Level | None, other: Level | None) -> Level | None:
    """The higher of two levels."""
    return one if rank(one) <= rank(other) else other
