"""Facts of factRuEval: on small documents the pairing is the best of all that can be tried."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import facts
from facts import Argument, Fact, best, counted, may_pair, paired, quality, same


def fact(hard: bool = False, **told: str) -> Fact:
    """A fact by its arguments; wordings apart by a stroke."""
    arguments = (Argument(name, frozenset(words.split("|"))) for name, words in told.items())
    return Fact("occupation", tuple(arguments), hard)


MINISTER = fact(who="сергей лавров|лавров", position="министр|министром", where="россия|рф")
ENVOY = fact(who="мария захарова", position="представитель", where="мид")


def test_a_word_within_two_letters_is_the_same() -> None:
    assert same(Argument("who", frozenset({"лаврова"})), MINISTER.arguments[0])
    assert not same(Argument("who", frozenset({"лавровичем"})), MINISTER.arguments[0])


def test_the_same_words_in_another_role_are_not_the_same() -> None:
    assert not same(Argument("where", frozenset({"лавров"})), MINISTER.arguments[0])


@pytest.mark.parametrize(
    ("found", "worth"),
    [
        pytest.param(fact(who="лавров", position="министр", where="рф"), 1, id="all three"),
        pytest.param(fact(who="лавров", where="рф"), 2 / 2.5, id="a position weighs half"),
        pytest.param(fact(who="лавров", position="посол"), 1 / 3, id="one is wrong, one not told"),
        pytest.param(fact(who="песков", position="посол"), 0, id="nothing in common"),
    ],
)
def test_quality_of_one_fact(found: Fact, worth: float) -> None:
    assert quality([found], MINISTER) == pytest.approx(worth)


def test_a_position_alone_makes_no_pair() -> None:
    assert not may_pair(fact(who="песков", position="министр"), MINISTER)
    assert may_pair(fact(who="песков", where="рф"), MINISTER)


def test_two_facts_tell_one_answer_together() -> None:
    parts = [fact(who="лавров", position="министр"), fact(who="лавров", where="рф")]
    assert quality(parts, MINISTER) == pytest.approx((1 + 2 / 3) / 2)
    total = paired(parts, [MINISTER], "doc")
    assert (total.found, total.gold) == (2, 1)


def test_a_hard_answer_counts_neither_for_nor_against() -> None:
    hard = fact(hard=True, who="песков", position="секретарь")
    found = paired([fact(who="песков", position="секретарь")], [hard, MINISTER], "doc")
    assert (found.ours, found.found, found.gold) == (0, 0, 1)
    assert paired([], [hard], "doc").gold == 0


drawn = st.lists(
    st.builds(
        fact,
        who=st.sampled_from(["лавров", "песков", "захарова"]),
        position=st.sampled_from(["министр", "секретарь", "посол"]),
        where=st.sampled_from(["россия", "кремль", "мид"]),
    ),
    min_size=1,
    max_size=3,
)


@settings(deadline=None)
@given(drawn, drawn)
def test_the_way_found_is_the_best_of_all(found: list[Fact], answers: list[Fact]) -> None:
    ways = product(range(-1, len(answers)), repeat=len(found))
    legal = (
        w
        for w in ways
        if all(n < 0 or may_pair(f, answers[n]) for f, n in zip(found, w, strict=True))
    )
    highest = max(counted(found, answers, way).f1 for way in legal)
    assert counted(found, answers, best(found, answers)).f1 == pytest.approx(highest)


@settings(deadline=None)
@given(drawn, drawn)
def test_moving_one_by_one_never_beats_trying_all(found: list[Fact], answers: list[Fact]) -> None:
    options = [[*(n for n, a in enumerate(answers) if may_pair(f, a)), -1] for f in found]
    moved = counted(found, answers, facts._climbed(found, answers, options)).f1
    assert moved <= counted(found, answers, best(found, answers)).f1 + 1e-9
