"""Participles of saying hung where they belong: on the verb that reports, not on what it reports.

The minister said that trade grew, | stressing the importance of … |
     head─ said, not grew
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from elshi.lang.en.tree import Tree


def mended(tree: Tree, speech: frozenset[str]) -> Tree:
    """The tree in which «…, noting» after a reported clause is said by the one who reports."""
    moved = dict(_moved(tree, speech))
    if not moved:
        return tree
    tokens = tuple(
        replace(token, head=moved[index], rel="advcl") if index in moved else token
        for index, token in enumerate(tree.tokens)
    )
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head is not None:
            below[token.head].append(index)
    return replace(tree, tokens=tokens, children=tuple(tuple(children) for children in below))


def _moved(tree: Tree, speech: frozenset[str]) -> Iterator[tuple[int, int]]:
    for index, token in enumerate(tree.tokens):
        if tree.tags[index] != "VBG" or token.rel not in {"advcl", "acl"} or not index:
            continue
        told = token.lemma in speech and tree.tokens[index - 1].text == ","
        reporting = _reporting(tree, index, speech) if told else None
        if reporting is not None and reporting != token.head:
            yield index, reporting


def _reporting(tree: Tree, index: int, speech: frozenset[str]) -> int | None:
    """The highest verb of saying whose content the participle was hung into."""
    found, at = None, tree.tokens[index].head
    while at is not None:
        token = tree.tokens[at]
        if token.rel == "ccomp" and token.head is not None and token.head < at:
            found = token.head if tree.tokens[token.head].lemma in speech else found
        at = token.head
    return found
