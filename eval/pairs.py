"""Pairs of accounts judged by hand against the contacts that are made of the same posts.

    python eval/pairs.py [posts.jsonl]

`pairs.tsv` names posts by channel and number; the posts themselves are read from the development
data (ELSHI_DATA). A pair counts where both accounts were read; how many were is said first.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elshi.chronicle import Entry, Growth, grown
from elshi.chronicle.block import family
from elshi.cli.read import read_capture
from elshi.ontology.tables import rows
from elshi.records import Capture, Reading

HERE = Path(__file__).parent
DATA = Path(os.environ.get("ELSHI_DATA", HERE.parent.parent / "shared" / "data"))
POSTS = DATA / "telegram-ru" / "posts.jsonl"
COLUMNS = ("a", "a_kind", "a_sides", "b", "b_kind", "b_sides", "verdict")
FROM, TO = "2024-11-26", "2024-12-04"


@dataclass(frozen=True, slots=True)
class Figures:
    """Pairs that could be judged, and how the chronicle stands to them."""

    pairs: int
    read: int
    right: int
    """Judged the same, and told as one."""
    wrong: int
    """Judged two, and told as one."""
    missed: int
    """Judged the same, and told as two."""

    @property
    def precision(self) -> float:
        """Of the pairs told as one, those that are."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of the pairs that are one, those told so."""
        return self.right / max(self.right + self.missed, 1)


def readings(posts: Path) -> Iterator[Reading]:
    """The readings of all posts of the period: what is not named may mislead, too."""
    for line in posts.read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        name = f"{post['channel']}/{post['id']}"
        if FROM <= post["published"][:10] <= TO:
            given = (
                ("published", post["published"]), ("outlet", post["channel"]), ("lang", "ru"),
                ("id", name),
            )  # fmt: skip
            made = read_capture(Capture(name, post["text"], "text", given))
            if isinstance(made, Reading):
                yield made


def meant(found: list[Entry], kind: str, sides: str) -> Entry | None:
    """The account of a post that a label means: of its family, with most of its sides."""
    wanted = set(sides.split())
    fits = [e for e in found if family(e.kind) == family(kind)]
    shared = [(len(wanted & {*e.sides, *e.guessed}), e.kind == kind, e.ref, e) for e in fits]
    best = max(shared, default=None, key=lambda each: each[:3])
    return best[3] if best and (best[0] or len(fits) == 1) else None


def figures(growth: Growth, posts: dict[str, str], told: list[tuple[str, ...]]) -> Figures:
    """How the contacts stand to the labels."""
    home = {e.ref: c.id for c in growth.contacts() for e in c.accounts}
    counts = Counter[tuple[str, bool]]()
    for a, a_kind, a_sides, b, b_kind, b_sides, verdict in told:
        one = meant(growth.read.get(posts.get(a, ""), []), a_kind, a_sides)
        two = meant(growth.read.get(posts.get(b, ""), []), b_kind, b_sides)
        if one is not None and two is not None and one.ref != two.ref:
            together = home.get(one.ref) == home.get(two.ref)
            counts[verdict, together] += 1
            if together != (verdict == "same"):
                print(
                    f"{verdict}: {a} {a_kind} {a_sides} | {b} {b_kind} {b_sides}", file=sys.stderr
                )
    return Figures(
        len(told),
        sum(counts.values()),
        counts["same", True],
        counts["not", True],
        counts["same", False],
    )


def main(arguments: list[str]) -> int:
    """Prints the figures; they are skipped where the posts are not at hand."""
    path = Path(arguments[0]) if arguments else POSTS
    if not path.exists():
        print(f"pairs: skipped, no {path}: set ELSHI_DATA to the development data")
        return 0
    told = list(rows(HERE / "pairs.tsv", *COLUMNS))
    found = list(readings(path))
    posts = {r.article.input_id or "": r.article.id for r in found}
    made = figures(grown(found), posts, told)
    print(f"pairs: {made.pairs} labelled, of {made.read} both accounts were read")
    print(f"pairs: precision {made.precision:.3f}, recall {made.recall:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
