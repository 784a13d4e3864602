"""Gate: our own reports, in full records; demo and gold together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from alike import alike, reading, told_in_all
from compare import Score, compare, reports
from corpora import ROOT
from figures import Figure, of_score, share

NAME = "reports"
FOLDERS = (ROOT / "demo" / "reports", ROOT / "eval" / "gold" / "reports")
LANGS = ("ru", "kk", "en")
FIELDS = (
    "contacts", "participants", "posts", "sides", "when", "country", "city", "status", "role",
    "spheres", "statements", "quotations",
)  # fmt: skip


def files() -> Iterator[Path]:
    """The gold of this gate."""
    for folder in FOLDERS:
        yield from folder.glob("*.json")
        yield from folder.glob("*.txt")


def gate(every: int = 1) -> list[Figure]:
    """Contacts, their fields and statements, by language; `every` n-th report only."""
    return [*(figure for lang in LANGS for figure in _figures(lang, every)), _alike(every)]


def errors(every: int = 1) -> list[str]:
    """Each disagreement, the gravest first: contacts, then fields."""
    told = [f"{lang}\t{line}" for lang in LANGS for line in _score(lang, every)[0].errors]
    return sorted(told, key=lambda line: FIELDS.index(line.split("\t")[1]))


def _figures(lang: str, every: int) -> Iterator[Figure]:
    score, whole, contacts = _score(lang, every)
    yield from of_score(score, NAME, lang, FIELDS)
    yield share(NAME, lang, "complete", (whole, contacts))


def _alike(every: int) -> Figure:
    """Of the contacts of our reports in three languages: those read as one record in all three."""
    told = [paths for folder in FOLDERS for paths in told_in_all(folder).values()][::every]
    gold = [json.loads(paths["en"].with_suffix(".json").read_text("utf-8")) for paths in told]
    contacts = sum(len(record["accounts"]) for record in gold)
    return share(NAME, "all", "alike in three languages", (sum(map(alike, told)), contacts))


@cache
def _score(lang: str, every: int) -> tuple[Score, int, int]:
    """All reports of a language, and how many of the contacts in them were read whole."""
    score, whole = Score(), 0
    found = [pair for folder in FOLDERS for pair in reports(folder, lang)][::every]
    for path, gold in found:
        own = Score()
        compare(reading(path), gold, own, path.stem)
        whole += own.gold["contacts"] - _flawed(own)
        for mine, all_of_them in (
            (own.right, score.right), (own.found, score.found), (own.gold, score.gold),
        ):  # fmt: skip
            all_of_them.update(mine)
        score.errors += own.errors
    return score, whole, score.gold["contacts"]


def _flawed(own: Score) -> int:
    """Contacts of a report that were missed, or read with a wrong status, who, side, day, land."""
    needed = {"status", "participants", "sides", "when", "country"}
    lines = [line.split("\t") for line in own.errors]
    missed = sum(line[0] == "contacts" and line[2].startswith("missing") for line in lines)
    return missed + len({line[1] for line in lines if line[0] in needed})
