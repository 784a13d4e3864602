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
    form = fold(name)
    known = _cities().get(_homes().get(form, form))
    if known is None:
        return f"{country}:{spelling.folded(name)}"
    state, city = known
    return f"{state}:{city if city == CAPITAL else spelling.folded(city)}"


@cache
def _cities() -> Mapping[str, tuple[str, str]]:
    """Form → its state, and its name, or that it is the capital."""
    cities: dict[str, tuple[str, str]] = {}
    for form, country, kind, _ in _rows():
        if kind != "residence":
            cities.setdefault(fold(form), (country, CAPITAL if kind == CAPITAL else form))
    return MappingProxyType(cities)


@cache
def _homes() -> Mapping[str, str]:
    """Residence → the city that it counts as."""
    found: dict[str, str] = {}
    for form, _, kind, city in _rows():
        if kind == "residence" and fold(city) in _cities():
            found.setdefault(fold(form), fold(city))
    return MappingProxyType({form: city for form, city in found.items() if form != city})


@cache
def _rows() -> list[tuple[str, ...]]:
    folders = sorted(
        (folder for folder in files("elshi.lang").iterdir() if folder.is_dir()),
        key=lambda folder: folder.name,
    )
    paths = [folder / "cities.tsv" for folder in folders if (folder / "cities.tsv").is_file()]
    columns = ("form", "country", "kind", "city")
    return [row for path in paths for row in rows(path, *columns)]
