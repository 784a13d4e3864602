"""Killed at any moment, a store holds whole articles only, and the rest can be added again."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from elshi.records import Reading
from elshi.store import Store, differences
from samples import talks_reading

HERE = Path(__file__).parent
COUNT = 40
KILLS = 3


def many() -> list[Reading]:
    base = talks_reading()
    return [
        replace(base, article=replace(base.article, id=f"article-{n:04}")) for n in range(COUNT)
    ]


def write_all(where: str) -> None:
    """What the child process does: one line for each article that it has stored."""
    with Store(where, make=True) as store:
        for reading in many():
            sys.stdout.write(f"{store.add(reading)}\n")
            sys.stdout.flush()


def _child(where: str) -> subprocess.Popen[str]:
    code = f"import sys; sys.path[:0] = {[str(HERE), *sys.path]!r}; import test_killed as t; "
    return subprocess.Popen(
        [sys.executable, "-c", code + f"t.write_all({where!r})"], stdout=subprocess.PIPE, text=True
    )


def _kill_while_writing(where: str, after: int) -> None:
    """Kills the child a moment after it has added `after` new articles."""
    child = _child(where)
    assert child.stdout is not None
    added = 0
    while added < after and (line := child.stdout.readline()):
        added += line == "new\n"
    time.sleep(0.0007 * after)
    child.kill()
    child.communicate()


def test_killed_while_writing(where: str) -> None:
    for after in range(1, KILLS + 1):
        _kill_while_writing(where, after)
        with Store(where) as store:
            ids = [reading.article.id for reading in store.readings()]
            assert ids == [f"article-{n:04}" for n in range(len(ids))]
            assert not list(differences(store))
    write_all(where)
    with Store(where) as store:
        assert list(store.readings()) == many()
