"""The chronicle's properties on the real corpora: what `make test` checks on made ones.

python bench/properties.py                          every stream that is on this machine
python bench/properties.py kremlin.ru -n 20         one stream, 20 shuffles and kills

1 any order   2 one by one, in batches, anew   3 killed at any moment   4 judgements withdrawn
6 every stored value re-read; and the chronicle kept beside the store says the same
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
sys.path.insert(0, str(Path(__file__).parent.parent / "eval"))

from elshi.chronicle import Growth, Judgement, Withdrawal, grown  # noqa: E402
from elshi.chronicle.judged import pointer  # noqa: E402
from elshi.chronicle.known import known  # noqa: E402
from elshi.records import Reading  # noqa: E402
from elshi.store import Store, differences  # noqa: E402
from figures import Absent  # noqa: E402
from streams import readings  # noqa: E402

STREAMS = ("reports", "kremlin.ru", "kremlin.en", "telegram")


def image(growth: Growth) -> str:
    """The contacts, byte for byte, as one hash."""
    return hashlib.sha256(repr(growth.contacts()).encode()).hexdigest()


def any_order(found: list[Reading], times: int, random: Random) -> bool:
    """Shuffled so often, the same bytes."""
    whole = image(grown(found))
    return all(image(grown(random.sample(found, len(found)))) == whole for _ in range(times))


def in_parts(found: list[Reading], _: int, random: Random) -> bool:
    """One by one and in batches, asked in between, as at once."""
    whole = image(grown(found))
    for most in (1, 50):
        growth, todo = Growth(), list(found)
        while todo:
            size = random.randint(1, most)
            growth.add(*todo[:size])
            growth.settle()
            del todo[:size]
        if image(growth) != whole:
            return False
    return True


def withdrawn(found: list[Reading], times: int, random: Random) -> bool:
    """So many judgements, taken back: as if they had never been made."""
    growth = grown(found)
    before = image(growth)
    entries = [entry for each in growth.read.values() for entry in each]
    lines = list(_judgements(entries, times, random))
    growth.judge(*lines)
    growth.settle()
    growth.judge(*(Withdrawal(line.id, at="2025-01-02") for line in lines))
    return image(growth) == before


def _judgements(entries: list, times: int, random: Random) -> Iterator[Judgement]:  # type: ignore[type-arg]
    for n in range(times):
        a, b = (pointer(entry) for entry in random.sample(entries, 2))
        if n % 2:
            yield Judgement("same" if n % 4 == 1 else "not-same", a, b, at="2025-01-01")
        else:
            yield Judgement("drop", a, at="2025-01-01")


def killed(found: list[Reading], times: int, random: Random) -> bool:
    """Killed with SIGKILL so often while it stores them: nothing lost, nothing doubled; each
    value re-read; and what is kept beside the store is what a rebuild gives."""
    with TemporaryDirectory() as folder:
        where = f"{folder}/a.sqlite"
        done = 0
        for _ in range(times):
            child = os.fork()
            if child == 0:
                _store(where, found[done:])
            time.sleep(random.uniform(0.0, 2 * len(found) * 0.004 / times))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            with Store(where, make=True) as store, known(store):
                done = len(store.ids())
        with Store(where, make=True) as store:
            for reading in found:
                store.add(reading)
            whole = len(store.ids()) == len({r.article.id for r in found})
            sound = not any(differences(store))
            with known(store) as told:
                same = image(told.growth) == image(grown(store.readings()))
    return whole and sound and same


def _store(where: str, todo: list[Reading]) -> None:
    with Store(where, make=True) as store:
        for reading in todo:
            store.add(reading)
    os._exit(0)


def main(arguments: list[str]) -> int:
    """Prints a line for each stream and property; 1 where one does not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("streams", nargs="*", choices=[*STREAMS, []], default=[])
    parser.add_argument("-n", type=int, default=100)
    asked = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    broken = 0
    for stream in asked.streams or STREAMS:
        try:
            found = list(readings(stream))
        except Absent as absent:
            print(f"{stream}: skipped, {absent}")
            continue
        accounts = sum(len(reading.accounts) for reading in found)
        print(f"{stream}: {len(found)} articles, {accounts} accounts", flush=True)
        for check in (any_order, in_parts, withdrawn, killed):
            start = time.perf_counter()
            held = check(found, asked.n, Random(11))
            seconds = time.perf_counter() - start
            print(
                f"  {check.__name__}: {'holds' if held else 'BROKEN'} ({seconds:.0f} s)", flush=True
            )
            broken += not held
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
