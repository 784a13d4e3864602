"""Our pipe of the model's rules gives what the model's own gives, word for word."""

from __future__ import annotations

import pytest

from elshi.lang.en.model import model
from elshi.lang.en.ruler import Ruler

SENTENCES = (
    "There are three ministers in Astana, and it is good that they met.",
    "Let's meet again, said the ambassador; I'm gonna sign it, you know.",
    "The delegation that had arrived did not sign what it was shown, but nothin' was lost.",
    "To have been received by the President is an honour which the guests have had before.",
    "There were talks.\tBut there's more to come.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_what_the_models_own_rules_make_them(sentence: str) -> None:
    nlp = model()
    ours = next(pipe for name, pipe in nlp.components if name == "attribute_ruler")
    assert isinstance(ours, Ruler)
    before = ("tok2vec", "tagger", "parser")
    with nlp.select_pipes(enable=before):
        mine, theirs = nlp(sentence), nlp(sentence)
    for doc, pipe in ((mine, ours), (theirs, ours._ruler)):
        for _ in range(2):
            pipe(doc)
    assert told(mine) == told(theirs)


def told(doc: object) -> list[tuple[str, str, str, str]]:
    return [(w.tag_, w.pos_, str(w.morph), w.lemma_) for w in doc]  # type: ignore[attr-defined]
