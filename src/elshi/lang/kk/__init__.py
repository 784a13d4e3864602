"""Kazakh: an own CRF for names, our own morphology, posts and clauses. No treebank parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from elshi.ontology.tables import rows
from elshi.pack import Pack, Parsed, Tables
from elshi.records import Mention, Span
from elshi.when import TimeExpr

FOLDER = files(__package__)

_TELLING = re.compile(
    "|".join(form for form, _ in rows(FOLDER / "triage.tsv", "form", "what")),
    re.IGNORECASE,
)


@cache
def pack() -> Pack:
    """The Kazakh pack; its model is read when the first text is parsed."""
    from elshi.lang.kk import tokens, words

    return Pack(
        code="kk",
        triage=triage,
        parse=parse,
        posts=posts,
        times=times,
        keys=words.keys,
        words=tokens.words,
        tables=tables(),
    )


def triage(text: str) -> bool:
    """Whether a text can tell of a contact, a post or a statement at all."""
    return _TELLING.search(text) is not None


def parse(text: str) -> Parsed:
    """A Kazakh text as sentences, words, names and clauses."""
    from elshi.lang.kk.clauses import clauses
    from elshi.lang.kk.lexicon import lexicon
    from elshi.lang.kk.tongues import without_tongues
    from elshi.lang.kk.words import tagged

    found = tagged(text)
    return Parsed(
        text=text,
        lang="kk",
        sentences=found.sentences,
        tokens=without_tongues(found.tokens),
        names=found.names,
        clauses=clauses(found, lexicon()),
    )


def posts(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The posts of a parsed text, given its names and what the gazetteer found."""
    from elshi.lang.kk.posts import posts as read

    return read(parsed, mentions)


def times(text: str) -> list[tuple[Span, TimeExpr]]:
    """The times of a text, not yet resolved."""
    from elshi.lang.kk.times import times as read

    return read(text)


@cache
def tables() -> Tables:
    """The words that the stages above ask for."""
    from elshi.lang.kk.lexicon import pairs
    from elshi.ontology.words import spheres

    return Tables(
        triggers=pairs("triggers.tsv", "form", "frame"),
        speech=pairs("speech.tsv", "form", "act"),
        acts=pairs("acts.tsv", "form", "act"),
        cues=pairs("cues.tsv", "form", "cue"),
        roles=pairs("roles.tsv", "form", "role"),
        spheres=spheres(FOLDER) if (FOLDER / "spheres.tsv").is_file() else {},
        agenda=pairs("agenda.tsv", "form", "kind"),
        offices=pairs("offices.tsv", "form", "event"),
        voices=pairs("voices.tsv", "form", "kind"),
        said=pairs("said.tsv", "form", "act"),
    )
