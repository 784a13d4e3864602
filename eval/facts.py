"""Facts paired as factRuEval-2016 pairs them: several of ours may tell one answer together.

    quality of arguments   weight matched / (matched + unmatched of both); a position weighs half
    held together          of the pairs of matched arguments, how many one fact of ours holds
    quality of an answer   quality of arguments × (1 + held together) / 2
    precision              qualities of ours / ours;   recall   qualities of answers / answers

An answer of raised difficulty and what is paired with it count neither for nor against. The task's
evaluator tries every way to give our facts to answers and keeps the best F1; here that is done
where it is cheap, and elsewhere facts move one by one as long as the sum rises
(tests/eval/test_facts.py shows that both agree).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product
from math import prod

from rapidfuzz.distance import Levenshtein

NEAR = 2
"""Letters by which two wordings may differ and still be the same."""
HALF = frozenset({"position"})
CHEAP = 20_000
"""So many ways to give our facts to answers are all tried."""
Choice = tuple[int, ...]
"""For each of our facts the answer it is given to; -1 for none."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a fact, with all wordings that are right."""

    name: str
    wordings: frozenset[str]

    @property
    def weight(self) -> float:
        """What it counts for."""
        return 0.5 if self.name in HALF else 1.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the task: its type and arguments, of raised difficulty or not."""

    kind: str
    arguments: tuple[Argument, ...]
    hard: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Qualities and numbers of one document or of all, on our side and on the answers'."""

    ours: float = 0.0
    found: int = 0
    answered: float = 0.0
    gold: int = 0
    errors: tuple[str, ...] = ()

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.ours + other.ours,
            self.found + other.found,
            self.answered + other.answered,
            self.gold + other.gold,
            self.errors + other.errors,
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        if not self.found or not self.gold:
            return float(self.found == self.gold)
        precision, recall = self.ours / self.found, self.answered / self.gold
        return 2 * precision * recall / max(precision + recall, 1e-9)


def same(one: Argument, other: Argument) -> bool:
    """Whether two arguments say the same: some wordings within two letters of each other."""
    near = partial(Levenshtein.distance, score_cutoff=NEAR)
    return one.name == other.name and any(
        near(a, b) <= NEAR for a in one.wordings for b in other.wordings
    )


def may_pair(one: Fact, other: Fact) -> bool:
    """Whether a fact may be given to an answer: they share more than the position."""
    return any(same(a, b) for a in one.arguments for b in other.arguments if a.name not in HALF)


def quality(told: Sequence[Fact], answer: Fact) -> float:
    """How well some facts of ours together tell one answer."""
    hits = [
        (n, next((b for b in answer.arguments if same(a, b)), None), a)
        for n, fact in enumerate(told)
        for a in fact.arguments
    ]
    matched = {b for _, b, _ in hits if b is not None}
    weight = sum(b.weight for b in matched)
    extra = sum(a.weight for _, b, a in hits if b is None)
    missed = sum(b.weight for b in answer.arguments if b not in matched)
    together = {frozenset((a, b)) for n in range(len(told)) for a, b in _pairs(hits, n)}
    pairs = len(matched) * (len(matched) - 1) / 2
    held = len(together) / pairs if pairs and len(told) > 1 else 1.0
    return weight / (weight + extra + missed) * (1 + held) / 2 if weight else 0.0


def _pairs(
    hits: Sequence[tuple[int, Argument | None, Argument]], n: int
) -> Iterator[tuple[Argument, Argument]]:
    """The pairs of different answers' arguments that one fact of ours holds together."""
    held = dict.fromkeys(b for m, b, _ in hits if m == n and b is not None)
    return combinations(held, 2)


def counted(found: Sequence[Fact], answers: Sequence[Fact], choice: Choice) -> Counted:
    """A document's figures where our facts are given to answers in one way."""
    total = Counted(found=sum(at < 0 for at in choice))
    for n, answer in enumerate(answers):
        told = [found[i] for i, at in enumerate(choice) if at == n]
        if not answer.hard:
            worth = quality(told, answer) if told else 0.0
            total += Counted(worth * len(told), len(told), worth, 1)
    return total


def best(found: Sequence[Fact], answers: Sequence[Fact]) -> Choice:
    """The way to give our facts to answers by which the document's F1 is highest."""
    options = [
        [*(n for n, answer in enumerate(answers) if may_pair(fact, answer)), -1] for fact in found
    ]
    if prod(map(len, options)) <= CHEAP:
        return max(product(*options), key=lambda way: counted(found, answers, way).f1)
    return _climbed(found, answers, options)


def _climbed(
    found: Sequence[Fact], answers: Sequence[Fact], options: Sequence[Sequence[int]]
) -> Choice:
    """Each fact at its own best answer first, then moved one by one while the F1 rises."""
    way = [
        max(o, key=lambda n: _alone(fact, answers, n))
        for fact, o in zip(found, options, strict=True)
    ]
    score, last = counted(found, answers, tuple(way)).f1, -1.0
    while score > last:
        last = score
        for i, choices in enumerate(options):
            ways = [(*way[:i], n, *way[i + 1 :]) for n in choices]
            way = list(max(ways, key=lambda w: counted(found, answers, w).f1))
        score = counted(found, answers, tuple(way)).f1
    return tuple(way)


def _alone(fact: Fact, answers: Sequence[Fact], n: int) -> float:
    return quality([fact], answers[n]) if n >= 0 else 0.0


def paired(found: Sequence[Fact], answers: Sequence[Fact], where: str) -> Counted:
    """Facts of one type in one document, with what is false, missing or half right in words."""
    way = best(found, answers)
    total = counted(found, answers, way)
    said = [f"{where}\tfalse\t{fact.shown}" for fact, at in zip(found, way, strict=True) if at < 0]
    for n, answer in enumerate(answers):
        told = [found[i] for i, at in enumerate(way) if at == n]
        worth = quality(told, answer) if told else 0.0
        word = f"{worth:.2f}\t{' + '.join(f.shown for f in told)}" if told else "missing"
        said += [f"{where}\t{word}\t{answer.shown}"] if worth < 1 and not answer.hard else []
    return total + Counted(errors=tuple(said))
