"""The chronicle of a store: its readings, its ledger of judgements, its registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from elshi.chronicle.build import Chronicle, of
from elshi.chronicle.commitments import answered, between
from elshi.chronicle.given import enter, ledger_of, ledger_text, register_of
from elshi.chronicle.growth import Growth, grown
from elshi.chronicle.known import Known, known
from elshi.chronicle.records import Commitment
from elshi.records import Reading
from elshi.store import Store

__all__ = [
    "by_then",
    "chronicle_of",
    "commitments_of",
    "enter",
    "growth_of",
    "ledger_of",
    "ledger_text",
    "register_of",
]


def growth_of(store: Store, *, as_of: date | None = None) -> Growth:
    """The contacts of a store from nothing, or what was known of them by the end of a day."""
    return grown((r for r in store.readings() if _by(r, as_of)), ledger_of(store))


def _by(reading: Reading, as_of: date | None) -> bool:
    published = reading.article.published
    return _known_by(published.value if published else "", as_of)


def _known_by(published: str, as_of: date | None) -> bool:
    return as_of is None or (bool(published) and published[:10] <= as_of.isoformat())


def by_then(told: Known, sides: Sequence[str], as_of: date | None) -> Growth:
    """The contacts around some sides; as they were known by the end of a day, if one is given."""
    if as_of is None:
        return told.growth
    growth = Growth(lines=told.lines)
    around = told.growth.between(*sides)
    for article in sorted({entry.article for c in around for entry in c.accounts}):
        found = told.growth.read[article]
        if found and _known_by(found[0].published, as_of):
            growth.add_entries(article, found)
    return growth


def chronicle_of(store: Store) -> Chronicle:
    """Contacts, persons, terms of office and commitments of a store."""
    with known(store) as told:
        return of(told.growth, list(told.facts.values()), register_of(store))


def commitments_of(told: Known, a: str, b: str) -> list[Commitment]:
    """What two sides promised each other, with what answered it."""
    pledged = [p for article in told.pledging(a, b) for p in told.facts[article].promised]
    return answered(between(pledged, (a, b)), told.growth.between(a, b))
