"""The brief as plain text: to be read aloud, pasted into a letter, or printed."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.brief.notes import Notes
from elshi.brief.record import Brief, Section, Source
from elshi.brief.words import phrase


def as_text(brief: Brief) -> Iterator[str]:
    """The lines of a brief, not wrapped."""
    notes = Notes()
    yield brief.title
    yield ""
    yield " ".join(brief.lead)
    for section in brief.sections:
        yield from _section(section, notes, brief.lang, mark="")
    if brief.withheld:
        yield ""
        yield phrase(brief.lang, "withheld", count=str(brief.withheld))
    yield from _sources(notes.sources, brief.lang)


def _section(section: Section, notes: Notes, lang: str, *, mark: str) -> Iterator[str]:
    yield ""
    yield section.title if mark else section.title.upper()
    for sentence in section.sentences:
        sources = (sentence.source, *sentence.others)
        numbers = "".join(f"[{notes.number(source)}]" for source in sources)
        yield f"— {sentence.text} {numbers}"
    for inner in section.sections:
        yield from _section(inner, notes, lang, mark="—")
    if section.more:
        yield phrase(lang, "more", count=str(section.more))


def _sources(sources: list[Source], lang: str) -> Iterator[str]:
    if not sources:
        return
    yield ""
    yield phrase(lang, "section.sources").upper()
    for number, source in enumerate(sources, 1):
        words = phrase(
            lang,
            "footnote",
            outlet=source.outlet,
            published=source.published,
            where=source.where,
        )
        quote = f": {phrase(lang, 'quote', text=source.quote)}" if source.quote else ""
        yield f"[{number}] {words}{quote}"
