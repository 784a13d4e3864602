"""Kazakh event nouns: «келіссөз», «үшжақты кездесу», «тапсыру рәсімі», through what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.lang.kk.items import Phrase
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.modifiers import MANY, of_forum
from elshi.lang.kk.mood import reads
from elshi.lang.kk.words import Words

CONTAINERS = kind("containers")
"""Nouns that only hold an event noun: «сенім грамотасының көшірмесі», «қол қою рәсімі»."""


def event_lemma(words: Words, phrase: Phrase, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """The event that a phrase names: its lemma and tokens; through a container too."""
    for head in _event_heads(words, phrase):
        named = named_event(words, head, lexicon)
        inner = _contained(words, phrase, named, lexicon)
        if named is not None:
            return inner or _of_many(words, named, lexicon)
    return None


def _event_heads(words: Words, phrase: Phrase) -> Iterator[int]:
    """The head of a phrase; of «келіссөздердің үшінші кезеңі» also what the stage is of."""
    yield phrase.head
    at = phrase.head - 1
    if CONTAINERS.isdisjoint(words.tokens[phrase.head].keys):
        return
    while at > phrase.start and words.tokens[at].pos in {"ADJ", "NUM"}:
        at -= 1
    if at >= phrase.start:
        yield at


def _contained(
    words: Words, phrase: Phrase, named: tuple[str, int, int] | None, lexicon: Lexicon
) -> tuple[str, int, int] | None:
    """«сенім грамоталарын тапсыру рәсімі»: the ceremony is of what stands before it."""
    if named is None or lexicon.triggers[named[0]] != "event":
        return None
    for head in range(named[1] - 1, max(phrase.start, named[1] - 3) - 1, -1):
        inner = named_event(words, head, lexicon)
        if inner is not None:
            return inner
    return None


def _of_many(words: Words, named: tuple[str, int, int], lexicon: Lexicon) -> tuple[str, int, int]:
    """««С5+1» министрлерінің бесінші кездесуі»: a forum's meeting is a conference."""
    lemma, start, end = named
    if lexicon.triggers[lemma] == "meet" and of_forum(words, start):
        return MANY, start, end
    return named


def named_event(words: Words, head: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """The event whose noun a token is: its lemma and tokens."""
    if any(k == "institution" and words.starts[n] <= head <= n for n, k in words.ends.items()):
        return None  # «Федералдық жиналыс», «Қауіпсіздік кеңесі»: a house
    for key in words.tokens[head].keys:
        for form in lexicon.by_last.get(key, ()):
            start = head - len(form) + 1
            if " ".join(form) in lexicon.triggers and start >= 0 and reads(words, start, form[:-1]):
                return " ".join(form), start, head + 1
    for key in words.tokens[head].keys:
        if key in lexicon.triggers and (
            words.verbs[head] is None or key != words.tokens[head].text
        ):
            return key, head, head + 1
        if key in lexicon.triggers and words.tokens[head].pos == "NOUN":
            return key, head, head + 1
    return None


def is_plural(words: Words, named: tuple[str, int, int], lexicon: Lexicon) -> bool:
    """«кездесулер» are several; «келіссөздер» are mostly one."""
    lemma, _, end = named
    return words.tokens[end - 1].number == "plur" and lexicon.triggers[lemma] != "talks"
