"""Questions to the store, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from elshi.records import Reading
from elshi.store import Store, Told, Wanted, accounts, statements, tenures, undated
from samples import all_readings, planned_reading, recall_reading, talks_reading

TALKS = "встретился в Астане"
PRESIDENTS = "встретились"
RECALLED_VISIT = "посетил"
PLANNED_VISIT = "посетит"
ENGLISH = "met"


@pytest.fixture
def full(store: Store) -> Store:
    for reading in all_readings():
        store.add(reading)
    return store


def triggers(found: list[Told]) -> list[str]:
    return [
        each.account.kind.span.of(each.article.text) for each in found if each.account.kind.span
    ]


QUESTIONS = [
    pytest.param(
        Wanted(between=("KZ", "US")),
        {TALKS, PRESIDENTS, RECALLED_VISIT, PLANNED_VISIT, ENGLISH},
        id="both sides; of a visit, the country is one",
    ),
    pytest.param(Wanted(between=("KZ", "RU")), set(), id="one side alone is not enough"),
    pytest.param(Wanted(person="байден"), {PRESIDENTS}, id="part of a name, in small letters"),
    pytest.param(
        Wanted(person="Блинкен Энтони"),
        {TALKS, RECALLED_VISIT, PLANNED_VISIT},
        id="the words of a name in any order",
    ),
    pytest.param(Wanted(person="100%"), set(), id="a percent sign is no wildcard"),
    pytest.param(Wanted(kinds=("visit",)), {RECALLED_VISIT, PLANNED_VISIT}, id="kind"),
    pytest.param(Wanted(statuses=("planned",)), {PLANNED_VISIT}, id="status"),
    pytest.param(Wanted(since=date(2023, 3, 1)), {PRESIDENTS}, id="since"),
    pytest.param(
        Wanted(until=date(2023, 2, 10)), {RECALLED_VISIT}, id="a month may lie before the 10th"
    ),
    pytest.param(
        Wanted(since=date(2023, 2, 28), until=date(2023, 2, 28)),
        {TALKS, RECALLED_VISIT, PLANNED_VISIT, ENGLISH},
        id="a day",
    ),
    pytest.param(Wanted(as_of=date(2023, 2, 25)), {PLANNED_VISIT}, id="known by a day"),
    pytest.param(
        Wanted(as_of=date(2023, 2, 28), kinds=("meeting",)), {TALKS}, id="published that evening"
    ),
]


@pytest.mark.parametrize(("wanted", "expected"), QUESTIONS)
def test_which_accounts_fit(full: Store, wanted: Wanted, expected: set[str]) -> None:
    assert set(triggers(accounts(full, wanted))) == expected


def test_accounts_come_by_date(full: Store) -> None:
    dates = [each.account.when.edtf for each in accounts(full, Wanted()) if each.account.when]
    assert dates == ["2023-02", "2023-02-28", "2023-02-28", "2023-02-28", "2023-09"]


def test_what_has_no_date_is_counted_and_left_out_of_a_period(store: Store) -> None:
    store.add(_undated(talks_reading()))
    assert len(accounts(store, Wanted())) == 1
    period = Wanted(since=date(2020, 1, 1))
    assert accounts(store, period) == []
    assert undated(store, period) == 1
    assert undated(store, Wanted()) == 0


def _undated(reading: Reading) -> Reading:
    return replace(reading, accounts=(replace(reading.accounts[0], when=None),))


def test_only_the_latest_reading_answers(store: Store) -> None:
    store.add(talks_reading("0.1"))
    store.add(replace(talks_reading("0.2"), accounts=()))
    assert accounts(store, Wanted()) == []


def test_statements_come_with_their_article(full: Store) -> None:
    talks = talks_reading()
    said = statements(full, [talks.article.id])
    assert [each.statement for each in said] == list(talks.statements)
    assert all(each.article == talks.article and each.sound for each in said)


def test_tenures_by_name(full: Store) -> None:
    served = tenures(full, Wanted(person="Тлеуберди"))
    assert [each.tenure.post.value for each in served] == ["Министр иностранных дел"]
    assert tenures(full, Wanted(person="Байден")) == []


def test_no_store_no_answer_is_not_an_error(store: Store) -> None:
    assert accounts(store, Wanted(between=("KZ", "US"))) == []
    assert statements(store, []) == []


def test_a_reading_without_anything_is_stored_too(store: Store) -> None:
    for reading in (planned_reading(), recall_reading()):
        store.add(replace(reading, accounts=()))
    assert len(list(store.readings())) == 2
    assert accounts(store, Wanted()) == []
