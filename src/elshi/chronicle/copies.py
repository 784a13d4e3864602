"""Reprints: articles that carry the same words are one voice, whatever stands around the words.

text ─▶ sketch      the least hashes of its runs of four words: what two sketches share is, near
                    enough, what the texts share; a cut or a longer reprint is one all the same
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, islice
from zlib import crc32

RUN = 4
"""Words of a run."""
HEAD = 150
"""Words of an article that are looked at: reprints add and cut at the end."""
KEPT = 32
"""Hashes of a sketch."""
LIKE = 0.6
"""The share of the runs from which one article reprints the other."""
_WORDS = re.compile(r"\w+")

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """What is kept of an article's words."""
    words = [found[0].lower() for found in islice(_WORDS.finditer(text), HEAD)]
    starts = range(max(1, len(words) - RUN + 1))
    runs = {crc32(" ".join(words[n : n + RUN]).encode()) for n in starts}
    return tuple(sorted(runs)[:KEPT])


@lru_cache(maxsize=100_000)
def likeness(a: Sketch, b: Sketch) -> float:
    """The share of the runs of the shorter of two articles that stand in the other too.

    Where a sketch is full, only runs below its last hash are known of its article.
    """
    known = min((each[-1] for each in (a, b) if len(each) == KEPT), default=None)
    ones, twos = ({run for run in each if known is None or run <= known} for each in (a, b))
    fewer = min(len(ones), len(twos))
    return len(ones & twos) / fewer if fewer else 0.0


def voices(told: Mapping[str, Sketch]) -> list[tuple[str, ...]]:
    """Articles by voice: those that reprint one another together, in order."""
    homes = {article: {article} for article in sorted(told)}
    for a, b in combinations(sorted(told), 2):
        if homes[a] is not homes[b] and likeness(*sorted((told[a], told[b]))) >= LIKE:
            homes[a] |= homes[b]
            for article in homes[b]:
                homes[article] = homes[a]
    return sorted({tuple(sorted(home)) for home in homes.values()})
