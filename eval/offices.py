"""The posts that Elshi reads in a Russian text, each of one man's apart, with its holder."""

from __future__ import annotations

from functools import lru_cache

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
