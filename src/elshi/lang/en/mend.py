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
    acted = dict(_acted(tree))
    moved = {index: (head, "advcl") for index, head in _moved(tree, speech)} | dict(_had(tree))
    moved |= {index: link for links in acted.values() for index, link in links}
    moved |= {index: link for links in _visiting(tree) for index, link in links}
    moved |= {index: link for links in _aimed(tree) for index, link in links}
    moved |= {index: link for links in _beside(tree) for index, link in links}
    if not moved:
        return tree
    tags = tuple("VBD" if index in acted else tag for index, tag in enumerate(tree.tags))
    tokens = tuple(
        replace(token, head=moved[index][0], rel=moved[index][1]) if index in moved else token
        for index, token in enumerate(tree.tokens)
    )
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head is not None:
            below[token.head].append(index)
    children = tuple(tuple(children) for children in below)
    return replace(tree, tokens=tokens, tags=tags, children=children)


Links = list[tuple[int, tuple[int | None, str]]]


def _acted(tree: Tree) -> Iterator[tuple[int, Links]]:
    """«the two heads of state | held talks»: in a sentence with no other verb, no participle."""
    finite = {t.sentence for t, tag in zip(tree.tokens, tree.tags, strict=True) if tag in _FINITE}
    for index, token in enumerate(tree.tokens):
        if tree.tags[index] != "VBN" or token.rel != "amod" or token.sentence in finite:
            continue
        noun, before = token.head, index - 1
        if noun is None or noun < index or not index or tree.tokens[before].pos not in _NOUNS:
            continue
        top = _top(tree, before, index)
        if top is not None and tree.tokens[top].rel in {"ROOT", "compound", "nmod", "nsubj"}:
            fronted = [i for i in tree.under(top, "prep") if i < top]
            links: Links = [(i, (index, "prep")) for i in fronted]
            links += [(index, (None, "ROOT")), (top, (index, "nsubj")), (noun, (index, "dobj"))]
            yield index, links


def _visiting(tree: Tree) -> Iterator[Links]:
    """«received | visiting Minister X»: he who visits is received, nobody visits him."""
    for index, token in enumerate(tree.tokens):
        head = token.head
        if tree.word(index) != "visiting" or head is None or head >= index:
            continue
        whom = next(tree.under(index, "dobj"), None)
        if whom is None or index - head > 1 or tree.tokens[whom].pos not in _NOUNS:
            continue
        rel = "pobj" if tree.tokens[head].pos == "ADP" else "dobj"
        others = [i for i in tree.children[index] if i != whom and i > whom]
        above = head if rel == "dobj" else tree.tokens[head].head
        yield [
            (index, (whom, "amod")),
            (whom, (head, rel)),
            *((i, (above, tree.tokens[i].rel)) for i in others),
        ]


def _beside(tree: Tree) -> Iterator[Links]:
    """«President A ← and President B took part»: two men beside each other, no one's attribute."""
    for index, token in enumerate(tree.tokens):
        head = token.head
        if token.rel not in {"nmod", "compound"} or head is None or head < index:
            continue
        names = {token.pos, tree.tokens[head].pos} == {"PROPN"} and len(token.text) > 1
        if names and any(index < i < head for i in tree.under(index, "cc")):
            above = tree.tokens[head]
            yield [(index, (above.head, above.rel)), (head, (index, "conj"))]


def _aimed(tree: Tree) -> Iterator[Links]:
    """«spoke with X | to discuss», «left for Riyadh | to attend»: who does it is the subject."""
    for index, token in enumerate(tree.tokens):
        verb = token.head
        if token.rel != "mark" or verb is None or tree.tags[verb] != "VB":
            continue
        above, whom = tree.tokens[verb].head, next(tree.under(verb, "nsubj"), None)
        if above is None or whom is None or not index < whom < verb:
            continue
        goes = tree.tokens[above].lemma in _LEAVING and tree.word(index) == "for"
        if goes or tree.word(index) == "with":
            yield [(index, (above, "prep")), (whom, (index, "pobj")), (verb, (above, "advcl"))]


_LEAVING = frozenset({"leave", "depart", "head", "set", "fly", "embark"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def _top(tree: Tree, index: int, before: int) -> int | None:
    """The head of the noun phrase that ends in a token, where it stands before another."""
    at = index
    while (head := tree.tokens[at].head) is not None and head < before:
        at = head
    return at if tree.tokens[at].pos in _NOUNS else None


def _had(tree: Tree) -> Iterator[tuple[int, tuple[int | None, str]]]:
    """«Qin Gang | had candid talks»: to have talks is a verb of its own, no tense of «candid»."""
    for index, token in enumerate(tree.tokens):
        if token.rel != "aux" or token.head is None or token.lemma != "have":
            continue
        noun = token.head
        if tree.tokens[noun].pos == "ADJ" and tree.tokens[noun].rel == "amod":
            noun = tree.tokens[noun].head or noun
        if tree.tokens[noun].pos == "NOUN" and noun > index:
            above = tree.tokens[noun].head
            yield index, (above, "ROOT" if above is None else "ccomp")
            yield noun, (index, "dobj")


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
