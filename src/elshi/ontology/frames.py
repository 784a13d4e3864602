"""The frames: which contact a clause tells of, and what its arguments are in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from elshi.pack import Marker
from elshi.records import ContactKind


@dataclass(frozen=True, slots=True)
class Frame:
    """How a contact is told: what each marker of a clause stands for (see `frames.toml`)."""

    name: str
    kind: ContactKind
    who: tuple[Marker, ...]
    """Whose heads take part."""
    to: tuple[Marker, ...] = ()
    """Destination of a visit."""
    about: tuple[Marker, ...] = ()
    """Topics."""
    host: tuple[Marker, ...] = ()
    """Who receives."""
    bilateral: ContactKind | None = None
    """What it is where only two states take part."""
    weak: bool = False
    """A contact only where two sides stand in the clause itself."""
    spoken: bool = False
    """In the course of which something is said: who says it to whom takes part."""


@cache
def frames() -> Mapping[str, Frame]:
    """All frames by name."""
    source = files(__package__).joinpath("frames.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {name: _frame(name, fields) for name, fields in tomllib.loads(source).items()}
    )


def _frame(name: str, fields: dict[str, Any]) -> Frame:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    return Frame(name=name, **values)
