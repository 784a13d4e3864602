"""Tongues: «ағылшын тілінде», «қытай немесе жапон тілдерін» name no state; «жапон елшісі» does.

қытай немесе жапон тілдерін үйренген жапон елшісі
tongue       tongue                  JP───
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from elshi.lang.kk.morph import stems
from elshi.ontology.words import forms
from elshi.pack import Token
from elshi.text import fold

LISTED = frozenset({",", "және", "немесе", "әрі", "мен", "бен", "пен"})
TONGUE = frozenset({"тіл", "тілді", "тілдік"})


def without_tongues(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with no key where a people's word names its tongue: no table finds it."""
    muted = {i for i, token in enumerate(tokens) if _is_tongue(tokens, i, token)}
    return tuple(replace(t, keys=()) if i in muted else t for i, t in enumerate(tokens))


def _is_tongue(tokens: Sequence[Token], index: int, token: Token) -> bool:
    if token.text not in _peoples():
        return False
    for after in tokens[index + 1 :]:
        if after.text not in LISTED and after.text not in _peoples():
            return not TONGUE.isdisjoint(stems(fold(after.text)))
    return False


@cache
def _peoples() -> frozenset[str]:
    """Small words for peoples: ағылшын, неміс."""
    return frozenset(form.form for form in forms(files(__package__)) if form.kind == "ethnic")
