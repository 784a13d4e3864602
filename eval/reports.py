"""Accuracy on our own reports, by language and field: `python eval/reports.py [LANG…] [-v]`."""

from __future__ import annotations

import sys
from pathlib import Path

from compare import Score, compare, reports
from elshi.extract import article
from elshi.pipeline import read
from elshi.read import captures

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "demo" / "reports", ROOT / "eval" / "gold" / "reports")
NAMES = (
    "contacts",
    "status",
    "role",
    "when",
    "country",
    "city",
    "participants",
    "posts",
    "sides",
    "spheres",
    "quotations",
    "statements",
)


def score_of(lang: str) -> Score:
    """All our reports of one language."""
    score = Score()
    for folder in FOLDERS:
        for path, gold in reports(folder, lang):
            for capture in captures(str(path)):
                compare(read(article(capture)), gold, score, path.stem)
    return score


def main() -> None:
    """Prints a line a field for each language asked for, and with -v each disagreement."""
    langs = [a for a in sys.argv[1:] if not a.startswith("-")] or ["ru", "kk", "en"]
    for lang in langs:
        score = score_of(lang)
        print(lang, "  ".join(f"{name} {score.f1(name):.3f}" for name in NAMES))
        if "-v" in sys.argv:
            print("\n".join(score.errors))


if __name__ == "__main__":
    main()
