"""What a gate measures: one figure for each language and field, with the counts behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare import Score

ELSHI = "elshi"


class Absent(Exception):
    """The data of a gate is not on this machine; the gate is skipped, and says so."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one gate, with the counts it comes from.

    `value` is F1 or a share, from 0 to 1, unless `lower`: then it is a rate, and less is better.
    `system` is who was measured: ours, or a baseline in the same run.
    """

    gate: str
    lang: str
    field: str
    value: float
    right: float = 0
    found: float = 0
    gold: float = 0
    system: str = ELSHI
    lower: bool = False

    @property
    def key(self) -> str:
        """Its name among the floors."""
        return f"{self.gate}/{self.lang}/{self.field}"


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one gate says in one run; `skipped` or `broken` is why it says nothing."""

    gate: str
    figures: tuple[Figure, ...] = ()
    digest: str = ""
    skipped: str = ""
    broken: str = ""
    seconds: float = 0.0


def f1(gate: str, lang: str, field: str, counts: Sequence[float], system: str = ELSHI) -> Figure:
    """Harmonic mean of precision and recall, from (right, found, gold)."""
    right, found, gold = counts
    total = found + gold
    value = 2 * right / total if total else 1.0
    return Figure(gate, lang, field, value, right, found, gold, system)


def share(gate: str, lang: str, field: str, counts: Sequence[float], system: str = ELSHI) -> Figure:
    """How many of all are right, from (right, all)."""
    right, asked = counts
    return Figure(gate, lang, field, right / asked if asked else 1.0, right, asked, asked, system)


def of_score(score: Score, gate: str, lang: str, fields: Iterable[str]) -> list[Figure]:
    """The fields of a score as figures."""
    return [
        f1(gate, lang, field, (score.right[field], score.found[field], score.gold[field]))
        for field in fields
    ]


def digest(paths: Iterable[Path]) -> str:
    """What the gold is, in sixteen figures: it changes with any byte or name of its files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
