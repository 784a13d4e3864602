"""How fast the site answers over a large chronicle: time, questions and work a page.

python bench/web.py 10000 100000          contacts; kept in build/bench for another run

Each page is asked for many times with other persons, pairs, days, so that little is known from
before; the largest pair comes first of all, cold. `ms` is the clock in the site's own process;
`cpu` is what it computed, and what the goal is held against, because neighbours on the machine do
not count. `work` counts thousands of steps of SQLite's machine: it is the same on every run, and
must not grow with the whole base. Then readers come all at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from filled import chronicle_at
from loaded import Loaded, opened, part

FOLDER = Path("build/bench")
GOAL_MS, GOAL_QUERIES, READERS = 200.0, 50, 50


def main(sizes: list[str]) -> None:
    """Prints a table for each size."""
    for size in sizes or ["10000", "100000"]:
        where = chronicle_at(FOLDER / f"{size}.sqlite", int(size))
        with opened(where) as site:
            print(f"\n{size} contacts: {site.told}", flush=True)
            _table(site)
            print(site.at_once(READERS), flush=True)


def _table(site: Loaded) -> None:
    heads = ("p50 ms", "p95 ms", "cpu p95", "questions", "work")
    print(f"{'page':34}" + "".join(f"{head:>11}" for head in heads))
    for name, paths in site.pages().items():
        found = site.asked(paths)
        missed = part(found.cpu, 0.95) > GOAL_MS or found.questions > GOAL_QUERIES
        print(f"{name:34}{found}{'   MISSED' if missed else ''}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
