"""Sides by name: what a state or an organisation is called, and which one a name means."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import chain

from elshi.errors import UsageError
from elshi.ontology.tables import table
from elshi.ontology.words import NO_STATE, Form, forms
from elshi.text import fold


def side_name(code: str, lang: str) -> str:
    """What a side is called in a language; in English, or its code, where there is no word."""
    names = _names(lang)
    return names.get(code) or _names("en").get(code) or code


def side_code(words: str) -> str:
    """The code of a side given by code or by name in any language that is read.

    Raises UsageError with what may have been meant.
    """
    known = _codes()
    found = known.get(fold(words.strip()))
    if found is None:
        near = get_close_matches(fold(words.strip()), known, n=3)
        meant = dict.fromkeys(f"{known[name]} ({side_name(known[name], 'en')})" for name in near)
        hint = f"did you mean {' or '.join(meant)}?" if meant else "codes are ISO 3166-1: KZ, US"
        raise UsageError(f"no state or organisation '{words}': {hint}")
    return found


@cache
def _names(lang: str) -> dict[str, str]:
    """The first name in the language's table of each side."""
    names: dict[str, str] = {}
    for form in _sides(lang):
        if form.kind in ("", "name"):
            names.setdefault(form.code, form.form)
    return names


@cache
def _codes() -> dict[str, str]:
    known: dict[str, str] = {}
    folders = sorted(folder.name for folder in files("elshi.lang").iterdir() if folder.is_dir())
    for form in chain.from_iterable(_sides(lang) for lang in folders):
        if form.kind in ("", "name", "formal"):
            known.setdefault(fold(form.form), form.code)
    known |= {fold(code): code for code, *_ in table("states.tsv", "code", "name")}
    return known | {fold(code): code for code in set(known.values())}


def _sides(lang: str) -> Iterator[Form]:
    for form in forms(files("elshi.lang") / lang):
        if form.what in ("state", "organisation") and form.code != NO_STATE:
            yield form
