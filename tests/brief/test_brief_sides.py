"""Sides by code and by name, in the languages that are read."""

from __future__ import annotations

import pytest

from elshi.brief.sides import side_code, side_name
from elshi.errors import UsageError


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("KZ", "KZ"), ("kz", "KZ"), ("Казахстан", "KZ"), ("Республика Казахстан", "KZ"),
        ("Kazakhstan", "KZ"), ("Қазақстан", "KZ"), ("США", "US"), ("united states", "US"),
        ("ООН", "UN"), (" Туркменистан ", "TM"),
    ],
)  # fmt: skip
def test_which_side_is_meant(words: str, code: str) -> None:
    assert side_code(words) == code


def test_a_slip_of_the_pen_is_answered_with_what_may_be_meant() -> None:
    with pytest.raises(UsageError, match=r"did you mean KZ \(Kazakhstan\)"):
        side_code("Казахстн")
    with pytest.raises(UsageError, match="ISO 3166-1"):
        side_code("QQQQ")


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [("KZ", "ru", "Казахстан"), ("US", "kk", "АҚШ"), ("GB", "en", "United Kingdom"),
     ("Nowhere", "ru", "Nowhere")],
)  # fmt: skip
def test_what_a_side_is_called(code: str, lang: str, name: str) -> None:
    assert side_name(code, lang) == name
