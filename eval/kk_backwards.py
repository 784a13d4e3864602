"""Name stripping against `qazaq-inflector` run backwards: `python eval/kk_backwards.py`.

Every surname and given name of our tables is put in each case by the inflector; our stripping
must bring it back. Two readings are given: with the tables, and with the name unknown to them.
"""

from __future__ import annotations

from collections import Counter
from unittest.mock import patch

from qazaq_inflector import QazaqNameInflector

from elshi.lang.kk import lexicon, names

CASES = ("genitive", "dative", "accusative", "ablative", "instrumental")


def main() -> None:
    """Prints, for each case, how many come back, and some that do not."""
    _measure("known")
    with patch.object(names, "surnames", frozenset), patch.object(names, "given", lambda _: False):
        _measure("unknown")


def _measure(title: str) -> None:
    inflector = QazaqNameInflector()
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for name in sorted(lexicon.surnames()):
        word = name.capitalize()
        for case in CASES:
            form = inflector.inflect(word, case) or word
            noun = names.case_of(form, frozenset())
            back = form if noun is None else names._as_spelled(form, noun)
            count[case] += 1
            count[f"{case} right"] += back == word
            wrong += [f"{form}→{back}"] if back != word else []
    print(title, "  ".join(f"{c} {count[f'{c} right']}/{count[c]}" for c in CASES))
    print("   ", " ".join(wrong[:: max(1, len(wrong) // 25)]))


if __name__ == "__main__":
    main()
