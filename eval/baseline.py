"""What natasha's models with the nearest name give: the baseline beside which we are measured.

Names, parts of speech and cases are slovnet's, as in natasha; the rest is the usual heuristic: a
word of contact takes the two nearest names of its sentence, an animate noun beside a name is the
man's post, the nearest organisation or place is where he serves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from elshi.lang.ru import models
from elshi.records import Span

KINDS = (
    ("call", r"созвон|по телефону|телефонн"),
    ("meeting", r"встре[чт]|перегово|бесед|консультац|принял|обсуд"),
    ("visit", r"визит|посети|прибы[лтв]|прилете"),
    ("signing", r"подпис"),
    ("message", r"телеграмм|поздрав|соболезн"),
    ("conference", r"саммит|форум|конференц"),
    ("credentials", r"верительн"),
)
REACH = 60
"""Characters between a name and what is taken to be its post."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence as the models see it: words with part of speech, and named stretches."""

    words: tuple[Span, ...]
    tags: tuple[tuple[str, dict[str, str]], ...]
    names: tuple[tuple[str, Span], ...]
    """PER, LOC or ORG, and where."""


@dataclass(frozen=True, slots=True)
class Job:
    """Who, as what, where, as spans of the text."""

    who: Span
    post: Span
    where: Span | None


def sentences(text: str) -> list[Found]:
    """A text by natasha's models: sentences, tags and names."""
    return list(_sentences(text))


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Contacts by the nearest names: kind and names as they stand."""
    return [
        (kind, tuple(span.of(text) for span in who))
        for found in _sentences(text)
        for kind, who in _contacts(text, found)
    ]


def meetings(text: str) -> list[tuple[Span, ...]]:
    """The pairs of names beside a word of meeting."""
    return [
        who
        for found in _sentences(text)
        for kind, who in _contacts(text, found)
        if kind in {"meeting", "call"}
    ]


def jobs(text: str) -> list[Job]:
    """An animate noun beside a name, with the nearest place or organisation."""
    return [job for found in _sentences(text) for job in _jobs(found)]


def _contacts(text: str, found: Found) -> Iterator[tuple[str, tuple[Span, ...]]]:
    persons = [span for kind, span in found.names if kind == "PER"]
    if not found.words or len(persons) < 2:
        return
    whole = Span(found.words[0].start, found.words[-1].end)
    for kind, stem in KINDS:
        match = re.search(rf"\b(?:{stem})", whole.of(text), re.IGNORECASE)
        if match:
            at = whole.start + match.start()
            near = sorted(persons, key=lambda span: abs(span.start - at))[:2]
            yield kind, tuple(sorted(near))
            return


def _jobs(found: Found) -> Iterator[Job]:
    inside = [span for _, span in found.names]
    titles = [
        span
        for span, (pos, features) in zip(found.words, found.tags, strict=True)
        if pos == "NOUN"
        and features.get("Animacy") == "Anim"
        and not any(name.overlaps(span) for name in inside)
    ]
    for kind, who in found.names:
        post = _nearest(who, titles) if kind == "PER" else None
        if post is not None:
            bodies = [span for label, span in found.names if label != "PER"]
            yield Job(who, post, _nearest(post, bodies))


def _nearest(span: Span, others: Sequence[Span]) -> Span | None:
    near = [other for other in others if _gap(span, other) <= REACH]
    return min(near, key=lambda other: _gap(span, other), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _sentences(text: str) -> Iterator[Found]:
    cut = _cut(text)
    words = [[span.of(text) for span in sentence] for sentence in cut]
    for spans, tags, labels in zip(cut, models.tags(words), models.entities(words), strict=True):
        yield Found(tuple(spans), tuple(tags), tuple(_names(spans, labels)))


@cache
def _cut(text: str) -> tuple[tuple[Span, ...], ...]:
    from razdel import sentenize, tokenize

    return tuple(
        tuple(Span(s.start + t.start, s.start + t.stop) for t in tokenize(s.text))
        for s in sentenize(text)
    )


def _names(spans: Sequence[Span], labels: Sequence[str]) -> Iterator[tuple[str, Span]]:
    start, kind = -1, ""
    for at, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield kind, Span(spans[start].start, spans[at - 1].end)
            kind = ""
        if label.startswith("B-") or (label.startswith("I-") and not kind):
            start, kind = at, label[2:]
