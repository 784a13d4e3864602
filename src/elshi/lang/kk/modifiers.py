"""What stands before a Kazakh event noun as its own: whose, with whom, where to, of which forum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.kk.items import Border, Group, Item, Phrase
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.words import Words

MANY = "көпжақты кездесу"
"""The lemma of a meeting that a forum holds."""


def of_forum(words: Words, start: int) -> bool:
    """Whether a forum stands before a meeting as its own: no verb, man or comma between."""
    at = start - 1
    while at >= 0 and words.tokens[at].sentence == words.tokens[start].sentence:
        if words.ends.get(at) == "organisation" and _of_members(words, at):
            return True
        if words.ends.get(at) == "forum":
            return words.tokens[at].case not in {"loc", "abl", "dat", "ins"}
        token = words.tokens[at]
        inner = token.pos in {"NOUN", "ADJ", "NUM", "PROPN", "CCONJ"} or token.text == "»"
        if not inner or words.ends.get(at) == "person" or start - at > 9:
            return False
        at -= 1
    return False


def _of_members(words: Words, at: int) -> bool:
    """«ТМД елдері …», «ШЫҰ-ға мүше мемлекеттер …»: of the states of an organisation."""
    after = [words.tokens[n].keys for n in range(at + 1, min(at + 3, len(words.tokens)))]
    return any(not _MEMBERS.isdisjoint(keys) for keys in after)


_MEMBERS = frozenset({"ел", "мемлекет", "мүше", "қатысушы"})


_BY_FRAME = {
    "ins": {"meet", "talks", "call", "speak", "sign"},
    "acc": {"receive", "congratulate"},
    "dat": {"visit", "send", "receive", "credentials"},
}


def modifiers(
    words: Words, found: Sequence[Item], at: int, lemma: str, lexicon: Lexicon
) -> Iterator[tuple[Phrase, str]]:
    """What stands before an event noun as its own: whose, with whom, where to."""
    frame = lexicon.triggers.get(lemma, "")
    within = False
    for before in range(at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Phrase):
            marker = _modifies(item, frame)
            if marker is None and within and item.case == "loc" and not item.marker:
                marker = "in"  # «… Қытайда өткен | кездесуі»
            if marker is None:
                return
            yield item, marker
        elif isinstance(item, Group) and _passed(words, item):
            within = lexicon.lights.get(item.verb.lemma) == "occur"
        elif not _passed(words, item) and not (frame == "visit" and _gone(item)):
            return


def _gone(item: Group | Border) -> bool:
    """«Анкараға барған | сапары»: where the journey went."""
    return isinstance(item, Group) and item.verb.form == "participle" and not item.verb.case


def _passed(words: Words, item: Group | Border) -> bool:
    """What may stand between an event and its owner: a time, a participle that says when."""
    if isinstance(item, Border):
        return item.start in words.times or item.sign in {"-", "–", "()"}
    verb = item.verb
    return verb.form == "participle" and not verb.case and verb.lemma not in {"келу", "бару"}


def _modifies(item: Phrase, frame: str) -> str | None:
    """The marker of a phrase before an event noun; None where it is the verb's."""
    if item.marker:
        return "between" if item.marker == "between" else None
    if item.case == "gen":
        return "of"
    if frame in _BY_FRAME.get(item.case, ()):
        return {"ins": "with", "dat": "to", "acc": "object"}[item.case]
    return None
