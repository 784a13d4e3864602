"""A judgement changes only what it touches, and the pages are those that a new index would give."""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from elshi.chronicle.entries import entries
from elshi.chronicle.judged import Line, pointer
from elshi.chronicle.records import Entry, Judgement, Withdrawal
from elshi.chronicle.stored import enter
from elshi.records import Reading
from elshi.store import Store
from elshi.web.index.build import build, stamp, stamp_of
from elshi.web.index.follow import follow
from samples import all_readings

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from filled import readings

START = datetime(2024, 1, 1, tzinfo=UTC)
WITHOUT = ("blocks", "sqlite_stat1", "statement_words", "article_words", "doubts")
"""Tables that may say more, or are compared in another way."""


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All tables of an index."""
    with sqlite3.connect(path) as connection:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%fts5%'"
        names = [row[0] for row in connection.execute(tables)]
        found = {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in names
            if not name.startswith(WITHOUT)
        }
        doubts = "SELECT id, what, round(points, 6), home, places, body FROM doubts"
        return found | {"doubts": sorted(connection.execute(doubts))}


def blocks_of(path: Path) -> set[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return set(connection.execute("SELECT * FROM blocks"))


def some_line(told: list[Entry], made: list[Line], random: Random) -> Line:
    """A judgement at random: on two accounts of near days, a correction, or one taken back."""
    at = (START + timedelta(minutes=len(made))).isoformat()
    judgements = [line for line in made if isinstance(line, Judgement)]
    choice = random.random()
    if judgements and choice < 0.25:
        return Withdrawal(random.choice(judgements).id, by="Ayan", at=at)
    n = random.randrange(len(told) - 1)
    a = pointer(told[n])
    if choice < 0.4:
        return Judgement("drop", a, by="Ayan", at=at)
    if choice < 0.6:
        field, value = random.choice(
            [("when", "2021-05-04"), ("when", "2021-05"), ("sides", "KZ US"), ("country", "DE"),
             ("status", "held"), ("kind", "meeting")]
        )  # fmt: skip
        return Judgement("correct", a, field=field, value=value, by="Ayan", at=at)
    near = told[min(len(told) - 1, n + random.randrange(1, 4))]
    verb = "same" if choice < 0.8 else "not-same"
    return Judgement(verb, a, pointer(near), by="Ayan", at=at)  # type: ignore[arg-type]


def stored(path: Path, found: list[Reading]) -> Store:
    store = Store(str(path), make=True)
    for reading in found:
        store.add(reading)
    return store


@pytest.mark.parametrize("seed", [1, 2])
def test_following_judgements_gives_what_a_new_index_gives(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    found = [*all_readings(), *readings(60)]
    told = sorted(
        (e for reading in found for e in entries(reading)),
        key=lambda e: (e.sides, e.first, e.ref),
    )
    store, path, anew = stored(tmp_path / "s.sqlite", found), tmp_path / "a", tmp_path / "b"
    build(store, path)
    lines: list[Line] = []
    for turn in range(24):
        lines.append(some_line(told, lines, random))
        enter(store, lines[-1])
        assert follow(store, path)
        if turn % 4 == 3:
            build(store, anew)
            assert rows_of(path) == rows_of(anew), lines[-4:]
            assert blocks_of(path) >= blocks_of(anew)
    assert stamp_of(path) == stamp(store)
    store.__exit__(None, None, None)
