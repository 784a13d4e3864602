"""The phrases around a predicate, each with its neutral marker.

met    with the Foreign Minister of Uzbekistan Bakhtiyor Saidov and his deputy   in Tashkent
       with──────────────────────────────────────────────────  ──────────────   in────────
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from elshi.lang.en.calendar import CALENDAR
from elshi.lang.en.lexicon import Lexicon
from elshi.lang.en.tree import Tree, conjuncts, cover, subtree
from elshi.pack import Argument, Marker

# Circumstances that the parser hangs on a name: «met with Senator Daines | in Astana».
_RAISED = frozenset(
    [
        "in",
        "at",
        "on",
        "during",
        "after",
        "following",
        "upon",
        "ahead",
        "before",
        "within",
        "via",
        "as",
        "for",
    ]
)
_ABBREVIATED = frozenset(
    ["jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec."]
)
_TIMED = frozenset({"in", "at", "about", "of", "during", "to", "from", "between", "by"})
TIMES = CALENDAR | {
    "day",
    "week",
    "month",
    "year",
    "morning",
    "evening",
    "afternoon",
    "night",
    "hour",
    "minute",
    "weekend",
    "spring",
    "summer",
    "autumn",
    "winter",
    "eve",
    "date",
    "time",
    "today",
    "tomorrow",
    "yesterday",
    "quarter",
    "half",
    "decade",
    "century",
    "occasion",
    "moment",
}
_CLAUSES = frozenset({"relcl", "advcl"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A marker and the head words of a phrase that stands in it."""

    marker: Marker
    heads: tuple[int, ...]
    left_out: frozenset[int] = frozenset()
    """Words of the phrase's tree that belong to the predicate instead."""


def phrase(tree: Tree, marker: Marker, head: int, named: frozenset[int]) -> Phrase:
    """The phrase of a head word; `named` are the words of persons' names.

    A conjunct that hangs on the name within the phrase is a conjunct of the whole.
    """
    heads = conjuncts(tree, head)
    for index in subtree(tree, head, lambda child: tree.tokens[child].rel not in _CLAUSES):
        if index not in heads and tree.tokens[index].rel == "conj" and _on_name(tree, index, named):
            heads += conjuncts(tree, index)
    raised = frozenset(_raised(tree, head, named))
    return Phrase(marker, tuple(sorted(set(heads))), raised)


def _on_name(tree: Tree, index: int, named: frozenset[int]) -> bool:
    """Whether a conjunct hangs on a name: it is then no second first name but a second party."""
    head = tree.tokens[index].head
    return head is not None and head in named and tree.tokens[index].pos in {"PROPN", "NOUN"}


def _raised(tree: Tree, head: int, named: frozenset[int]) -> Iterator[int]:
    inside = subtree(tree, head, lambda child: tree.tokens[child].rel not in _CLAUSES)
    for index in inside:
        token = tree.tokens[index]
        on_name = token.head is not None and (token.head in named or token.head == head)
        if token.rel == "prep" and on_name and _is_raised(tree, index, named):
            yield index


def _is_raised(tree: Tree, index: int, named: frozenset[int]) -> bool:
    token = tree.tokens[index]
    if token.head is None or tree.word(index) not in _RAISED:
        return False
    holder = tree.tokens[token.head]
    return token.head in named or (holder.pos == "PROPN" and tree.word(index) not in {"for", "as"})


def argument(tree: Tree, found: Phrase) -> Argument:
    """The phrase as an argument: its full extent, its coordinated parts, their head words."""
    parts = [_part(tree, head, found) for head in found.heads]
    spans = tuple(cover(tree, part) for part in parts)
    whole = cover(tree, sorted({index for part in parts for index in part}))
    return Argument(
        found.marker, whole, spans, tuple(tree.tokens[head].span for head in found.heads)
    )


def _part(tree: Tree, head: int, found: Phrase) -> list[int]:
    """A conjunct without its fellows; of a name, without the clause that tells more of it."""
    others = set(found.heads) - {head}
    proper = tree.tokens[head].pos == "PROPN"

    def keep(child: int) -> bool:
        if (
            child in others
            or child in found.left_out
            or tree.tokens[child].rel in {"cc", "preconj"}
        ):
            return False
        return not (proper and tree.tokens[child].rel in _CLAUSES)

    return subtree(tree, head, keep)


def prepositional(
    tree: Tree, prepositions: Iterable[int], lexicon: Lexicon, named: frozenset[int]
) -> Iterator[Phrase]:
    """The phrases behind prepositions, and behind those raised out of them."""
    for preposition in prepositions:
        read = marked(tree, preposition, lexicon)
        if read is None:
            continue
        marker, heads = read
        for head in heads:
            if marker in _TIMED and is_time(tree, head):
                continue
            found = phrase(tree, marker, head, named)
            yield found
            yield from prepositional(tree, sorted(found.left_out), lexicon, named)


def is_time(tree: Tree, index: int) -> bool:
    """A date or a span of time behind a preposition tells when, which is the dates' business."""
    token = tree.tokens[index]
    return bool(set(token.keys) & (TIMES | _ABBREVIATED)) or (
        token.text.isdigit() and len(token.text) == 4
    )


def marked(tree: Tree, preposition: int, lexicon: Lexicon) -> tuple[Marker, Sequence[int]] | None:
    """The marker of a preposition, the longest that the table knows, and what it governs."""
    chain = [preposition]
    words = [tree.word(preposition)]
    best: tuple[Marker, Sequence[int]] | None = None
    while True:
        marker = lexicon.prepositions.get(" ".join(words))
        inside = len(chain) == 1 and words[0] in {"in", "at"}  # «in holding talks» is no place
        objects = list(tree.under(chain[-1], "pobj", *([] if inside else ["pcomp"])))
        if marker is not None and objects:
            best = (marker, objects)
        step = _longer(tree, chain[-1], objects)
        if step is None:
            return best
        words += [tree.word(i) for i in step]
        chain += step


def _longer(tree: Tree, last: int, objects: Sequence[int]) -> list[int] | None:
    """«together → with», «on → the sidelines → of», «in → the course → of»."""
    for child in tree.under(last, "prep"):
        return [child]
    for noun in objects:
        for child in tree.under(noun, "prep"):
            if tree.word(child) in {"of", "to", "with"}:
                return [noun, child]
    return None
