"""Verifying: whatever is changed behind the store's back is found, and said where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Table, update

from elshi.records import Article, Reading
from elshi.store import Rules, Store, Wanted, accounts, differences, schema
from samples import VERSION, all_readings, talks_reading


@pytest.fixture
def full(store: Store) -> Store:
    for reading in all_readings():
        store.add(reading)
    return store


def again(article: Article) -> Reading:
    """Reads the samples as they were read."""
    return {reading.article.id: reading for reading in all_readings()}[article.id]


def change(store: Store, table: Table, **values: str) -> None:
    column = table.c.id if table is schema.articles else table.c.article
    with store.writer.begin() as connection:
        connection.execute(update(table).where(column == talks_reading().article.id).values(values))


def found(store: Store, rules: Rules | None = None) -> list[str]:
    return [str(difference) for difference in differences(store, rules=rules)]


def test_what_was_stored_holds(full: Store) -> None:
    assert found(full) == []
    assert found(full, Rules(VERSION, again)) == []


def test_a_changed_text_breaks_its_quotes(full: Store) -> None:
    text = talks_reading().article.text.replace("Энтони Блинкеном", "Джоном Смитом   ")
    change(full, schema.articles, text=text)
    lines = found(full)
    assert any("its hash differs" in line for line in lines)
    assert any("stored as «Энтони Блинкеном»" in line for line in lines)
    assert all(line.startswith(talks_reading().article.id) for line in lines)
    assert [each.sound for each in accounts(full, Wanted(person="Тлеуберди"))] == [False]


def test_a_changed_reading_is_found(full: Store) -> None:
    with full.asking() as connection:
        row = connection.execute(schema.readings.select()).first()
    assert row is not None
    change(full, schema.readings, body=row.body.replace("test", "best"))
    assert any("the reading was changed" in line for line in found(full))


@pytest.mark.parametrize(
    ("table", "column"),
    [(schema.accounts, "kind"), (schema.participants, "side"), (schema.statements, "act")],
)
def test_a_changed_index_is_found(full: Store, table: Table, column: str) -> None:
    change(full, table, **{column: "other"})
    assert any(f"the table {table.name}" in line for line in found(full))


def test_another_reading_by_the_same_rules_is_found(full: Store) -> None:
    def otherwise(article: Article) -> Reading:
        reading = again(article)
        return replace(reading, accounts=tuple(replace(a, when=None) for a in reading.accounts))

    lines = found(full, Rules(VERSION, otherwise))
    assert any("accounts[0].when is stored as" in line for line in lines)


def test_readings_by_other_rules_are_not_read_again(full: Store) -> None:
    def never(article: Article) -> Reading:
        raise AssertionError(article.id)

    assert found(full, Rules("99", never)) == []
