"""The matcher of factRuEval: on small documents the assignment finds what trying all pairs finds.

The shared task scores a pair by matched arguments / (matched + unmatched of both), and takes the
pairing with the highest sum; its evaluator tries all of them.
"""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Span
from gates.factrueval import Argument, Fact, paired, quality, same, spans_paired


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
        pytest.param(fact(who="лавров", position="министр"), 2 / 3, id="one is not told"),
        pytest.param(fact(who="лавров", position="посол", where="рф"), 2 / 4, id="one is wrong"),
        pytest.param(fact(who="песков", position="посол"), 0, id="nothing in common"),
    ],
)
def test_quality_of_a_pair(found: Fact, worth: float) -> None:
    assert quality(found, MINISTER) == pytest.approx(worth)


def test_two_participants_of_one_name_need_two_of_the_answer() -> None:
    one = Fact("meeting", (Argument("participant", frozenset({"путин"})),) * 2)
    other = Fact(
        "meeting", tuple(Argument("participant", frozenset({name})) for name in ("путин", "токаев"))
    )
    assert quality(one, other) == pytest.approx(1 / 3)


def test_a_hard_answer_counts_neither_for_nor_against() -> None:
    hard = fact(hard=True, who="песков", position="секретарь")
    found = paired([fact(who="песков", position="секретарь")], [hard, MINISTER], "doc")
    assert (found.quality, found.found, found.gold) == (0, 0, 1)
    assert paired([], [hard], "doc").gold == 0


def test_each_answer_is_used_once() -> None:
    twice = [fact(who="лавров", position="министр")] * 2
    assert paired(twice, [MINISTER, ENVOY], "doc").quality == pytest.approx(2 / 3)


def best_of_all(found: list[Fact], answers: list[Fact]) -> float:
    """The highest sum of qualities over every pairing, tried one by one."""
    short, long = sorted((found, answers), key=len)
    return max(
        sum(quality(one, other) for one, other in zip(short, order, strict=True))
        for order in permutations(long, len(short))
    )


facts = st.lists(
    st.builds(
        fact,
        who=st.sampled_from(["лавров", "песков", "захарова"]),
        position=st.sampled_from(["министр", "секретарь", "посол"]),
        where=st.sampled_from(["россия", "кремль", "мид"]),
    ),
    min_size=1,
    max_size=4,
)


@given(facts, facts)
def test_the_assignment_is_the_best_of_all_pairings(found: list[Fact], answers: list[Fact]) -> None:
    assert paired(found, answers, "doc").quality == pytest.approx(best_of_all(found, answers))


def test_an_entity_is_worth_the_words_that_it_shares() -> None:
    text = "Сергей Викторович Лавров прилетел в Баку"
    whole, name, city = Span(0, 24), Span(0, 6), Span(36, 40)
    assert text[36:40] == "Баку"
    found = spans_paired([("per", name), ("org", city)], [("per", whole), ("loc", city)], "d", text)
    assert found.quality == pytest.approx(1 / 3)
    assert (found.found, found.gold) == (2, 2)
