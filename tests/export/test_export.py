"""Exports: what other programs open, safely."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.export import TABLES, csv_text, folder, jsonl
from elshi.record_json import loads
from samples import all_readings, talks_reading


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(TABLES[name](all_readings())))))


def test_one_row_an_account() -> None:
    talks = next(row for row in table("accounts") if row["when"] == "2023-02-28")
    assert talks["kind"] == "meeting"
    assert talks["participants"] == "Мухтар Тлеуберди; Энтони Блинкен"
    assert talks["sides"] == "KZ; US"
    assert (talks["earliest"], talks["latest"]) == ("2023-02-28", "2023-02-28")
    assert talks["agenda"] == "торговлю и инвестиции"


def test_a_month_has_its_first_and_last_day() -> None:
    visit = next(row for row in table("accounts") if row["when"] == "2023-02")
    assert (visit["earliest"], visit["latest"]) == ("2023-02-01", "2023-02-28")
    assert visit["role"] == "recalled"


def test_one_row_a_participant() -> None:
    rows = [row for row in table("participants") if row["article"] == talks_reading().article.id]
    assert [(row["place"], row["name"], row["side"], row["side_basis"]) for row in rows] == [
        ("1", "Мухтар Тлеуберди", "KZ", "inferred"),
        ("2", "Энтони Блинкен", "US", "stated"),
    ]


def test_statements_and_tenures() -> None:
    assert [row["speaker"] for row in table("statements")] == ["Энтони Блинкен", ""]
    assert [row["person"] for row in table("tenures")] == ["Мухтар Тлеуберди"]


def test_tables_join_by_article_and_account() -> None:
    articles = {row["article"] for row in table("articles")}
    accounts = {row["account"] for row in table("accounts")}
    assert len(articles) == 4
    assert all(row["article"] in articles for name in TABLES for row in table(name))
    assert {row["account"] for row in table("participants")} == accounts


def test_json_lines_can_be_read_back() -> None:
    assert [loads(line) for line in jsonl(all_readings())] == all_readings()


@pytest.mark.parametrize("cell", ["=1+1", "+7 7172", "-", "@SUM(A1)", "\t=1", "\n=1"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert next(csv.reader(io.StringIO(csv_text([[cell]]), newline=""))) == [f"'{cell}"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")), min_size=2))
def test_cells_come_back_as_they_were(cells: list[str]) -> None:
    row = next(csv.reader(io.StringIO(csv_text([cells]), newline="")))
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]


def test_a_folder_of_tables_and_an_archive_hold_the_same(tmp_path: Path) -> None:
    folder(all_readings(), tmp_path / "tables")
    folder(all_readings(), tmp_path / "tables.zip")
    names = sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert names == sorted(f"{name}.csv" for name in TABLES)
    with ZipFile(tmp_path / "tables.zip") as archive:
        for name in names:
            assert archive.read(name) == (tmp_path / "tables" / name).read_bytes()


def test_the_same_readings_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        folder(all_readings(), tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_an_article_with_nothing_read_has_its_row_only() -> None:
    bare = replace(talks_reading(), accounts=(), statements=(), tenures=())
    assert [len(list(rows([bare]))) - 1 for rows in TABLES.values()] == [1, 0, 0, 0, 0]
