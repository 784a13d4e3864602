"""English words: tokens in the neutral code, and the forms under which a word is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from elshi.lang.en.tree import Tree
from elshi.pack import Token
from elshi.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "congressmen": "congressman",
    "congresswomen": "congresswoman",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "chairmen": "chairman",
    "countries": "country",
    "attachés": "attaché",
    "agendas": "agenda",
    "media": "medium",
    "premises": "premises",
    "d'affaires": "d'affaires",
    "affaires": "affaires",
    "chargés": "chargé",
    "affairs": "affair",
    "credentials": "credentials",
}
_SAME = ("ss", "us", "is", "as", "os", "ics", "news", "series", "headquarters", "'s")
_FINAL = ".!?…:;)]\"”»*'’"
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "\u2010": "-", "\u2011": "-", "\xa0": " "})
# The lemma tables give these the wrong word or leave them as they are.
_LEMMAS = {"mfa": "mfa", "talks": "talk", "held": "hold", "spoke": "speak", "met": "meet"}


def fold(word: str) -> str:
    """Lower case, with plain apostrophes and hyphens."""
    return word.lower().translate(_TYPOGRAPHIC)


@cache
def singular(word: str) -> str:
    """The singular of a folded noun, by rule; a word that has none comes back as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_SAME):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


@cache
def keys(word: str) -> tuple[str, ...]:
    """The forms under which a word is looked up in a table: as written, and its singular."""
    form = fold(word)
    return tuple(dict.fromkeys((form, singular(form))))


def tree(text: str, read: Sequence[tuple[int, Doc]]) -> tuple[Tree, tuple[Span, ...]]:
    """All lines as one tree of tokens, and the spans of their sentences."""
    tokens: list[Token] = []
    tags: list[str] = []
    sentences: list[Span] = []
    for offset, doc in read:
        base, opened = len(tokens), True
        for word in doc:
            if opened and not word.is_space:
                sentences.append(Span(offset + word.idx, offset + word.idx))
                opened = False
            opened = opened or _closes(word, doc)
            tokens.append(_token(word, offset, base, max(len(sentences) - 1, 0)))
            if not word.is_space:
                sentences[-1] = Span(sentences[-1].start, tokens[-1].span.end)
        tags += [word.tag_ for word in doc]
    return Tree(text, tuple(tokens), tuple(tags), _children(tokens)), tuple(sentences)


def _closes(word: Word, doc: Doc) -> bool:
    """Whether a sentence ends after a word.

    The model also ends one inside a name («Kassym-Jomart | Tokayev sent …»); a sign must be there.
    """
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    return after is not None and bool(after.is_sent_start) and word.text[-1] in _FINAL


def _token(word: Word, offset: int, base: int, sentence: int) -> Token:
    start = offset + word.idx
    form = fold(word.text)
    lemma = _LEMMAS.get(form, word.lemma_ if word.pos_ == "PROPN" else fold(word.lemma_))
    number = "".join(word.morph.get("Number", []))
    return Token(
        span=Span(start, start + len(word)),
        text=word.text,
        lemma=lemma,
        keys=tuple(dict.fromkeys((fold(lemma), *keys(word.text)))),
        pos=word.pos_,
        sentence=sentence,
        case="gen" if any(child.tag_ == "POS" for child in word.children) else "",
        number=_NUMBERS.get(number, ""),
        head=None if word.head.i == word.i else base + word.head.i,
        rel=word.dep_,
    )


def _children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head is not None:
            below[token.head].append(index)
    return tuple(tuple(children) for children in below)
