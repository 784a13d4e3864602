"""Times in every language: what `eval/times/<code>.tsv` says of a phrase is what is read.

В минувшую пятницу стороны подписали план.        published 2024-03-28
  TIME─────────────                               2024-03-22, relative
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from elshi.when import times_in_text

TABLES = Path(__file__).parents[1] / "eval" / "times"
CODES = ("ru", "kk", "en")


class Row(NamedTuple):
    sentence: str
    published: str
    tense: str
    words: str
    edtf: str
    basis: str
    phenomenon: str


def rows(code: str) -> list[Row]:
    lines = (TABLES / f"{code}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def told(code: str, row: Row) -> list[tuple[str, str, str]]:
    times = import_module(f"elshi.lang.{code}.times").times
    published = date.fromisoformat(row.published) if row.published else None
    found = times_in_text(
        times(row.sentence), published=published, tense=lambda span: row.tense or None
    )
    return [(when.span.of(row.sentence), when.edtf, when.basis) for when in found]


CASES = [
    pytest.param(code, row, id=f"{code}: {row.phenomenon}: {row.words or row.sentence}")
    for code in CODES
    for row in rows(code)
]


@pytest.mark.parametrize(("code", "row"), CASES)
def test_time(code: str, row: Row) -> None:
    found = told(code, row)
    if row.words:
        assert (row.words, row.edtf, row.basis) in found
    else:
        assert found == []


@pytest.mark.parametrize("code", CODES)
def test_table_is_large_and_its_quotes_stand_in_the_sentence(code: str) -> None:
    table = rows(code)
    assert len(table) >= 150
    assert [row for row in table if row.words not in row.sentence] == []


@pytest.mark.parametrize("code", CODES)
def test_a_form_stands_in_the_table_once(code: str) -> None:
    table = Path(import_module(f"elshi.lang.{code}.times").__file__).with_name("times.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    forms = [
        (form, kind)
        for kind, _, words in (line.split("\t") for line in lines if line[0] != "#")
        for form in words.split()
    ]
    once = {form for form, _ in forms}
    assert len(forms) == len(once), sorted(pair for pair in forms if pair[0] in doubled(forms))


def doubled(forms: list[tuple[str, str]]) -> set[str]:
    seen: set[str] = set()
    return {form for form, _ in forms if form in seen or seen.add(form)}
