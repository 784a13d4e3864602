"""Cities across languages: a capital is known by its country, another city by its folded name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from elshi.chronicle import spelling
from elshi.ontology.tables import rows
from elshi.text import fold

CAPITAL = "capital"


@cache
def city_key(name: str, country: str = "") -> str:
    """A key that Астана, Astana and its residences share: `KZ:capital`."""
    return _cities().get(fold(name)) or f"{country}:{spelling.folded(name)}"


@cache
def _cities() -> Mapping[str, str]:
    """Form → key, from the tables of all languages; a residence counts as its city."""
    cities: dict[str, str] = {}
    homes: dict[str, str] = {}
    for form, country, kind, city in _rows():
        if kind == "residence":
            homes.setdefault(fold(form), fold(city))
        else:
            own = CAPITAL if kind == CAPITAL else spelling.folded(form)
            cities.setdefault(fold(form), f"{country}:{own}")
    resolved = {form: cities[city] for form, city in homes.items() if city in cities}
    return MappingProxyType(cities | resolved)


def _rows() -> list[tuple[str, ...]]:
    folders = sorted(
        (folder for folder in files("elshi.lang").iterdir() if folder.is_dir()),
        key=lambda folder: folder.name,
    )
    paths = [folder / "cities.tsv" for folder in folders if (folder / "cities.tsv").is_file()]
    columns = ("form", "country", "kind", "city")
    return [row for path in paths for row in rows(path, *columns)]
