"""Kazakh names, measured on each fifth of KazNERD in turn: `python eval/kk_names.py DATA`.

The shipped model's own card (`lang/kk/crf.json`) has one small part held back; five parts, each
read by a model that has not seen it nor what repeats it, say how far that number may be trusted.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from elshi.lang.kk import train

FOLDS = 5


def main() -> None:
    """Prints precision, recall and F1 of every class over all parts together."""
    sentences = list(train.read(Path(sys.argv[1])))
    right: dict[str, list[float]] = {}
    for fold in train.folds(sentences, FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "crf.model"
            train.train(fold[0], model)
            for label, rates in train.score(fold[1], model).items():
                right.setdefault(label, []).append(rates["n"])
                right[label] += [rates["p"], rates["r"], rates["f1"]]
    for label, values in right.items():
        count = sum(values[0::4])
        f1 = sum(n * f for n, f in zip(values[0::4], values[3::4], strict=True)) / count
        print(f"{label:14} n {count:5.0f}  f1 {f1:.3f}")


if __name__ == "__main__":
    main()
