"""The languages that Elshi reads: one folder each, loaded by code, when first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from elshi.errors import NoPack
from elshi.pack import Pack


def codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the packs that are installed."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.ispkg))


@cache
def load(code: str) -> Pack:
    """The pack of a language.

    Raises NoPack with what to do when there is none.
    """
    if find_spec(f"{__name__}.{code}") is None:
        raise NoPack(f"no language pack for '{code}'; there are packs for {', '.join(codes())}")
    pack: Pack = import_module(f"{__name__}.{code}").pack()
    return pack
