"""Kazakh verbs whose neighbour makes them another word: «мәмілеге келді», «шешім қабылдады»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.kk.items import Group, Item, Phrase, titled
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.words import Words

_AGREED = kind("come to")


def means_else(words: Words, found: Sequence[Item], at: int, lemma: str) -> bool:
    """«мәмілеге келді» is no journey; «орденін тапсырды» hands over and tells nothing."""
    if lemma in _MEMBERS:
        return not _of_delegation(words, found, at)
    before = found[at - 1] if at else None
    if lemma == "келу" and before and words.tokens[before.start].text.lower() in _SUITS:
        return True  # «деңгейіне толық сай келеді»
    if not isinstance(before, Phrase):
        return False
    if lemma in {"келу", "бару"} and before.case == "dat":
        return not _AGREED.isdisjoint(words.tokens[before.head].keys)
    if lemma == "қабылдау":
        return _adopted(words, found, at)
    read = words.verbs[before.head]
    return lemma == "тапсыру" and before.case == "acc" and (read is None or read.mood != "inf")


_SUITS = frozenset({"сай", "сәйкес", "тең", "дөп"})
_MEMBERS = frozenset({"құрам ену", "құрам кіру"})
_GROUPS = frozenset({"делегация", "топ", "өкілдік"})


def _of_delegation(words: Words, found: Sequence[Item], at: int) -> bool:
    """«Делегация құрамына … енді», «Құрамына … кірді»: a delegation's, no organisation's."""
    owners = [i for i in found[:at] if isinstance(i, Phrase) and _headed(words, i, {"құрам"})]
    inner = [words.tokens[n].keys for i in owners for n in range(i.start, i.head)]
    return bool(owners) and (not any(inner) or any(not _GROUPS.isdisjoint(k) for k in inner))


def _headed(words: Words, item: Phrase, heads: set[str]) -> bool:
    return not heads.isdisjoint(words.tokens[item.head].keys)


def _adopted(words: Words, found: Sequence[Item], at: int) -> bool:
    """«шешім қабылдады», «қабылдаған мәлімдемесі»: what is adopted is no guest."""
    group, after = found[at], found[at + 1] if at + 1 < len(found) else None
    assert isinstance(group, Group)
    describes = group.verb.form == "participle" and not group.verb.case and not group.tail
    if describes and isinstance(after, Phrase):
        return not _somebody(words, after)
    objects = [i for i in region(found, at) if i.case == "acc" and not i.marker]
    return bool(objects) and not any(_somebody(words, item) for item in objects)


_SOMEBODY = kind("role words")


def _somebody(words: Words, item: Phrase) -> bool:
    known = item.head in words.ends or titled(words, item.head)
    return known or not _SOMEBODY.isdisjoint(words.tokens[item.head].keys)


def region(found: Sequence[Item], at: int) -> Iterator[Phrase]:
    """Phrases before a verb, back to the verb before it."""
    for before in range(at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Group):
            return
        if isinstance(item, Phrase):
            yield item
