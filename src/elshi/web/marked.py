"""A text cut into segments by what was read in it: the server cuts, the browser only shows.

«… принял │гостя│ в │Акорде│ …»     each segment knows the marks that cover it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from elshi.records import Mention, Reading, Span
from elshi.text import paragraphs

_END = re.compile(r"(?<=\w\w\w)[.!?…][»”\"]?\s+(?=[«“\"—–-]?\s?[^\W\d_a-zа-яё])")
"""The end of a sentence: not after initials, and only before a capital."""
MOST = 700
"""Characters of a sentence that are shown at most, around what was read in it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the one kind of mark that is drawn on it."""

    text: str
    kind: str = ""
    label: str = ""
    meant: bool = False
    """Whether another page points to it."""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, cut into segments."""

    segments: tuple[Segment, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article around what was read in it."""

    before: str
    read: str
    after: str
    article: str
    start: int
    end: int
    lang: str


def article_paragraphs(reading: Reading, at: Span | None = None) -> list[Paragraph]:
    """The text of an article, each paragraph cut where marks begin and end.

    `at` is what another page points to.
    """
    text, title = reading.article.text, reading.article.title
    head = title.span if title else None
    marks = sorted(reading.mentions, key=lambda m: (m.span.start, -m.span.end))
    return [
        Paragraph(tuple(_segments(text, line, marks, at)), head is not None and head.covers(line))
        for line in paragraphs(text)
    ]


def _segments(
    text: str, line: Span, marks: Sequence[Mention], at: Span | None
) -> Iterable[Segment]:
    here = [m for m in marks if m.span.overlaps(line)]
    cuts = {line.start, line.end}
    for mention in here:
        cuts |= {max(line.start, mention.span.start), min(line.end, mention.span.end)}
    if at is not None and at.overlaps(line):
        cuts |= {max(line.start, at.start), min(line.end, at.end)}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        piece = Span(start, end)
        inner = _innermost(here, piece)
        meant = at is not None and at.covers(piece)
        kind, label = (inner.kind, inner.code or inner.value) if inner else ("", "")
        yield Segment(piece.of(text), kind, label, meant, at is not None and start == at.start)


def _innermost(marks: Sequence[Mention], piece: Span) -> Mention | None:
    """The shortest mark over a stretch: a state within a post, not the post."""
    over = [m for m in marks if m.span.covers(piece)]
    return min(over, key=lambda m: m.span.end - m.span.start, default=None)


def quoted(reading: Reading, span: Span | None) -> Quote | None:
    """The sentence around a span; None where nothing in the text says it."""
    if span is None or span.start == span.end:
        return None
    text = reading.article.text
    whole = sentence(text, span)
    return Quote(
        before=text[whole.start : span.start].lstrip(),
        read=span.of(text),
        after=text[span.end : whole.end].rstrip(),
        article=reading.article.id,
        start=span.start,
        end=span.end,
        lang=reading.article.lang,
    )


def sentence(text: str, span: Span) -> Span:
    """The sentence, or sentences, in which a span lies, cut to a readable length."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = Span(start, len(text) if end < 0 else end)
    ends = [found.end() for found in _END.finditer(text, line.start, line.end)]
    first = max((e for e in ends if e <= span.start), default=line.start)
    last = min((e for e in ends if e >= span.end), default=line.end)
    return Span(max(first, span.start - MOST), min(last, span.end + MOST))
