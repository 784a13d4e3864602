"""What stands to a Russian predicate in which role: from case, preposition and tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.lang.ru.tree import Tree
from elshi.pack import Argument, Marker, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
BARE: dict[str, Marker] = {"nom": "subject", "acc": "object", "dat": "to", "ins": "by"}
"""Markers of a phrase without a preposition that hangs on a verb."""

VALENCY: dict[tuple[str, Marker], Marker] = {
    ("ознакомить", "with"): "about",
    ("ознакомлять", "with"): "about",
    ("познакомить", "with"): "about",
    ("знакомить", "with"): "about",
}
"""What a verb makes of a marker: «ознакомил гостя с работой» tells of the work."""
POSSESSIVES = frozenset({"его", "её", "ее", "их"})
PLAIN: dict[str, Marker] = {
    "nsubj:pass": "object",
    "obl:agent": "subject",
    "ccomp": "that",
    "xcomp": "that",
    "csubj": "that",
    "csubj:pass": "that",
}
"""Markers that the relation alone decides."""

Prepositions = dict[tuple[str, str], Marker]
"""(preposition, case) → marker; compound ones are named by their words' lemmas: «в ход»."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found under a predicate: its head token and the role it plays."""

    marker: Marker
    index: int


def preposition(tree: Tree, index: int) -> str:
    """The preposition of a phrase, compound ones included, as lemmas; empty where there is none."""
    for child in tree.of(index, "case"):
        words = [child, *tree.of(child, "fixed")]
        return " ".join(tree.tokens[word].lemma for word in words)
    return ""


def marker_of(tree: Tree, index: int, prepositions: Prepositions) -> Found | None:
    """The role of a prepositional phrase; «в рамках визита» is looked up with its noun."""
    token = tree.tokens[index]
    word = preposition(tree, index)
    if not word:
        return None
    whole = prepositions.get((f"{word} {token.lemma}", "gen"))
    if whole:
        for child in tree.of(index, "nmod"):
            return Found(whole, child)
    marker = prepositions.get((word, token.case)) or prepositions.get((word, "gen"))
    if marker is None:
        marker = next((m for (w, _), m in prepositions.items() if w == word), None)
    return Found(marker, index) if marker else None


def of_verb(tree: Tree, verb: int, prepositions: Prepositions) -> Iterator[Found]:
    """The phrases that hang on a verb, a passive turned into the active."""
    passive = tree.tokens[verb].voice == "pass"
    for child in tree.children[verb]:
        found = _under_verb(tree, child, prepositions, passive)
        if found:
            marker = VALENCY.get((tree.tokens[verb].lemma, found.marker), found.marker)
            yield Found(marker, found.index)


def _under_verb(tree: Tree, child: int, prepositions: Prepositions, passive: bool) -> Found | None:
    token = tree.tokens[child]
    if token.rel == "nsubj":
        return Found("object" if passive else "subject", child)
    if token.rel in PLAIN:
        return Found(PLAIN[token.rel], child)
    if token.rel not in {"obj", "iobj", "obl", "nmod"} or token.pos not in NOMINAL:
        return None
    phrase = marker_of(tree, child, prepositions)
    if phrase or preposition(tree, child):
        return phrase
    marker = _bare(token, passive)
    return Found(marker, child) if marker else None


def _bare(token: Token, passive: bool) -> Marker | None:
    """The marker of a phrase without a preposition; a passive's instrumental is its agent."""
    if token.rel == "obj":
        return "object"
    return "subject" if passive and token.case == "ins" else BARE.get(token.case)


def of_noun(tree: Tree, noun: int, prepositions: Prepositions) -> Iterator[Found]:
    """The phrases that hang on an event noun: its genitive (`of`) and its prepositions."""
    for child in tree.of(noun, "nmod", "obl", "appos", "det", "amod"):
        if tree.tokens[child].text.lower() in POSSESSIVES:
            yield Found("of", child)
            continue
        if tree.tokens[child].rel in {"det", "amod"}:
            continue
        phrase = marker_of(tree, child, prepositions)
        if phrase:
            yield phrase
        elif tree.tokens[child].case == "gen" and not preposition(tree, child):
            yield Found("of", child)


def deeper(
    tree: Tree, index: int, prepositions: Prepositions, *, fences: frozenset[int]
) -> Iterator[Found]:
    """Phrases with «с», «между», «в» + accusative hung by the parser on a noun below `index`.

    «встреча президента Казахстана с президентом США»: the second man is often hung on the first.
    The search stops at `fences` (other predicates) and at relative clauses.
    """
    for child in tree.children[index]:
        token = tree.tokens[child]
        if child in fences or token.rel in {"acl", "acl:relcl", "parataxis", "ccomp", "advcl"}:
            continue
        if token.pos in {"VERB", "AUX"}:
            continue
        found = marker_of(tree, child, prepositions) if token.rel in {"nmod", "obl"} else None
        if found and (
            found.marker in {"with", "between"} or (found.marker == "to" and token.case == "acc")
        ):
            yield found
        yield from deeper(tree, child, prepositions, fences=fences)


def argument(tree: Tree, found: Found) -> Argument:
    """The argument that a found phrase makes: its whole span, and a span for each conjunct."""
    whole = tree.span(found.index)
    if found.marker == "that":
        return Argument("that", whole, (whole,))
    conjuncts = sorted(tree.conjuncts(found.index))
    heads = tuple(tree.span(index, conj=False) for index in conjuncts)
    nuclei = tuple(tree.tokens[index].span for index in conjuncts)
    return Argument(found.marker, whole, heads, nuclei)
