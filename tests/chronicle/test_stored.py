"""The chronicle of a store: the same on SQLite and PostgreSQL, and after an upgrade."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from elshi.chronicle import Judgement, Withdrawal, grown
from elshi.chronicle.judged import pointer
from elshi.chronicle.stored import (
    chronicle_of,
    enter,
    growth_of,
    ledger_of,
    ledger_text,
    register_of,
)
from elshi.records import Reading
from elshi.store import Store
from elshi.store.given import Holder, load_register
from elshi.store.migrations import FIRST, names
from made import BLINKEN, LANGS, TOKAYEV, report, told

TALKS = told("meeting", TOKAYEV, BLINKEN, when="2023-02-28", country="KZ")


def reports() -> list[Reading]:
    return [
        report(lang, TALKS, published=f"2023-03-0{n + 1}", outlet=f"Outlet {n}")
        for n, lang in enumerate(LANGS)
    ]


def judged() -> Judgement:
    growth = grown(reports())
    a, b = (pointer(growth.read[r.article.id][0]) for r in reports()[:2])
    return Judgement("not-same", a, b, by="AB", at="2025-01-01T10:00", reason="two rounds")


def test_a_store_gives_what_its_readings_give(store: Store) -> None:
    for reading in reversed(reports()):
        store.add(reading)
    enter(store, judged())
    assert repr(growth_of(store).contacts()) == repr(grown(reports(), [judged()]).contacts())
    assert repr(chronicle_of(store).contacts) == repr(tuple(growth_of(store).contacts()))


def test_the_ledger_is_append_only_and_each_line_once(store: Store) -> None:
    line = judged()
    assert enter(store, line, line) == 1
    assert enter(store, line) == 0
    assert enter(store, Withdrawal(line.id, at="2025-02-01")) == 1
    assert ledger_of(store)[0] in (line, Withdrawal(line.id, at="2025-02-01"))
    assert [row.count('"id"') for row in ledger_text(store).splitlines()] == [1, 1]


def test_a_register_is_replaced_by_its_later_file(store: Store) -> None:
    old = Holder("a.csv", "President", "Nursultan Nazarbayev", "1991-12-16", side="KZ")
    new = replace(old, finish="2019-03-20")
    other = replace(old, source="b.csv")
    load_register(store, "a.csv", [old])
    load_register(store, "b.csv", [other])
    load_register(store, "a.csv", [new])
    assert [(r.source, bool(r.end)) for r in register_of(store)] == [
        ("a.csv", True),
        ("b.csv", False),
    ]


def test_a_store_of_the_version_before_is_brought_to_this_one(where: str) -> None:
    with Store(where, make=True) as store:
        for reading in reports():
            store.add(reading)
        with store.writing() as connection:
            for table in ("judgements", "register"):
                connection.execute(text(f"DROP TABLE {table}"))
            connection.execute(
                text("DELETE FROM migrations WHERE name <> :first"), {"first": FIRST}
            )
    with Store(where) as store:
        assert enter(store, judged()) == 1
        assert len(growth_of(store).contacts()) == 2
        with store.asking() as connection:
            found = set(connection.execute(text("SELECT name FROM migrations")).scalars())
    assert found == set(names())


def test_as_of_a_day(store: Store) -> None:
    for reading in reports():
        store.add(reading)
    from datetime import date

    (contact,) = growth_of(store, as_of=date(2023, 3, 2)).contacts()
    assert len(contact.accounts) == 2


pytestmark = pytest.mark.filterwarnings("error")
