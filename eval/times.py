"""Times read right, by language and phenomenon, beside dateparser on the same sentences.

    python eval/times.py            the table
    python eval/times.py --errors   and every row that is wrong

Right: the words are found exactly and come to the expected EDTF; a sentence that tells no date
gives none. dateparser is asked only for the day (or month, year) that its answer has beside the
expected precision, wherever in the sentence it finds it: ranges, seasons and bounds it cannot say.
"""

from __future__ import annotations

import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from elshi.when import precision, times_in_text

TABLES = Path(__file__).parent / "times"
CODES = ("ru", "kk", "en")
LENGTHS = {"day": 10, "month": 7, "year": 4}


class Row(NamedTuple):
    """A sentence, its publishing day, and what the words in it should come to."""

    sentence: str
    published: str
    tense: str
    words: str
    edtf: str
    basis: str
    phenomenon: str


class Tally(NamedTuple):
    """One phenomenon in one language: rows, read right by us, by the baseline."""

    rows: int
    ours: int
    baseline: int


def rows(code: str) -> list[Row]:
    """The table of a language."""
    lines = (TABLES / f"{code}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def ours(code: str, row: Row) -> bool:
    """Whether our grammar reads the row right."""
    published = date.fromisoformat(row.published) if row.published else None
    found = times_in_text(
        import_module(f"elshi.lang.{code}.times").times(row.sentence),
        published=published,
        tense=lambda span: row.tense or None,
    )
    read = [(when.span.of(row.sentence), when.edtf, when.basis) for when in found if when.span]
    return (row.words, row.edtf, row.basis) in read if row.words else not read


def baseline(code: str, row: Row) -> bool:
    """Whether dateparser finds the date, with the publishing day and the tense as its hints."""
    found = _dateparser(code, row)
    if not row.words:
        return not found
    length = LENGTHS.get(precision(row.edtf))
    return length is not None and any(day.isoformat()[:length] == row.edtf for day in found)


def _dateparser(code: str, row: Row) -> list[date]:
    from dateparser.search import search_dates

    anchor = date.fromisoformat(row.published) if row.published else date(2024, 3, 28)
    settings = {
        "RELATIVE_BASE": datetime.combine(anchor, time(12)),
        "PREFER_DATES_FROM": row.tense or "current_period",
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = search_dates(row.sentence, languages=[code], settings=settings)
        except ValueError:  # a language that it does not know
            return []
    return [moment.date() for _, moment in found or []]


def tallies(code: str) -> Iterator[tuple[str, Tally]]:
    """Each phenomenon of a language with its counts."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows(code):
        groups[row.phenomenon].append(row)
    for phenomenon, group in groups.items():
        right = sum(ours(code, row) for row in group), sum(baseline(code, row) for row in group)
        yield phenomenon, Tally(len(group), *right)


def report(code: str) -> Iterator[str]:
    """The lines of one language's table."""
    yield f"{code:34} rows  elshi  dateparser"
    total = Tally(0, 0, 0)
    for phenomenon, tally in tallies(code):
        total = Tally(*(a + b for a, b in zip(total, tally, strict=True)))
        yield _line("  " + phenomenon, tally)
    yield _line("  all", total)


def _line(name: str, tally: Tally) -> str:
    shares = tally.ours / tally.rows, tally.baseline / tally.rows
    return f"{name:34} {tally.rows:4}  {shares[0]:5.3f}  {shares[1]:10.3f}"


def errors(code: str) -> Iterator[str]:
    """Every row that our grammar reads wrong."""
    for row in rows(code):
        if not ours(code, row):
            yield f"{code}\t{row.phenomenon}\t{row.sentence}\t{row.words}\t{row.edtf}"


def main() -> None:
    """Print the tables, and with --errors what is wrong."""
    for code in CODES:
        lines = [*report(code), *(errors(code) if "--errors" in sys.argv else ())]
        sys.stdout.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main()
