"""The scripts of `eval` import each other by name: their folder is on the path."""

from __future__ import annotations

import sys
from pathlib import Path

EVAL = str(Path(__file__).parents[2] / "eval")
if EVAL not in sys.path:
    sys.path.insert(0, EVAL)
