"""Verbs of saying and what stands for them: «сказал», «по словам», "according to".

«…», — сказал Маулен Ашимбаев      a clause of the pack, else the bare verb
по словам посла, айтуынша            a phrase of ascription: whose words they are stands beside it
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.cast import Cast
from elshi.mark import Marks
from elshi.pack import Argument, Clause, Pack, Parsed
from elshi.records import Article, Span
from elshi.text import fold

ASCRIBED = "ascribed"
TURN = "turn"
"""Act of a verb that only carries a quotation: «продолжил», "read"."""

TALK = "talk"
"""Act of a verb that one man says by, and several only talk by: "spoke about"."""
LIGHT = "light"
"""Act of a verb that says only with a noun: «дал оценку», "gave instructions"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What every statement of an article is read from."""

    article: Article
    parsed: Parsed
    marks: Marks
    cast: Cast
    pack: Pack


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying where it stands, with what the table says that it does."""

    predicate: Span
    lemma: str
    act: str
    clause: Clause | None = None
    index: int = -1
    """Index of its clause in `Parsed.clauses`."""


def sayings(scene: Scene) -> list[Saying]:
    """Every clause of saying and every ascription, in text order."""
    speech = scene.pack.tables.speech
    made = [
        Saying(c.predicate, c.lemma, speech[c.lemma], c, i)
        for i, c in enumerate(scene.parsed.clauses)
        if c.lemma in speech
    ]
    ascribed = [s for s in _ascriptions(scene) if not any(_over(s, m) for m in made)]
    return sorted([*made, *ascribed], key=lambda s: s.predicate)


def _over(one: Saying, other: Saying) -> bool:
    return one.predicate.overlaps(other.predicate)


def _ascriptions(scene: Scene) -> Iterator[Saying]:
    for span, kind in scene.marks.voices:
        if kind.startswith(ASCRIBED):
            yield Saying(span, fold(span.of(scene.parsed.text)), "inform")


def bare(scene: Scene, known: list[Saying]) -> list[Saying]:
    """Verbs of saying of which the pack made no clause; they can carry a quotation."""
    speech = scene.pack.tables.speech
    found: list[Saying] = []
    for token in scene.parsed.tokens:
        key = next((k for k in token.keys if k in speech), None)
        verb = token.form == "finite" or (not token.form and token.pos == "VERB")
        verb = verb or token.form == "short"
        made = any(s.predicate.covers(token.span) for s in known)
        if key and verb and not made:
            found.append(Saying(token.span, key, speech[key]))
    return found


def own(saying: Saying, *markers: str) -> list[Argument]:
    """Arguments of a saying with these markers; none of one without a clause."""
    return [a for a in saying.clause.arguments if a.marker in markers] if saying.clause else []
