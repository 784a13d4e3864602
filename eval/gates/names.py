"""Gate: names across spellings and scripts, on the half of the persons that no rule was made on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import names as table
from figures import Figure, share

NAME = "names"


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield table.TABLE


def gate(every: int = 1) -> list[Figure]:
    """Pairs of spellings of one person that meet, and pairs of two persons that do."""
    missed, asked, false = _measured(every)
    rate = Figure(NAME, "all", "false matches", float(len(false)), len(false), lower=True)
    return [share(NAME, "all", "recall", (asked - len(missed), asked)), rate]


def errors(every: int = 1) -> list[str]:
    """False matches, then pairs that do not meet."""
    missed, _, false = _measured(every)
    return [f"false\t{a}\t{b}" for a, b in false] + [f"missing\t{a}\t{b}" for a, b in missed]


@cache
def _measured(every: int) -> tuple[list[table.Pair], int, list[table.Pair]]:
    rows = table.spellings()
    persons = sorted({person for person, _ in rows if table.held_back(person)})[::every]
    return table.measure([row for row in rows if row[0] in set(persons)])
