"""Posts and names as one word each in the tree: the parser loses its way among foreign names.

    … with | Foreign Minister of Uzbekistan Bakhtiyor Saidov | and | Foreign Minister of … |
      pobj                                            head     cc    conj

What the model hung on words inside a unit hangs on its head afterwards, and units with nothing but
commas and «and» between them are coordinated, whatever the model made of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.lang.en import words
from elshi.lang.en.holders import set_off
from elshi.lang.en.morph import fold
from elshi.lang.en.tree import Tree
from elshi.pack import Token
from elshi.records import Mention

_STRONG = [
    "nsubj",
    "nsubjpass",
    "pobj",
    "dobj",
    "dative",
    "agent",
    "poss",
    "attr",
    "oprd",
    "npadvmod",
    "nmod",
    "conj",
    "appos",
    "dep",
    "ROOT",
]
# «his Uzbek counterpart | Bakhtiyor Saidov»
_FELLOWS = frozenset({"counterpart", "colleague"})
_WHOSE = frozenset({"his", "her", "its", "their", "the"})
_BETWEEN = frozenset({",", "and", "&", "the", "as", "well", "both"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [start, end) of a post phrase; `head` is its title."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens [start, end) that name one person with his post; `head` leads them."""

    start: int
    end: int
    head: int
    reach: int
    """Where what explains it ends: «X, President of Y, | and»."""


def united(tree: Tree, names: Sequence[Mention], posts: Sequence[Run]) -> Tree:
    """The tree in which each name with its post is one phrase; a post alone is one, too."""
    links = _Links([token.head for token in tree.tokens], [token.rel for token in tree.tokens])
    for group in _groups(tree, list(_units(tree, names, posts))):
        _tie(tree, links, group)
        _lead(tree, links, group)
    tokens = tuple(
        token if (head, rel) == (token.head, token.rel) else replace(token, head=head, rel=rel)
        for token, head, rel in zip(tree.tokens, links.heads, links.rels, strict=True)
    )
    return replace(tree, tokens=tokens, children=_children(links.heads))


@dataclass(slots=True)
class _Links:
    """The governors of all tokens while they are being mended."""

    heads: list[int | None]
    rels: list[str]

    def leads_into(self, index: int | None, inside: frozenset[int]) -> bool:
        """Whether the way up from a token passes through one of these."""
        steps = 0
        while index is not None and steps < len(self.heads):
            if index in inside:
                return True
            index, steps = self.heads[index], steps + 1
        return steps >= len(self.heads)


