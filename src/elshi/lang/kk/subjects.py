"""Which of several nominatives is the subject of a Kazakh predicate.

Тоқаев | … Яценюк Минскіде президентпен кездескеннен кейін | сөйлесті
subject of сөйлесу     subject of кездесу
"""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lang.kk.items import Group, Item, Phrase, titled
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.node import Node
from elshi.lang.kk.words import Words
from elshi.text import fold

ROLE_WORDS = kind("role words")
_SPEAKERS = kind("speakers")


def _embedded(node: Node) -> bool:
    """«… Яценюк Минскіде президентпен кездескеннен кейін»: its own subject is the nearest."""
    verb = node.verb
    return verb is not None and verb.form == "participle" and verb.case in {"abl", "loc"}


def one_subject(own: Sequence[tuple[Phrase, str]], node: Node) -> list[tuple[Phrase, str]]:
    """One subject: of a participle only a name right before it, of a saying the first one."""
    subjects = [p for p, marker in own if marker == "subject"]
    meant = node.verb is not None and node.verb.mood == "inf" and node.event is None
    if meant and any(marker == "between" for _, marker in own):
        return [(p, m) for p, m in own if m != "subject"]  # «А мен Б арасындағы кездесу үшін»
    if _embedded(node) and len(subjects) > 1:
        near = max(subjects, key=lambda p: p.start)
        return [(p, m) for p, m in own if m != "subject" or p is near]
    if node.said and len(subjects) > 1:
        first = min(subjects, key=lambda p: p.start)
        return [(p, m) for p, m in own if m != "subject" or p is first]
    if node.relative and not node.finite and len(subjects) == 2:
        near = min(subjects, key=lambda p: p.start)
        if near.end != node.start:
            return [(p, m) for p, m in own if p is not near]
        return [(p, "object" if m == "subject" and p is not near else m) for p, m in own]
    return list(own)


def nameable(words: Words, item: Phrase) -> bool:
    """Whether a phrase can act: a name, a post, a state, a house, a role."""
    token = words.tokens[item.head]
    listed = any(words.ends.get(split - 1) == "person" for split in item.splits)
    if listed or item.head in words.ends or titled(words, item.head):
        return True
    if token.pos == "PRON":
        return fold(token.text) in _SPEAKERS
    return not ROLE_WORDS.isdisjoint(token.keys) and words.verbs[item.head] is None


def writer(words: Words, found: Sequence[Item], at: int) -> list[tuple[Phrase, str]]:
    """«Путин өзінің жеделхатында: …»: who stands before his letter wrote it."""
    for item in reversed(found[:at]):
        if isinstance(item, Group):
            return []
        if isinstance(item, Phrase) and item.case == "nom" and nameable(words, item):
            return [(item, "subject")]
    return []
