"""The store on both databases: what goes in comes out, whole, once, and in the same order."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select

from elshi.errors import BinaryInput, StoreError, UsageError
from elshi.store import Store, schema
from elshi.store import store as module
from samples import all_readings, english_reading, planned_reading, recall_reading, talks_reading


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, sorted by its key."""
    with store.asking() as connection:
        return {
            table.name: [
                tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in schema.metadata.sorted_tables
        }


def test_what_goes_in_comes_out(store: Store) -> None:
    for reading in all_readings():
        assert store.add(reading) == "new"
    published = [reading.article.published.value for reading in store.readings()]  # type: ignore[union-attr]
    assert published == sorted(published)
    assert {r.article.id: r for r in store.readings()} == {r.article.id: r for r in all_readings()}


def test_reading_again_changes_nothing(store: Store) -> None:
    for reading in all_readings():
        store.add(reading)
    before = dump(store)
    assert [store.add(reading) for reading in all_readings()] == ["known"] * 4
    assert dump(store) == before


def test_the_order_of_articles_does_not_matter(where: str, tmp_path: Path) -> None:
    dumps = []
    for n, order in enumerate(permutations(all_readings())):
        if n % 6:
            continue
        with Store(str(tmp_path / f"{n}.sqlite"), make=True) as store:
            for reading in order:
                store.add(reading)
            dumps.append(dump(store))
    with Store(where, make=True) as store:
        for reading in all_readings():
            store.add(reading)
        dumps.append(dump(store))
    assert all(one == dumps[0] for one in dumps)


def test_a_later_version_of_the_rules_counts_and_the_earlier_one_stays(store: Store) -> None:
    for version in ("0.9.0", "0.10.0", "0.2.0"):
        reading = talks_reading(version)
        store.add(replace(reading, statements=reading.statements[: int(version[2])]))
    assert [reading.version for reading in store.readings()] == ["0.10.0"]
    assert len(dump(store)["readings"]) == 3


def test_the_same_version_cannot_read_differently(store: Store) -> None:
    store.add(talks_reading())
    before = dump(store)
    assert store.add(replace(talks_reading(), statements=())) == "differs"
    assert dump(store) == before


@pytest.mark.parametrize("name", ["7", "https://example.org/talks", "ID", "SHORT", "TAIL"])
def test_an_article_is_found_by_what_one_has_at_hand(store: Store, name: str) -> None:
    for reading in all_readings():
        store.add(reading)
    ident = talks_reading().article.id
    asked = {"ID": ident, "SHORT": ident[:14], "TAIL": ident.removeprefix("article-")[:6]}
    assert store.one(asked.get(name, name)) == talks_reading()


def test_an_unknown_or_ambiguous_article_is_said_so(store: Store) -> None:
    for reading in all_readings():
        store.add(reading)
    with pytest.raises(UsageError, match="no article 'nothing'"):
        store.one("nothing")
    with pytest.raises(UsageError, match="fits 4 articles"):
        store.one("article-")


def test_failures_are_kept_once(store: Store) -> None:
    for _ in range(2):
        store.fail(name="a.txt", reason="empty", sha="1")
    store.fail(name="a.txt", reason="binary", sha="2")
    assert store.failures() == [("a.txt", "empty"), ("a.txt", "binary")]


def test_a_nul_in_a_text_costs_that_article_only(store: Store) -> None:
    reading = planned_reading()
    broken = replace(reading, article=replace(reading.article, text=reading.article.text + "\0"))
    with pytest.raises(BinaryInput, match="NUL"):
        store.add(broken)
    assert store.add(english_reading()) == "new"
    assert len(dump(store)["articles"]) == 1


def test_asking_a_chronicle_that_is_not_there_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    with pytest.raises(StoreError, match=r"no chronicle at .*--into"):
        Store(str(path))
    assert not path.exists()


def test_a_file_that_is_no_chronicle_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Заметки о встрече" * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be used as a chronicle"):
        Store(str(path), make=True)
    assert path.read_text(encoding="utf-8").startswith("Заметки")


@pytest.mark.parametrize("address", ["mysql://u:secret@host/db", "oracle://host"])
def test_other_databases_are_refused_and_no_password_is_shown(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        Store(address, make=True)
    assert "secret" not in str(caught.value)


def test_a_chronicle_of_a_later_version_is_refused(where: str) -> None:
    with Store(where, make=True) as store, store.writer.begin() as connection:
        connection.execute(schema.migrations.insert().values(name="from_the_future"))
    with pytest.raises(StoreError, match="later Elshi"):
        Store(where)


def test_an_article_is_stored_whole_or_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails at every table in turn: nothing of the article is left."""
    store.add(recall_reading())
    before, put_all = dump(store), module.put_all
    for stop in range(5):
        done: list[object] = []

        def stopping(*args: object, stop: int = stop, done: list[object] = done) -> None:
            if len(done) == stop:
                raise KeyboardInterrupt
            done.append(args)
            put_all(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(module, "put_all", stopping)
        with pytest.raises(KeyboardInterrupt):
            store.add(talks_reading())
        assert dump(store) == before


def test_many_readings_are_listed_whole(store: Store) -> None:
    """More than one batch of them, shuffled."""
    base = planned_reading()
    many = [replace(base, article=replace(base.article, id=f"article-{n:04}")) for n in range(450)]
    random.Random(7).shuffle(many)
    for reading in many:
        store.add(reading)
    assert [r.article.id for r in store.readings()] == [f"article-{n:04}" for n in range(450)]
