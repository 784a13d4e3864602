"""Where and when something was, hung on the verb or the event: no man and no office is "in" a city.

встретился с президентом США ← в Нью-Йорке        the place is the meeting's
В Кызылорде → аким области … принял делегацию     nothing stands before what it belongs to
саммита … состоялась встреча … ← в Петербурге     nor goes on behind a verb
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.lang.ru import models
from elshi.pack import Token

IN = frozenset({"в", "во", "на"})
NOUNS = frozenset({"NOUN", "PROPN"})
ENVOYS = frozenset(
    {"посол", "представитель", "консул", "генконсул", "поверенный", "посланник", "атташе"}
    | {"уполномоченный", "наместник", "нунций", "корреспондент", "посольство", "миссия"}
    | {"представительство", "консульство", "офис", "бюро", "филиал", "отделение"}
)
"""Who and what is of a place: «посол в Казахстане», «представительство в Женеве»."""
REACH = 12


def circumstances(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words, their places hung on what happened there."""
    made = list(tokens)
    _nearest_noun(made)
    for index, token in enumerate(tokens):
        if not _behind_in(made, index):
            continue
        governor = _ahead(made, index)
        if governor is None and _is_place(token):
            governor = _across(made, index) or _above_men(made, index)
        if governor is not None:
            rel = "nmod" if made[governor].pos in NOUNS else "obl"
            made[index] = replace(token, head=governor, rel=rel)
    return tuple(made)


def _nearest_noun(tokens: list[Token]) -> None:
    """в ← Кызылорде аким: no preposition takes a nominative, but the noun that follows it."""
    for index, token in enumerate(tokens[:-1]):
        if token.pos != "ADP" or token.rel != "case" or token.head in {None, index + 1}:
            continue
        after, head = tokens[index + 1], tokens[token.head or 0]
        if head.case == "nom" and after.pos in NOUNS and after.case not in {"", "nom"}:
            tokens[index] = replace(token, head=index + 1)


def _behind_in(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun behind «в» or «на», where and not whither, hangs on a noun."""
    token = tokens[index]
    if (
        token.pos not in NOUNS
        or token.rel not in {"nmod", "obl", "appos", "amod"}
        or token.case == "acc"
    ):
        return False
    if token.head is None or tokens[token.head].pos not in NOUNS:
        return False
    words = [t for t in tokens[max(0, index - 4) : index] if t.head == index and t.rel == "case"]
    return any(word.text.lower() in IN for word in words)


def _is_place(token: Token) -> bool:
    """«в Женеве», «в городе Астане»."""
    return token.text[:1].isupper() or token.lemma in {"столица", "город"}


def _across(tokens: Sequence[Token], index: int) -> int | None:
    """The finite verb between a noun and the place that hangs on it."""
    head = tokens[index].head or 0
    between = range(head + 1, index)
    verbs = [n for n in between if tokens[n].form == "finite" and not _below(tokens, n, head)]
    return verbs[-1] if verbs else None


def _below(tokens: Sequence[Token], index: int, top: int) -> bool:
    """Whether a word hangs, however deep, on another: the verb of «который …»."""
    at: int | None = index
    for _ in range(REACH):
        if at is None or at == top:
            return at == top
        at = tokens[at].head
    return False


def _ahead(tokens: Sequence[Token], index: int) -> int | None:
    """The verb above a noun that the place stands before."""
    head = tokens[index].head or 0
    return _verb_above(tokens, head) if index < head else None


def _verb_above(tokens: Sequence[Token], index: int) -> int | None:
    at: int | None = index
    for _ in range(REACH):
        if at is None or tokens[at].pos == "VERB":
            return at
        at = tokens[at].head
    return None


def _above_men(tokens: Sequence[Token], index: int) -> int | None:
    """What governs the man, with his office and his state, on whom a place hangs."""
    at, man = tokens[index].head, None
    for _ in range(REACH):
        if at is None or tokens[at].pos not in NOUNS or tokens[at].lemma in ENVOYS:
            break
        if _is_man(tokens[at]):
            man = at
        elif tokens[at].case != "gen":
            break
        at = tokens[at].head
    return tokens[man].head if man is not None else None


def _is_man(token: Token) -> bool:
    """A title or the name of a man."""
    known = [p for p in models.parses(token.text) if p.is_known]
    if not known:
        return token.pos == "PROPN"
    return any("anim" in p.tag and p.tag.POS == "NOUN" for p in known)
