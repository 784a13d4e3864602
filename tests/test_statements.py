# ruff: noqa: E501 - a sentence stays on one line
"""Statements: who said it, and what was done by saying it, in three languages."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from elshi.pipeline import read
from elshi.records import Article


@dataclass(frozen=True)
class Row:
    """A report of a few sentences, and its statements as `speaker act kind`; `-` for no speaker."""

    why: str
    lang: str
    text: str
    said: str


ROWS = [
    Row("a verb of saying with a clause", "ru", "Министр иностранных дел Казахстана Мурат Нуртлеу сообщил, что переговоры продолжатся.", "Мурат Нуртлеу inform reported"),
    Row("two verbs, two statements", "ru", "Президент Франции Эммануэль Макрон высоко оценил итоги встречи и пригласил коллегу посетить Париж.", "Эммануэль Макрон assess reported; Эммануэль Макрон invite reported"),
    Row("thanks for something", "ru", "Президент Азербайджана Ильхам Алиев поблагодарил за поддержку.", "Ильхам Алиев thank reported"),
    Row("the noun makes the act", "ru", "Премьер-министр Армении Никол Пашинян заявил о готовности продолжать переговоры.", "Никол Пашинян pledge reported"),
    Row("a light verb with a noun of assessing", "ru", "Президент Узбекистана Шавкат Мирзиёев дал высокую оценку усилиям посредников.", "Шавкат Мирзиёев assess reported"),
    Row("readiness is more than stress", "ru", "Президент Казахстана Касым-Жомарт Токаев подчеркнул, что страна готова оказать помощь.", "Касым-Жомарт Токаев pledge reported"),
    Row("ascribed words", "ru", "Министр иностранных дел России Сергей Лавров прибыл в Астану. По его словам, работа идёт.", "Сергей Лавров inform reported"),
    Row("the sides speak together", "ru", "Стороны условились продолжить контакты.", "- pledge reported"),
    Row("the passive is nobody's", "ru", "Отмечалось, что отношения двух стран развиваются успешно.", "- assess reported"),
    Row("a press service is no speaker", "ru", "Переговоры прошли в Астане, сообщила пресс-служба министерства.", ""),
    Row("what will be done is not said", "ru", "Министр иностранных дел России Сергей Лавров сообщит о решении завтра.", ""),
    Row("wishes are none", "ru", "Президент Казахстана Касым-Жомарт Токаев пожелал послу успехов.", ""),
    Row("a verb of saying with a clause", "en", "Foreign Minister of Kazakhstan Murat Nurtleu said that the talks would continue.", "Murat Nurtleu inform reported"),
    Row("praise", "en", "French President Emmanuel Macron praised the results of the talks.", "Emmanuel Macron assess reported"),
    Row("happiness that is said is praise", "en", "Russian Foreign Minister Sergey Lavrov said he was satisfied with the meeting.", "Sergey Lavrov assess reported"),
    Row("agreed to", "en", "The foreign ministers agreed to widen cross-border cooperation.", "- pledge reported"),
    Row("according to", "en", "According to Russian Foreign Minister Sergey Lavrov, the talks went on for two hours.", "Sergey Lavrov inform reported"),
    Row("talked about is no statement", "en", "The sides talked about trade.", ""),
    Row("a press service is no speaker", "en", "The talks were held in Astana, the press service of the ministry said.", ""),
    Row("a clause of saying at the end", "kk", "Қазақстан Президенті Қасым-Жомарт Тоқаев сауда өсіп келе жатқанын айтты.", "Қасым-Жомарт Тоқаев inform reported"),
    Row("thanks", "kk", "Никол Пашинян Қазақстанға келді. Армения Премьер-министрі Никол Пашинян қолдау үшін алғыс айтты.", "Никол Пашинян thank reported"),
    Row("the sides speak together", "kk", "Тараптар байланысты жалғастыруға уағдаласты.", "- pledge reported"),
    Row("called to peace, not invited", "kk", "Қазақстан Президенті Қасым-Жомарт Тоқаев бейбітшілікке шақырды.", "Қасым-Жомарт Тоқаев propose reported"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lang} {row.why}")
def test_statements(row: Row) -> None:
    reading = read(Article("a", row.text, row.lang), whole=True)
    said = (
        f"{s.speaker.name.value if s.speaker else '-'} {s.act} {s.kind}" for s in reading.statements
    )
    assert "; ".join(said) == row.said
