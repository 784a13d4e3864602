"""Occupation on factRuEval-2016: who holds which post where, beside the task's own answers.

    ELSHI_DATA=… python eval/factrueval.py [--errors N]

A pair of facts is worth 2 × matched arguments / arguments of both, where the person matches; the
pairs of a document are chosen so that their worth is highest. An argument matches where it stands
on a span of the answer's entity, or repeats its words. Facts marked as of raised difficulty count
neither for nor against, and the beginning and the end of one occupation are one. A trade without
an employer (журналист, правозащитник) is no fact of the task: only posts of a rung, or that say
of what or of whom they are, count on our side.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from elshi.lang.ru.morph import fold, keys
from elshi.records import Mention, Span
from offices import posts

DATA = Path(os.environ.get("ELSHI_DATA", Path(__file__).parents[1] / "../shared/data"))


@dataclass(frozen=True, slots=True)
class Entity:
    """What an argument refers to: its places in the text, and the words for it."""

    spans: tuple[Span, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """Who, in which position, where; an argument that is not told is None."""

    who: Entity
    position: Entity | None
    where: Entity | None
    hard: bool = False
    shown: str = ""

    @property
    def arguments(self) -> int:
        """How many are told."""
        return 1 + (self.position is not None) + (self.where is not None)


@dataclass(frozen=True, slots=True)
class Score:
    """Worth of the matched pairs, and how many facts there were on both sides."""

    worth: float = 0.0
    ours: float = 0.0
    theirs: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.worth + other.worth, self.ours + other.ours, self.theirs + other.theirs)

    def __str__(self) -> str:
        precision, recall = self.worth / max(self.ours, 1), self.worth / max(self.theirs, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.ours:.0f}, {self.theirs:.0f})"
        )


def gold(path: Path) -> list[Fact]:
    """The Occupation facts of a document (the path without its ending)."""
    spans = dict(_spans(path))
    entities = dict(_entities(path, spans))
    text = path.with_suffix(".facts").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in re.split(r"\n\s*\n", text.strip()) if block]
    facts = [_fact(b, spans, entities) for b in blocks if b[0].split()[1] == "Occupation"]
    return list({(f.who, f.position, f.where): f for f in facts}.values())


def _spans(path: Path) -> Iterator[tuple[str, tuple[Span, str]]]:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) > 3:
            span = Span(int(cells[2]), int(cells[2]) + int(cells[3]))
            yield cells[0], (span, span.of(text))


def _entities(path: Path, spans: dict[str, tuple[Span, str]]) -> Iterator[tuple[str, Entity]]:
    objects = {}
    for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
        cells = line.split("#")[0].split()
        objects[cells[0]] = [s for s in cells[2:] if s in spans] if cells else []
    for block in path.with_suffix(".coref").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        number, *members = lines[0].split()
        found = [spans[s] for member in members for s in objects.get(member, [])]
        names = [line.split(" ", 1)[1] for line in lines[1:] if " " in line]
        text = " ".join([*names, *(quote for _, quote in found)])
        yield "obj" + number, Entity(tuple(s for s, _ in found), _words(text))


def _fact(
    lines: Sequence[str], spans: dict[str, tuple[Span, str]], entities: dict[str, Entity]
) -> Fact:
    told: dict[str, Entity] = {}
    for line in lines[1:]:
        cells = line.split()
        ids = [c for c in cells[1:] if re.fullmatch(r"(?:obj|span)\d+", c)]
        parts = [entities[i] for i in ids if i in entities]
        parts += [_of_span(spans[i[4:]]) for i in ids if i[4:] in spans and i.startswith("span")]
        if parts and cells[0] not in told:
            told[cells[0]] = Entity(
                tuple(s for p in parts for s in p.spans),
                frozenset().union(*(p.words for p in parts)),
            )
    hard = any("повышенная" in line for line in lines)
    nobody = Entity((), frozenset())
    shown = " | ".join(lines[1:])
    return Fact(
        told.get("Who", nobody),
        told.get("Position") or told.get("Job"),
        told.get("Where"),
        hard,
        shown,
    )


def _of_span(found: tuple[Span, str]) -> Entity:
    return Entity((found[0],), _words(found[1]))


def _words(text: str) -> frozenset[str]:
    """Beginnings of the folded lemmas: «российский» and «Россия» say the same place."""
    return frozenset(
        key[:5] for word in re.findall(r"[\w-]+", text) if len(word) > 1 for key in keys(word)
    )


def ours(text: str) -> list[Fact]:
    """What Elshi reads: each post with a holder, once a man and a title."""
    facts = [
        _ours(text, post)
        for post in posts(text)
        if post.holder is not None and post.office is not None and _is_employed(text, post)
    ]
    unique: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        surname = fold(text[fact.who.spans[0].start : fact.who.spans[0].end]).split()[-1][:5]
        title = fold(fact.shown.split(" | ")[1]).split()[0]
        kept = unique.get((surname, title))
        if kept is None or fact.arguments > kept.arguments:
            unique[surname, title] = fact
    return list(unique.values())


def _is_employed(text: str, post: Mention) -> bool:
    """«лидер оппозиции», «адвокат истцов» have no employer; «немецкий режиссёр» neither."""
    office = post.office
    if office is None or office.level is not None:
        return office is not None
    rest = post.span.of(text).partition(" ")[2]
    return bool(re.search(r"[A-ZА-ЯЁ«\"]", rest))


def _ours(text: str, post: Mention) -> Fact:
    assert post.holder is not None
    assert post.office is not None
    where = [s for s in (post.office.institution_span, post.office.side_span) if s is not None]
    if not where and " " in post.span.of(text):
        where = [Span(text.index(" ", post.span.start) + 1, post.span.end)]
    return Fact(
        Entity((post.holder,), _words(post.holder.of(text))),
        Entity((post.span,), _words(post.value)),
        Entity(tuple(where), _words(" ".join(s.of(text) for s in where))) if where else None,
        shown=f"{post.holder.of(text)} | {post.value} | {', '.join(s.of(text) for s in where)}",
    )


def matches(one: Entity | None, other: Entity | None) -> bool:
    """Whether two arguments are the same: on one place, or in the same words."""
    if one is None or other is None:
        return False
    same_place = any(a.overlaps(b) for a in one.spans for b in other.spans)
    return same_place or len(one.words & other.words) >= max(
        1, min(len(one.words), len(other.words)) // 2
    )


def worth(one: Fact, other: Fact) -> float:
    """How much of two facts is the same, from 0 to 1."""
    if not matches(one.who, other.who):
        return 0.0
    same = 1 + matches(one.position, other.position) + matches(one.where, other.where)
    return 2 * same / (one.arguments + other.arguments) if same > 1 else 0.0


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of highest total weight: the Hungarian method on a square."""
    size = max(len(weights), max((len(row) for row in weights), default=0))
    cost = [[-_at(weights, i, j) for j in range(size)] for i in range(size)]
    match, u, v = [-1] * (size + 1), [0.0] * size, [0.0] * (size + 1)
    for row in range(size):
        _place(row, cost, match, u, v)
    pairs = [(match[column], column) for column in range(size)]
    return [(i, j) for i, j in pairs if _at(weights, i, j) > 0]


