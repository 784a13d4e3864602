"""The gates as `make eval` runs them, on every twelfth document: nothing breaks, nothing falls.

The documentation is what the last `--update` measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GATE = ROOT / "eval" / "gate.py"


def test_a_quick_run_of_all_gates() -> None:
    run = subprocess.run(
        [sys.executable, str(GATE), "--quick"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_accuracy_md_is_made_of_the_last_figures(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(GATE.parent)!r}); "
        "import gate, floors, page; print(page.markdown(floors.kept_of(gate.LAST)), end='')"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8") == made.stdout


def test_every_figure_of_ours_has_a_floor() -> None:
    pinned = json.loads((ROOT / "eval" / "floors.json").read_text(encoding="utf-8"))["full"]
    last = json.loads((ROOT / "eval" / "last.json").read_text(encoding="utf-8"))
    ours = {
        f"{f['gate']}/{f['lang']}/{f['field']}"
        for gate in last
        for f in gate["figures"]
        if f["system"] == "elshi"
    }
    assert ours == set(pinned["values"])
