"""The words of the brief in each language, from tables, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from elshi.errors import UsageError
from elshi.ontology.tables import rows

_FOLDER = files(__package__) / "words"


@cache
def phrases(lang: str) -> Mapping[str, str]:
    """The phrases of a language by key; raises UsageError where there are none."""
    path = _FOLDER / f"{lang}.tsv"
    if not path.is_file():
        raise UsageError(f"no brief in '{lang}': there are {', '.join(languages())}")
    return MappingProxyType(dict(rows(path, "key", "text")))  # type: ignore[arg-type]


@cache
def languages() -> tuple[str, ...]:
    """The languages in which a brief can be written."""
    return tuple(sorted(path.name.removesuffix(".tsv") for path in _FOLDER.iterdir()))


def phrase(lang: str, key: str, **parts: str) -> str:
    """A phrase with its gaps filled in."""
    text = phrases(lang)[key]
    for name, part in parts.items():
        text = text.replace("{" + name + "}", part)
    return text


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]
