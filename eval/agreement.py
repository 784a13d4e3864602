"""Agreement of our two passes of annotation, by language and field, before they were adjudicated.

`python eval/agreement.py [LANG…] [-v]`. The passes are kept as they were made, the first in
`gold/first`, the second, blind one in `gold/second`; with -v each disagreement is printed. `--now`
sets the second pass beside today's gold instead: what is left is what was settled against it, and
what was changed in the texts since.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from compare import Gold, Score, compare
from elshi.records import (
    Account,
    Article,
    Participant,
    Place,
    Reading,
    Statement,
    Value,
    When,
)

ROOT = Path(__file__).parent.parent
FIRST = (ROOT / "eval" / "gold" / "first",)
SECOND = ROOT / "eval" / "gold" / "second"
TODAY = (ROOT / "demo" / "reports", ROOT / "eval" / "gold" / "reports")
FIELDS = [
    "contacts",
    "status",
    "role",
    "when",
    "country",
    "city",
    "participants",
    "posts",
    "sides",
    "spheres",
    "quotations",
    "statements",
]


def main() -> None:
    """Prints a line a field: F1 of the passes, and how much of it was counted."""
    asked = [a for a in sys.argv[1:] if not a.startswith("-")] or ["ru", "kk", "en"]
    folders = TODAY if "--now" in sys.argv else FIRST
    scores = {lang: agreement(lang, folders) for lang in asked}
    print("field", *asked, "all", "agreed/second/first", sep="\t")
    for field in FIELDS:
        print(_line(field, list(scores.values())))
    if "-v" in sys.argv:
        print("\n".join(error for score in scores.values() for error in score.errors))


def agreement(lang: str, folders: tuple[Path, ...]) -> Score:
    """All texts of one language that were annotated twice, the second pass as the reading."""
    score = Score()
    for name, second, first in _twice(lang, folders):
        compare(as_reading(second), first, score, name)
    return score


def _twice(lang: str, folders: tuple[Path, ...]) -> Iterator[tuple[str, Gold, Gold]]:
    for path in sorted(SECOND.glob(f"*.{lang}.json")):
        other = next(f / path.name for f in folders if (f / path.name).exists())
        yield path.stem, _gold(path), _gold(other)


def _gold(path: Path) -> Gold:
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


def _line(field: str, scores: list[Score]) -> str:
    right = sum(score.right[field] for score in scores)
    found = sum(score.found[field] for score in scores)
    gold = sum(score.gold[field] for score in scores)
    whole = 2 * right / (found + gold) if found + gold else 1.0
    values = [*(score.f1(field) for score in scores), whole]
    shown = "\t".join(f"{value:.3f}" for value in values)
    return f"{field}\t{shown}\t{right}/{found}/{gold}"


def as_reading(gold: Gold) -> Reading:
    """A record written by hand, in the shape of a reading."""
    article = Article(id="", text="", lang=gold["lang"])
    accounts = tuple(map(_account, gold["accounts"]))
    return Reading("", article, accounts=accounts, statements=tuple(map(_said, gold["statements"])))


def _account(gold: Gold) -> Account:
    return Account(
        id="",
        kind=_value(gold["kind"]),
        status=_value(gold["status"]),
        role=_value(gold["role"]),
        when=When(gold["when"], gold["when_basis"], None, "gold") if gold["when"] else None,
        place=Place(_known(gold["city"]), _known(gold["country"])),
        participants=tuple(map(_participant, gold["participants"])),
        spheres=tuple(map(_value, gold["spheres"])),
    )


def _participant(gold: Gold) -> Participant:
    return Participant(
        name=_value(gold["name"]),
        kind=gold["kind"],
        post=_known(gold["post"]),
        institution=_known(gold["institution"]),
        side=_known(gold["side"]),
        level=gold["level"],
    )


def _said(gold: Gold) -> Statement:
    name = gold["speaker"]
    return Statement(
        id="",
        kind=gold["kind"],
        act=gold["act"],
        text=_value(gold["text"] or ""),
        speaker=Participant(_value(name), "person") if name else None,
    )


def _value(value: str) -> Value:
    return Value(value, None, "gold", "given")


def _known(value: str | None) -> Value | None:
    return _value(value) if value is not None else None


if __name__ == "__main__":
    main()
