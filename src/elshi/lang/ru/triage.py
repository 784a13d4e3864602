"""Whether a Russian text can tell of a contact at all: a look at how its words begin.

`python bench/speed.py` measures what goes through, and what of the contacts is lost by it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from elshi.ontology.tables import rows

MEN = 2
"""Different men named in full who may meet without a word of what they are."""
_MAN = re.compile(r"(?<![А-ЯЁа-яё])[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ][а-яё]{2,}")


def triage(text: str) -> bool:
    """Whether words tell of an event, and of somebody who acts for a state, a journey, two men."""
    if _stems("event").search(text) is None:
        return False
    if any(_stems(kind).search(text) for kind in ("actor", "journey")):
        return True
    return len({man[:8] for man in _MAN.findall(text)}) >= MEN


@cache
def _stems(kind: str) -> re.Pattern[str]:
    table = rows(files(__package__) / "triage.tsv", "kind", "stem")
    stems = (stem.replace("|", r"(?![а-яё])") for of, stem in table if of == kind)
    return re.compile(rf"(?<![а-яё])(?:{'|'.join(stems)})", re.IGNORECASE)
