"""Gate: KazNERD, the part held back from the training of our Kazakh names: exact stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from compare import Score
from corpora import corpus
from elshi.lang.kk.crf import chunks, tag
from elshi.lang.kk.train import read, split
from figures import Figure, of_score

NAME = "kaznerd"
CLASSES = ("PERSON", "POSITION", "ORGANISATION", "GPE", "DATE", "EVENT")
"""Those that we use."""


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield corpus("kaznerd/valid.iob2")


def gate(every: int = 1) -> list[Figure]:
    """Each class that we use, and all of them together."""
    return of_score(_score(every), NAME, "kk", (*CLASSES, "used"))


def errors(every: int = 1) -> list[str]:
    """Stretches that differ, with the sentence."""
    return [line for line in _score(every).errors if not line.startswith("used")]


@cache
def _score(every: int) -> Score:
    score = Score()
    _, held = split(read(corpus("kaznerd/valid.iob2")))
    for number, (words, labels) in enumerate(held[::every]):
        ours, gold = _told(words, tag(words)), _told(words, labels)
        where = f"{number} {' '.join(words)}"
        for name in CLASSES:
            score.add(
                name, (c for c in ours if c[2] == name), (c for c in gold if c[2] == name), where
            )
        score.add("used", ours, gold, where)
    return score


def _told(words: Sequence[str], labels: Sequence[str]) -> set[tuple[int, str, str]]:
    return {
        (chunk.start, " ".join(words[chunk.start : chunk.end]), chunk.label)
        for chunk in chunks(labels)
        if chunk.label in CLASSES
    }
