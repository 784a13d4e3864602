"""Capitals and seats of power that speak for their state: "Beijing said", «в Акорде заявили».

В Астане    заявили, что готовы предоставить площадку
PLACE───    VERB of «they»: nobody else is named
speaker KZ
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elshi.mark import Marks
from elshi.records import Mention, Participant, Span, Value

SEATS = ("place.capital", "state.metonym")
"""The rules of the mentions that can stand for a state."""
LED = 3
"""Characters of the preposition before a seat within an argument: «в », «во »."""


def seat(spans: Iterable[Span], marks: Marks) -> Participant | None:
    """The state whose capital or seat of power one of these phrases is, and nothing more."""
    told: Sequence[Span] = tuple(spans)
    for mention in marks.of("state", "place"):
        if mention.rule.endswith(SEATS) and any(_is(span, mention) for span in told):
            name = Value(mention.value, mention.span, mention.rule)
            side = Value(mention.code, mention.span, "seat")
            return Participant(name, "institution", side=side)
    return None


def _is(span: Span, mention: Mention) -> bool:
    before, after = mention.span.start - span.start, span.end - mention.span.end
    return 0 <= before <= LED and after == 0
