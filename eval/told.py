"""What a text that is given to the reader tells of what its title says, by fixed rules.

A release of kremlin.ru tells some things in its title only. What the text does not tell cannot be
read from it, and is counted in rows of its own («…, not told»):
- the counterpart is told where the last word of the name stands in the text (the state's name,
  where the title names nobody);
- the side is told where a form of its state stands there;
- the kind is told where a word for it stands there, or where it is a transcript in which the
  counterpart speaks: «they discussed» alone tells neither a call nor a meeting;
- the post is told where all its words stand there; of a text alone, where they stand as a post:
  beside the state or before the surname.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from elshi.ontology.tables import rows as table
from elshi.text import fold

LANG = Path(__file__).parent.parent / "src" / "elshi" / "lang"
LITTLE = frozenset({"of", "the", "республика", "republic", "государство", "state"})
KINDS = {
    "call": r"telephone|by phone|phone call|video ?conferenc|video ?link|телефон|видео",
    "message": r"message|congratulat|greetings|condolence|letter|telegram|поздрав|послани|телегр",
    "meeting": r"\bmet\b|\bmeet(?:s|ing)?\b|\btalks\b|negotiations|встреч|встрет|переговор|принял",
    "conference": r"summit|meeting|session|forum|саммит|заседани|форум",
    "credentials": r"credence|credentials|верительн",
    "visit": r"visit|визит|посети",
}


class Asked(NamedTuple):
    """A title's contact, as far as it matters here; `-` is not said."""

    lang: str
    kind: str
    side: str
    name: str
    post: str


def named(row: Asked, text: str, *, alone: bool) -> bool:
    """Whether the counterpart is named; the words of a letter alone do not say whose it is."""
    if row.name != "-":
        return _surname(row)[:5] in fold(text)
    letter = alone and row.kind == "message"
    return row.side == "-" or (side_told(row, text) and not letter)


def side_told(row: Asked, text: str) -> bool:
    """Whether any form of the counterpart's state stands in the text; of a body, always asked."""
    known = forms(row.lang, row.side)
    return not known or any(form in fold(text) for form in known)


def _surname(row: Asked) -> str:
    """The last word of a name that is no number: «Felipe VI», «Ли Хи Ён»."""
    words = fold(row.name).split()
    return next((word for word in reversed(words) if len(word) > 2), words[-1])


def kind_told(row: Asked, text: str) -> bool:
    """Whether a word says which kind of contact it was, or its transcript does."""
    if re.search(KINDS[row.kind], fold(text)):
        return True
    surname = fold(row.name).rsplit(" ", 1)[-1]
    return row.kind == "meeting" and bool(
        re.search(rf"{re.escape(surname)}[^.:]{{0,20}}:", fold(text))
    )


def post_told(row: Asked, text: str, *, alone: bool) -> bool:
    """Whether the words of the post stand in the text; `alone`: as a post of the counterpart."""
    words = [w for w in re.findall(r"[\w-]+", fold(row.post)) if w not in _small(row)]
    whole = fold(text)
    if not alone:
        return all(word[: max(4, len(word) - 2)] in whole for word in words)
    post = r"\s(?:and )?".join(map(re.escape, words))
    state = "|".join(sorted(map(re.escape, forms(row.lang, row.side)), key=len, reverse=True))
    surname = re.escape(_surname(row)) if row.name != "-" else "-"
    of_state = rf"{post} (?:of )?(?:the )?(?:{state})|(?:{state}) {post}"
    beside = rf"{of_state}|{post}(?: [\w-]+){{0,3}} {surname}"
    return bool(re.search(beside, whole))


@cache
def forms(lang: str, side: str) -> frozenset[str]:
    """Every form of a state, in small letters."""
    path = LANG / lang / "states.tsv"
    return frozenset(
        fold(form) for code, _, form in table(path, "code", "kind", "form") if code == side
    )


@cache
def _small(row: Asked) -> frozenset[str]:
    """Words of a post that only say whose it is."""
    return LITTLE | {
        word for form in forms(row.lang, row.side) for word in re.findall(r"[\w-]+", form)
    }