def _children(heads: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head is not None:
            below[head].append(index)
    return tuple(tuple(children) for children in below)


def _units(tree: Tree, names: Sequence[Mention], posts: Sequence[Run]) -> Iterator[Unit]:
    starts = {token.span.start: index for index, token in enumerate(tree.tokens)}
    ends = {token.span.end: index for index, token in enumerate(tree.tokens)}
    before = {post.end: post.start for post in posts} | dict(_set_off(tree, names, posts))
    opened = (starts[name.span.start] for name in names if name.span.start in starts)
    firsts = {first for start in opened for first in (start, _opening(tree, start))}
    after = {post.start: post.end for post in posts if post.end not in firsts}
    used: set[int] = set()
    for name in names:
        start, end = starts.get(name.span.start), ends.get(name.span.end)
        if start is None or end is None:
            continue
        first = start if start in before else _opening(tree, start)
        used.add(first)
        begins = _possessor(tree, before.get(first, first))
        yield Unit(begins, end + 1, end, _reach(tree, end + 1, after))
    for post in posts:
        if post.end not in used:
            yield Unit(post.start, post.end, post.head, post.end)


def _possessor(tree: Tree, start: int) -> int:
    """Where whose office it is begins: «| Australia's | Minister for Trade X»."""
    owner = start - 2
    if owner < 0 or fold(tree.tokens[start - 1].text) not in {"'s", "’s", "'"}:
        return start
    while owner and fold(tree.tokens[owner - 1].text) in words.state_words() - _BETWEEN:
        owner -= 1
    return owner if fold(tree.tokens[start - 2].text) in words.state_words() else start


def _opening(tree: Tree, start: int) -> int:
    """Where a name begins with what leads it: «H.E. |», «his Uzbek counterpart, |»."""
    first = start
    while first and fold(tree.tokens[first - 1].text) in words.honorifics():
        first -= 1
    at = first - 1 - (first > 1 and tree.tokens[first - 1].text == ",")
    if at < 0 or fold(tree.tokens[at].text) not in _FELLOWS:
        return first
    while at and _of_fellow(tree.tokens[at - 1]):
        at -= 1
    return at


def _of_fellow(token: Token) -> bool:
    """«his», «Uzbek», «new» before a counterpart."""
    word = fold(token.text)
    return token.pos == "ADJ" or word in _WHOSE or word in words.state_adjectives()


def _set_off(
    tree: Tree, names: Sequence[Mention], posts: Sequence[Run]
) -> Iterator[tuple[int, int]]:
    """«the President of Uzbekistan, | Shavkat Mirziyoyev, | received»: a name between commas."""
    ends = {name.span.end: name for name in names}
    firsts = {name.span.start: name for name in names}
    for post in posts:
        at = post.end
        if at >= len(tree.tokens) or tree.tokens[at].text != "," or _explains(tree, post, ends):
            continue
        at += 1
        while at < len(tree.tokens) and fold(tree.tokens[at].text) in words.honorifics():
            at += 1
        name = firsts.get(tree.tokens[at].span.start) if at < len(tree.tokens) else None
        if name is not None and _closing(tree, name) in {",", ".", ";", ")"}:
            yield post.end + 1, post.start


def _explains(tree: Tree, post: Run, ends: dict[int, Mention]) -> bool:
    """«X, President of Y, Z and …»: the post belongs to the name before it."""
    at = post.start - 1
    while at > 0 and tree.tokens[at].pos == "DET":
        at -= 1
    name = ends.get(tree.tokens[at - 1].span.end) if at > 0 else None
    if name is None or tree.tokens[at].text != ",":
        return False
    return not set_off(name, tree.tokens, at - 1, ends)


def _closing(tree: Tree, name: Mention) -> str:
    """The word right after a name."""
    after = bisect_left(tree.tokens, name.span.end, key=lambda token: token.span.start)
    return tree.tokens[after].text if after < len(tree.tokens) else "."


def _reach(tree: Tree, end: int, posts: dict[int, int]) -> int:
    """Past «, Chairman of the Senate,» after a name."""
    at = end
    if at < len(tree.tokens) and tree.tokens[at].text == ",":
        at += 1
        while at < len(tree.tokens) and fold(tree.tokens[at].text) in {"the", "a", "an", "then"}:
            at += 1
        if at in posts:
            return posts[at]
    return end


def _groups(tree: Tree, units: list[Unit]) -> list[list[Unit]]:
    """Units in lists: «X, Y and Z»."""
    groups: list[list[Unit]] = []
    for unit in sorted(units, key=lambda unit: unit.start):
        if groups and _coordinated(tree, groups[-1][-1], unit):
            groups[-1].append(unit)
        elif not groups or unit.start >= groups[-1][-1].end:
            groups.append([unit])
    return [part for group in groups for part in _closed(tree, group)]


def _closed(tree: Tree, group: list[Unit]) -> list[list[Unit]]:
    """A list holds together only where its last comma is an «and», or the model saw a list."""
    if len(group) == 1:
        return [group]
    last = tree.tokens[group[-2].reach : group[-1].start]
    listed = any(tree.tokens[unit.head].rel == "conj" for unit in group[1:])
    listed = listed and not _leads(tree, group[-1])
    after = [fold(token.text) for token in tree.tokens[group[-1].reach : group[-1].reach + 2]]
    goes_on = after[:1] in (["and"], ["&"]) or after == [",", "and"]
    if any(fold(token.text) in {"and", "&"} for token in last) or listed or goes_on:
        return [group]
    return [[unit] for unit in group]


def _leads(tree: Tree, unit: Unit) -> bool:
    """«At the invitation of X, | Y visited»: a verb right behind, with no subject but him."""
    verb = unit.reach
    if verb >= len(tree.tokens) or tree.tags[verb] not in {"VBD", "VBZ"}:
        return False
    return not any(tree.tokens[i].rel in _TOPS for i in tree.children[verb])


def _coordinated(tree: Tree, one: Unit, other: Unit) -> bool:
    between = tree.tokens[one.reach : other.start]
    if not between or not {fold(token.text) for token in between} <= _BETWEEN:
        return False
    return not (_own_subject(tree, other) and not _own_subject(tree, one) and _object(tree, one))


def _own_subject(tree: Tree, unit: Unit) -> bool:
    """Whether a unit is the subject of a verb that follows it."""
    return any(
        token.rel in {"nsubj", "nsubjpass"} and token.head is not None and token.head >= unit.end
        for token in tree.tokens[unit.start : unit.end]
    )


def _object(tree: Tree, unit: Unit) -> bool:
    """Whether something before it governs a unit: a verb, a preposition."""
    return any(
        token.head is not None and token.head < unit.start
        for token in tree.tokens[unit.start : unit.end]
    )


def _tie(tree: Tree, links: _Links, group: list[Unit]) -> None:
    """One head a unit, one governor for the group, the rest coordinated with the first."""
    inside = frozenset(i for unit in group for i in range(unit.start, unit.end))
    weaker = _governor(links, group, inside)
    governor, rel = _preposed(tree, links, group[0], inside) or weaker
    if governor is not None and rel == "pobj" and weaker[1] in {"nsubj", "nsubjpass"}:
        _hand_on(tree, links, governor, weaker)
    for unit in group:
        for index in range(unit.start, unit.end):
            head = links.heads[index]
            if index == unit.head:
                continue
            if head is None or not unit.start <= head < unit.end:
                links.heads[index] = unit.head
            if links.heads[index] == unit.head or links.rels[index] == "conj":
                links.rels[index] = "compound"
    links.heads[group[0].head], links.rels[group[0].head] = governor, rel
    for unit in group[1:]:
        links.heads[unit.head], links.rels[unit.head] = group[0].head, "conj"
    _adopt(tree, links, group, inside)


def _lead(tree: Tree, links: _Links, group: list[Unit]) -> None:
    """«In the city of Bukhara, | President X | received»: a fronted place governs no subject."""
    at, verb = group[0].start - 1, group[-1].reach
    while at > 0 and tree.tokens[at].pos == "DET":
        at -= 1
    if verb < len(tree.tokens) and tree.tokens[verb].text == ",":
        verb += 1
    if at < 0 or tree.tokens[at].text != "," or verb >= len(tree.tokens):
        return
    free = not any(
        head == verb and rel in _TOPS for head, rel in zip(links.heads, links.rels, strict=True)
    )
    if tree.tags[verb] in {"VBD", "VBZ"} and links.rels[verb] in {"ROOT", "ccomp"} and free:
        head = group[0].head
        inside = frozenset(i for unit in group for i in range(unit.start, unit.end))
        if not links.leads_into(links.heads[verb], inside) and links.rels[head] in _FRONTED:
            links.heads[head], links.rels[head] = verb, "nsubj"


_TOPS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FRONTED = frozenset({"pobj", "appos", "conj", "nmod", "dep", "npadvmod"})


def _hand_on(tree: Tree, links: _Links, preposition: int, link: tuple[int | None, str]) -> None:
    """«The meeting between X and Y | was held»: not Y, the meeting was held."""
    noun, (verb, rel) = links.heads[preposition], link
    if noun is None or verb is None or noun == verb or tree.tokens[noun].pos not in _NOUNS:
        return
    if not links.leads_into(verb, frozenset({noun})):
        links.heads[noun], links.rels[noun] = verb, rel


_NOUNS = frozenset({"NOUN", "PROPN"})


def _preposed(
    tree: Tree, links: _Links, unit: Unit, inside: frozenset[int]
) -> tuple[int, str] | None:
    """The preposition right before a unit governs it, whatever the model says."""
    weaker = _governor(links, [unit], inside)
    at = unit.start - 1
    if unit.end < len(tree.tokens) and fold(tree.tokens[unit.end].text) in {"'s", "'"}:
        return None
    while at >= 0 and tree.tokens[at].pos in {"DET", "ADJ"} and tree.tokens[at].text.islower():
        at -= 1
    if at < 0 or tree.tokens[at].sentence != tree.tokens[unit.start].sentence:
        return None
    if tree.tokens[at].pos != "ADP" or _opens_clause(tree, at, unit):
        return None
    _freed(links, at, weaker, inside)
    return at, "pobj"


def _opens_clause(tree: Tree, at: int, unit: Unit) -> bool:
    """«as | the President | met …», «after X left»: a conjunction, and the unit a subject."""
    finite = unit.end < len(tree.tags) and tree.tags[unit.end] in {"VBD", "VBZ", "VBP", "MD"}
    return finite and fold(tree.tokens[at].text) in {"as", "after", "before", "since", "until"}


def _freed(
    links: _Links, index: int, weaker: tuple[int | None, str], inside: frozenset[int]
) -> None:
    """What governs a unit cannot hang on it: what led there takes the unit's old place."""
    if not links.leads_into(index, inside):
        return
    while (head := links.heads[index]) is not None and head not in inside:
        index = head
    links.heads[index], links.rels[index] = weaker


def _governor(links: _Links, group: list[Unit], inside: frozenset[int]) -> tuple[int | None, str]:
    """What governs the group: the strongest link out of it that does not lead back."""
    out = [
        (_rank(links.rels[index]), index)
        for index in sorted(inside)
        if (head := links.heads[index]) is not None
        and head not in inside
        and not links.leads_into(head, inside)
    ]
    if not out:
        return None, "ROOT"
    index = min(out)[1]
    rel = links.rels[index]
    return links.heads[index], rel if rel not in {"compound", "amod"} else "nmod"


def _rank(rel: str) -> int:
    return _STRONG.index(rel) if rel in _STRONG else len(_STRONG)


def _adopt(tree: Tree, links: _Links, group: list[Unit], inside: frozenset[int]) -> None:
    """What hung on other words of a unit hangs on its head, save what cannot."""
    owner = {i: unit.head for unit in group for i in range(unit.start, unit.end)}
    first, last = group[0].start, group[-1].end
    low, high = _sentence(tree.tokens, first, last)
    for index in range(low, high):
        head = links.heads[index]
        if index in inside or head is None or head not in owner:
            continue
        links.heads[index] = owner[head]
        if links.rels[index] in {"pobj", "pcomp"}:
            links.rels[index] = "nmod"


def _sentence(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    number = tokens[first].sentence
    while first and tokens[first - 1].sentence == number:
        first -= 1
    while last < len(tokens) and tokens[last].sentence == number:
        last += 1
    return first, last
