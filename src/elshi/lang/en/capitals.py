"""Words in capitals: which of them can stand in a person's name, and which never do.

Kassym-Jomart | Tokayev            may be a name: no title, no state, no word of an institution
Minister | Nazarbayev | University  a title; one that may; a word of a body
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from elshi.lang.en import words
from elshi.lang.en.morph import fold, singular
from elshi.lang.en.tree import Tree

_UPPER = "A-Z" + "".join(
    chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper()
)
CAPITAL = re.compile(rf"[{_UPPER}][\w'’.-]*")
_DOUBLE = re.compile(r"[A-Z][a-zà-ÿ]+-[A-Z][a-zà-ÿ]+")
# Last words of states' names that persons bear, too.
_ALSO_NAMES = frozenset(
    ["lucia", "vincent", "marino", "nevis", "principe", "barbuda", "tobago", "salvador", "china"]
)


def is_given(word: str) -> bool:
    """A given name that we know, or a double one: «Kassym-Jomart»."""
    return fold(word) in given_names() or _DOUBLE.fullmatch(word) is not None


def may_be_name(tree: Tree, index: int) -> bool:
    """Whether a token can be a part of a name: a noun in capitals, no word of something else."""
    token = tree.tokens[index]
    word = fold(token.text)
    nominal = token.pos in {"PROPN", "NOUN", "ADJ", "X"} or is_given(token.text)
    if not CAPITAL.fullmatch(token.text) or not nominal:
        return False
    if len(token.text) > 1 and token.text.isupper() and "." not in token.text:
        return False
    return not is_word(word)


def is_word(word: str) -> bool:
    """Whether a word in lower case stands for something other than a man."""
    return (
        word in words.not_names()
        or word in words.headline_verbs()
        or is_title(word)
        or word in words.honorifics()
        or is_state(word)
    )


def is_title(word: str) -> bool:
    """A word of any title: minister, foreign, deputies."""
    return word in words.title_words() or singular(word) in words.title_words()


def is_state(word: str) -> bool:
    """A word for a state or its people."""
    return word in _places()


def is_place(word: str) -> bool:
    """Whether a word in lower case names a state or a city."""
    return word in _places() or word in words.cities()


@cache
def _places() -> frozenset[str]:
    """Single words for states and their people: they stand before names, never in them."""
    lasting = {form.split(" ")[-1] for form in _column("states.tsv") if " " in form}
    return frozenset(_forms("states.tsv")) | (lasting - _ALSO_NAMES)


@cache
def given_names() -> frozenset[str]:
    """The given names that the pack knows."""
    return frozenset(_forms("given.tsv"))


def _forms(name: str) -> Iterator[str]:
    """The single words of a table's column `form`."""
    return (form for form in _column(name) if " " not in form)


def _column(name: str) -> Iterator[str]:
    """The forms of a table, folded."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    table = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    column = table[0].index("form")
    return (fold(row[column]) for row in table[1:])
