"""Posts on NEREL: spans of PROFESSION, and who works as what (WORKS_AS).

    ELSHI_DATA=… python eval/nerel.py [--errors] [train|dev]

A profession counts as found where a post of ours overlaps it; a pair where post and holder do.
Professions nested in a longer one («президент» in «советник президента») count with it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import offices
from elshi.records import Mention, Span

DATA = Path(os.environ.get("ELSHI_DATA", Path(__file__).parents[1] / "../shared/data"))


@dataclass(frozen=True, slots=True)
class Gold:
    """Professions of a document, and its pairs of a person and a profession."""

    professions: tuple[Span, ...]
    pairs: tuple[tuple[Span, Span], ...]


def gold(path: Path) -> Gold:
    """The answers of a document in BRAT's format."""
    lines = path.read_text(encoding="utf-8").splitlines()
    entities = dict(_entities(lines))
    professions = [span for kind, span in entities.values() if kind == "PROFESSION"]
    outer = [p for p in professions if not any(q != p and q.covers(p) for q in professions)]
    pairs = [
        (entities[one][1], entities[other][1])
        for one, other in _relations(lines, "WORKS_AS")
        if one in entities and other in entities
    ]
    return Gold(tuple(outer), tuple(pairs))


def _entities(lines: Sequence[str]) -> Iterator[tuple[str, tuple[str, Span]]]:
    for line in lines:
        if line.startswith("T"):
            name, told, _ = line.split("\t", 2)
            kind, *places = told.replace(";", " ").split()
            yield name, (kind, Span(int(places[0]), int(places[-1])))


def _relations(lines: Sequence[str], kind: str) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = line.split()
        if line.startswith("R") and cells[1] == kind:
            yield cells[2].split(":")[1], cells[3].split(":")[1]


def ours(text: str) -> list[Mention]:
    """The posts that Elshi reads, each of one man's apart."""
    return offices.posts(text)


def main(arguments: Sequence[str]) -> None:
    """Prints recall and precision of professions and of pairs."""
    part = "train" if "train" in arguments else "dev"
    folder = DATA / "nerel" / part
    if not folder.is_dir():
        sys.exit(f"no NEREL at {folder}: set ELSHI_DATA to the folder of the corpora")
    counts = [0] * 8
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        answers, posts = gold(path), ours(text)
        held = [post for post in posts if post.holder is not None]
        missed = [p for p in answers.professions if not any(p.overlaps(m.span) for m in posts)]
        lost = [pair for pair in answers.pairs if not any(_same(post, pair) for post in held)]
        wrong = [m for m in posts if not any(p.overlaps(m.span) for p in answers.professions)]
        extra = [post for post in held if not any(_same(post, pair) for pair in answers.pairs)]
        found = (answers.professions, missed, posts, wrong, answers.pairs, lost, held, extra)
        counts = [total + len(part) for total, part in zip(counts, found, strict=True)]
        if "--errors" in arguments:
            _show(path.stem, text, (missed, wrong, lost, extra))
    _report("PROFESSION", counts[:4])
    _report("WORKS_AS", counts[4:])


def _same(post: Mention, pair: tuple[Span, Span]) -> bool:
    return post.holder is not None and post.holder.overlaps(pair[0]) and post.span.overlaps(pair[1])


def _report(name: str, counts: Sequence[int]) -> None:
    answers, missed, found, wrong = counts
    recall, precision = 1 - missed / max(answers, 1), 1 - wrong / max(found, 1)
    f1 = 2 * recall * precision / max(recall + precision, 1e-9)
    print(f"{name:11} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({found}, {answers})")


def _show(
    name: str,
    text: str,
    errors: tuple[list[Span], list[Mention], list[tuple[Span, Span]], list[Mention]],
) -> None:
    missed, wrong, lost, extra = errors
    lines = [f"  - {span.of(text)}" for span in missed]
    lines += [f"  + {post.value}" for post in wrong]
    lines += [f"  -- {who.of(text)} | {what.of(text)}" for who, what in lost]
    lines += [f"  ++ {post.holder.of(text)} | {post.value}" for post in extra if post.holder]
    print(name, *lines, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
