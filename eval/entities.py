"""Names in a text compared as factRuEval-2016 compares them: by words, and by what each word is.

An entity of the answers is a set of words; those of a name weigh 1, those that only describe it
(«министерство», «российский») nothing: they are neither missed nor false. An entity without a name
(«сборная») is not asked for, but is right where it is given; so is one within a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from elshi.records import Span
from factrueval import assign
from facts import Counted

TYPES = {"Person": "per", "Org": "org", "Organization": "org", "Location": "loc", "LocOrg": "loc"}
NAMED = {
    "loc": {"org_name", "loc_name"},
    "org": {"org_name", "loc_name"},
    "per": {"name", "patronymic", "nickname", "surname"},
}
"""Spans whose words are a name."""
WITHIN = {"per": {"loc", "org"}, "loc": {"loc", "org"}, "org": {"org"}}
"""In which types a type may be embedded, and is then not asked for beside the longer one."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A type, its words (each by where it begins), and those of them that are its name."""

    kind: str
    words: frozenset[int]
    name: frozenset[int] = frozenset()
    shown: str = ""


def gold(path: Path) -> list[Entity]:
    """The entities of a document (the path without its ending)."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    spans = dict(_spans(path))
    found = (_entity(kind, [spans[p] for p in parts if p in spans], text)
             for kind, parts in _mentions(path) if kind in TYPES)  # fmt: skip
    return list(dict.fromkeys(found))


def _spans(path: Path) -> Iterator[tuple[str, tuple[str, Span]]]:
    for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) > 3:
            start = int(cells[2])
            yield cells[0], (cells[1], Span(start, start + int(cells[3])))


def _mentions(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
        cells = line.split("#")[0].split()
        if cells:
            yield cells[1], cells[2:]


def _entity(kind: str, parts: Sequence[tuple[str, Span]], text: str) -> Entity:
    tag = TYPES[kind]
    words = frozenset(w for _, span in parts for w in words_of(span, text))
    name = frozenset(
        w for label, span in parts if label in NAMED[tag] for w in words_of(span, text)
    )
    return Entity(tag, words, name, " … ".join(span.of(text) for _, span in parts))


def words_of(span: Span, text: str) -> Iterator[int]:
    """The words of a stretch, each by where it begins."""
    return (span.start + m.start() for m in re.finditer(r"\w+", span.of(text)))


def ours(found: Iterable[tuple[str, Span]], text: str) -> list[Entity]:
    """What a system gives out, as entities."""
    made = (
        Entity(tag, frozenset(words_of(span, text)), shown=span.of(text)) for tag, span in found
    )
    return list(dict.fromkeys(made))


def worth(one: Entity, answer: Entity) -> float:
    """How much of an answer an entity of ours is: words of the name, of all that either has."""
    if one.kind != answer.kind or not one.words & answer.words:
        return 0.0
    extra = len(one.words - answer.words)
    if not answer.name:
        return len(one.words & answer.words) / (len(answer.words) + extra)
    return len(one.words & answer.name) / (len(answer.name) + extra)


def paired(found: Sequence[Entity], answers: Sequence[Entity], where: str) -> Counted:
    """Entities of one document: each answer with at most one of ours, for the highest sum."""
    weights = [[worth(one, other) for other in answers] for one in found]
    pairs = dict(assign(weights))
    total = sum(weights[i][j] for i, j in pairs.items())
    right = {answers[j] for j in pairs.values()}
    asked = [a for a in answers if a in right or (a.name and not _is_within(a, right))]
    said = [f"{where}\tmissing {a.kind}\t{a.shown}" for a in asked if a not in right]
    said += [f"{where}\tfalse {f.kind}\t{f.shown}" for i, f in enumerate(found) if i not in pairs]
    said += [
        f"{where}\t{weights[i][j]:.2f} {answers[j].kind}\t{found[i].shown}\t{answers[j].shown}"
        for i, j in pairs.items()
        if weights[i][j] < 1
    ]
    return Counted(total, len(found), total, len(asked), tuple(said))


def _is_within(answer: Entity, right: Iterable[Entity]) -> bool:
    return any(r.kind in WITHIN[answer.kind] and answer.words < r.words for r in right)
