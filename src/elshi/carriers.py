"""Which verb of saying carries a quotation.

«…», — сказал X      after it, parted by a comma or a dash
X сказал: «…»        before it, with a colon
«…, — сказал X. — …» within its marks
"""

from __future__ import annotations

from collections.abc import Sequence

from elshi.quotes import asides, breaks
from elshi.records import Span
from elshi.sayings import Saying, Scene

REACH = 160
"""Characters between a quotation and its verb of saying, at most."""
SIDE_BY_SIDE = 2
"""Characters between «деп» and the verb that it leads to."""


def carrier(quote: Span, said: Sequence[Saying], scene: Scene) -> Saying | None:
    """The verb of saying of a quotation, if one carries it."""
    text = scene.parsed.text
    within = [s for s in said if quote.covers(s.predicate) and aside(quote, s.predicate, text)]
    if within:
        return _main(within[0], said)
    after = [s for s in said if 0 <= s.predicate.start - quote.end <= REACH]
    for saying in sorted(after, key=lambda s: s.predicate.start)[:1]:
        if _attributes(text[quote.end - 1 : saying.predicate.start]):
            return _main(saying, said)
    before = [s for s in said if 0 <= quote.start - s.predicate.end <= REACH]
    for saying in sorted(before, key=lambda s: -s.predicate.start)[:1]:
        if _announces(text[saying.predicate.end : quote.start]):
            return saying
    return None


def aside(quote: Span, span: Span, text: str) -> bool:
    """Whether something is an attribution within the marks of a quotation."""
    return any(found.covers(span) for found in asides(text, quote))


def _main(saying: Saying, said: Sequence[Saying]) -> Saying:
    """«деп атап өтті»: the verb that «деп» leads to."""
    end = saying.predicate.end
    follows = (s for s in said if 0 <= s.predicate.start - end <= SIDE_BY_SIDE)
    return next(follows, saying)


def _attributes(between: str) -> bool:
    """A comma or a dash parts a quotation from its verb, before or after the closing mark."""
    if breaks(between[1:]):
        return False
    head = between[1:].lstrip("»”\"'’!?.… ")
    return between[:1] in {",", "?", "!"} or head[:1] in {",", "—", "–", "-"} or not head.strip()


def _announces(between: str) -> bool:
    """A colon before the quotation, on the same line or at its end; "said, “…”" in English."""
    whole = between.rstrip(" «“„\"'‘\n\u00a0")
    if whole.endswith(":"):
        return not breaks(whole)
    return whole.endswith(",") and "\n" not in between and not breaks(whole)
