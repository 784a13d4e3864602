"""What must hold of the chronicle whatever comes, in whatever order."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from drawn import corpora, judgements
from elshi.chronicle import Growth, Judgement, Withdrawal, grown
from elshi.records import Reading


def image(growth: Growth) -> bytes:
    """The chronicle as bytes."""
    return repr(growth.contacts()).encode()


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_order_does_not_matter(readings: list[Reading], random: Random) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert image(grown(readings)) == image(grown(shuffled))


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_one_by_one_in_batches_or_anew(readings: list[Reading], random: Random) -> None:
    whole, grows = image(grown(readings)), Growth()
    todo = list(readings)
    while todo:
        batch = [todo.pop() for _ in range(min(len(todo), random.randint(1, 3)))]
        grows.add(*batch)
        grows.contacts()
    assert image(grows) == whole


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_an_article_taken_out_leaves_no_trace(readings: list[Reading]) -> None:
    growth = grown(readings)
    before = image(grown(readings[:-1]))
    growth.contacts()
    if readings[-1].article.id not in {r.article.id for r in readings[:-1]}:
        growth.remove(readings[-1].article.id)
        assert image(growth) == before


@given(corpora(), st.data())
@settings(max_examples=80, deadline=None)
def test_a_judgement_withdrawn_leaves_no_trace(
    readings: list[Reading], data: st.DataObject
) -> None:
    growth = grown(readings)
    before = image(growth)
    lines = [data.draw(judgements(growth), label="judgement") for _ in range(2)]
    growth.judge(*lines)
    growth.contacts()
    growth.judge(*(Withdrawal(line.id, at="2025-01-02") for line in lines))
    assert image(growth) == before


@given(corpora(), st.data(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_judgements_and_articles_in_any_order(
    readings: list[Reading], data: st.DataObject, random: Random
) -> None:
    lines = [data.draw(judgements(grown(readings)), label="judgement") for _ in range(3)]
    steps: list[Reading | Judgement] = [*readings, *lines]
    random.shuffle(steps)
    growth = Growth()
    for step in steps:
        growth.judge(step) if isinstance(step, Judgement) else growth.add(step)
        growth.contacts()
    assert image(growth) == image(grown(readings, lines))


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_every_account_is_in_just_one_contact(readings: list[Reading]) -> None:
    growth = grown(readings)
    told_of = sorted(e.ref for contact in growth.contacts() for e in contact.accounts)
    assert told_of == sorted({e.ref for found in growth.read.values() for e in found})
