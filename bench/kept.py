"""How long a command waits for the chronicle of a store: first, again, after one more article.

python bench/kept.py 10000
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from world import corpus

from elshi.chronicle.known import file_of, known
from elshi.store import Store

MORE = 10
"""Articles that are added one by one."""


def asked(store: Store) -> int:
    """What a command on two sides asks."""
    with known(store) as kept:
        return len(kept.growth.between("KZ", "RU"))


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return round(time.process_time() - started, 3)


def measured(articles: int) -> dict[str, float | int]:
    """Figures for a store of one size."""
    source = corpus(articles + MORE)
    with TemporaryDirectory() as folder, Store(f"{folder}/a.sqlite", make=True) as store:
        for _ in range(articles):
            store.add(next(source).reading)
        figures = {"articles": articles, "first": seconds(lambda: asked(store))}
        figures["again"] = seconds(lambda: asked(store))
        more = []
        for said in source:
            store.add(said.reading)
            more.append(seconds(lambda: asked(store)))
        figures["one more, most"] = max(more)
        figures["store MB"] = Path(store.where).stat().st_size >> 20
        figures["kept MB"] = file_of(store.where).stat().st_size >> 20
    figures["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def main(sizes: list[str]) -> None:
    """Prints a line of figures for each size."""
    for size in sizes or ["10000"]:
        print(json.dumps(measured(int(size))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
