# ruff: noqa: E501 - a sentence stays on one line
"""Quotations: whose words they are, and where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from elshi.pipeline import read
from elshi.records import Article


@dataclass(frozen=True)
class Row:
    """A report, and its quotations as `speaker: words`, parted by ` | `."""

    why: str
    lang: str
    text: str
    quoted: str


ROWS = [
    Row("the verb after it", "ru", "«Это важный шаг для двух стран», — сказал президент Франции Эммануэль Макрон.", "Эммануэль Макрон: Это важный шаг для двух стран"),
    Row("the verb before a colon", "ru", "Президент Франции Эммануэль Макрон заявил: «Мы открываем новую страницу сотрудничества».", "Эммануэль Макрон: Мы открываем новую страницу сотрудничества"),
    Row("two speakers are two quotations", "ru", "«Мы рады этой встрече в столице», — сказал президент Франции Эммануэль Макрон.\n\n«Мы тоже очень рады быть здесь», — ответил президент Казахстана Касым-Жомарт Токаев.", "Эммануэль Макрон: Мы рады этой встрече в столице | Касым-Жомарт Токаев: Мы тоже очень рады быть здесь"),
    Row("few words, and a dash after them", "ru", "Министр иностранных дел России Сергей Лавров провёл встречу с журналистами.\n\n«Собираемся», — ответил Лавров.", "Сергей Лавров: Собираемся"),
    Row("a telegram is its sender's", "ru", "Президент Казахстана Касым-Жомарт Токаев направил телеграмму президенту Турции, где, в частности, сказано:\n\n«Скорбим вместе с братским народом Турции».", "Касым-Жомарт Токаев: Скорбим вместе с братским народом Турции"),
    Row("what a press service writes is nobody's", "ru", "«Стороны обсудили торговлю и транспорт», — говорится в сообщении пресс-службы.", ""),
    Row("a name in marks is no speech", "ru", "Министр иностранных дел России Сергей Лавров сообщил, что проект «Север» начат.", ""),
    Row("said after it", "en", "“This is an important step for both countries,” French President Emmanuel Macron said.", "Emmanuel Macron: This is an important step for both countries,"),
    Row("split by the words of saying", "en", "“We are glad to be here,” French President Emmanuel Macron said. “The work goes on.”", "Emmanuel Macron: We are glad to be here,” French President Emmanuel Macron said. “The work goes on."),
    Row("the subject after the verb", "kk", "«Бұл екі ел үшін маңызды қадам», – деді Франция Президенті Эммануэль Макрон.", "Эммануэль Макрон: Бұл екі ел үшін маңызды қадам"),
    Row("a turn with a dash", "kk", "– Бұл екі ел үшін маңызды қадам, – деп атап өтті Франция Президенті Эммануэль Макрон.", "Эммануэль Макрон: Бұл екі ел үшін маңызды қадам"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lang} {row.why}")
def test_quotations(row: Row) -> None:
    reading = read(Article("a", row.text, row.lang), whole=True)
    quoted = (
        f"{s.speaker.name.value if s.speaker else '-'}: {s.text.value}"
        for s in reading.statements
        if s.kind == "direct"
    )
    assert " | ".join(quoted) == row.quoted
