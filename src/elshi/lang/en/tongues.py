"""Tongues: "speaks French", "in English and Russian" name no state; "French talks" do.

She taught French at a Russian school
           tongue      RU─────
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from elshi.lang.en.morph import fold
from elshi.lang.en.tree import Tree
from elshi.ontology.tables import rows
from elshi.pack import Token

NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
LISTED = frozenset({",", "and", "or", "&", "'", "‘", '"', "“"})
SAID_OF = frozenset({"attr", "acomp", "amod"})
"""Relations in which it is a man or his state: «is French», «French talks»."""


def without_tongues(tree: Tree) -> Tree:
    """The tree in which no table finds a tongue's name."""
    muted = {i for i, token in enumerate(tree.tokens) if _is_tongue(tree, i, token)}
    if not muted:
        return tree
    tokens = tuple(replace(t, keys=()) if i in muted else t for i, t in enumerate(tree.tokens))
    return replace(tree, tokens=tokens)


def _is_tongue(tree: Tree, index: int, token: Token) -> bool:
    if fold(token.text) not in _tongues() or not token.text[0].isupper():
        return False
    if token.rel in SAID_OF or any(tree.tokens[c].pos == "DET" for c in tree.children[index]):
        return False
    after = _after_list(tree, index + 1)
    return after is None or (after.pos not in NOUNS and after.rel != "amod")


def _after_list(tree: Tree, index: int) -> Token | None:
    """The first token after a list of tongues: «Kazakh, Russian and English | presidents»."""
    for token in tree.tokens[index:]:
        listed = token.text in LISTED or fold(token.text) in _tongues()
        if not listed:
            return token
    return None


@cache
def _tongues() -> frozenset[str]:
    return frozenset(fold(form) for (form,) in rows(files(__package__) / "tongues.tsv", "form"))
