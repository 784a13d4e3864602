"""Dates in words: as precise as they are known, and no more."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.brief.dates import spoken
from elshi.brief.words import languages, phrases

DATES = [
    ("2024-03-26", "26 марта 2024 года", "2024 жылғы 26 наурызда", "on 26 March 2024"),
    ("2023-09", "в сентябре 2023 года", "2023 жылғы қыркүйекте", "in September 2023"),
    ("2023", "в 2023 году", "2023 жылы", "in 2023"),
    ("2023-23", "осенью 2023 года", "2023 жылғы күзде", "in autumn 2023"),
    (
        "2024-03-25/2024-03-27",
        "с 25 по 27 марта 2024 года",
        "2024 жылғы 25–27 наурызда",
        "from 25 to 27 March 2024",
    ),
    (
        "2024-02-28/2024-03-02",
        "с 28 февраля 2024 года по 2 марта 2024 года",
        "2024 жылғы 28 ақпаннан 2024 жылғы 2 наурызға дейін",
        "from 28 February 2024 to 2 March 2024",
    ),
    (
        "2023-09/2024-03",
        "с сентября 2023 года по март 2024 года",
        "2023 жылғы қыркүйектен 2024 жылғы наурызға дейін",
        "from September 2023 to March 2024",
    ),
    (
        "[..2024-03-26]",
        "не позднее 26 марта 2024 года (день не назван)",
        "2024 жылғы 26 наурыздан кешіктірмей (күні аталмаған)",
        "no later than 26 March 2024 (the day is not stated)",
    ),
    (
        "[2022..]",
        "не ранее 2022 года (точная дата не названа)",
        "2022 жылдан ерте емес (нақты күні аталмаған)",
        "no earlier than 2022 (the exact date is not stated)",
    ),
    (
        "XXXX-11-27",
        "27 ноября (год не назван)",
        "27 қарашада (жылы аталмаған)",
        "on 27 November (the year is not stated)",
    ),
]


@pytest.mark.parametrize(("edtf", "ru", "kk", "en"), DATES, ids=[row[0] for row in DATES])
def test_dates_in_words(edtf: str, ru: str, kk: str, en: str) -> None:
    assert [spoken(edtf, lang) for lang in ("ru", "kk", "en")] == [ru, kk, en]


@given(st.dates(), st.sampled_from(["ru", "kk", "en"]), st.sampled_from([4, 7, 10]))
def test_every_date_can_be_said(day: object, lang: str, length: int) -> None:
    edtf = str(day)[:length]
    for shape in (edtf, f"[..{edtf}]", f"[{edtf}..]", f"{edtf}/{edtf}"):
        assert not set(spoken(shape, lang)) & set("{}[]")


def test_the_languages_have_the_same_phrases() -> None:
    """But for the forms of months and seasons, which each language has its own of."""
    assert languages() == ("en", "kk", "ru")
    keys = [
        {key for key in phrases(lang) if not key.startswith(("month.", "season."))}
        for lang in languages()
    ]
    assert keys[0] == keys[1] == keys[2]


@pytest.mark.parametrize("key", sorted(phrases("en")))
def test_the_languages_have_the_same_gaps(key: str) -> None:
    def gaps(lang: str) -> set[str]:
        found = string.Formatter().parse(phrases(lang).get(key, ""))
        return {name.partition(".")[0] for _, name, _, _ in found if name}

    langs = [lang for lang in languages() if key in phrases(lang)]
    assert len({frozenset(gaps(lang)) for lang in langs}) == 1
