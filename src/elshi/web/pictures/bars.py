"""Posts over time as bars: dark between first and last evidence, pale where a source goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elshi.chronicle.records import Term
from elshi.web.dates import day
from elshi.web.pictures.axis import Tick, axis
from elshi.web.pictures.labels import short
from elshi.web.words import word

LANE, TOP = 30, 10


@dataclass(frozen=True, slots=True)
class TermBar:
    """A term: the stretch that evidence covers, and the stretch that a source states."""

    y: float
    label: str
    title: str
    x: float
    width: float
    from_x: float = 0.0
    from_width: float = 0.0
    gone: float = 0.0


@dataclass(frozen=True, slots=True)
class Bars:
    """The picture."""

    height: float
    bars: tuple[TermBar, ...] = ()
    ticks: tuple[Tick, ...] = ()


def bars(terms: Sequence[Term], ui: str, *, named: bool = False) -> Bars:
    """Terms as bars, one lane each, by their post or (`named`) by who held it.

    Those without any day are in the table only.
    """
    dated = [term for term in terms if _days(term)]
    if not dated:
        return Bars(0.0)
    scale = axis([d for term in dated for d in _days(term)])
    made = []
    for n, term in enumerate(dated):
        first, last = _seen(term)
        start, end = term.start or first, term.end or last
        made.append(
            TermBar(
                y=TOP + n * LANE, title=_title(term, ui),
                label=short(term.name if named else term.title),
                x=scale.x(first), width=max(5.0, round(scale.x(last) - scale.x(first), 1)),
                from_x=scale.x(start), from_width=round(max(0, scale.x(end) - scale.x(start)), 1),
                gone=scale.x(term.gone) if term.gone else 0.0,
            )
        )  # fmt: skip
    return Bars(TOP + len(made) * LANE + 24, tuple(made), tuple(scale.ticks()))


def _days(term: Term) -> list[int]:
    return [d for d in (term.first, term.last, term.start, term.end, term.gone) if d]


def _seen(term: Term) -> tuple[int, int]:
    """What evidence covers; of a term that only ends, or is only stated, that day."""
    known = _days(term)
    return term.first or min(known), term.last or term.first or min(known)


def _title(term: Term, ui: str) -> str:
    first, last = _seen(term)
    days = word(ui, "term.seen", first=day(first, ui), last=day(last, ui))
    return f"{term.name}, {term.title}: {days}"
