"""What must hold of the chronicle, on the demo reports as they are read."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from elshi.chronicle import Growth, Judgement, Withdrawal, grown
from elshi.chronicle.judged import pointer
from elshi.chronicle.known import known
from elshi.cli.read import read_capture
from elshi.read import captures
from elshi.records import Capture, Reading
from elshi.store import Store, differences

REPORTS = Path(__file__).parents[2] / "demo" / "reports"
SHUFFLES = 100


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """All demo reports."""
    found = [c for path in sorted(REPORTS.glob("*.txt")) for c in captures(str(path))]
    read = [read_capture(capture) for capture in found if isinstance(capture, Capture)]
    return [reading for reading in read if isinstance(reading, Reading)]


def image(growth: Growth) -> bytes:
    return repr(growth.contacts()).encode()


def test_a_hundred_shuffles(readings: list[Reading]) -> None:
    random, whole = Random(3), image(grown(readings))
    for _ in range(SHUFFLES):
        assert image(grown(random.sample(readings, len(readings)))) == whole


def test_one_by_one_and_out_again(readings: list[Reading]) -> None:
    growth = Growth()
    for reading in readings:
        growth.add(reading)
        growth.settle()
    assert image(growth) == image(grown(readings))
    for reading in readings[::2]:
        growth.remove(reading.article.id)
    assert image(growth) == image(grown(readings[1::2]))


def test_judgements_withdrawn(readings: list[Reading]) -> None:
    growth, random = grown(readings), Random(5)
    before = image(growth)
    entries = [entry for found in growth.read.values() for entry in found]
    pairs = [[pointer(entry) for entry in random.sample(entries, 2)] for _ in range(30)]
    lines = [Judgement("same", a, b, at="2025-01-01") for a, b in pairs[:20]]
    lines += [Judgement("drop", a, at="2025-01-01") for a, _ in pairs[20:]]
    growth.judge(*lines)
    assert image(growth) != before
    growth.judge(*(Withdrawal(line.id, at="2025-01-02") for line in lines))
    assert image(growth) == before


def test_in_a_store(readings: list[Reading], tmp_path: Path) -> None:
    random = Random(9)
    with Store(str(tmp_path / "a.sqlite"), make=True) as store:
        for reading in random.sample(readings, len(readings)):
            store.add(reading)
            if random.random() < 0.2:
                with known(store):
                    pass
        assert not list(differences(store))
        with known(store) as kept:
            assert image(kept.growth) == image(grown(readings))
