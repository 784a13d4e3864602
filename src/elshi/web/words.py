"""The words of the interface in each language, from tables; content keeps its own language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from elshi.ontology.tables import rows

LANGUAGES = ("kk", "ru", "en")
_FOLDER = files(__package__) / "words"


@cache
def words(lang: str) -> Mapping[str, str]:
    """The words of a language by key."""
    return MappingProxyType(dict(rows(_FOLDER / f"{lang}.tsv", "key", "text")))  # type: ignore[arg-type]


def word(lang: str, key: str, **parts: object) -> str:
    """A phrase with its gaps filled in; a key without words shows itself, and a test finds it."""
    text = words(lang).get(key, key)
    for name, part in parts.items():
        text = text.replace("{" + name + "}", str(part))
    return text


def chosen(accepted: str) -> str:
    """The language that a browser asks for, of those there are; else English."""
    asked: list[tuple[float, int, str]] = []
    for n, part in enumerate(accepted.split(",")[:20]):
        code, _, weight = part.strip().partition(";q=")
        if code[:2].lower() in LANGUAGES:
            asked.append((-_number(weight), n, code[:2].lower()))
    return min(asked)[2] if asked else "en"


def _number(weight: str) -> float:
    try:
        return float(weight or 1)
    except ValueError:
        return 0.0
