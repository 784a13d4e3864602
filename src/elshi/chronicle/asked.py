"""Posts as people ask for them: «Speaker of the Senate of Kazakhstan», «Премьер-министр РК»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from elshi.chronicle.houses import office_house
from elshi.chronicle.records import Post
from elshi.chronicle.tenures import HOUSELESS, post_of
from elshi.errors import NoPack, UsageError
from elshi.lang import codes, load
from elshi.mark import mark
from elshi.records import Mention

_KAZAKH = frozenset("әғқңөұүһі")
_FRAMES = ("{}", "{} Касым-Жомарт Токаев", "{} Kassym-Jomart Tokayev")
"""A post alone, and beside a name, as reports have it: grammars of posts lean on names."""


@cache
def post(words: str, side: str = "") -> Post:
    """The office that words in any language mean; `side` says whose it is, whatever they name.

    Raises UsageError where they mean none.
    """
    for lang in _languages(words):
        found = _read(words, lang, side)
        if found is not None and (found.level or found.house):
            return found
    raise UsageError(f"no post in '{words}': write it as reports do, with the state it belongs to")


def _languages(words: str) -> list[str]:
    """The languages that words may be in, by their letters, the likeliest first."""
    low = words.lower()
    if not any("а" <= letter <= "я" or letter in _KAZAKH for letter in low):
        likely = ["en"]
    else:
        likely = ["kk", "ru"] if _KAZAKH & set(low) else ["ru", "kk"]
    return [lang for lang in likely if lang in codes()]


def _read(words: str, lang: str, side: str) -> Post | None:
    try:
        pack = load(lang)
    except NoPack:
        return None
    for frame in _FRAMES:
        marks = mark(pack.parse(frame.format(words)), pack)
        inside = [m for m in marks.mentions if m.span.start < len(words)]
        found = _post(inside, side)
        if found is not None:
            return found
    return None


def _of_region(mentions: Sequence[Mention], states: Sequence[str]) -> bool:
    """«Head of Kalmykia», «Глава Ижевска»: heads, but of no state."""
    return not states and any(m.kind == "place" for m in mentions)


def _post(mentions: Sequence[Mention], given: str) -> Post | None:
    office = next((m.office for m in mentions if m.office), None)
    if office is None:
        return None
    states = [m.code for m in mentions if m.kind == "state" and len(m.code) == 2]
    side = given or office.side or next(iter(states), "")
    level = "" if _of_region(mentions, states) and office.level in HOUSELESS else office.level or ""
    named = [m.code for m in mentions if m.kind == "institution" and m.code]
    house = max(named, key=lambda code: (code.count("."), code), default="")
    if level == "ambassador" or not house:
        house = office_house(office.title, level, side, states) or house
    return post_of(side, level, house or ("mfa" if level == "foreign minister" else ""))
