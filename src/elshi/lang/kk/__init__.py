"""Kazakh: an own CRF for names, our own morphology, posts and clauses. No treebank parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from elshi.pack import Pack, Parsed, Tables
from elshi.records import Mention, Span
from elshi.when import TimeExpr

FOLDER = files(__package__)

_TELLING = re.compile(
    r"кездес|жүздес|келіссөз|қабылда|қарсы ал|сапар|сөйлес|тілдес|әңгімелес|сұхбат|консультация|талқыла|"
    r"саммит|форум|отырыс|сессия|жиын|конференция|қол қой|жеделхат|құттықта|көңіл айт|сенім грамота|"
    r"телефон|грамота|хат жолда|келді|барды|келеді|барады|елші|президент|министр|басшысы|төраға|спикер|"
    r"депутат|сенатор|хатшы|айтты|мәлімде|атап өт|деді|жеткізді|білдірді",
    re.IGNORECASE,
)


@cache
def pack() -> Pack:
    """The Kazakh pack; its model is read when the first text is parsed."""
    from elshi.lang.kk import words  # noqa: PLC0415

    return Pack(
        code="kk",
        triage=triage,
        parse=parse,
        posts=posts,
        times=times,
        keys=words.keys,
        words=words.words,
        tables=tables(),
    )


def triage(text: str) -> bool:
    """Whether a text can tell of a contact, a post or a statement at all."""
    return _TELLING.search(text) is not None


def parse(text: str) -> Parsed:
    """A Kazakh text as sentences, words, names and clauses."""
    from elshi.lang.kk.clauses import clauses  # noqa: PLC0415
    from elshi.lang.kk.lexicon import lexicon  # noqa: PLC0415
    from elshi.lang.kk.words import tagged  # noqa: PLC0415

    found = tagged(text)
    return Parsed(
        text=text,
        lang="kk",
        sentences=found.sentences,
        tokens=found.tokens,
        names=found.names,
        clauses=clauses(found, lexicon()),
    )


def posts(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The posts of a parsed text, given its names and what the gazetteer found."""
    from elshi.lang.kk.posts import posts as read  # noqa: PLC0415

    return read(parsed, mentions)


def times(text: str) -> list[tuple[Span, TimeExpr]]:
    """The times of a text, not yet resolved."""
    from elshi.lang.kk.times import times as read  # noqa: PLC0415

    return read(text)


@cache
def tables() -> Tables:
    """The words that the stages above ask for."""
    from elshi.lang.kk.lexicon import pairs  # noqa: PLC0415
    from elshi.ontology.words import spheres  # noqa: PLC0415

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
    )
