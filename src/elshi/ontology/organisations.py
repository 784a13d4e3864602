"""International organisations: which body belongs to which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from elshi.ontology.tables import table


@cache
def parents() -> Mapping[str, str]:
    """Short name of a body → short name of the organisation that it is part of, or empty."""
    rows = table("organisations.tsv", "code", "kind", "parent", "name")
    return MappingProxyType({code: parent for code, _, parent, _ in rows})


@cache
def assemblies() -> frozenset[str]:
    """Bodies that meet, on whose margins others meet: the General Assembly, the OSCE's PA."""
    rows = table("organisations.tsv", "code", "kind", "parent", "name")
    return frozenset(code for code, kind, _, _ in rows if kind == "assembly")
