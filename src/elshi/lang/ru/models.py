"""The trained models that Russian uses, loaded once and kept: words, morphology, trees, names.

The models are the files in the `natasha` package, found without importing it: it imports
pymorphy2, which does not run under current setuptools.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from elshi.errors import ElshiError

# One thread: matrices of a sentence are small, and threads that wait for each other on a busy
# machine cost a factor of 14. Set before the models import numpy for the first time.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

_BATCH = 32
"""Sentences of like length in a batch: padding is what a batch wastes."""
_WORDS = 1 << 16
"""How many words' parses are kept: a day's news has some 40,000 forms."""


@cache
def _folder() -> Path:
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ElshiError("the Russian models are missing: install the package 'natasha'")
    return Path(spec.origin).parent / "data"


@cache
def _navec() -> Any:
    from navec import Navec

    return Navec.load(_folder() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")


@cache
def _model(name: str) -> Any:
    import slovnet

    kind = getattr(slovnet, {"morph": "Morph", "syntax": "Syntax", "ner": "NER"}[name])
    path = _folder() / "model" / f"slovnet_{name}_news_v1.tar"
    return kind.load(path, batch_size=_BATCH).navec(_navec())


@cache
def _pymorphy() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(_WORDS)
def parses(word: str) -> tuple[Any, ...]:
    """All that a word can be, by pymorphy, the likeliest first; never empty.

    A letter that Unicode gives no name breaks pymorphy: it is read as a sign.
    """
    return tuple(_pymorphy().parse("".join(c if unicodedata.name(c, "") else "?" for c in word)))


@cache
def vocabulary() -> frozenset[str]:
    """Words of a billion words of news, in small letters: which names the press uses."""
    return frozenset(_navec().vocab.words)


def tags(sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, dict[str, str]]]]:
    """Part of speech and features of each word, sentence by sentence (Universal Dependencies)."""
    return _by_length(
        sentences,
        lambda batch: [
            [(token.pos, token.feats) for token in markup.tokens]
            for markup in _model("morph").map(batch)
        ],
    )


def heads(sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, str]]]:
    """Governor (1 is the first word, 0 the root) and relation of each word of each sentence."""
    return _by_length(
        sentences,
        lambda batch: [
            [(int(token.head_id), token.rel) for token in markup.tokens]
            for markup in _model("syntax").map(batch)
        ],
    )


def entities(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """B-PER, I-PER, B-LOC, I-LOC, B-ORG, I-ORG or O for each word of each sentence."""
    infer = _model("ner").infer
    return _by_length(
        sentences,
        # The model's own call would cut the text into words a second time.
        lambda batch: list(infer.decoder(infer.process(infer.encoder(batch)))),
    )


def _by_length(
    sentences: Sequence[Sequence[str]], run: Callable[[list[Sequence[str]]], list[Any]]
) -> list[Any]:
    """Runs a model over sentences sorted by length, and puts the results back in order."""
    order = sorted(range(len(sentences)), key=lambda n: len(sentences[n]))
    results: list[Any] = [[]] * len(sentences)
    filled = [n for n in order if sentences[n]]
    found = run([sentences[n] for n in filled]) if filled else []
    for n, result in zip(filled, found, strict=True):
        results[n] = result
    return results
