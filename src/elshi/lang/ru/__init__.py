"""Russian: slovnet's models for morphology, trees and names; grammar and words of our own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from elshi.ontology.tables import rows
from elshi.pack import Marker, Pack, Parsed, Tables, Words

if TYPE_CHECKING:
    from elshi.lang.ru.clauses import Lexicon

INFINITIVE = ("ть", "ться", "ти", "тись", "чь")
FOLDER = files(__package__)


@cache
def pack() -> Pack:
    """The Russian pack; its models are loaded when the first text is parsed."""
    from elshi.lang.ru import morph, posts, times, triage

    return Pack(
        code="ru",
        triage=triage.triage,
        parse=parse,
        posts=posts.posts,
        times=times.times,
        keys=morph.keys,
        words=morph.words,
        tables=tables(),
    )


def parse(text: str) -> Parsed:
    """A Russian text as sentences, words, names and clauses.

    Trees are grown only for sentences with a word that a clause can be made of.
    """
    from elshi.lang.ru import bodies, clauses, morph, names, tongues

    sentences, tokens = morph.tokens(text)
    tokens = tongues.without_tongues(tokens)
    telling = {t.sentence for t in tokens if not _heads().isdisjoint(t.keys)}
    tokens = morph.trees(tokens, telling.__contains__)
    labels = names.labelled(tokens)
    return Parsed(
        text=text,
        lang="ru",
        sentences=sentences,
        tokens=tokens,
        names=names.names(text, tokens, labels),
        bodies=tuple(bodies.bodies(text, tokens, labels)),
        clauses=clauses.clauses(tokens, lexicon()),
    )


@cache
def _heads() -> frozenset[str]:
    """The last words of all predicates: a sentence without one of them needs no tree."""
    return frozenset(predicate.split()[-1] for predicate in lexicon().predicates)


@cache
def tables() -> Tables:
    """The words that the stages above ask for."""
    from elshi.ontology.words import spheres

    return Tables(
        triggers=_words("triggers.tsv", "frame"),
        speech=_words("speech.tsv", "act"),
        acts=_words("acts.tsv", "act"),
        cues=_words("cues.tsv", "cue"),
        roles=_words("roles.tsv", "role"),
        spheres=spheres(FOLDER),
        agenda=_words("agenda.tsv", "kind"),
        offices=_words("offices.tsv", "event"),
        voices=_words("voices.tsv", "kind"),
        said=_words("said.tsv", "act"),
    )


@cache
def lexicon() -> Lexicon:
    """The words by which clauses are built."""
    from elshi.lang.ru.clauses import Lexicon

    made = tables()
    return Lexicon(
        predicates=frozenset([*made.triggers, *made.speech, *made.offices]),
        events=frozenset(form for form in made.triggers if not form.endswith(INFINITIVE)),
        containers=frozenset(form for (form,) in rows(FOLDER / "containers.tsv", "form")),
        lights=_words("lights.tsv", "role"),
        modals=_words("modals.tsv", "modality"),
        prepositions={
            (form, case): cast(Marker, marker)
            for form, case, marker in rows(FOLDER / "prepositions.tsv", "form", "case", "marker")
        },
    )


def _words(name: str, column: str) -> Words:
    """A table of the pack, its forms folded as lemmas are."""
    return {form.replace("ё", "е"): value for form, value in rows(FOLDER / name, "form", column)}
