"""How far a post phrase reaches: its modifiers before the title, what it governs after it.

the former | Kazakh Senate Speaker | Maulen Ashimbayev
Permanent Representative of the Republic of Kazakhstan to the United Nations
left────── title───────── right────────────────────────────────────────────
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elshi.lang.en.calendar import CALENDAR
from elshi.lang.en.morph import fold, singular
from elshi.lang.en.words import (
    cities,
    honorifics,
    state_adjectives,
    state_words,
    title_heads,
)
from elshi.pack import Token

# Before a title and no part of the office: they date it, or say that it is new.
DROPPED = frozenset(
    [
        "new",
        "newly",
        "incoming",
        "current",
        "incumbent",
        "sitting",
        "outgoing",
        "former",
        "ex",
        "ex-",
        "then",
        "then-",
        "late",
        "fellow",
        "colleague",
        "counterpart",
        "two",
        "three",
        "both",
        "several",
        "respective",
        "visiting",
        "other",
        "another",
        "many",
        "some",
        "certain",
        "such",
        "most",
        "all",
        "own",
        "great",
        "good",
        "appointed",
        "elected",
        "re-elected",
        "newly-elected",
        "newly-appointed",
        "previous",
        "ousted",
        "veteran",
    ]
)
FORMER = frozenset(["former", "ex", "ex-", "then", "then-", "late", "previous", "ousted"])
ACTING = frozenset(["acting", "interim", "caretaker"])
_NOUNISH = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
_INSIDE = frozenset(
    {"of", "the", "and", "for", "&", "'s", "on", "with", "in", "to", "at", "against"}
)
_BEFORE_THE = _INSIDE - {"the", "'s"} | {","}
_OPENERS = {
    "of": None,
    "for": None,
    "to": frozenset(
        [
            "ambassador",
            "representative",
            "envoy",
            "adviser",
            "advisor",
            "aide",
            "assistant",
            "commissioner",
            "observer",
            "delegate",
            "consul",
            "attaché",
            "chargé",
            "d'affaires",
            "plenipotentiary",
            "counsellor",
            "counselor",
            "coordinator",
            "nuncio",
            "mission",
            "delegation",
            "secretary",
            "mp",
            "emissary",
            "large",
            "a.i.",
            "interim",
        ]
    ),
    "in": frozenset(
        [
            "ambassador",
            "representative",
            "envoy",
            "coordinator",
            "attaché",
            "consul",
            "nuncio",
            "chargé",
            "d'affaires",
            "plenipotentiary",
            "mission",
            "director",
        ]
    ),
    "on": frozenset(
        [
            "envoy",
            "representative",
            "adviser",
            "advisor",
            "coordinator",
            "commissioner",
            "rapporteur",
            "chairman",
            "chair",
            "chairwoman",
        ]
    ),
    "at": frozenset(["representative", "ambassador", "observer", "attaché", "envoy"])
    | frozenset(["secretary", "counsellor", "counselor", "consul", "director"]),
    "without": frozenset({"minister"}),
    "from": frozenset({"minister", "president", "speaker", "lawmaker", "parliamentarian", "mp"}),
    "pro": frozenset({"president"}),
}
_WITH_FIELD = frozenset(
    [
        "committee",
        "commission",
        "subcommittee",
        "council",
        "group",
        "adviser",
        "advisor",
        "envoy",
        "representative",
        "coordinator",
        "conference",
        "panel",
        "board",
    ]
)
_BRACKET = 5
"""Words of a bracket inside a post, its signs included, at most."""
_DAYS = CALENDAR | {"today", "yesterday"}
_LIST_BEFORE = frozenset(["minister", "secretary", "adviser", "advisor", "commissioner"])


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in the tokens [first, after): its rung and what it needs beside it."""

    first: int
    after: int
    level: str
    needs: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A post phrase: tokens [first, after) and the titles in it."""

    first: int
    after: int
    titles: tuple[Title, ...]


def extent(tokens: Sequence[Token], title: Title, taken: frozenset[int]) -> Phrase:
    """The phrase of one title; `taken` are the tokens of names."""
    first = _leftwards(tokens, title, taken)
    return Phrase(first, rightwards(tokens, title.after, title, taken), (title,))


def _leftwards(tokens: Sequence[Token], title: Title, taken: frozenset[int]) -> int:
    first = title.first
    while first and _modifies(tokens, first - 1, title, taken):
        first -= 1
    first = _states_before(tokens, first, title)
    while fold(tokens[first].text) in {"and", "&", "of"}:
        first += 1
    return first


def _states_before(tokens: Sequence[Token], first: int, title: Title) -> int:
    """«Kazakh, Uzbek and | Tajik Presidents»: adjectives of states, commas and «and» between."""
    last = tokens[title.after - 1]
    if fold(tokens[first].text) not in state_adjectives() or fold(last.text) == _one(last):
        return first
    while first > 1 and fold(tokens[first - 1].text) in {",", "and", "&"}:
        at = first - 2 - (tokens[first - 2].text == ",")
        if fold(tokens[at].text) not in state_adjectives():
            break
        first = at
    return first


def _one(token: Token) -> str:
    return singular(fold(token.text))


def _modifies(tokens: Sequence[Token], index: int, title: Title, taken: frozenset[int]) -> bool:
    token = tokens[index]
    if index in taken or token.sentence != tokens[title.first].sentence:
        return False
    word = fold(token.text)
    if word in cities() and _at_place(tokens, index):
        return False
    if word in {"and", "&"}:
        return _list_goes_on(tokens, index, title, taken)
    if word in DROPPED or word in honorifics() or word == "'s":
        return False
    capital = token.text[0].isupper() and not _opens_sentence(tokens, index)
    joined = (
        token.rel in {"compound", "amod", "nmod", "poss", "npadvmod"} and token.head is not None
    )
    return (
        token.pos in _NOUNISH
        and (capital or (joined and token.text[0].isalpha()))
        and not _possessive(tokens, index)
    )


def _at_place(tokens: Sequence[Token], index: int) -> bool:
    """«met in Astana President X», «received in the Kremlin President X»."""
    at = index - 1
    at -= at > 0 and fold(tokens[at].text) == "the"
    return at >= 0 and fold(tokens[at].text) in {"in", "at", "from"}


def _possessive(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and fold(tokens[index + 1].text) in {"'s", "'"}


def _opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    """A word that has its capital only from the sentence: «Today Prime Minister X …»."""
    starts = index == 0 or tokens[index - 1].sentence != tokens[index].sentence
    return starts and tokens[index].pos not in {"PROPN", "ADJ", "NOUN"}


def _list_goes_on(tokens: Sequence[Token], index: int, title: Title, taken: frozenset[int]) -> bool:
    """«Trade and Integration Minister» goes on left of «and», «Tokayev and President» not."""
    head = fold(tokens[title.after - 1].text)
    before = tokens[index - 1] if index else None
    return (
        head in _LIST_BEFORE
        and before is not None
        and index - 1 not in taken
        and index + 1 < title.after
        and before.text[0].isupper()
        and before.rel in {"compound", "nmod", "amod", "conj"}
    )


def rightwards(tokens: Sequence[Token], at: int, title: Title, taken: frozenset[int]) -> int:
    """The token after the last that the title governs from `at` on."""
    end = at
    while True:
        opened = _opened(tokens, _past_bracket(tokens, end), title, taken)
        after = _noun_phrase(tokens, opened, taken) if opened else end
        named = any(token.text[0].isupper() for token in tokens[end:after])
        if after <= (opened or end) or (not named and fold(tokens[end].text) != "of"):
            return end
        end = after


def _past_bracket(tokens: Sequence[Token], at: int) -> int:
    """Past what a bracket explains: «of the Majlis | (Parliament) | of the Republic»."""
    near = [token.text for token in tokens[at : at + _BRACKET]]
    if near[:1] != ["("] or ")" not in near:
        return at
    after = at + near.index(")") + 1
    return after if after < len(tokens) and fold(tokens[after].text) == "of" else at


def _opened(tokens: Sequence[Token], at: int, title: Title, taken: frozenset[int]) -> int:
    """Where the phrase after a preposition begins, or 0 where the title governs none here."""
    if at + 1 >= len(tokens) or at in taken or tokens[at].sentence != tokens[title.first].sentence:
        return 0
    word = fold(tokens[at].text)
    if word not in _OPENERS:
        return 0
    wanted = _OPENERS[word]
    heads = {singular(fold(token.text)) for token in tokens[title.first : title.after]}
    return at + 1 if wanted is None or heads & wanted else 0


def _noun_phrase(tokens: Sequence[Token], start: int, taken: frozenset[int]) -> int:
    """The end of the noun phrase from `start`: words in capitals, or a short common phrase."""
    end = last = start
    while end < len(tokens) and end not in taken and _inside(tokens, end, start):
        if tokens[end].pos in _NOUNISH or fold(tokens[end].text) == "'s":
            last = end + 1
        end += 1
    while last > start and fold(tokens[last - 1].text) in honorifics():
        last -= 1
    return last if last > start and _worthy(tokens, start, last) else start


def _inside(tokens: Sequence[Token], index: int, start: int) -> bool:
    token = tokens[index]
    word = fold(token.text)
    if token.sentence != tokens[start].sentence or word in _DAYS:
        return False
    if word in {"and", "&"}:
        return _capital(tokens, index + 1) and not _title_next(tokens, index + 1)
    if word == ",":
        return _state_list(tokens, index)
    if word in {"for", "on", "with", "in", "to", "at", "against"}:
        fits = word != "on" or _has_field(tokens, start, index)
        return word in {"for", "on", "with"} and fits and _capital(tokens, index + 1)
    if word == "the" and index > start and fold(tokens[index - 1].text) not in _BEFORE_THE:
        return False
    return word in _INSIDE or _substantive(tokens, index)


def _state_list(tokens: Sequence[Token], index: int) -> bool:
    """«the presidents of Tajikistan, | Kyrgyzstan and Uzbekistan»: states up to an «and»."""
    states = state_words()
    before, at = fold(tokens[index - 1].text), index
    while at + 1 < len(tokens) and fold(tokens[at].text) == "," and before in states:
        at += 1
        while at < len(tokens) and (fold(tokens[at].text) in states - {"and"}):
            at += 1
        before = fold(tokens[at - 1].text)
    closed = at + 1 < len(tokens) and fold(tokens[at].text) == "and"
    owned = at > index + 1 or not _possessive(tokens, at + 1)
    return at > index and owned and closed and fold(tokens[at + 1].text) in states


def _has_field(tokens: Sequence[Token], start: int, index: int) -> bool:
    """«Committee on Finance», but not «President of Azerbaijan | on Independence Day»."""
    return any(singular(fold(token.text)) in _WITH_FIELD for token in tokens[start:index])


def _substantive(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.pos == "DET":
        return fold(token.text) in {"the", "its"}
    if token.text[0].isupper() and token.pos not in {"PUNCT", "VERB", "AUX", "PRON", "ADV"}:
        return True
    return token.pos in {"NOUN", "ADJ"} and token.rel in {
        "compound",
        "amod",
        "pobj",
        "conj",
        "nmod",
    }


def _capital(tokens: Sequence[Token], index: int) -> bool:
    if index < len(tokens) and fold(tokens[index].text) == "the":
        index += 1
    return index < len(tokens) and tokens[index].text[0].isupper()


def _title_next(tokens: Sequence[Token], index: int) -> bool:
    """«the President of Serbia and Prime Minister …»: the second is a title of its own."""
    ahead = [
        token for token in tokens[index : index + 4] if token.sentence == tokens[index].sentence
    ]
    for token in ahead:
        if singular(fold(token.text)) in title_heads():
            return True
        if not token.text[0].isupper():
            return fold(token.text) == "the" and _title_next(tokens, index + 1)
    return False


def _worthy(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what a title governs says something: not «Minister of this», «President of it»."""
    return any(token.pos in {"PROPN", "NOUN", "ADJ"} for token in tokens[start:end])
