"""The words by which English clauses are built: predicates, light verbs, modals, prepositions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from elshi.lang.en.morph import fold, singular
from elshi.ontology.tables import rows
from elshi.pack import Marker, Tables, Words

_MUTUAL = frozenset({"meet", "talks", "call"})
_GATHERING = frozenset({"bring together", "gather", "unite"})
FOLDER = files(__package__)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a clause is recognised by; all forms are folded lemmas."""

    events: frozenset[str]
    predicates: frozenset[str]
    contents: frozenset[str]
    """Verbs with a preposition whose object is what is discussed or said: «touched upon»."""
    mutual: frozenset[str]
    """Verbs whose object takes part as with «with»: «Tokayev meets Putin»."""
    lights: Words
    modals: Words
    prepositions: dict[str, Marker]


@cache
def tables() -> Tables:
    """The words that the stages above ask for."""
    from elshi.ontology.words import spheres

    has_spheres = (FOLDER / "spheres.tsv").is_file()
    return Tables(
        triggers=_triggers(),
        speech=_lemmas("speech.tsv", "act"),
        acts=_lemmas("acts.tsv", "act"),
        cues=_words("cues.tsv", "cue"),
        roles=_words("roles.tsv", "role"),
        spheres=spheres(FOLDER) if has_spheres else {},
        agenda=_lemmas("agenda.tsv", "kind"),
        offices=_lemmas("offices.tsv", "event"),
        voices=_words("voices.tsv", "kind"),
        said=_words("said.tsv", "act"),
    )


def _triggers() -> Words:
    """Predicates and event nouns; «call» itself is none: «called it a success» tells of no call."""
    found = {**_lemmas("triggers.tsv", "frame"), **_lemmas("events.tsv", "frame")}
    return {form: frame for form, frame in found.items() if form != "call"}


@cache
def lexicon() -> Lexicon:
    """The words of this pack, read once."""
    made = tables()
    table = rows(FOLDER / "prepositions.tsv", "form", "marker")
    return Lexicon(
        events=frozenset(_lemmas("events.tsv", "frame")),
        predicates=frozenset([*_lemmas("triggers.tsv", "frame"), *made.speech, *made.offices]),
        contents=frozenset(
            form
            for form in (*made.speech, *made.triggers)
            if " " in form and (form in made.speech or made.triggers[form] == "discuss")
        ),
        mutual=_GATHERING.union(
            form for form, frame in _words("triggers.tsv", "frame").items() if frame in _MUTUAL
        ),
        lights=_words("lights.tsv", "role"),
        modals=_words("modals.tsv", "modality"),
        prepositions={form: cast("Marker", marker) for form, marker in table},
    )


def _words(name: str, column: str) -> Words:
    return {fold(form): value for form, value in rows(FOLDER / name, "form", column)}


def _lemmas(name: str, column: str) -> Words:
    """A table under its forms and under the singular of their last word: talks, talk."""
    found = _words(name, column)
    for form, value in list(found.items()):
        *before, last = form.split(" ")
        found.setdefault(" ".join([*before, singular(last)]), value)
    return found
