"""Names, posts, institutions, states and dates in Kazakh, as an own CRF marks them.

    Сенат       төрағасы    Мәулен   Әшімбаев Астанада елшіні қабылдады
    B-POSITION  I-POSITION  B-PERSON I-PERSON B-GPE    O      O

The model (`crf.model`, made by `elshi.lang.kk.train`) is read when the first text comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from elshi.lang.kk.features import features

MODEL = "crf.model"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of tokens of one class (PERSON, POSITION, ORGANISATION, GPE, DATE …)."""

    start: int
    end: int
    label: str


def tag(words: Sequence[str]) -> list[str]:
    """The IOB2 label of every word of a sentence."""
    return list(_tagger().tag(features(words))) if words else []


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    with as_file(files(__package__) / MODEL) as path:
        tagger.open(str(path))
    return tagger


def chunks(labels: Sequence[str]) -> Iterator[Chunk]:
    """The stretches that IOB2 labels mark."""
    start, label = 0, ""
    for at, mark in enumerate([*labels, "O"]):
        if label and mark != f"I-{label}":
            yield Chunk(start, at, label)
            label = ""
        if mark.startswith("B-") or (mark.startswith("I-") and not label):
            start, label = at, mark[2:]
