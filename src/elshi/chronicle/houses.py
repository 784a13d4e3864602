"""Which ministry a minister heads: «министр обороны», "Energy Minister", «Қорғаныс министрі»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from elshi.ontology.words import forms
from elshi.text import fold

_TITLES = (
    (re.compile(r"\bминистр[а-я]* (.+)"), ("министерство {}",)),
    (re.compile(r"\bminister (?:of|for) (.+)"), ("ministry of {}", "department of {}")),
    (re.compile(r"\bsecretary of (.+)"), ("department of {}", "ministry of {}")),
    (re.compile(r"(.+?) (?:minister|secretary)\b"), ("ministry of {}", "department of {}")),
    (re.compile(r"(.+?) министрі"), ("{} министрлігі",)),
)
"""A minister's title → what his ministry is called, in the tables' own words."""
_DEPUTY = re.compile(r"\b(?:deputy|vice|first deputy|замест\w*|зам\w*|вице|бірінші орынбасар\w*)\b")


MINISTERS = frozenset({"minister", "foreign minister"})


def office_house(title: str, level: str, side: str, states: Iterable[str]) -> str:
    """The house of an office whose institution is not named: a ministry by its title; of an
    ambassador, the state to which he is sent (`to.US`)."""
    if level == "ambassador":
        return next((f"to.{state}" for state in states if state != side), "")
    return ministry(title) if level in MINISTERS else ""


@lru_cache(maxsize=50_000)
def ministry(title: str) -> str:
    """The code of the ministry that a title names; empty where it names none, or a deputy's."""
    folded = fold(title)
    if _DEPUTY.search(folded.replace("-", " ")) or "орынбасары" in folded:
        return ""
    known = _ministries()
    return next((known[form] for form in _forms(folded) if form in known), "")


def _forms(title: str) -> Iterator[str]:
    """What the ministry may be called: with all words of the title, then with fewer."""
    for pattern, makers in _TITLES:
        found = pattern.search(title)
        if found is None:
            continue
        for field in _fields(found[1]):
            yield from (maker.format(field) for maker in makers)


def _fields(words: str) -> Iterator[str]:
    """A field with the state before or after it taken off word by word."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        yield " ".join(parts[:size])
        yield " ".join(parts[-size:])


@cache
def _ministries() -> Mapping[str, str]:
    """Form → code of ministries and departments in all languages."""
    folders = sorted(str(folder.name) for folder in files("elshi.lang").iterdir())
    found: dict[str, str] = {}
    for name in folders:
        folder = files("elshi.lang") / name
        if folder.is_dir():
            for form in forms(folder):
                if form.what == "institution" and form.code.startswith(("ministry.", "mfa")):
                    found.setdefault(fold(form.form), form.code)
    return MappingProxyType(found)
