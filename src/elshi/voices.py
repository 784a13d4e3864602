"""Who says so: the chain from the first source to this outlet."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.mark import Marks
from elshi.records import Article, Mention, Span, Value, Voice

NEAR = 2
"""Characters between «пресс-служба» and the house it belongs to."""


def voices(article: Article, marks: Marks) -> list[Voice]:
    """Press services and agencies in text order, each once, and the outlet last."""
    found = {v.name.value.lower(): v for v in reversed(list(_named(article, marks)))}
    ordered = sorted(
        found.values(), key=lambda v: (v.kind != "press service", v.name.span or Span(0, 0))
    )
    outlet = [Voice(article.outlet, "outlet")] if article.outlet else []
    return [*ordered, *outlet]


def _named(article: Article, marks: Marks) -> Iterator[Voice]:
    for span, kind in marks.voices:
        house = _house(span, marks)
        if kind == "press service" and house is not None:
            whole = Span(min(span.start, house.span.start), max(span.end, house.span.end))
            yield Voice(Value(whole.of(article.text), whole, "voices"), "press service")


def _house(span: Span, marks: Marks) -> Mention | None:
    """The institution, office or state whose press service it is, right after or before it."""
    beside = [
        m
        for m in marks.of("institution", "post", "state")
        if 0 <= m.span.start - span.end <= NEAR or 0 <= span.start - m.span.end <= NEAR
    ]
    return max(beside, key=lambda m: m.span.end - m.span.start, default=None)
