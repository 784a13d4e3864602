"""What Elshi reads of men in a Russian text whatever their sides: posts, and who meets whom."""

from __future__ import annotations

from functools import lru_cache

from elshi.cast import cast
from elshi.frame import Draft, drafts
from elshi.lang import load
from elshi.lang.ru.posts import single_posts
from elshi.mark import Marks, mark
from elshi.pack import Parsed
from elshi.records import Mention


@lru_cache(8)
def _read(text: str) -> tuple[Parsed, Marks]:
    pack = load("ru")
    parsed = pack.parse(text)
    return parsed, mark(parsed, pack)


def named(text: str) -> list[Mention]:
    """The persons, states, places and institutions of a text, those of no table too."""
    marks = _read(text)[1]
    return [*marks.of("person", "state", "institution", "place"), *marks.bodies]


def posts(text: str) -> list[Mention]:
    """The posts of a text."""
    return single_posts(_read(text)[0], named(text))


def meetings(text: str) -> list[tuple[str, ...]]:
    """The men whom a clause of meeting or talking names together."""
    parsed, marks = _read(text)
    told = (d for d in drafts(parsed, marks, cast(marks.mentions), load("ru")))
    who = (_men(d) for d in told if d.kind in {"meeting", "call"} and not d.frame.weak)
    return [men for men in who if len(men) > 1]


def _men(draft: Draft) -> tuple[str, ...]:
    people = (p for p in draft.parties if p.figure or p.mention.kind == "person")
    return tuple(dict.fromkeys((p.figure.name if p.figure else p.mention).value for p in people))
