"""Tongues: «учит французский», «на английском» name no state; «французский посол» does.

На русском и английском говорил российский посол
   tongue    tongue             RU────────
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from elshi.ontology.tables import rows
from elshi.pack import Token

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
LISTED = frozenset({",", "и", "или"})
AFTER = {"VERB": ("acc", "nom", ""), "ADP": ("loc", "acc", "gen"), "NOUN": ("gen",)}
"""What stands before the name of a tongue, and the cases of it there."""


def without_tongues(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with no key where a tongue is named: no table finds it."""
    muted = {i for i, token in enumerate(tokens) if _is_tongue(tokens, i, token)}
    return tuple(replace(t, keys=()) if i in muted else t for i, t in enumerate(tokens))


def _is_tongue(tokens: Sequence[Token], index: int, token: Token) -> bool:
    if token.lemma not in _tongues() or token.number != "sing" or token.gender == "fem":
        return False
    after = _after_list(tokens, index)
    if after is not None and after.pos in NOMINAL:
        return after.lemma == "язык"
    return _led(tokens, index, token.case)


def _led(tokens: Sequence[Token], index: int, case: str) -> bool:
    """Whether a verb, a preposition or a noun of which it is the genitive stands before it."""
    while index and (tokens[index - 1].text in LISTED or tokens[index - 1].lemma in _tongues()):
        index -= 1
    return index > 0 and case in AFTER.get(tokens[index - 1].pos, ())


def _after_list(tokens: Sequence[Token], index: int) -> Token | None:
    """The first token after a list of tongues: «русский и английский | языки»."""
    for token in tokens[index + 1 :]:
        if token.text not in LISTED and token.lemma not in _tongues():
            return token
    return None


@cache
def _tongues() -> frozenset[str]:
    return frozenset(form for (form,) in rows(files(__package__) / "tongues.tsv", "form"))
