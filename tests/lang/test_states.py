"""States that a sentence names, in three languages: tongues, women, compounds, names that mislead.

She taught French at a Netherlands-based school
           tongue      NL───────────────
"""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.lang import load
from elshi.mark import mark
from elshi.ontology.tables import rows

TABLE = Path(__file__).with_name("states.tsv")


@pytest.mark.parametrize(
    ("lang", "sentence", "states"),
    [
        pytest.param(lang, sentence, states, id=f"{lang}: {phenomenon}")
        for lang, phenomenon, sentence, states in rows(
            TABLE, "lang", "phenomenon", "sentence", "states"
        )
    ],
)
def test_states_that_a_sentence_names(lang: str, sentence: str, states: str) -> None:
    pack = load(lang)
    found = [m.code for m in mark(pack.parse(sentence), pack).of("state")]
    told = {code for codes in found for code in codes.split("-")}
    assert told == (set() if states == "-" else set(states.split()))
