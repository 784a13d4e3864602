"""Kazakh names, measured on each fifth of KazNERD in turn: `python eval/kk_names.py DATA`.

The shipped model's own card (`lang/kk/crf.json`) has one small part held back: 68 persons and 42
posts. Five parts, each read by a model that has not seen it nor what repeats it, say how far that
number may be trusted; `±` is the half of the interval of 95 %.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from math import sqrt
from pathlib import Path

from elshi.lang.kk import train

FOLDS = 5


def main() -> None:
    """Prints F1 of every class over all parts together."""
    sentences = list(train.read(Path(sys.argv[1])))
    right: dict[str, float] = defaultdict(float)
    told: dict[str, float] = defaultdict(float)
    for known, held in train.folds(sentences, FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "crf.model"
            train.train(known, model)
            for label, rates in train.score(held, model).items():
                hits = rates["r"] * rates["n"]
                right[label] += hits
                told[label] += rates["n"] + (hits / rates["p"] if rates["p"] else 0)
    for label, both in sorted(told.items()):
        print(line(label, right[label], both))


def line(label: str, right: float, both: float) -> str:
    """F1 of a class from what was right and what was found and true together."""
    f1 = 2 * right / both
    return (
        f"{label:14} n {both / 2:5.0f}  f1 {f1:.3f} ± {1.96 * sqrt(f1 * (1 - f1) * 2 / both):.3f}"
    )


if __name__ == "__main__":
    main()
