"""Where the corpora are, and how a text of one becomes a reading.

They are looked for in ELSHI_DATA, by default in shared/data beside the project. None of them is in
the repository; a gate whose corpus is not found is skipped and says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from elshi.extract import article
from elshi.pipeline import read
from elshi.records import Capture, Reading
from figures import Absent

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("ELSHI_DATA", ROOT / "../shared/data"))


def corpus(name: str) -> Path:
    """A file or folder of the corpora. Raises Absent where it is not."""
    path = DATA / name
    if not path.exists():
        raise Absent(f"no {name} in {DATA}; set ELSHI_DATA to the folder of the corpora")
    return path


def json_lines(name: str) -> list[dict[str, Any]]:
    """The records of a corpus in JSON Lines."""
    lines = corpus(name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def reading(text: str, given: Sequence[tuple[str, str]], *, whole: bool = False) -> Reading:
    """What Elshi reads in a text, with the fields that the corpus gives beside it."""
    return read(article(Capture("corpus", text, "text", tuple(given))), whole=whole)
