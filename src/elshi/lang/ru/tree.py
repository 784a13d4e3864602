"""The dependency tree of a text: who governs whom, and how far a phrase reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
        if token.head is not None and not _circular(tokens, index):
            children[token.head].append(index)
    return Tree(tokens, tuple(map(tuple, children)))


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words, an adjective that the parser left without a governor hung where it belongs.

    «вручил верительные грамоты Президенту»: the model makes «верительные» a second root and hangs
    the objects on it; they are the verb's, and the adjective is the noun's.
    """
    moved = [_uncircled(tokens, index) for index in range(len(tokens))]
    verbs = {t.sentence: i for i, t in reversed(list(enumerate(tokens))) if _rules(t)}
    for index, token in enumerate(tokens[:-1]):
        verb = verbs.get(token.sentence)
        if verb is not None and token.head is None and token.pos == "ADJ":
            _rehang(moved, index, verb)
    return tuple(moved)


def _uncircled(tokens: Sequence[Token], index: int) -> Token:
    """A noun and its preposition that govern each other: the noun goes to the noun before both."""
    token = tokens[index]
    if token.head is None or token.pos == "ADP" or not _circular(tokens, index):
        return token
    at = min(index, token.head) - 1
    while at >= 0 and tokens[at].sentence == token.sentence:
        if tokens[at].pos in {"NOUN", "PROPN", "VERB"}:
            return replace(token, head=at, rel="nmod" if tokens[at].pos != "VERB" else "obl")
        at -= 1
    return replace(token, head=None, rel="root")


def _rules(token: Token) -> bool:
    return token.head is None and token.pos == "VERB"


def _rehang(moved: list[Token], adjective: int, verb: int) -> None:
    noun = moved[adjective + 1]
    if noun.pos not in {"NOUN", "PROPN"} or noun.head != adjective:
        return
    for index, token in enumerate(moved):
        if token.head == adjective:
            moved[index] = replace(token, head=verb)
    moved[adjective] = replace(moved[adjective], head=adjective + 1, rel="amod")


def _circular(tokens: Sequence[Token], index: int) -> bool:
    seen, at = {index}, tokens[index].head
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = tokens[at].head
    return False


def _is_clausal(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"}
