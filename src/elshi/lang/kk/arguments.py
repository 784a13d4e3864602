"""Kazakh arguments: a predicate's phrases as spans, their coordinated parts as heads.

Қазақстан мен Украина президенттері Қасым-Жомарт Тоқаев | пен | Владимир Зеленский
head───────────────────────────────────────────────────        head──────────────
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.kk.items import COORDINATORS, Phrase, possessed, titled
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.morph import nouns
from elshi.lang.kk.node import Node
from elshi.lang.kk.words import Words
from elshi.pack import Argument, Marker
from elshi.records import Span
from elshi.text import fold

JOURNEYS = kind("journeys")


def arguments(
    words: Words, node: Node, taken: Sequence[tuple[Phrase, str]], lexicon: Lexicon
) -> Iterator[Argument]:
    """The arguments of a predicate, each with its heads and their head words."""
    for phrase, marker in taken:
        parts = heads(words, phrase)
        yield Argument(
            marker=_marker(marker),
            span=_span(words, phrase.start, phrase.head + 1),
            heads=tuple(_span(words, start, end) for start, end in parts),
            nuclei=tuple(words.tokens[end - 1].span for _, end in parts),
        )
    yield from _pair(words, node, lexicon)
    yield from _noun_part(words, node, lexicon)
    yield from _goal(words, node)


_OF_TWO = frozenset({"meet", "talks", "call", "speak"})


def _pair(words: Words, node: Node, lexicon: Lexicon) -> Iterator[Argument]:
    """«Иран мен Франция келіссөзі», «Путин – Трамп кездесуі»: whose it is, with no genitive."""
    if lexicon.triggers.get(node.lemma) not in _OF_TWO or not possessed(words, node.end - 1):
        return
    found: list[tuple[int, int]] = []
    at = node.start - 1
    while at >= 0 and words.ends.get(at) in {"state", "person"}:
        found.insert(0, (words.starts[at], at + 1))
        link = words.starts[at] - 1
        if link < 1 or fold(words.tokens[link].text) not in _LINKS:
            break
        at = link - 1
    bare = all(words.tokens[end - 1].case in {"", "nom"} for _, end in found)
    if len(found) > 1 and bare:
        spans = tuple(_span(words, start, end) for start, end in found)
        nuclei = tuple(words.tokens[end - 1].span for _, end in found)
        yield Argument("of", Span(spans[0].start, spans[-1].end), spans, nuclei)


_LINKS = COORDINATORS | {"-", "–", "—"}


def _goal(words: Words, node: Node) -> Iterator[Argument]:
    """«Бішкек сапары», «Нью-Йорк сапарынан»: where to, before the journey itself."""
    at = node.start - 1
    if JOURNEYS.isdisjoint(words.tokens[node.end - 1].keys) or at < 0:
        return
    known = words.ends.get(at) in {"place", "state"} and words.tokens[at].case in {"", "nom"}
    if known and words.tokens[at].sentence == words.tokens[node.start].sentence:
        goal = _span(words, words.starts[at], at + 1)
        yield Argument("to", goal, (goal,), (goal,))


def _marker(marker: str) -> Marker:
    return marker  # type: ignore[return-value]


def _noun_part(words: Words, node: Node, lexicon: Lexicon) -> Iterator[Argument]:
    """«алғыс айтты», «дайындығын білдірді»: the noun is what is said."""
    if node.lemma not in lexicon.speech or " " not in node.lemma or node.nominal:
        return
    noun = words.tokens[node.start]
    if words.verbs[node.start] is None and not lexicon.acts.keys().isdisjoint(noun.keys):
        yield Argument("object", noun.span, (noun.span,), (noun.span,))


def heads(words: Words, phrase: Phrase) -> list[tuple[int, int]]:
    """The coordinated parts of a phrase, as ranges of tokens."""
    apart = _of_states(words, phrase)
    cuts = [s for s in phrase.splits if apart or not _within(words, phrase, s)]
    starts = [phrase.start, *(cut + 1 for cut in cuts)]
    ends = [*cuts, phrase.head + 1]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if s < e]


def _of_states(words: Words, phrase: Phrase) -> bool:
    """«Қазақстан, Ресей және Қытай президенттері»: an office in each state, each a part."""
    owners = [split - 1 for split in phrase.splits]
    known = bool(owners) and all(words.ends.get(at) == "state" for at in owners)
    many = titled(words, phrase.head) or not _PARTIES.isdisjoint(words.tokens[phrase.head].keys)
    return known and many and _shared(words, phrase.head)


_PARTIES = frozenset({"делегация", "делегат", "өкіл", "билік", "топ"})
"""Words for those who deal for a state, with no office named."""


def _within(words: Words, phrase: Phrase, split: int) -> bool:
    """A coordinator inside one part: «ғылым және жоғары білім министрі»."""
    before = split - 1
    if words.ends.get(before) == "person" or possessed(words, before):
        return False
    if _state_of_row(words, phrase, split):
        return False
    stop = min([s for s in phrase.splits if s > split] + [phrase.head + 1])
    if titled(words, before) and not _joint(words, before, split):
        return False
    plural = any(_shared(words, at) for at in range(split + 1, stop))
    later = any(_shared(words, at) for at in range(split + 1, phrase.head + 1))
    if before in words.ends:
        return plural or (later and _chain(words, phrase, split))
    return any(titled(words, at) or at in words.ends for at in range(split + 1, stop))


def _state_of_row(words: Words, phrase: Phrase, split: int) -> bool:
    """«А және Дания, Норвегия және Швеция премьер-министрлері»: an office in each state."""
    owners = [at - 1 for at in phrase.splits if at >= split]
    states = all(words.ends.get(at) == "state" for at in owners)
    return states and titled(words, phrase.head) and _shared(words, phrase.head)


def _joint(words: Words, before: int, split: int) -> bool:
    return fold(words.tokens[split].text) == "және" and words.tokens[before].case == ""


def _chain(words: Words, phrase: Phrase, split: int) -> bool:
    """A list of states that a shared plural closes: «A, B және C президенттері»."""
    at = split + 1
    while at <= phrase.head:
        if _shared(words, at):
            return True
        known = at in words.ends and words.ends[at] != "person"
        inner = at in phrase.splits or any(start <= at < end for end, start in words.starts.items())
        lower = words.tokens[at].text.islower()
        if not (known or inner or lower):
            return False
        if words.ends.get(at) == "person":
            return False
        at += 1
    return False


def _shared(words: Words, at: int) -> bool:
    """«президенттері», «үкіметтері»: a plural of several owners."""
    if at in words.ends and words.ends[at] == "person":
        return False
    readings = nouns(fold(words.tokens[at].text))
    return any(n.plural and n.possessive == "his" and n.strict for n in readings)


def _span(words: Words, start: int, end: int) -> Span:
    return Span(words.tokens[start].span.start, words.tokens[end - 1].span.end)
