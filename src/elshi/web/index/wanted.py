"""What a list is asked for: filters, and from where it goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Contacts that are asked for; what is left empty fits all."""

    keys: tuple[tuple[str, str], ...] = ()
    """(«side», «KZ»), («level», «minister») …: all of them must fit."""
    since: date | None = None
    until: date | None = None
    known: date | None = None
    """As of a day: only what was published by it."""
    newest: bool = False
    """Newest first."""
    after: str = ""
    """Id of the last one of the page before."""
    most: int = PER_PAGE


@dataclass(frozen=True, slots=True)
class Asked:
    """Statements that are asked for."""

    keys: tuple[tuple[str, str], ...] = ()
    words: str = ""
    since: date | None = None
    until: date | None = None
    after: str = ""
    most: int = PER_PAGE


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """A part of a list; `after` is the cursor of the next part, empty at the end."""

    items: tuple[T, ...] = field(default=())
    after: str = ""


def pair_key(a: str, b: str) -> tuple[str, str]:
    """The key of two sides, in whatever order they are named."""
    return ("pair", " ".join(sorted((a, b))))
