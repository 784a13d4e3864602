"""A language's words for the ontology: the tables in `lang/<code>/`, as one record a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.abc import Traversable
from typing import Literal

from elshi.ontology.gazetteer import Gazetteer, Keys, Tokenize, words
from elshi.ontology.tables import rows

What = Literal["state", "organisation", "forum", "place", "institution"]
NO_STATE = "-"
"""The code of words that look like a state's name and are none (Латинская Америка)."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write what the ontology knows, and what it stands for."""

    what: What
    form: str = field(compare=False)
    """As the table writes it; two spellings of one thing («Совет Безопасности», «Совет
    безопасности») are equal, and are found once."""
    code: str
    """ISO code of a state (of two, with a hyphen: "the two Koreas") or of a place's country; short
    name of an organisation or forum; a neutral code of an institution (`mfa`,
    `parliament.upper`)."""
    kind: str = ""
    """state: name, formal, adjective, ethnic, demonym, metonym, pair, combining, none;
    place: capital, city, residence."""
    side: str = ""
    """Of an institution: its state or organisation, where the form alone says it."""
    city: str = ""
    """Of a residence: the city in which it stands."""


def forms(folder: Traversable) -> Iterator[Form]:
    """All forms in a pack's folder; a table that the pack does not have gives none."""
    for name, read in _READERS.items():
        if (folder / name).is_file():
            yield from read(folder / name)


def gazetteer(folder: Traversable, keys: Keys, *, tokenize: Tokenize = words) -> Gazetteer[Form]:
    """The gazetteer of a pack; `keys` and `tokenize` are those that make its tokens.

    Combining forms are left out where they are written small: a bare «қазақ» is a people. They
    are for `elshi.ontology.compound`.
    """
    found = (form for form in forms(folder) if form.kind != "combining" or form.form[0].isupper())
    return Gazetteer.of(((form.form, form) for form in found), keys, tokenize=tokenize)


def spheres(folder: Traversable) -> dict[str, str]:
    """Topic words of a pack → sphere."""
    return {form: sphere for sphere, form in rows(folder / "spheres.tsv", "sphere", "form")}


def sideless(folder: Traversable) -> list[str]:
    """The parts of compound words of a pack that name no side; none where it has no table."""
    path = folder / "compounds.tsv"
    return [form for (form,) in rows(path, "form")] if path.is_file() else []


def _states(path: Traversable) -> Iterator[Form]:
    for code, kind, form in rows(path, "code", "kind", "form"):
        yield Form("state", form, code, kind)


def _organisations(path: Traversable) -> Iterator[Form]:
    for code, form in rows(path, "code", "form"):
        yield Form("organisation", form, code)


def _forums(path: Traversable) -> Iterator[Form]:
    for code, form in rows(path, "code", "form"):
        yield Form("forum", form, code)


def _places(path: Traversable) -> Iterator[Form]:
    for form, country, kind, city in rows(path, "form", "country", "kind", "city"):
        yield Form("place", form, country, kind, city=city)


def _institutions(path: Traversable) -> Iterator[Form]:
    for code, side, form in rows(path, "code", "side", "form"):
        yield Form("institution", form, code, side=side)


_READERS: dict[str, Callable[[Traversable], Iterator[Form]]] = {
    "states.tsv": _states,
    "organisations.tsv": _organisations,
    "forums.tsv": _forums,
    "cities.tsv": _places,
    "institutions.tsv": _institutions,
}
