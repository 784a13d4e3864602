"""Kazakh names: where they stand, and in the nominative."""

from __future__ import annotations

import pytest

from elshi.lang.kk import parse

NAMES = """
instrumental|Президент Мәулен Әшімбаевпен кездесті.|Мәулен Әшімбаев
genitive|Мұрат Нұртілеудің сапары аяқталды.|Мұрат Нұртілеу
dative|Министр Олжас Бектеновке есеп берді.|Олжас Бектенов
accusative|Елші Ерлан Қошановты құттықтады.|Ерлан Қошанов
initial|Қ.Тоқаев Астанаға оралды.|Қ.Тоқаев
two initials|Келіссөзді Қ.-Ж. Тоқаев ашты.|Қ.-Ж. Тоқаев
Russian surname|Мемлекет басшысы Владимир Путинмен сөйлесті.|Владимир Путин
Russian, -ский|Министр Владимир Зеленскийге хат жазды.|Владимир Зеленский
a name that ends like an ablative|Джо Байден келіссөзге қатысты.|Джо Байден
the same inflected|Елші Джо Байденмен кездесті.|Джо Байден
Chinese, genitive|Си Цзиньпиннің сапары басталды.|Си Цзиньпин
Chinese, dative|Төраға Си Цзиньпинге алғыс айтты.|Си Цзиньпин
French, dative|Президент Эмманюэль Макронға жеделхат жолдады.|Эмманюэль Макрон
Turkish, accusative|Министр Реджеп Тайип Эрдоғанды қарсы алды.|Реджеп Тайип Эрдоған
Japanese, ends in -да|Фумио Кишида Ташкентке барды.|Фумио Кишида
Polish, ends in -да|Анджей Дуда Киевке келді.|Анджей Дуда
woman, ends in -ға|Дариға Назарбаева депутаттармен кездесті.|Дариға Назарбаева
woman, inflected|Елші Валентина Матвиенкомен сөйлесті.|Валентина Матвиенко
with small words|Комиссия төрағасы Урсула фон дер Ляйен келді.|Урсула фон дер Ляйен
with a double surname|Министр Анри Пупар-Лафаржды қабылдады.|Анри Пупар-Лафарж
a place after the name|Джо Байден Хиросимада сөйледі.|Джо Байден
a dash ends the name|Министр Мұрат Нұртілеу – делегация басшысы.|Мұрат Нұртілеу
patronymic|Тоқаев Қасым-Жомарт Кемелұлы ант берді.|Тоқаев Қасым-Жомарт Кемелұлы
one surname in a headline|Лавров Астанаға келді|Лавров
two surnames in a headline|Тоқаев пен Макрон келіссөз жүргізді|Тоқаев;Макрон
after a post|Рим Папасы Франциск Ватиканға оралды.|Франциск
joined by пен|Қасым-Жомарт Тоқаев пен Ильхам Әлиев кездесті.|Қасым-Жомарт Тоқаев;Ильхам Әлиев
one after another|Қасым-Жомарт Тоқаев Садыр Жапаровты қабылдады.|Қасым-Жомарт Тоқаев;Садыр Жапаров
three in a list|Кездесуге Садыр Жапаров, Эмомали Рахмон және Шавкат Мирзиёев қатысты.|\
Садыр Жапаров;Эмомали Рахмон;Шавкат Мирзиёев
"""


@pytest.mark.parametrize(
    "row", NAMES.replace("\\\n", "").strip().splitlines(), ids=lambda r: r.split("|")[0]
)
def test_names_in_the_nominative(row: str) -> None:
    _, text, expected = row.split("|")
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
