"""The heads of posts: президент, министр, төраға, елші; and which of them are nobody's by form."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from elshi.lang.kk.morph import nouns
from elshi.lang.kk.tokens import words
from elshi.ontology.tables import rows
from elshi.text import fold


def pairs3(name: str) -> list[str]:
    """The forms of a table of three columns."""
    return [row[0] for row in rows(files(__package__) / name, "form", "level", "needs")]


@cache
def titles() -> frozenset[str]:
    """Head words of posts: президент, министр, төраға, елші …"""
    return frozenset(fold(words(form)[-1]) for form in pairs3("titles.tsv")) | _title_stems()


def _title_stems() -> frozenset[str]:
    heads = {fold(words(form)[-1]) for form in pairs3("titles.tsv")}
    return frozenset(
        n.stem for head in heads for n in nouns(head) if n.possessive == "his" and n.case == "nom"
    )


@cache
def _ownerless() -> frozenset[str]:
    """Titles of one word that end as an owned noun does: елші, хатшы, басшы."""
    return frozenset(f for f in pairs3("titles.tsv") if " " not in f and f[-1:] in "ыі")


def unowned(folded: str) -> bool:
    """«елшіні» is елші, and nobody's."""
    return any(n.stem in _ownerless() and not n.possessive for n in nouns(folded))
