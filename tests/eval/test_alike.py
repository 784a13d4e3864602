"""The demo's contacts, told in Kazakh, Russian and English, are read as equal records."""

from __future__ import annotations

from alike import alike, told_in_all
from corpora import ROOT


def test_ten_reports_in_three_languages_give_equal_records() -> None:
    told = told_in_all(ROOT / "demo" / "reports")
    equal = {slug: alike(paths) for slug, paths in told.items()}
    assert sum(count > 0 for count in equal.values()) >= 10, equal
