"""Whether a Russian text can tell of a contact at all: a look at how its words begin.

Measured on 2,500 posts of a general news stream: 11 % go through, and with them all those of
which a contact is read (`python bench/speed.py` measures it again).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from elshi.ontology.tables import rows


def triage(text: str) -> bool:
    """Whether words tell of an event and of somebody who acts for a state, or of a journey."""
    if _stems("event").search(text) is None:
        return False
    return any(_stems(kind).search(text) for kind in ("actor", "journey"))


@cache
def _stems(kind: str) -> re.Pattern[str]:
    table = rows(files(__package__) / "triage.tsv", "kind", "stem")
    stems = (stem.replace("|", r"(?![а-яё])") for of, stem in table if of == kind)
    return re.compile(rf"(?<![а-яё])(?:{'|'.join(stems)})", re.IGNORECASE)
