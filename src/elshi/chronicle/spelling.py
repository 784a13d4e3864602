"""Names across scripts, as the chronicle asks of them: can two spellings be one man's here?"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from elshi import names

SHORT, ALIKE = 8, 88
"""Letters that two names must have, country and all, to differ in one; percent that must agree."""
UNKNOWN = "~"
"""Before the name of a forum that has no code: only names in one language can be compared."""
_NUMBERS = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+\b")
"""Years are none: a report leaves them out."""
_VOWELS = str.maketrans("", "", "aeiouh=")


def key(name: str) -> str:
    """A name as it is compared: as written, with single spaces."""
    return " ".join(name.split())


@lru_cache(maxsize=500_000)
def same(a: str, b: str) -> bool:
    """Whether two names can be one man's, where side and rung agree: a bare surname will do."""
    return a == b or names.same(*sorted((a, b))).answer != "different"


@lru_cache(maxsize=200_000)
def folded(name: str) -> str:
    """The words of a name or a title folded so that scripts agree, in alphabetical order."""
    return names.key(name)


@lru_cache(maxsize=200_000)
def alike(a: str, b: str) -> bool:
    """Whether two folded names differ by a letter or two of their own language: Самарқан and
    Самарканд, Санкт-Петербор and Санкт-Петербург."""
    return min(len(a), len(b)) > SHORT and ratio(a, b) >= ALIKE


def forum(name: str, lang: str) -> str:
    """A forum without a code, by its words in its language and its number: the 14th is no 15th."""
    return " ".join((f"{UNKNOWN}{lang}", folded(name), *_NUMBERS.findall(name)))


@lru_cache(maxsize=200_000)
def bones(name: str) -> frozenset[str]:
    """The consonants of each whole word of a name: two spellings of it share one at least."""
    return frozenset(
        form.translate(_VOWELS)
        for word in names.words(name)
        if not (word.initial or word.patronymic)
        for form in word.forms
    )
