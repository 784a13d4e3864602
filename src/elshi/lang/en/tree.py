"""Tokens with their tree: who governs whom, and how far a phrase reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from elshi.pack import Token
from elshi.records import Span


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a text, their Penn tags, and the dependants of each, in text order."""

    text: str
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]

    def under(self, index: int, *rels: str) -> Iterator[int]:
        """The dependants of a token that stand in one of these relations."""
        return (child for child in self.children[index] if self.tokens[child].rel in rels)

    def word(self, index: int) -> str:
        """The token's form in lower case."""
        return self.tokens[index].text.lower()


Keep = Callable[[int], bool]


def subtree(tree: Tree, index: int, keep: Keep = lambda _: True) -> list[int]:
    """The token and all below it that `keep` lets through, in text order."""
    found: list[int] = []
    waiting = [index]
    while waiting:
        top = waiting.pop()
        found.append(top)
        waiting.extend(child for child in tree.children[top] if keep(child))
    return sorted(found)


def cover(tree: Tree, indices: list[int]) -> Span:
    """The characters from the first to the last of these tokens, without signs at the edges."""
    inner = [i for i in indices if tree.tokens[i].pos not in {"PUNCT", "SPACE"}] or indices
    first, last = tree.tokens[min(inner)], tree.tokens[max(inner)]
    return Span(first.span.start, last.span.end)


def conjuncts(tree: Tree, index: int) -> list[int]:
    """The token and everything coordinated with it, in text order."""
    found, waiting = [index], [index]
    while waiting:
        added = list(tree.under(waiting.pop(), "conj"))
        found.extend(added)
        waiting.extend(added)
    return sorted(found)
