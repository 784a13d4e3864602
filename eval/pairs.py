"""Pairs of accounts of one stream: is it one contact? By hand, and by the chronicle.

Labels (`eval/gold/pairs/STREAM.tsv`) name items by number and mean an account by kind and sides.
Those of our own reports follow from their records: the same contact of a slug in two languages is
one, two contacts of a slug are two.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from compare import matched
from corpora import ROOT
from elshi.chronicle import Entry, Growth, grown
from elshi.chronicle.block import family
from elshi.ontology.tables import rows
from elshi.records import Reading
from streams import FOLDERS, readings

GOLD = ROOT / "eval" / "gold" / "pairs"
COLUMNS = ("a", "a_kind", "a_sides", "b", "b_kind", "b_sides", "verdict")


@dataclass(frozen=True, slots=True)
class Told:
    """An account as a label means it: of which item, of which kind, between whom."""

    item: str
    kind: str
    sides: str

    def __str__(self) -> str:
        return f"{self.item} {self.kind} {self.sides}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A judged pair and what the chronicle makes of it; None where an account is not read."""

    name: str
    one: bool
    together: bool | None

    @property
    def what(self) -> str:
        """right, false (two told as one), missing (one told as two), apart, unread."""
        if self.together is None:
            return "unread"
        if self.one:
            return "right" if self.together else "missing"
        return "false" if self.together else "apart"


def labels(stream: str) -> Path:
    """The labels of a stream."""
    return GOLD / f"{stream}.tsv"


def answers(stream: str, every: int = 1) -> list[Answer]:
    """What the chronicle makes of every n-th judged pair of a stream."""
    return _of_reports(every) if stream == "reports" else _of_labels(stream, every)


def _of_labels(stream: str, every: int) -> list[Answer]:
    """All of the stream is read, not the judged items only: what is not named may mislead, too."""
    told = [
        (Told(*row[:3]), Told(*row[3:6]), row[6])
        for row in list(rows(labels(stream), *COLUMNS))[::every]
    ]
    named = {each.item for a, b, _ in told for each in (a, b)}
    found = list(readings(stream, named if every > 1 else None))
    growth, homes = _chronicle(found)
    items = {r.article.input_id or "": growth.read[r.article.id] for r in found}
    return [
        _answer(f"{a} | {b}", verdict == "same", [_meant(items, each) for each in (a, b)], homes)
        for a, b, verdict in told
    ]


def _chronicle(found: Sequence[Reading]) -> tuple[Growth, dict[str, str]]:
    """The contacts, and in which of them each account is."""
    growth = grown(found)
    return growth, {e.ref: c.id for c in growth.contacts() for e in c.accounts}


def _answer(name: str, one: bool, pair: Sequence[str], homes: dict[str, str]) -> Answer:
    """Where both labels find one and the same account, one of the two is not read."""
    a, b = pair
    known = a and b and a != b
    return Answer(name, one, homes[a] == homes[b] if known else None)


def _meant(items: dict[str, list[Entry]], told: Told) -> str:
    """The account of an item that a label means: of its family, with most of its sides.

    Of several the news before what is recalled, then the first.
    """
    wanted = set(told.sides.split())
    fits = [e for e in items.get(told.item, ()) if family(e.kind) == family(told.kind)]
    best = max(fits, key=lambda e: _likeness(e, told, wanted), default=None)
    known = best is not None and (_likeness(best, told, wanted)[0] or len(fits) == 1)
    return best.ref if best is not None and known else ""


def _likeness(entry: Entry, told: Told, wanted: set[str]) -> tuple[int, bool, bool, int]:
    shared = len(wanted & {*entry.sides, *entry.guessed})
    return shared, entry.kind == told.kind, entry.role == "main", -entry.start


def _of_reports(every: int) -> list[Answer]:
    """Every pair of contacts of one slug in two languages; of every n-th slug."""
    slugs: dict[str, dict[str, Path]] = {}
    for path in (path for folder in FOLDERS for path in sorted(folder.glob("*.json"))):
        slug, lang = path.stem.rsplit(".", 1)
        slugs.setdefault(slug, {})[lang] = path
    chosen = dict(sorted(slugs.items())[::every])
    named = {f"{slug}.{lang}" for slug, paths in chosen.items() for lang in paths}
    found = {r.article.input_id or "": r for r in readings("reports", named)}
    _, homes = _chronicle(list(found.values()))
    return [a for paths in chosen.values() for a in _of_slug(paths, found, homes)]


def _of_slug(
    paths: dict[str, Path], found: dict[str, Reading], homes: dict[str, str]
) -> Iterator[Answer]:
    """Contacts of one slug in two languages."""
    told = {lang: _recorded(path, found[path.stem]) for lang, path in sorted(paths.items())}
    for a, b in combinations(told, 2):
        for one, ref in told[a].items():
            for other, ref_too in told[b].items():
                name = f"{paths[a].stem} {one} | {paths[b].stem} {other}"
                yield _answer(name, one == other, (ref, ref_too), homes)


def _recorded(path: Path, reading: Reading) -> dict[str, str]:
    """The contacts of a record, named alike in all languages, and the accounts read of them."""
    gold = json.loads(path.read_text(encoding="utf-8"))["accounts"]
    pairs, _, _ = matched(reading.accounts, gold)
    read = {id(record): f"{reading.article.id}/{account.id}" for account, record in pairs}
    names, seen = {}, Counter[str]()
    for record in gold:
        sides = " ".join(sorted({p["side"] or "-" for p in record["participants"]}))
        name = f"{record['kind']} {record['status']} {record['when']} {sides}"
        seen[name] += 1
        names[f"{name} #{seen[name]}"] = read.get(id(record), "")
    return names
