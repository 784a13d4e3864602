"""The dependency tree of a text: who governs whom, and how far a phrase reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.lang.ru.mend import circular
from elshi.pack import Token
from elshi.records import Span

OUTSIDE = frozenset({"acl:relcl", "parataxis", "discourse", "vocative"})
"""Relations whose subtree is no part of the phrase it hangs on."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of a text with the children of each, in text order."""

    tokens: Sequence[Token]
    children: Sequence[tuple[int, ...]]

    def of(self, index: int, *rels: str) -> Iterator[int]:
        """Children of a token in these relations (subtypes `nsubj:pass` are named apart)."""
        return (child for child in self.children[index] if self.tokens[child].rel in rels)

    def conjuncts(self, index: int) -> list[int]:
        """A token and what is coordinated with it, in text order: «министр и посол»."""
        found = [index]
        for child in self.of(index, "conj"):
            if not _is_clausal(self.tokens[child]):
                found += self.conjuncts(child)
        return found

    def below(self, index: int, *, conj: bool) -> Iterator[int]:
        """The phrase of a token: itself and what hangs on it, `conj`uncts included or not."""
        yield index
        for child in self.children[index]:
            rel = self.tokens[child].rel
            if rel in OUTSIDE or (rel in {"conj", "cc"} and not conj):
                continue
            if rel == "acl" and self._set_off(child):
                continue
            if rel == "conj" and _is_clausal(self.tokens[child]):
                continue
            yield from self.below(child, conj=True)

    def _set_off(self, index: int) -> bool:
        """A participle behind a comma («Премьер, прибывший в Душанбе, …») adds to the phrase."""
        first = min(self.below(index, conj=True))
        return self.tokens[first].pos == "PUNCT"

    def span(self, index: int, *, conj: bool = True) -> Span:
        """From the first to the last word of a phrase, signs at its edges left out."""
        inside = sorted(self.below(index, conj=conj))
        while len(inside) > 1 and self.tokens[inside[0]].pos == "PUNCT":
            inside.pop(0)
        while len(inside) > 1 and self.tokens[inside[-1]].pos == "PUNCT":
            inside.pop()
        return Span(self.tokens[inside[0]].span.start, self.tokens[inside[-1]].span.end)


def grow(tokens: Sequence[Token]) -> Tree:
    """The tree of tokens that carry heads; a token that would close a circle becomes a root."""
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head is not None and not circular(tokens, index):
            children[token.head].append(index)
    return Tree(tokens, tuple(map(tuple, children)))


def _is_clausal(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"}
