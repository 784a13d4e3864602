"""Kazakh phrases: a sentence as noun phrases, groups of verbs and borders between them.

    Қазақстан Президенті Қасым-Жомарт Тоқаев | Астанада | Владимир Путинмен | кездесіп, | …
    nom──────────────────────────────────────  loc───────  ins──────────────   verb

A phrase ends at the word that bears a case, at a name, at a post, at a postposition.
"""

from __future__ import annotations

from collections.abc import Iterator

from elshi.lang.kk.bounds import Open, ends_here, is_speech, is_verb, stops
from elshi.lang.kk.items import COORDINATORS, COPULAS, Border, Group, Item, Phrase, possessed
from elshi.lang.kk.joins import merged
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.verbs import Verb
from elshi.lang.kk.words import Words
from elshi.text import fold

AUXILIARIES = kind("auxiliaries")
"""Verbs that only colour a converb before them: «талқылап жатыр», «айтып берді»."""


PRONOUNS = kind("pronouns")


_PRONOUN_CASE = {
    "оның": "gen", "оған": "dat", "оны": "acc", "онымен": "ins", "одан": "abl",
    "бұған": "dat", "бұдан": "abl", "содан": "abl", "осыған": "dat",
    "олардың": "gen", "оларға": "dat", "оларды": "acc", "олармен": "ins", "олардан": "abl",
}  # fmt: skip


def items(words: Words, start: int, end: int) -> list[Item]:
    """The tokens [start, end) of a sentence as phrases, verb groups and borders."""
    found = list(_scan(words, start, end))
    return merged(words, found)


def _scan(words: Words, start: int, end: int) -> Iterator[Item]:
    at = start
    while at < end:
        item = _next(words, at, end)
        yield item
        at = item.end


def _next(words: Words, at: int, end: int) -> Item:
    token = words.tokens[at]
    if token.text == "«":
        return _quotation(words, at, end)
    if token.text in "([":
        return _bracket(words, at, end)
    if at in words.times or token.pos in {"PUNCT", "ADV", "PART"}:
        return Border(at, at + 1, token.text)
    if is_verb(words, at, end):
        return _group(words, at, end)
    if token.pos == "ADP" or fold(token.text) in COORDINATORS | {"ал"}:
        return Border(at, at + 1, token.text)
    return _phrase(words, at, end)


def _quotation(words: Words, at: int, end: int) -> Item:
    """A name in quotation marks begins a phrase; a sentence in them is a border."""
    close = next((n for n in range(at, end) if words.tokens[n].text == "»"), end - 1)
    if close - at > 1 and is_speech(words, at, close):
        return Border(at, close + 1, "«»")
    return _phrase(words, at, end)


def _bracket(words: Words, at: int, end: int) -> Border:
    close = next((n for n in range(at, end) if words.tokens[n].text in ")]"), at)
    return Border(at, close + 1, "()")


def _group(words: Words, at: int, end: int) -> Group:
    first = words.verbs[at]
    assert first is not None
    tail: list[Verb] = []
    after: list[str] = []
    to, last = at + 1, first
    while to < end:
        read, text = words.verbs[to], fold(words.tokens[to].text)
        if text in COPULAS or text in {"тиіс", "мүмкін", "керек", "қажет", "ықтимал"}:
            after.append(text)
        elif read is not None and _colours(last, read):
            tail.append(read)
            last = read
        else:
            break
        to += 1
    return Group(at, to, first, tuple(tail), tuple(after))


def _colours(last: Verb, read: Verb) -> bool:
    """Whether a verb is only an auxiliary of the one right before it."""
    if last.mood in {"conv", "pres"} and not last.person:
        return read.stem in AUXILIARIES
    if last.mood == "wish":
        return read.stem == "кел"
    return last.form in {"participle", "finite"} and read.stem == "бол"


def _phrase(words: Words, at: int, end: int) -> Phrase:
    open_ = Open(at)
    to = at
    while to < end:
        if to > at and not _in_marks(words, at, to) and stops(words, to, end):
            break
        if ends_here(words, open_, to, end):
            to += 1
            break
        to += 1
    return _closed(words, open_, max(to, at + 1), end)


def _in_marks(words: Words, at: int, to: int) -> bool:
    """Within a name in quotation marks: its commas and verbs are its own."""
    signs = [token.text for token in words.tokens[at:to]]
    return signs.count("«") > signs.count("»") and "»" in [
        token.text for token in words.tokens[to : to + 12]
    ]


def _closed(words: Words, open_: Open, to: int, end: int) -> Phrase:
    head = to - 1
    while head > open_.start and words.tokens[head].text in "»)":
        head -= 1
    token = words.tokens[head]
    case = _PRONOUN_CASE.get(fold(token.text), token.case or "nom")
    comma = open_.start > 0 and words.tokens[open_.start - 1].text == ","
    return Phrase(
        open_.start, to, head, case,
        splits=tuple(s for s in open_.splits if s < to),
        possessed=possessed(words, head) or _inner_possessed(words, open_.start, head),
        after_comma=comma,
    )  # fmt: skip


def _inner_possessed(words: Words, start: int, head: int) -> bool:
    """«Президенті Владимир Путинмен»: the owner's noun stands before the name."""
    return (
        any(possessed(words, at) for at in range(start, head)) and words.ends.get(head) == "person"
    )
