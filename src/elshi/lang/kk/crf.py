"""Names, posts, institutions, states and dates in Kazakh, as an own CRF marks them.

    Сенат       төрағасы    Мәулен   Әшімбаев Астанада елшіні қабылдады
    B-POSITION  I-POSITION  B-PERSON I-PERSON B-GPE    O      O

The model (`crf.model`, made by `elshi.lang.kk.train`) is read when the first text comes. Its
features are made here for training and reading alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files

import pycrfsuite

from elshi.lang.kk.lexicon import gazetted
from elshi.lang.kk.morph import nouns
from elshi.text import fold

MODEL = "crf.model"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of tokens of one class (PERSON, POSITION, ORGANISATION, GPE, DATE …)."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=200_000)
def _own(word: str) -> tuple[str, ...]:
    """What a word shows by itself: its letters, endings, capitals, stem and case."""
    folded = fold(word)
    shape = _shape(word)
    found = [f"w={folded}", f"s={shape}"]
    found += [f"e{n}={folded[-n:]}" for n in range(1, 6) if len(folded) > n]
    found += [f"b{n}={folded[:n]}" for n in range(2, 6) if len(folded) > n]
    readings = [noun for noun in nouns(folded) if not noun.bare and noun.strict]
    if readings and len(readings[0].stem) > 1:
        found += [f"t={readings[0].stem}", f"c={readings[0].case}{readings[0].possessive}"]
        found.append(f"r={readings[-1].stem}")
        found += [f"te{n}={readings[0].stem[-n:]}" for n in (2, 3, 4)]
    else:
        found.append(f"t={folded}")
        found += [f"te{n}={folded[-n:]}" for n in (2, 3, 4)]
    found += [f"g={name}" for name in gazetted(folded)]
    return tuple(found)


@lru_cache(maxsize=200_000)
def _near(word: str) -> tuple[str, ...]:
    """What a word tells of its neighbours."""
    folded = fold(word)
    readings = [noun for noun in nouns(folded) if not noun.bare and noun.strict]
    stem = readings[-1].stem if readings else folded
    return (
        f"w={folded}",
        f"s={_shape(word)}",
        f"e={folded[-3:]}",
        f"t={stem}",
        *(f"g={name}" for name in gazetted(folded)),
    )


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
                    for c in word)  # fmt: skip
    short = "".join(c for n, c in enumerate(kinds) if n == 0 or kinds[n - 1] != c)
    return short[:8]


def features(words: Sequence[str]) -> list[list[str]]:
    """The features of every word of a sentence: its own, and those of two on either side."""
    near = [_near(word) for word in words]
    quoted = _quoted(words)
    return [[*_features(words, near, at), quoted[at]] for at in range(len(words))]


def _quoted(words: Sequence[str]) -> list[str]:
    """Whether a word stands between « and »; how near its end the next » is."""
    found, open_ = [], False
    for at, word in enumerate(words):
        open_ = (open_ or word == "«") and word != "»"
        near = open_ and "»" in words[at : at + 6]
        found.append("q=name" if near else "q=quote" if open_ else "q=out")
    return found


def _features(words: Sequence[str], near: Sequence[tuple[str, ...]], at: int) -> list[str]:
    found = ["1", *_own(words[at])]
    for step in (-2, -1, 1, 2):
        if 0 <= at + step < len(words):
            found += [f"{step}{name}" for name in near[at + step]]
        else:
            found.append(f"{step}none")
    if at:
        found.append(f"-1,0={near[at - 1][3]},{near[at][3]}")
    if at + 1 < len(words):
        found.append(f"0,1={near[at][3]},{near[at + 1][3]}")
        found.append(f"0,1s={near[at][1]},{near[at + 1][1]}")
    return found


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
