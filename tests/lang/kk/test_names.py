"""Kazakh names: where they stand, and in the nominative."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.lang.kk import parse

NAMES = (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", NAMES, ids=lambda r: r.split("\t")[0])
def test_names_in_the_nominative(row: str) -> None:
    _, text, expected = row.split("\t")
    assert [name.value for name in parse(text).names] == expected.split(";")


def test_a_name_does_not_go_on_in_the_next_line() -> None:
    text = "Астанаға Владимир Путин\nСтратегиялық серіктестік туралы"
    assert [name.value for name in parse(text).names] == ["Владимир Путин"]


def test_spans_are_the_words_of_the_text() -> None:
    text = "Елші Владимир Путинмен сөйлесті."
    assert [name.span.of(text) for name in parse(text).names] == ["Владимир Путинмен"]


@pytest.mark.parametrize(
    "text", ["Ақордада жиын өтті.", "Үкімет отырысы аяқталды.", "Мемлекет басшысы Астанаға оралды."]
)
def test_posts_and_houses_are_no_persons(text: str) -> None:
    assert parse(text).names == ()
