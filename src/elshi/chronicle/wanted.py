"""Which contacts are asked for: by sides, man, period, kind, status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from elshi.chronicle.growth import Growth
from elshi.chronicle.records import Contact
from elshi.chronicle.spelling import same
from elshi.store import Wanted
from elshi.store.rows import fold


def worth(growth: Growth, wanted: Wanted) -> list[Contact]:
    """The contacts among which those that fit are: by sides, else by name, else all."""
    if wanted.between:
        return growth.between(*wanted.between)
    return growth.named(wanted.person) if wanted.person else growth.contacts()


def select(contacts: Iterable[Contact], wanted: Wanted) -> list[Contact]:
    """The contacts that fit; a date that is not exact fits a period if it may lie in it."""
    return [c for c in contacts if _fits(c, wanted) and _in_period(c, wanted)]


def undated(contacts: Iterable[Contact], wanted: Wanted) -> int:
    """How many contacts fit but for having no date at all: a period leaves them out."""
    if not (wanted.since or wanted.until):
        return 0
    timeless = replace(wanted, since=None, until=None)
    return sum(1 for c in contacts if not c.last and _fits(c, timeless))


def _fits(contact: Contact, wanted: Wanted) -> bool:
    return (
        (not wanted.between or set(wanted.between) <= set(contact.sides))
        and (not wanted.kinds or contact.kind in wanted.kinds)
        and (not wanted.statuses or contact.status in wanted.statuses)
        and (not wanted.person or _named(contact, wanted.person))
    )


def _named(contact: Contact, person: str) -> bool:
    """Every word asked for stands in one name, as any of the accounts writes it, or in another
    script would: «Scholz» is «Олаф Шольц»."""
    words = fold(person).split()
    named = {(who.name, who.person) for entry in contact.accounts for who in entry.who}
    return any(
        all(word in fold(name) for word in words) or (man and same(name, person))
        for name, man in named
    )


def _in_period(contact: Contact, wanted: Wanted) -> bool:
    if not (wanted.since or wanted.until):
        return True
    after = not wanted.since or contact.last >= wanted.since.toordinal()
    before = not wanted.until or contact.first <= wanted.until.toordinal()
    return bool(contact.last) and after and before
