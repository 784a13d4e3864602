"""The chronicle kept beside a store says what a rebuild from nothing says, whatever happens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn import corpora, judgements
from elshi.chronicle import Judgement, Withdrawal, grown
from elshi.chronicle import known as module
from elshi.chronicle.build import chronicle
from elshi.chronicle.kept import thrown_away
from elshi.chronicle.known import Known, file_of, known
from elshi.chronicle.stored import (
    by_then,
    chronicle_of,
    commitments_of,
    enter,
    growth_of,
    ledger_of,
    register_of,
)
from elshi.records import Reading
from elshi.store import Store
from elshi.store.given import Holder, load_register
from made import LANGS, PUTIN, TOKAYEV, report, saying, serving, told


def kept_image(store: Store) -> str:
    """What the file says, all of it."""
    with known(store) as found:
        return image(found)


def anew(store: Store) -> str:
    """What a rebuild from nothing says."""
    found = module._anew(store, module.Given(ledger_of(store), register_of(store)))
    return image(found)


def image(found: Known) -> str:
    told = sorted(found.facts.items())
    return repr((found.growth.contacts(), found.growth.lost(), told, found.terms()))


@given(corpora(), st.data(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_what_is_kept_is_what_a_rebuild_gives(
    readings: list[Reading], data: st.DataObject, random: Random
) -> None:
    lines = [data.draw(judgements(grown(readings)), label="judgement") for _ in range(2)]
    later = [replace(r, version="made later", accounts=r.accounts[:1]) for r in readings[:2]]
    steps: list[Reading | Judgement | Withdrawal] = [*readings, *lines, *later]
    random.shuffle(steps)
    with TemporaryDirectory() as folder, Store(f"{folder}/a.sqlite", make=True) as store:
        for step in [*steps, Withdrawal(lines[0].id, at="2025-01-03")]:
            store.add(step) if isinstance(step, Reading) else enter(store, step)
            if random.random() < 0.6:
                kept_image(store)
        assert kept_image(store) == anew(store)
        assert kept_image(store) == anew(store)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    """A store of a few reports, with its file beside it."""
    with Store(str(tmp_path / "a.sqlite"), make=True) as store:
        for day in range(1, 9):
            talks = told("meeting", TOKAYEV, PUTIN, when=f"2024-05-0{day}", country="KZ")
            for lang in LANGS:
                store.add(report(lang, talks, published=f"2024-05-0{day}", outlet=lang))
        kept_image(store)
        yield store


def another(store: Store) -> None:
    talks = told("meeting", TOKAYEV, PUTIN, when="2024-05-09", country="KZ")
    store.add(report("ru", talks, published="2024-05-09"))


def test_one_more_article_touches_little(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("made anew")

    another(filled)
    monkeypatch.setattr(module, "_rebuild", never)
    assert kept_image(filled) == anew(filled)


def test_stopped_while_it_is_brought_up_to_date(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(Exception):
        pass

    def stopped(*_: object) -> None:
        raise Stopped

    another(filled)
    with monkeypatch.context() as patched:
        patched.setattr(module, "put_meta", stopped)
        with pytest.raises(Stopped):
            kept_image(filled)
    assert kept_image(filled) == anew(filled)


@pytest.mark.parametrize("content", ["no database at all, but long enough to be one" * 30, ""])
def test_a_file_that_is_none_is_thrown_away(filled: Store, content: str) -> None:
    path = file_of(filled.where)
    thrown_away(path)
    path.write_text(content)
    assert kept_image(filled) == anew(filled)


def test_other_rules_make_it_anew(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with sqlite3.connect(file_of(filled.where)) as connection:
        connection.execute("UPDATE made SET body = '[]'")
    connection.close()
    monkeypatch.setattr(module, "rules", lambda: "other rules")
    assert kept_image(filled) == anew(filled)


def test_another_store_in_its_place(filled: Store, tmp_path: Path) -> None:
    count = len(filled.ids())
    with Store(str(tmp_path / "b.sqlite"), make=True) as other:
        for n in range(count):
            other.add(
                report("en", told("call", TOKAYEV, PUTIN), published="2024-01-01", more=str(n))
            )
        file_of(filled.where).rename(file_of(other.where))
        assert kept_image(other) == anew(other)


def test_without_a_place_for_it(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "file_of", lambda where: Path("/proc/nowhere/a.known"))
    assert kept_image(filled) == anew(filled)


def test_as_of_a_day(filled: Store) -> None:
    from datetime import date

    for day in (date(2024, 5, 4), date(2024, 5, 1), date(2023, 1, 1)):
        with known(filled) as found:
            growth = by_then(found, ("KZ", "RU"), day)
            assert repr(growth.contacts()) == repr(growth_of(filled, as_of=day).contacts())


def test_persons_terms_and_promises(filled: Store) -> None:
    for day, event in (("2024-05-02", "holds"), ("2024-06-02", "holds"), ("2025-01-01", "former")):
        filled.add(serving("ru", TOKAYEV, published=day, event=event))  # type: ignore[arg-type]
    load_register(
        filled, "a.csv", [Holder("a.csv", "President", "Nursultan Nazarbayev", side="KZ")]
    )
    filled.add(saying("ru", TOKAYEV, "invite", "пригласил", published="2024-05-03"))
    whole = chronicle(filled.readings(), ledger_of(filled), register_of(filled))
    assert repr(chronicle_of(filled)) == repr(whole)
    with known(filled) as found:
        assert repr(found.terms()) == repr(list(whole.terms))
        assert found.terms("KZ", "head of state") == [
            t for t in whole.terms if t.post.level == "head of state"
        ]
        assert repr(commitments_of(found, "KZ", "RU")) == repr(
            [c for c in whole.commitments if {"KZ", "RU"} <= {*c.by, *c.to}]
        )


def test_questions_by_side_name_and_id(filled: Store) -> None:
    with known(filled) as found:
        contacts = found.growth.contacts()
        assert found.growth.between("KZ", "RU") == contacts
        assert found.growth.between("KZ", "US") == []
        assert found.growth.named("токаев") == contacts
        assert found.growth.starting(contacts[3].id[:14]) == [contacts[3]]


def test_on_either_database(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for lang in LANGS:
        store.add(report(lang, told("call", TOKAYEV, PUTIN), published="2024-01-01", outlet=lang))
        assert kept_image(store) == anew(store)
    assert file_of(store.where).exists()
