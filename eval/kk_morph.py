"""Kazakh morphology against UD Kazakh KTB: `python eval/kk_morph.py TREEBANK-FOLDER`.

Prints, for nouns and names, how often the case is right and how often the treebank's lemma is
among the keys (what tables match on), and the same of verbs whose stems the table has.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from elshi.lang.kk.verbs import infinitive, verb
from elshi.lang.kk.words import keys, tagged

CASES = {name: name.lower() for name in ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins")}


NAMES = ("noun case", "noun case, not nom", "noun lemma in keys", "verb known", "verb lemma")


def sentences(folder: Path) -> Iterator[list[list[str]]]:
    """The trees of a treebank as lists of columns, multiword lines left out."""
    for path in sorted(folder.glob("*.conllu")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            if lines:
                yield [line for line in lines if line[0].isdigit()]


def main() -> None:
    """Prints the rates."""
    count: Counter[str] = Counter()
    for rows in sentences(Path(sys.argv[1])):
        text = " ".join(row[1] for row in rows)
        read = {token.text: token for token in tagged(text).tokens}
        for row in rows:
            _measure(row, read, count)
    for name in NAMES:
        right, total = count[f"{name} right"], count[name]
        print(f"{name:20} {right}/{total} = {right / max(total, 1):.3f}")


def _measure(row: list[str], read: dict[str, object], count: Counter[str]) -> None:
    word, lemma, pos = row[1], row[2], row[3]
    feats = dict(pair.split("=") for pair in row[5].split("|") if "=" in pair)
    if pos in {"NOUN", "PROPN"} and "Case" in feats and word in read and feats["Case"] in CASES:
        want = CASES[feats["Case"]]
        got = getattr(read[word], "case", "") or "nom"
        for name in ("noun case", *(["noun case, not nom"] if want != "nom" else [])):
            count[name] += 1
            count[f"{name} right"] += got == want
        count["noun lemma in keys"] += 1
        count["noun lemma in keys right"] += lemma.lower() in keys(word)
    if pos == "VERB" and feats.get("VerbForm") in {"Fin", "Conv", "Part", "Inf"} and lemma:
        count["verb known"] += 1
        found = verb(word.lower())
        count["verb known right"] += found is not None
        if found is not None:
            count["verb lemma"] += 1
            count["verb lemma right"] += found.lemma == infinitive(lemma) or found.passive


if __name__ == "__main__":
    main()
