"""The brief as a document: with numbered footnotes, on a page and as DOCX."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from elshi.brief import Brief, Section, Source
from elshi.brief.notes import Notes
from elshi.brief.words import phrase
from elshi.draw import visible


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (of a depth), a sentence with its notes, or a remark."""

    text: str
    depth: int = 0
    notes: tuple[int, ...] = ()
    remark: bool = False


def footnoted(brief: Brief) -> tuple[list[Line], list[Source]]:
    """The lines of a brief, and its notes."""
    notes = Notes()
    lines = [line for section in brief.sections for line in _section(section, notes, brief.lang, 2)]
    if brief.withheld:
        text = phrase(brief.lang, "withheld", count=str(brief.withheld))
        lines.append(Line(text, remark=True))
    return lines, notes.sources


def _section(section: Section, notes: Notes, lang: str, depth: int) -> Iterator[Line]:
    yield Line(section.title, depth=depth)
    for sentence in section.sentences:
        sources = (sentence.source, *sentence.others)
        numbers = dict.fromkeys(notes.number(source) for source in sources)
        yield Line(sentence.text, notes=tuple(numbers))
    for inner in section.sections:
        yield from _section(inner, notes, lang, depth + 1)
    if section.more:
        yield Line(phrase(lang, "more", count=str(section.more)), remark=True)


def docx(brief: Brief) -> bytes:
    """The brief as a DOCX file."""
    from docx import Document

    document: Any = Document()
    lines, sources = footnoted(brief)
    document.core_properties.title = _clean(brief.title)
    document.core_properties.language = brief.lang
    document.add_heading(_clean(brief.title), 0)
    document.add_paragraph(_clean(" ".join(brief.lead)))
    for line in lines:
        _add(document, line)
    if sources:
        document.add_heading(phrase(brief.lang, "section.sources"), 1)
    for number, source in enumerate(sources, 1):
        document.add_paragraph(f"[{number}] {_clean(source_words(source, brief.lang))}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def source_words(source: Source, lang: str) -> str:
    """A note in words."""
    words = phrase(
        lang, "footnote", outlet=source.outlet, published=source.published, where=source.where
    )
    return f"{words}: {phrase(lang, 'quote', text=source.quote)}" if source.quote else words


def _add(document: Any, line: Line) -> None:
    if line.depth:
        document.add_heading(_clean(line.text), min(4, line.depth - 1))
    elif line.remark:
        document.add_paragraph(_clean(line.text)).runs[0].italic = True
    else:
        paragraph = document.add_paragraph(_clean(line.text), style="List Bullet")
        marks = "".join(f"[{note}]" for note in line.notes)
        paragraph.add_run(f" {marks}").font.superscript = True


def _clean(text: str) -> str:
    """Without signs that XML does not hold."""
    return visible(text)
