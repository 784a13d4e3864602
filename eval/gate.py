"""All gates of accuracy on one page, and whether a figure has fallen.

python eval/gate.py                      measure, print the page, fail on a fall
python eval/gate.py --only reports       some gates only (may be repeated)
python eval/gate.py --quick              a subset in half a minute
python eval/gate.py --update             raise the floors to what was measured
python eval/gate.py --update --allow-regression "why"
python eval/gate.py --write-docs         docs/accuracy.md from the last --update
python eval/gate.py errors kremlin       the ten worst errors of a gate (-n 50: fifty)
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import argparse  # noqa: E402 - numpy must not be imported before the threads are set
import sys  # noqa: E402
import time  # noqa: E402
import warnings  # noqa: E402
from concurrent.futures import ProcessPoolExecutor  # noqa: E402
from importlib import import_module  # noqa: E402
from pathlib import Path  # noqa: E402
from types import ModuleType  # noqa: E402

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

import floors  # noqa: E402
import page  # noqa: E402
from figures import Absent, Measured, digest  # noqa: E402
from gates import GATES  # noqa: E402

FLOORS = HERE / "floors.json"
LAST = HERE / "last.json"
DOCS = HERE.parent / "docs" / "accuracy.md"
EVERY = 12
"""A quick run takes every twelfth document."""
QUICK_SLACK = 0.2
"""A quick run is an alarm, no measure: it has nine contacts a language."""
PROCESSES = 2


def module(name: str) -> ModuleType:
    """The module of a gate."""
    return import_module(f"gates.{name}")


def measure(name: str, every: int = 1) -> Measured:
    """One gate, or why it is skipped."""
    warnings.simplefilter("ignore")
    start = time.perf_counter()
    try:
        found = tuple(module(name).gate(every))
        gold = digest(module(name).files())
    except Absent as absent:
        return Measured(name, skipped=f"skipped: {absent}")
    except Exception as error:  # one broken gate must not hide the figures of the others
        return Measured(name, broken=f"BROKEN: {type(error).__name__}: {error}")
    return Measured(name, found, gold, seconds=time.perf_counter() - start)


def measured(names: list[str], every: int) -> list[Measured]:
    """The gates in the order of the page, in a pool that starts with the longest."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(measure, names, [every] * len(names)))


def errors(name: str, count: int) -> list[str]:
    """The worst errors of a gate."""
    try:
        found: list[str] = module(name).errors()
    except Absent as absent:
        return [f"{name} skipped: {absent}"]
    return found[:count]


def main(arguments: list[str]) -> int:
    """Runs the command line; 0 where nothing has fallen."""
    asked = _parser().parse_args(arguments)
    if asked.what == "errors":
        print(*errors(asked.gate, asked.n), sep="\n")
        return 0
    if asked.write_docs and not asked.update:
        return _write_docs()
    run, every = (floors.QUICK, EVERY) if asked.quick else (floors.FULL, 1)
    found = measured([name for name in GATES if name in (asked.only or GATES)], every)
    print(*page.text(found), sep="\n")
    if asked.update:
        return _update(run, found, asked)
    fallen = floors.falls(
        floors.load(FLOORS, run), found, QUICK_SLACK if asked.quick else floors.SLACK
    )
    broken = [f"{gate.gate} {gate.broken}" for gate in found if gate.broken]
    print(*(f"FELL {fall}" for fall in fallen), *broken, sep="\n")
    return 1 if fallen or broken else 0


def _update(run: str, found: list[Measured], asked: argparse.Namespace) -> int:
    try:
        floors.save(
            FLOORS, run, floors.raised(floors.load(FLOORS, run), found, asked.allow_regression)
        )
    except floors.Refused as refused:
        print(f"not lowered; give --allow-regression REASON:\n{refused}")
        return 1
    if run == floors.FULL:
        floors.keep(LAST, found)
    return _write_docs() if asked.write_docs else 0


def _write_docs() -> int:
    DOCS.write_text(page.markdown(floors.kept_of(LAST)), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("what", nargs="?", choices=("errors",))
    parser.add_argument("gate", nargs="?", choices=GATES)
    parser.add_argument("-n", type=int, default=10)
    parser.add_argument("--only", action="append", choices=GATES)
    for flag in ("--quick", "--update", "--write-docs"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--allow-regression", metavar="REASON", default="")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
