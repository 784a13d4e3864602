"""Trains the Kazakh names: `python -m elshi.lang.kk.train DATA`, DATA being KazNERD's IOB2 file.

Deterministic: the same data give the same model, byte for byte. One sentence in ten, chosen by
hash with all that repeat it, is held back; the shipped model has not seen it, and its score on
it is written beside the model.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from elshi.lang.kk.crf import MODEL, chunks
from elshi.lang.kk.features import features

Sentence = tuple[tuple[str, ...], tuple[str, ...]]
"""Words and their labels."""
PARAMS = {"c1": 0.1, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True}
HELD_BACK = 10
WINDOW = 4


def main(arguments: Sequence[str]) -> None:
    """Trains, measures on the part held back, and writes the model and its card."""
    source = Path(arguments[0])
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    known, held = split(read(source))
    train(known, folder / MODEL)
    card = _card(source, known, held, folder / MODEL)
    text = json.dumps(card, ensure_ascii=False, indent=1) + "\n"
    (folder / "crf.json").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of an IOB2 file: a word and its label a line, an empty line between."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.split() for line in block.splitlines() if line.strip()]
        if pairs:
            yield tuple(pair[0] for pair in pairs), tuple(pair[-1] for pair in pairs)


def split(sentences: Iterable[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The part to learn from, and the part held back.

    KazNERD has many sentences twice, with figures written once as digits and once as words:
    sentences that share `WINDOW` words in a row and half of their words go to the same part.
    """
    all_of_them = list(sentences)
    known: list[Sentence] = []
    held: list[Sentence] = []
    for sentence, name in zip(all_of_them, _families(all_of_them), strict=True):
        digest = hashlib.sha256(name.encode()).digest()
        (held if digest[0] * 256 + digest[1] < 65536 // HELD_BACK else known).append(sentence)
    return known, held


def folds(
    sentences: Sequence[Sentence], count: int
) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """Each of so many parts held back in turn, no family of sentences in two parts."""
    marks = [int(hashlib.sha256(name.encode()).hexdigest(), 16) for name in _families(sentences)]
    for part in range(count):
        held = [s for s, mark in zip(sentences, marks, strict=True) if mark % count == part]
        known = [s for s, mark in zip(sentences, marks, strict=True) if mark % count != part]
        yield known, held


def _families(sentences: Sequence[Sentence]) -> list[str]:
    """For each sentence the first sentence of those that repeat it in other words."""
    seen: dict[tuple[str, ...], list[int]] = {}
    root = list(range(len(sentences)))
    for at, (words, _) in enumerate(sentences):
        for start in range(max(1, len(words) - WINDOW + 1)):
            earlier = seen.setdefault(words[start : start + WINDOW], [])
            for other in earlier:
                if _alike(words, sentences[other][0]):
                    own, its = _root(root, at), _root(root, other)
                    root[max(own, its)] = min(own, its)
            earlier.append(at)
    return [" ".join(sentences[_root(root, at)][0]) for at in range(len(sentences))]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether half the words of the shorter stand in the longer."""
    return 2 * len(set(one) & set(other)) >= min(len(set(one)), len(set(other)))


def _root(root: list[int], at: int) -> int:
    while root[at] != at:
        at = root[at]
    return at


def train(sentences: Iterable[Sentence], path: Path) -> None:
    """Writes the model learnt from these sentences."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMS)
    for words, labels in sentences:
        trainer.append(features(words), labels)
    trainer.train(str(path))


def score(sentences: Iterable[Sentence], model: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of exact stretches, for each class and over all."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for words, labels in sentences:
        gold, found = set(chunks(labels)), set(chunks(tagger.tag(features(words))))
        for counter, items in ((right, gold & found), (said, found), (true, gold)):
            counter.update(chunk.label for chunk in items)
            counter["all"] += len(items)
    return {label: _rates(right[label], said[label], true[label]) for label in sorted(true)}


def _rates(right: int, said: int, true: int) -> dict[str, float]:
    precision, recall = right / max(said, 1), right / max(true, 1)
    f1 = 2 * right / max(said + true, 1)
    return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3), "n": true}


def _card(
    source: Path, known: list[Sentence], held: list[Sentence], model: Path
) -> dict[str, object]:
    return {
        "data": "KazNERD, validation part (ISSAI, Nazarbayev University; CC BY 4.0)",
        "data sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "model sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
        "held back": f"1 family in {HELD_BACK} by sha256; kin share {WINDOW} words in a row",
        "sentences": {"learnt": len(known), "held back": len(held)},
        "parameters": PARAMS,
        "score": score(held, model),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
