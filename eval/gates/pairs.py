"""Gate: accounts of one contact told as one, and of two as two: pairs judged by hand.

`read` is the share of the pairs of which both accounts were read; precision and recall are of
those. What is told as one but is two (false), or as two but is one (missing), is one command away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streams
from figures import Absent, Figure, share
from pairs import Answer, answers, labels

NAME = "pairs"
STREAMS = {
    "reports": ("all", "reports"),
    "kremlin.ru": ("ru", "kremlin"),
    "kremlin.en": ("en", "kremlin"),
    "telegram": ("ru", "telegram"),
}
"""Stream → its language, and how the page calls it."""
QUICK = ("reports",)
"""What a quick run reads: releases are long, and posts are many."""
ORDER = ("false", "missing", "unread")


def files() -> Iterator[Path]:
    """The gold of this gate."""
    for stream in _here(1):
        yield from streams.files(stream)
        if labels(stream).exists():
            yield labels(stream)


def gate(every: int = 1) -> list[Figure]:
    """Precision, recall and the share of pairs read, by stream; of every n-th pair."""
    return [figure for stream in _here(every) for figure in _figures(stream, every)]


def errors(every: int = 1) -> list[str]:
    """Pairs told as one that are two, then as two that are one, then those not read."""
    told = [(a.what, stream, a.name) for stream in _here(every) for a in _answers(stream, every)]
    wrong = sorted(
        (ORDER.index(what), stream, name) for what, stream, name in told if what in ORDER
    )
    return [f"{ORDER[n]}\t{stream}\t{name}" for n, stream, name in wrong]


def _here(every: int) -> list[str]:
    """The streams that are on this machine: our own reports always are."""
    found = []
    for stream in STREAMS if every == 1 else QUICK:
        try:
            found += [stream] if list(streams.files(stream)) else []
        except Absent:
            continue
    return found


def _figures(stream: str, every: int) -> Iterator[Figure]:
    counts = Counter(answer.what for answer in _answers(stream, every))
    right, judged = counts["right"], sum(counts.values())
    lang, name = STREAMS[stream]
    yield share(NAME, lang, f"{name}: read", (judged - counts["unread"], judged))
    yield share(NAME, lang, f"{name}: precision", (right, right + counts["false"]))
    yield share(NAME, lang, f"{name}: recall", (right, right + counts["missing"]))


@cache
def _answers(stream: str, every: int) -> list[Answer]:
    return answers(stream, every)
