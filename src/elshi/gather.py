"""Contacts that no clause tells: who is listed as taking part, who speaks in a transcript.

Участники переговоров …   С российской стороны: …   С монгольской стороны: …    list
President of Russia Vladimir Putin: Mr President, …   President of Finland …:    speech

Each stands as a clause of its own behind those that the pack read, so that what is told before
it takes it in, or it tells of talks by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from elshi.cast import Cast, Figure
from elshi.frame import Draft
from elshi.mark import Marks
from elshi.ontology.frames import frames
from elshi.pack import Clause, Parsed
from elshi.parties import Party
from elshi.records import Mention, Span

HERE = "here"
"""Cue before the place where one speaks: "here in", «приветствовать вас в»."""


def gatherings(parsed: Parsed, marks: Marks, cast: Cast) -> tuple[Parsed, list[Draft]]:
    """The text with a clause for each list and transcript of two sides, and their drafts."""
    found = [*_lists(marks, cast), *_speeches(marks, cast)]
    first = len(parsed.clauses)
    clauses = [_clause(parsed, parties) for _, parties in found]
    drafts = [
        Draft(
            frames()[name],
            frames()[name].kind,
            first + n,
            parties[0].mention.span,
            parties,
            places=tuple(_here(marks)) if name == "speech" else (),
        )
        for n, (name, parties) in enumerate(found)
    ]
    return replace(parsed, clauses=(*parsed.clauses, *clauses)), drafts


def _here(marks: Marks) -> Iterator[Mention]:
    """Where the speakers of a transcript are, as they say: «рад приветствовать вас в Москве»."""
    here = {span.end + 1 for span, cue in marks.cues if cue == HERE and _said(span, marks)}
    yield from (m for m in marks.of("place", "state") if {m.span.start, m.span.start - 4} & here)


def _said(span: Span, marks: Marks) -> bool:
    return any(turn.speech.covers(span) for turn in marks.turns)


def _clause(parsed: Parsed, parties: Sequence[Party]) -> Clause:
    at = parties[0].mention.span
    sentence = parsed.sentence(at)
    number = parsed.sentences.index(sentence) if sentence in parsed.sentences else 0
    return Clause(number, at, at, lemma="", nominal=True)


def _lists(marks: Marks, cast: Cast) -> Iterator[tuple[str, tuple[Party, ...]]]:
    for roll in marks.rolls:
        if len(roll.sides) > 1:
            yield "list", tuple(_parties((name for name, _ in roll.people), cast))


def _speeches(marks: Marks, cast: Cast) -> Iterator[tuple[str, tuple[Party, ...]]]:
    """Who speaks in a transcript in a post of a state or an organisation."""
    at = [turn.name for turn in marks.turns]
    names = sorted((m for m in marks.of("person") if m.span in at), key=lambda m: m.span)
    parties = tuple(p for p in _parties(names, cast) if p.figure and _side(p.figure))
    if len({_side(p.figure) for p in parties if p.figure}) > 1:
        yield "speech", parties


def _parties(names: Iterable[Mention], cast: Cast) -> Iterator[Party]:
    """Each of those named once."""
    seen: list[Figure] = []
    for name in names:
        figure = cast.of(name.span)
        if figure is not None and figure not in seen:
            seen.append(figure)
            yield Party(name, figure, "with")


def _side(figure: Figure) -> str | None:
    office = figure.side.office if figure.side else None
    return office.side if office else None


def in_order(drafts: Sequence[Draft], more: Sequence[Draft]) -> list[Draft]:
    """Drafts of clauses and of lists and transcripts together, in text order."""
    return sorted([*drafts, *more], key=lambda draft: draft.trigger.start)
