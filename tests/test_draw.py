"""Marks under a text: each stands under its own words, in any script and width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.draw import Mark, cells, draw, padded, visible, wrapped
from elshi.records import Span


def marks(text: str, *pairs: tuple[str, str]) -> list[Mark]:
    return [Mark(Span(text.index(w), text.index(w) + len(w)), (label,)) for w, label in pairs]


SENTENCE = "Министр Мурат Нуртлеу встретился с послом Дании"

DRAWN = [
    pytest.param(
        SENTENCE,
        [("Министр", "POST"), ("Мурат Нуртлеу", "PERSON"), ("встретился", "TRIGGER")],
        [
            "Министр Мурат Нуртлеу встретился с послом Дании",
            "POST─── PERSON─────── TRIGGER───",
        ],
        id="one line",
    ),
    pytest.param(
        SENTENCE,
        [("послом Дании", "POST"), ("Дании", "STATE")],
        [
            "Министр Мурат Нуртлеу встретился с послом Дании",
            "                                   POST────────",
            "                                          STATE",
        ],
        id="one in another",
    ),
    pytest.param(
        "США, РК",
        [("США", "STATE"), ("РК", "STATE")],
        ["США, РК", "STATE", "     STATE"],
        id="labels longer than their words do not run into each other",
    ),
    pytest.param(
        "Кітапта 李强 бар",
        [("李强", "ABCD"), ("бар", "EF")],
        ["Кітапта 李强 бар", "        ABCD EF─"],
        id="wide signs",
    ),
    pytest.param(
        "Сен\u0301ат\u00ad США сегодня",
        [("США", "US")],
        ["Сен\u0301ат США сегодня", "      US─"],
        id="accents and soft hyphens take no room",
    ),
]


@pytest.mark.parametrize(("text", "pairs", "expected"), DRAWN)
def test_drawing(text: str, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert list(draw(text, marks(text, *pairs))) == expected


def test_a_mark_goes_on_in_the_next_line() -> None:
    text = "Он посетил Соединённые Штаты Америки вчера"
    drawn = list(draw(text, marks(text, ("Соединённые Штаты Америки", "STATE")), width=22))
    assert drawn == [
        "Он посетил Соединённые",
        "           STATE──────",
        "Штаты Америки вчера",
        "STATE────────",
    ]


def test_the_longest_label_that_fits_is_taken() -> None:
    text = "Казахстан и США"
    known = [
        Mark(Span(0, 9), ("STATE KZ", "KZ")),
        Mark(Span(12, 15), ("STATE US", "US")),
    ]
    assert list(draw(text, known)) == ["Казахстан и США", "STATE KZ─   US─"]


HOSTILE = [
    ("\x1b[31mкрасный\x1b[0m", "[31mкрасный[0m"),
    ("скрыто\u202eнаоборот", "скрытонаоборот"),
    ("звонок\x07\x08", "звонок"),
    ("таб\tуляция", "таб уляция"),
    ("Ә\u200bсет", "Әсет"),
    ("C1 \x9b2J", "C1 2J"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_what_a_terminal_obeys_is_not_written(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(max_size=200), st.integers(10, 80))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = [line.of(text) for line in wrapped(text, width)]
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=80), st.integers(1, 30))
def test_padding_makes_the_width(text: str, width: int) -> None:
    assert cells(padded(text, width)) == width
