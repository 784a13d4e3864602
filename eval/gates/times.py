"""Gate: time expressions, our own table in each language, dateparser on the same sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import times as table
from figures import Figure, share

NAME = "times"


def files() -> Iterator[Path]:
    """The gold of this gate."""
    return table.TABLES.glob("*.tsv")


def gate(every: int = 1) -> list[Figure]:
    """The share of sentences read right, and dateparser's; the quick look leaves dateparser out."""
    return [figure for lang in table.CODES for figure in _figures(lang, every)]


def errors(every: int = 1) -> list[str]:
    """Every row that is read wrong."""
    return [
        f"{lang}\t{row.phenomenon}\t{row.sentence}\t{row.words}\t{row.edtf}"
        for lang in table.CODES
        for row, right in _ours(lang, every)
        if not right
    ]


def _figures(lang: str, every: int) -> Iterator[Figure]:
    made = _ours(lang, every)
    yield share(NAME, lang, "times", (sum(right for _, right in made), len(made)))
    if every == 1:
        theirs = sum(table.baseline(lang, row) for row, _ in made)
        yield share(NAME, lang, "times", (theirs, len(made)), "dateparser")


@cache
def _ours(lang: str, every: int) -> list[tuple[table.Row, bool]]:
    return [(row, table.ours(lang, row)) for row in table.rows(lang)[::every]]
