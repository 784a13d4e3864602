"""The chronicle of a store: its readings, its ledger of judgements, its registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from elshi.chronicle.build import Chronicle, of
from elshi.chronicle.commitments import answered, between
from elshi.chronicle.facts import served
from elshi.chronicle.growth import Growth, grown
from elshi.chronicle.judged import Line
from elshi.chronicle.known import Known, known
from elshi.chronicle.ledger import exported, of_line, to_line
from elshi.chronicle.records import Commitment, Post, Registered, Term
from elshi.records import Reading
from elshi.store import Store
from elshi.store.given import Holder, judge, judgements, register


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


def terms_of(told: Known, store: Store) -> Sequence[Term]:
    """Who held which post when."""
    return served(told.facts.values(), register_of(store))[1]


def ledger_of(store: Store) -> list[Line]:
    """The judgements of a store."""
    return [of_line(line) for line in judgements(store)]


def ledger_text(store: Store) -> str:
    """The ledger of a store as the text that `imported` reads."""
    return "".join(f"{line}\n" for line in exported(ledger_of(store)))


def enter(store: Store, *lines: Line) -> int:
    """Appends judgements to the ledger of a store; how many were not there yet."""
    return judge(store, [(line.id, to_line(line)) for line in lines])


def register_of(store: Store) -> list[Registered]:
    """The lines of a store's registers."""
    return [_registered(holder) for holder in register(store)]


def _registered(holder: Holder) -> Registered:
    return Registered(
        name=holder.person,
        post=Post(holder.side, holder.level, holder.house),
        title=holder.post,
        start=_day(holder.start),
        end=_day(holder.finish),
        person_id=holder.person_id,
        source=holder.source,
    )


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() if iso else 0
