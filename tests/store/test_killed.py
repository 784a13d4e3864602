"""Killed at any moment, a store holds whole articles only, and the rest can be added again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event

from elshi.chronicle import kept
from elshi.chronicle.known import known
from elshi.records import Reading
from elshi.store import Store, differences
from samples import talks_reading

HERE = Path(__file__).parent
COUNT = 40
KILLS = 3
POINTS = 100
"""Moments at which a process kills itself while it writes, each at another statement."""


def many(count: int = COUNT) -> list[Reading]:
    base = talks_reading()
    return [
        replace(base, article=replace(base.article, id=f"article-{n:04}")) for n in range(count)
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


class Killer:
    """Kills its own process with SIGKILL when it has been called so often."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _in_a_process_of_its_own(work: Callable[[], None]) -> int:
    """Runs it in a forked process; the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def _write(where: str, todo: list[Reading], after: int) -> None:
    with Store(where) as store:
        killer = Killer(after)
        for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(store.engine, moment, killer)
        for reading in todo:
            store.add(reading)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_killed_at_a_hundred_points(where: str) -> None:
    readings, random, done, killed = many(POINTS * 2), Random(7), 0, 0
    with Store(where, make=True):
        pass
    while killed < POINTS and done < len(readings):
        todo, after = readings[max(done - 2, 0) :], random.randint(1, 40)
        killed += _in_a_process_of_its_own(lambda: _write(where, todo, after)) == signal.SIGKILL  # noqa: B023
        with Store(where) as store:
            ids = store.ids()
            assert ids == [r.article.id for r in readings[: len(ids)]]
            assert len(list(store.some(ids[done:]))) == len(ids) - done
            done = len(ids)
    assert killed == POINTS
    with Store(where) as store:
        for reading in readings:
            store.add(reading)
        assert list(store.readings()) == readings
        assert not list(differences(store))


def _ask(where: str, after: int) -> None:
    """Asks the chronicle kept beside the store, and is killed at a statement of its file."""
    opening = kept._open

    def opened(path: Path) -> object:
        connection = opening(path)
        connection.set_trace_callback(Killer(after))
        return connection

    kept._open = opened  # type: ignore[assignment]
    with Store(where) as store, known(store) as found:
        found.growth.contacts()
        found.terms()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_killed_while_it_is_kept(tmp_path: Path) -> None:
    where, killed = str(tmp_path / "a.sqlite"), 0
    for n, reading in enumerate(many(POINTS // 4)):
        with Store(where, make=True) as store:
            store.add(reading)
        for after in (1 + n, 40 + 7 * n):
            killed += _in_a_process_of_its_own(lambda: _ask(where, after)) == signal.SIGKILL  # noqa: B023
    assert killed > POINTS // 4
    with Store(where) as store, known(store) as found:
        told = sorted(e.article for c in found.growth.contacts() for e in c.accounts)
        assert told == sorted(r.article.id for r in many(POINTS // 4) for _ in r.accounts)
