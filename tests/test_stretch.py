# ruff: noqa: E501 - a sentence stays on one line
"""How far what is reported goes: the words of a statement say something by themselves."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from elshi.pipeline import read
from elshi.records import Article


@dataclass(frozen=True)
class Row:
    """A sentence in which the words of each statement stand in ⟦⟧."""

    why: str
    lang: str
    text: str


ROWS = [
    Row("what one is thanked for", "ru", "Президент Азербайджана Ильхам Алиев ⟦поблагодарил Казахстан за помощь⟧."),
    Row("a clause that hangs on the noun", "ru", "Президент Казахстана Касым-Жомарт Токаев ⟦выразил уверенность, что торговля будет расти⟧."),
    Row("what the object is called", "ru", "Президент Узбекистана Шавкат Мирзиёев ⟦назвал встречу историческим событием⟧."),
    Row("not the next deed of the same man", "ru", "Президент Азербайджана Ильхам Алиев ⟦поблагодарил Казахстан за помощь⟧ и вручил послу орден."),
    Row("not the next statement", "ru", "Президент Узбекистана Шавкат Мирзиёев ⟦назвал встречу исторической⟧ и ⟦пригласил коллегу посетить Ташкент⟧."),
    Row("not whose report it is", "ru", "Президент Азербайджана Ильхам Алиев ⟦поблагодарил Казахстан за помощь⟧, сообщает пресс-служба."),
    Row("what one is thanked for", "en", "President of Azerbaijan Ilham Aliyev ⟦thanked Kazakhstan for its help⟧."),
    Row("what the object is called", "en", "President of Uzbekistan Shavkat Mirziyoyev ⟦called the meeting a historic event⟧."),
    Row("not the next statement", "en", "President of Uzbekistan Shavkat Mirziyoyev ⟦called the meeting historic⟧ and ⟦thanked Kazakhstan for its help⟧."),
    Row("what stands before the verb", "kk", "Әзербайжан Президенті Ильхам Әлиев ⟦қолдау көрсеткені үшін алғыс айтты⟧."),
    Row("a noun of saying after its clause", "kk", "Қазақстан Президенті Қасым-Жомарт Тоқаев ⟦сауда өсе түсетініне сенім білдірді⟧."),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lang} {row.why}")
def test_the_words_of_a_statement(row: Row) -> None:
    text = row.text.replace("⟦", "").replace("⟧", "")
    reading = read(Article("a", text, row.lang), whole=True)
    shown = text
    for statement in reversed(reading.statements):
        span = statement.text.span
        assert span is not None
        shown = f"{shown[: span.start]}⟦{span.of(text)}⟧{shown[span.end :]}"
    assert shown == row.text
