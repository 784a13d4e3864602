"""What must hold of the chronicle whatever comes, in whatever order."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.chronicle import Growth, Judgement, Withdrawal, grown
from elshi.chronicle.judged import pointer
from elshi.records import Reading
from made import (
    ALIYEV,
    BIDEN,
    BLINKEN,
    LANGS,
    PUTIN,
    TILEUBERDI,
    TOKAYEV,
    XI,
    Told,
    report,
    told,
)

MEN = (TOKAYEV, PUTIN, BIDEN, BLINKEN, TILEUBERDI, ALIYEV, XI)
DATES = ("2024-11-27", "2024-11-28", "2024-11-27/2024-11-28", "2024-11", "2024-12", "2024", "")


@st.composite
def contacts(draw: st.DrawFn) -> Told:
    a, b = draw(st.lists(st.sampled_from(MEN), min_size=2, max_size=2, unique=True))
    made = told(
        draw(st.sampled_from(["meeting", "call", "visit", "conference"])),
        a,
        b,
        when=draw(st.sampled_from(DATES)),
        status=draw(st.sampled_from(["held", "held", "held", "planned", "cancelled"])),
        role=draw(st.sampled_from(["main", "main", "recalled"])),
        bare=draw(st.booleans()),
    )
    country = draw(st.sampled_from(["", "KZ", "RU"]))
    return replace(made, country=country) if made.kind != "call" else made


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    """A few reports of few men on few days, so that they often meet."""
    told_of = draw(st.lists(st.lists(contacts(), min_size=1, max_size=3), min_size=2, max_size=8))
    days = ("2024-11-27", "2024-11-28", "2024-12-30")
    return [
        report(
            draw(st.sampled_from(LANGS)), *each, published=draw(st.sampled_from(days)),
            outlet=f"Outlet {n}",
        )
        for n, each in enumerate(told_of)
    ]  # fmt: skip


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


@st.composite
def judgements(draw: st.DrawFn, growth: Growth) -> Judgement:
    entries = [entry for found in growth.read.values() for entry in found]
    a, b = (pointer(draw(st.sampled_from(entries))) for _ in range(2))
    at = draw(st.sampled_from(["2025-01-01T10:00", "2025-01-01T11:00"]))
    verb = draw(st.sampled_from(["same", "not-same", "drop", "correct"]))
    if verb in ("same", "not-same") and a != b:
        return Judgement(verb, a, b, at=at)  # type: ignore[arg-type]
    if verb == "correct":
        return Judgement("correct", a, field="when", value="2024-11-28", at=at)
    return Judgement("drop", a, at=at)


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_every_account_is_in_just_one_contact(readings: list[Reading]) -> None:
    growth = grown(readings)
    told_of = sorted(e.ref for contact in growth.contacts() for e in contact.accounts)
    assert told_of == sorted({e.ref for found in growth.read.values() for e in found})
