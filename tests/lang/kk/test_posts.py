"""Kazakh posts: extent, rung, side, house, holder."""

from __future__ import annotations

import pytest

from elshi.lang.kk import pack
from elshi.mark import mark
from elshi.records import Mention

POSTS = """
state before|Қазақстан Президенті Қасым-Жомарт Тоқаев келді.|Қазақстан Президенті|head of state|KZ|Қасым-Жомарт Тоқаев
genitive of the state|Ресейдің Президенті Владимир Путин келді.|Ресейдің Президенті|head of state|RU|Владимир Путин
full name of the state|Өзбекстан Республикасының Президенті Шавкат Мирзиёев келді.|Өзбекстан Республикасының Президенті|head of state|UZ|Шавкат Мирзиёев
no state|Мемлекет басшысы Қасым-Жомарт Тоқаев келді.|Мемлекет басшысы|head of state||Қасым-Жомарт Тоқаев
Chinese chairman|ҚХР Төрағасы Си Цзиньпин келді.|ҚХР Төрағасы|head of state|CN|Си Цзиньпин
the Pope|Рим Папасы Франциск келді.|Рим Папасы|head of state|VA|Франциск
head of government|Венгрия Премьер-министрі Виктор Орбан келді.|Венгрия Премьер-министрі|head of government|HU|Виктор Орбан
chancellor|Германияның федералды канцлері Олаф Шольц келді.|Германияның федералды канцлері|head of government|DE|Олаф Шольц
foreign minister|Түркия Сыртқы істер министрі Хакан Фидан келді.|Түркия Сыртқы істер министрі|foreign minister|TR|Хакан Фидан
head of the ministry, short|Қытай СІМ басшысы Ван И келді.|Қытай СІМ басшысы|foreign minister|CN|Ван И
American secretary|АҚШ Мемлекеттік хатшысы Марко Рубио келді.|АҚШ Мемлекеттік хатшысы|foreign minister|US|Марко Рубио
minister|Қазақстанның Қорғаныс министрі Руслан Жақсылықов келді.|Қазақстанның Қорғаныс министрі|minister|KZ|Руслан Жақсылықов
deputy prime minister|Қазақстан Премьер-министрінің орынбасары Серік Жұманғарин келді.|Қазақстан Премьер-министрінің орынбасары|minister|KZ|Серік Жұманғарин
double post|Премьер-министрдің орынбасары – Сыртқы істер министрі Мұрат Нұртілеу келді.|Премьер-министрдің орынбасары – Сыртқы істер министрі|foreign minister||Мұрат Нұртілеу
speaker, by the house|Қазақстан Парламенті Сенатының Төрағасы Мәулен Әшімбаев келді.|Қазақстан Парламенті Сенатының Төрағасы|speaker of parliament|KZ|Мәулен Әшімбаев
speaker, short|Мәжіліс Төрағасы Ерлан Қошанов келді.|Мәжіліс Төрағасы|speaker of parliament|KZ|Ерлан Қошанов
senator|АҚШ сенаторы Стив Дэйнс келді.|АҚШ сенаторы|parliamentarian|US|Стив Дэйнс
ambassador with both states|Ресейдің Қазақстандағы елшісі Алексей Бородавкин келді.|Ресейдің Қазақстандағы елшісі|ambassador|RU|Алексей Бородавкин
ambassador in full|АҚШ-тың Қазақстандағы Төтенше және Өкілетті Елшісі Дэниел Розенблюм келді.|АҚШ-тың Қазақстандағы Төтенше және Өкілетті Елшісі|ambassador|US|Дэниел Розенблюм
deputy minister|Қазақстан Сыртқы істер министрінің орынбасары Роман Василенко келді.|Қазақстан Сыртқы істер министрінің орынбасары|senior official|KZ|Роман Василенко
head of an organisation|БҰҰ Бас хатшысы Антониу Гутерреш келді.|БҰҰ Бас хатшысы|senior official|UN|Антониу Гутерреш
envoy of a president|АҚШ президентінің арнаулы өкілі Стивен Уиткофф келді.|АҚШ президентінің арнаулы өкілі|senior official|US|Стивен Уиткофф
mayor of a city|Алматы әкімі Ерболат Досаев келді.|Алматы әкімі|senior official|KZ|Ерболат Досаев
spokesman|Қазақстан СІМ ресми өкілі Айбек Смадияров келді.|Қазақстан СІМ ресми өкілі|official|KZ|Айбек Смадияров
"""


def found(text: str) -> list[Mention]:
    kazakh = pack()
    return mark(kazakh.parse(text), kazakh).of("post")


@pytest.mark.parametrize("row", POSTS.strip().splitlines(), ids=lambda r: r.split("|")[0])
def test_post_before_a_name(row: str) -> None:
    _, text, title, level, side, holder = row.split("|")
    (post,) = found(text)
    assert post.office is not None
    assert (post.office.title, post.office.level, post.office.side or "") == (title, level, side)
    assert post.holder is not None
    assert post.holder.of(text) == holder


def test_the_case_of_a_post_is_taken_off() -> None:
    (post,) = found("Министр Сенат төрағасымен кездесті.")[1:]
    assert post.value == "Сенат төрағасы"


def test_acting() -> None:
    (post,) = found("Иран Президентінің міндетін атқарушы Мохаммад Мохбер келді.")
    assert post.office is not None
    assert post.office.acting


def test_former() -> None:
    (post,) = found("АҚШ-тың бұрынғы Мемлекеттік хатшысы Генри Киссинджер келді.")
    assert post.office is not None
    assert post.office.former


def test_a_plural_post_has_a_mention_for_each_holder() -> None:
    text = "Қазақстан мен Франция президенттері Қасым-Жомарт Тоқаев пен Эмманюэль Макрон кездесті."
    posts = found(text)
    assert [(p.office.side, p.holder.of(text)) for p in posts if p.office and p.holder] == [
        ("KZ", "Қасым-Жомарт Тоқаев"),
        ("FR", "Эмманюэль Макрон"),
    ]
    assert {p.value for p in posts} == {"президент"}


def test_a_bare_post_is_not_that_of_the_one_received() -> None:
    (post,) = found("Мемлекет басшысы Энтони Блинкенді қабылдады.")
    assert post.holder is None


def test_post_after_a_name() -> None:
    text = "Мәулен Әшімбаев, Сенат төрағасы: Біз дайынбыз."
    (post,) = found(text)
    assert post.holder is not None
    assert post.holder.of(text) == "Мәулен Әшімбаев"


def test_who_is_appointed_holds_the_post() -> None:
    text = "Мағжан Ілиясов Қазақстанның АҚШ-тағы елшісі болып тағайындалды."
    (post,) = found(text)
    assert post.holder is not None
    assert post.holder.of(text) == "Мағжан Ілиясов"


def test_a_weekday_is_no_part_of_a_post() -> None:
    (post,) = found("Сәрсенбі күні АҚШ Президенті Дональд Трамп сөйледі.")
    assert post.value == "АҚШ Президенті"
