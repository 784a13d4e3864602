"""Dates as pages write them: to the precision that they have, and never more exact."""

from __future__ import annotations

from datetime import date

from elshi.brief.dates import period, spoken
from elshi.chronicle.records import Contact
from elshi.web.words import word
from elshi.when import precision


def dated(edtf: str, lang: str) -> str:
    """An EDTF date as it stands alone: "September 2023", «в сентябре 2023 года»."""
    plain = "/" not in edtf and not edtf.startswith(("[", "XXXX"))
    if plain and precision(edtf) != "bound":
        return period(edtf, "from" if lang == "en" else "in", lang)
    return spoken(edtf, lang)


def when(contact: Contact, lang: str) -> str:
    """When a contact was; of one that no text dates, the days between which it lies."""
    if contact.edtf:
        return dated(contact.edtf, lang)
    if not contact.first:
        return word(lang, "when.none")
    return word(lang, "when.window", days=between(contact.first, contact.last, lang))


def between(first: int, last: int, lang: str) -> str:
    """A range of days."""
    ends = [date.fromordinal(day).isoformat() for day in (first, last)]
    return dated(ends[0] if first == last else "/".join(ends), lang)


def day(ordinal: int, lang: str) -> str:
    """One day."""
    return dated(date.fromordinal(ordinal).isoformat(), lang)


def published(stamp: str, lang: str) -> str:
    """The day of publication."""
    return dated(stamp[:10], lang) if stamp else word(lang, "published.none")
