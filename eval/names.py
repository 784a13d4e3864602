"""How well names meet across scripts: recall and false matches on `names.tsv`, by halves.

    python eval/names.py [--all]

Half of the persons, by the hash of their name, is held back: rules are made on the other half.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from elshi.names import same

TABLE = Path(__file__).with_name("names.tsv")
Pair = tuple[str, str]


def spellings() -> list[tuple[str, str]]:
    """All (person, spelling) of the table."""
    lines = [x for x in TABLE.read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]
    return [(person, name) for person, name in (line.split("\t") for line in lines[1:])]


def held_back(person: str) -> bool:
    """Whether a person belongs to the half that no rule was made on."""
    return hashlib.sha256(person.encode()).digest()[0] % 2 == 1


def pairs(rows: list[tuple[str, str]], *, alike: bool) -> Iterator[Pair]:
    """Pairs of spellings of one person (`alike`), or of two."""
    for (one, a), (other, b) in combinations(rows, 2):
        if (one == other) == alike and a != b:
            yield a, b


def measure(rows: list[tuple[str, str]]) -> tuple[list[Pair], int, list[Pair]]:
    """Pairs missed, pairs in all, and false matches."""
    own = list(pairs(rows, alike=True))
    missed = [pair for pair in own if same(*pair).answer != "same"]
    false = [pair for pair in pairs(rows, alike=False) if same(*pair).answer == "same"]
    return missed, len(own), false


def report(title: str, rows: list[tuple[str, str]], *, show: bool) -> str:
    """A line of figures; with `show`, the pairs at fault below it."""
    missed, count, false = measure(rows)
    persons = len({person for person, _ in rows})
    recall = 1 - len(missed) / count
    line = f"{title}: {persons} persons, {len(rows)} spellings, recall {recall:.3f} of {count}"
    faults = [f"  missed  {a} | {b}" for a, b in missed] + [
        f"  false   {a} | {b}" for a, b in false
    ]
    return "\n".join([f"{line}, false matches {len(false)}", *(faults if show else [])])


def main() -> None:
    """Print both halves; the pairs at fault of the open half, and with --all of the held one."""
    rows = spellings()
    shown = [row for row in rows if not held_back(row[0])]
    hidden = [row for row in rows if held_back(row[0])]
    sys.stdout.write(report("open half", shown, show=True) + "\n")
    sys.stdout.write(report("held back", hidden, show="--all" in sys.argv) + "\n")
    false = [p for p in pairs(rows, alike=False) if same(*p).answer == "same"]
    sys.stdout.write(f"false matches in all: {len(false)}\n")


if __name__ == "__main__":
    main()
