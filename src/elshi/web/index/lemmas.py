"""Words as they are searched: lemmas, so that «переговорах» finds «переговоры»."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from elshi import lang as packs
from elshi.errors import NoPack
from elshi.text import fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
MOST_WORDS = 12
"""Words of a question that count: more make no list shorter, and each costs a walk."""


def lemmas(text: str, lang: str) -> str:
    """All lemmas that the words of a text can have, one after another."""
    return " ".join(word for found in _words(text) for word in _keys(found, lang))


def key_word(what: str, key: str) -> str:
    """A key as a word of the full-text index that stands in no text."""
    return f"key{hashlib.blake2b(f'{what} {key}'.encode(), digest_size=8).hexdigest()}"


def match(question: str, keys: Iterable[tuple[str, str]] = ()) -> str:
    """A question to the full-text index: every word, in any form and language, and every key.

    Signs alone ask for something that no text holds.
    """
    words = _words(question)[:MOST_WORDS]
    asked = [f"({_either(word)})" for word in words] or ['""']
    return " AND ".join([*asked, *(f'"{key_word(*key)}"' for key in keys)])


def _either(word: str) -> str:
    forms = {word} | {key for code in packs.codes() for key in _keys(word, code)}
    return " OR ".join(f'"{form}"' for form in sorted(forms))


def _words(text: str) -> list[str]:
    return [found[0] for found in _WORD.finditer(fold(text))]


@lru_cache(maxsize=200_000)
def _keys(word: str, lang: str) -> tuple[str, ...]:
    """The lemmas of a word, and the word itself."""
    try:
        keys: Iterable[str] = packs.load(lang).keys(word)
    except NoPack:
        keys = ()
    return tuple(dict.fromkeys((word, *_plain(keys))))


def _plain(keys: Iterable[str]) -> list[str]:
    """Without signs that the full-text index does not take."""
    return [key for key in keys if key and '"' not in key]
