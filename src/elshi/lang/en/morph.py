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
        base = len(tokens)
        for sentence in doc.sents:
            words = [word for word in sentence if not word.is_space]
            if not words:
                continue
            tokens += [_token(word, offset, base, len(sentences)) for word in sentence]
            tags += [word.tag_ for word in sentence]
            sentences.append(_extent(words, offset))
        del tokens[base + len(doc) :]
    return Tree(text, tuple(tokens), tuple(tags), _children(tokens)), tuple(sentences)


def _extent(words: Sequence[Word], offset: int) -> Span:
    return Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1]))


def _token(word: Word, offset: int, base: int, sentence: int) -> Token:
    start = offset + word.idx
    form = fold(word.text)
    lemma = _LEMMAS.get(form, word.lemma_ if word.pos_ == "PROPN" else fold(word.lemma_))
    number = "".join(word.morph.get("Number"))
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
