# ruff: noqa: E501 - a sentence stays on one line
"""Spheres: what was talked about, and what only seems to be."""

from __future__ import annotations

import pytest

from elshi.pipeline import read
from elshi.records import Article

RU = "10 марта президент Казахстана Касым-Жомарт Токаев встретился с президентом Франции Эммануэлем Макроном."
EN = "On March 10, President of Kazakhstan Kassym-Jomart Tokayev met with French President Emmanuel Macron."

ROWS = [
    ("objects of discussing", "ru", f"{RU} Стороны обсудили торговлю и энергетику.", "energy trade"),
    ("nothing told", "ru", f"{RU} Встреча прошла в Астане.", ""),
    ("a statement tells where nothing else does", "ru", f"{RU} Эммануэль Макрон отметил рост торговли.", "trade"),
    ("a statement at the talks tells as well", "ru", f"{RU} Стороны обсудили энергетику. Эммануэль Макрон отметил вклад страны в безопасность.", "energy security"),
    ("in connection with is no technology", "ru", f"{RU} Встреча прошла в связи с юбилеем.", ""),
    ("a menu is no agenda", "ru", f"{RU}\n\nЭкономика и спорт\n", ""),
    ("objects of discussing", "en", f"{EN} The sides discussed trade and energy.", "energy trade"),
    ("nothing told", "en", f"{EN} The meeting took place in Astana.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "lang", "text", "told"), ROWS, ids=[f"{r[1]} {r[0]}" for r in ROWS]
)
def test_spheres(why: str, lang: str, text: str, told: str) -> None:
    accounts = read(Article("a", text, lang), whole=True).accounts
    assert " ".join(sorted({s.value for a in accounts for s in a.spheres})) == told, why
