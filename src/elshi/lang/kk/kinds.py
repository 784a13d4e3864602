"""The small sets of words by which the grammar knows its way, from `kinds.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from elshi.ontology.tables import rows


@cache
def kind(name: str) -> frozenset[str]:
    """The words of one set: auxiliaries, containers, journeys …"""
    found = frozenset(
        form for form, of in rows(files(__package__) / "kinds.tsv", "form", "kind") if of == name
    )
    if not found:
        raise KeyError(name)
    return found
