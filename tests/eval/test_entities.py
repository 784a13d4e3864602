"""Entities of factRuEval: words of a name count, words that describe it do not."""

from __future__ import annotations

import pytest

from elshi.records import Span
from entities import Entity, ours, paired, worth

TEXT = "Министр Сергей Викторович Лавров прибыл в российское посольство"


def answer(kind: str, words: str, name: str = "") -> Entity:
    def at(told: str) -> frozenset[int]:
        return frozenset(TEXT.index(word) for word in told.split())

    return Entity(kind, at(words), at(name))


LAVROV = answer("per", "Сергей Викторович Лавров", "Сергей Викторович Лавров")
EMBASSY = answer("org", "российское посольство")


def found(kind: str, words: str) -> Entity:
    start = TEXT.index(words)
    return ours([(kind, Span(start, start + len(words)))], TEXT)[0]


@pytest.mark.parametrize(
    ("mine", "other", "value"),
    [
        pytest.param(found("per", "Сергей Викторович Лавров"), LAVROV, 1, id="all words"),
        pytest.param(found("per", "Лавров"), LAVROV, 1 / 3, id="one of three"),
        pytest.param(
            found("per", "Министр Сергей Викторович Лавров"), LAVROV, 3 / 4, id="too many"
        ),
        pytest.param(found("org", "Лавров"), LAVROV, 0, id="another type"),
        pytest.param(found("org", "посольство"), EMBASSY, 1 / 2, id="without a name, by all words"),
    ],
)
def test_worth(mine: Entity, other: Entity, value: float) -> None:
    assert worth(mine, other) == pytest.approx(value)


def test_an_entity_without_a_name_is_not_asked_for_but_right() -> None:
    assert paired([], [EMBASSY], "doc").gold == 0
    given = paired([found("org", "российское посольство")], [EMBASSY], "doc")
    assert (given.ours, given.found, given.gold) == (1, 1, 1)


def test_a_name_within_a_longer_one_is_not_asked_for_beside_it() -> None:
    state = answer("loc", "российское", "российское")
    whole = answer("org", "российское посольство", "посольство")
    assert paired([found("org", "российское посольство")], [whole, state], "doc").gold == 1
    assert paired([], [whole, state], "doc").gold == 2