def _at(weights: Sequence[Sequence[float]], i: int, j: int) -> float:
    return weights[i][j] if i < len(weights) and j < len(weights[i]) else 0.0


def _place(  # noqa: C901 - the textbook's form
    row: int, cost: list[list[float]], match: list[int], u: list[float], v: list[float]
) -> None:
    """One step of the method: a row gets a column, others move along the cheapest path."""
    size = len(cost)
    least, way, used = [1e9] * size, [size] * size, [False] * (size + 1)
    match[size], at = row, size
    while match[at] >= 0:
        used[at] = True
        step, here, nearest = 1e9, match[at], size
        for column in (c for c in range(size) if not used[c]):
            reduced = cost[here][column] - u[here] - v[column]
            if reduced < least[column]:
                least[column], way[column] = reduced, at
            if least[column] < step:
                step, nearest = least[column], column
        for column in range(size + 1):
            if used[column]:
                u[match[column]] += step
                v[column] -= step
            elif column < size:
                least[column] -= step
        at = nearest
    while at != size:
        match[at], at = match[way[at]], way[at]


def score(found: Sequence[Fact], answers: Sequence[Fact]) -> tuple[Score, list[str]]:
    """A document's score, and its errors in words."""
    weights = [[worth(one, other) for other in answers] for one in found]
    pairs = dict(assign(weights))
    hard = {i for i, j in pairs.items() if answers[j].hard}
    easy = [fact for fact in answers if not fact.hard]
    total = sum(weights[i][j] for i, j in pairs.items() if i not in hard)
    errors = [f"  + {fact.shown}" for i, fact in enumerate(found) if i not in pairs]
    errors += [
        f"  - {f.shown}" for j, f in enumerate(answers) if j not in pairs.values() and not f.hard
    ]
    errors += [
        f"  ~ {found[i].shown}   ≠   {answers[j].shown}"
        for i, j in pairs.items()
        if weights[i][j] < 1
    ]
    return Score(total, len(found) - len(hard), len(easy)), errors


def main(arguments: Sequence[str]) -> None:
    """Prints precision, recall and F1, and with --errors every error."""
    folder = DATA / "factrueval" / "devset"
    if not folder.is_dir():
        sys.exit(f"no factRuEval at {folder}: set ELSHI_DATA to the folder of the corpora")
    total = Score()
    for path in sorted(folder.glob("*.facts")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        made, errors = score(ours(text), gold(path.with_suffix("")))
        total += made
        if "--errors" in arguments and errors:
            print(path.stem, *errors, sep="\n")
    print("Occupation", total)


if __name__ == "__main__":
    main(sys.argv[1:])
