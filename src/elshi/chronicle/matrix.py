"""The dialogue matrix of two sides: on which rungs of the ladder they talk, and about what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from elshi.chronicle.records import Contact
from elshi.ontology.levels import LEVELS, SPHERES

MET = frozenset({"meeting", "call", "visit", "conference", "credentials", "signing"})
"""Kinds in which the two deal with each other; letters do not count as dialogue."""
BAR = 0.5
"""A rung lags behind where it has less than this part of the contacts of the highest."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One rung in one sphere (or in all): how often, when last, and how long ago."""

    level: str
    sphere: str
    count: int
    last: date | None
    days_since: int | None
    hosted: tuple[tuple[str, int], ...]
    """Country → how many of the contacts it hosted."""
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One rung: its contacts in all, and by sphere."""

    level: str
    all: Cell
    spheres: tuple[Cell, ...]
    lags: str = ""
    """In words, why it lags behind the bar set by the highest rung; empty where it does not."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rungs × spheres of a pair of sides as of a day."""

    sides: tuple[str, str]
    as_of: date
    since: date | None
    rows: tuple[Row, ...]
    unplaced: int
    """Contacts of the two in which no rung is known."""


def matrix(
    contacts: Iterable[Contact], sides: tuple[str, str], *, as_of: date, since: date | None = None
) -> Matrix:
    """The matrix of two sides from the contacts that were held by a day."""
    by_level: dict[str, list[Contact]] = {level: [] for level in ("", *LEVELS)}
    for contact in contacts:
        if _counts(contact, sides, as_of, since):
            by_level[level_of(contact, sides)].append(contact)
    unplaced = by_level.pop("")
    rows = [_row(level, found, as_of) for level, found in by_level.items()]
    return Matrix(sides, as_of, since, tuple(_with_lags(rows)), len(unplaced))


def _counts(contact: Contact, sides: tuple[str, str], as_of: date, since: date | None) -> bool:
    inside = contact.status == "held" and contact.kind in MET and set(sides) <= set(contact.sides)
    dated = 0 < contact.first <= as_of.toordinal()
    return inside and dated and (since is None or contact.last >= since.toordinal())


def level_of(contact: Contact, sides: Sequence[str]) -> str:
    """The rung on which two sides meet: the lower of the highest that each sends.

    A president who receives a foreign minister talks on the minister's rung. Where one side's is
    not known (a visit tells only of the traveller), the other's counts.
    """
    tops = [
        min((LEVELS.index(w.level) for w in contact.who if w.side == s and w.level), default=None)
        for s in sides
    ]
    known = [top for top in tops if top is not None]
    return LEVELS[max(known)] if known else ""


def _row(level: str, found: Sequence[Contact], as_of: date) -> Row:
    by_sphere: dict[str, list[Contact]] = {sphere: [] for sphere in SPHERES}
    for contact in found:
        for sphere in contact.spheres:
            by_sphere[sphere].append(contact)
    spheres = tuple(_cell(level, sphere, each, as_of) for sphere, each in by_sphere.items())
    return Row(level, _cell(level, "", found, as_of), spheres)


def _cell(level: str, sphere: str, found: Sequence[Contact], as_of: date) -> Cell:
    last = max((min(c.last, as_of.toordinal()) for c in found), default=0)
    hosts = Counter(c.country for c in found if c.country)
    return Cell(
        level=level,
        sphere=sphere,
        count=len(found),
        last=date.fromordinal(last) if last else None,
        days_since=as_of.toordinal() - last if last else None,
        hosted=tuple(sorted(hosts.items())),
        contacts=tuple(c.id for c in found),
    )


def _with_lags(rows: Sequence[Row]) -> list[Row]:
    """The rungs below the highest one that has contacts, measured against it."""
    bar = next((n for n, row in enumerate(rows) if row.all.count), None)
    if bar is None:
        return list(rows)
    return [*rows[: bar + 1], *(_lagging(row, rows[bar]) for row in rows[bar + 1 :])]


def _lagging(row: Row, top: Row) -> Row:
    if row.all.count >= top.all.count * BAR:
        return row
    return replace(row, lags=_behind(row.all, top.all))


def _behind(cell: Cell, top: Cell) -> str:
    """How far one rung is behind another, in words."""
    if not cell.count:
        return "no contact is told of"
    times = "contact" if cell.count == 1 else "contacts"
    told = f"{cell.count} {times} against {top.count}"
    if cell.days_since is None or top.days_since is None or cell.days_since <= top.days_since:
        return told
    return f"{told}, the last {cell.days_since - top.days_since} days before theirs"
