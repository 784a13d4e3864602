# ruff: noqa: E501 - a text stays on one line
"""Contacts as Russian reports tell them: where, when, who, one contact for each counterpart."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from elshi.extract import article
from elshi.pipeline import read
from elshi.records import Account, Capture


class Row(NamedTuple):
    """A text, and what it tells: `kind status role [when] country city: name/SIDE; …`."""

    why: str
    text: str
    told: tuple[str, ...]
    published: str = ""
    url: str = ""


ROWS = [
    Row(
        "a place behind the man with whom one met",
        "Министр иностранных дел Кыргызстана Жээнбек Кулубаев встретился с министром обороны Японии Наокой Исидой в Токио.",
        ("meeting held main JP Токио: Жээнбек Кулубаев/KG; Наока Исида/JP",),
    ),
    Row(
        "a place behind a state is not that state's",
        "Состоялась отдельная встреча президента Азербайджана Ильхама Алиева с президентом Грузии Михаилом Кавелашвили в Тегеране.",
        ("meeting held main IR Тегеран: Ильхам Алиев/AZ; Михаил Кавелашвили/GE",),
    ),
    Row(
        "a place before an office is the verb's",
        "В минувшую среду в Таразе аким области Ербол Карашукеев принял делегацию Республики Корея во главе с послом Кореи Чо Тхэ Иком.",
        ("meeting held main 2024-05-22 KZ Тараз: Ербол Карашукеев/KZ; Чо Тхэ Ик/KR",),
        "2024-05-24",
    ),
    Row(
        "an envoy's post keeps its place",
        "Министр иностранных дел Таджикистана Сироджиддин Мухриддин встретился с послом Индии в Таджикистане Раджешем Уике.",
        ("meeting held main - -: Раджеш Уике/IN; Сироджиддин Мухриддин/TJ",),
    ),
    Row(
        "put off from one day to another",
        "Визит премьер-министра Польши Дональда Туска в Молдавию отложен с 3 июня на 17 июня 2024 года.",
        (
            "visit cancelled main 2024-06-03 MD -: Дональд Туск/PL",
            "visit planned main 2024-06-17 MD -: Дональд Туск/PL",
        ),
    ),
    Row(
        "what a visit means is no visit",
        "Визит президента Турции Реджепа Тайипа Эрдогана в Ирак отложен. Визит Эрдогана имеет большое значение для торговли.",
        (
            "visit cancelled main IQ -: Реджеп Тайип Эрдоган/TR",
            "visit planned main IQ -: Реджеп Тайип Эрдоган/TR",
        ),
    ),
    Row(
        "a day without a year beside one with it",
        "Президент Сербии Александр Вучич 18 марта 2021 года принял посла Венгрии Аттилу Пинтера. 2 апреля Вучич проведёт переговоры с президентом Румынии Клаусом Йоханнисом.",
        (
            "meeting held main 2021-03-18 - -: Александр Вучич/RS; Аттила Пинтер/HU",
            "meeting planned main 2021-04-02 - -: Александр Вучич/RS; Клаус Йоханнис/RO",
        ),
    ),
    Row(
        "credentials: one contact for each envoy",
        "Президент Армении Ваагн Хачатурян 7 мая принял верительные грамоты от послов Дании Ларса Сёренсена и Норвегии Юхана Хансена и поздравил их с началом миссии.",
        (
            "credentials held main 2024-05-07 - -: Ваагн Хачатурян/AM; Ларс Сёренсен/DK",
            "credentials held main 2024-05-07 - -: Ваагн Хачатурян/AM; Юхан Хансен/NO",
        ),
        "2024-05-08",
    ),
    Row(
        "the day of publication in the address",
        "Президент Монголии Ухнаагийн Хурэлсух сегодня принял министра обороны Индии Раджнатха Сингха.",
        ("meeting held main 2022-09-06 - -: Раджнатх Сингх/IN; Ухнаагийн Хурэлсух/MN",),
        url="https://example.com/ru/20220906-vstrecha-v-ulan-batore.html",
    ),
    Row(
        "talked over the telephone, and what of",
        "Госсекретарь США Марко Рубио провёл телефонный разговор с президентом Кении Уильямом Руто. Марко Рубио и Уильям Руто обсудили торговлю и вопросы безопасности.",
        ("call held main - -: Марко Рубио/US; Уильям Руто/KE",),
    ),
    Row(
        "announced before, held now",
        "В Осло начались переговоры президента Финляндии Александра Стубба и премьер-министра Норвегии Йонаса Гара Стёре. Ранее Александр Стубб заявил, что обсудит с Йонасом Гаром Стёре в Осло вопросы обороны.",
        ("meeting held main NO Осло: Александр Стубб/FI; Йонас Гар Стёре/NO",),
    ),
    Row(
        "talks to come during a visit: neither has been yet",
        "Премьер-министр Словении Роберт Голоб проведёт переговоры с президентом Македонии Горданой Силяновской во время визита в Скопье.",
        (
            "meeting planned main MK Скопье: Гордана Силяновская/MK; Роберт Голоб/SI",
            "visit planned main MK Скопье: Роберт Голоб/SI",
        ),
    ),
    Row(
        "the meeting before",
        "Президент Грузии Михаил Кавелашвили и президент Кипра Никос Христодулидис провели встречу в Никосии. Последняя встреча Кавелашвили и Христодулидиса состоялась в марте 2023 года в Афинах.",
        (
            "meeting held main CY Никосия: Михаил Кавелашвили/GE; Никос Христодулидис/CY",
            "meeting held recalled 2023-03 GR Афины: Михаил Кавелашвили/GE; Никос Христодулидис/CY",
        ),
    ),
    Row(
        "who writes of it takes no part",
        "О встрече министра обороны Эстонии Ханно Певкура с министром обороны Латвии Андрисом Спрудсом в Риге передаёт собственный корреспондент агентства БНС.",
        ("meeting held main LV Рига: Андрис Спрудс/LV; Ханно Певкур/EE",),
    ),
    Row(
        "heads of the houses of two states",
        "Сегодня в Тбилиси состоялись переговоры глав правительств Грузии и Армении Ираклия Кобахидзе и Никола Пашиняна.",
        ("meeting held main 2024-05-24 GE Тбилиси: Ираклий Кобахидзе/GE; Никол Пашинян/AM",),
        "2024-05-24",
    ),
    Row(
        "talks of the headline over the wire of the lead",
        "Президент провёл переговоры с финским коллегой Александром Стуббом\n\nПрезидент Латвии Эдгарс Ринкевич провёл телефонный разговор с президентом Финляндии Александром Стуббом. Стороны отметили важность возобновления переговоров об энергетике.",
        ("call held main - -: Александр Стубб/FI; Эдгарс Ринкевич/LV",),
    ),
    Row(
        "who will not come",
        "Премьер-министр Индии Нарендра Моди не сможет посетить Душанбе 9 сентября 2024 года, сообщили в его канцелярии.",
        ("visit cancelled main 2024-09-09 TJ Душанбе: Нарендра Моди/IN",),
    ),
    Row(
        "a gathering beside which one meets is nobody's",
        "Министр финансов Австрии Магнус Бруннер и министр финансов Италии Джанкарло Джорджетти встретились 5 июня 2024 года в кулуарах форума в Милане.",
        ("meeting held main 2024-06-05 IT Милан: Джанкарло Джорджетти/IT; Магнус Бруннер/AT",),
    ),
    Row(
        "readiness to receive talks is none",
        "Президент Турции Реджеп Тайип Эрдоган заявил о готовности принять переговоры Сербии и Косова.",
        (),
    ),
    Row(
        "a man's surname is not his wife's",
        "Президент Франции Эммануэль Макрон прибудет в Стокгольм 30 января 2024 года. Премьер-министр Швеции Ульф Кристерссон примет Макрона и первую леди Брижит Макрон.",
        (
            "visit planned main 2024-01-30 SE Стокгольм: Эммануэль Макрон/FR",
            "meeting planned main 2024-01-30 SE Стокгольм: Брижит Макрон/-; Ульф Кристерссон/SE; Эммануэль Макрон/FR",
        ),
    ),
    Row(
        "another city, another meeting; a ceremony of another year is no day of the news",
        "Премьер-министр Грузии Ираклий Кобахидзе сообщил о встрече в Лондоне с президентом Польши Анджеем Дудой. Об этом сообщила его канцелярия. Она передала и снимки. В июне 2023 года Кобахидзе был на церемонии в честь Дуды. В октябре 2022 года Кобахидзе и Дуда встречались в Батуми.",
        (
            "meeting held main GB Лондон: Анджей Дуда/PL; Ираклий Кобахидзе/GE",
            "meeting held main 2022-10 GE Батуми: Анджей Дуда/PL; Ираклий Кобахидзе/GE",
        ),
    ),
    Row(
        "the day of a verb is that of the talk in which it was said",
        "4 марта 2024 года премьер-министр Канады Джастин Трюдо в ходе телефонного разговора с президентом Чили Габриэлем Боричем заявил о поддержке торговли.",
        ("call held main 2024-03-04 - -: Габриэль Борич/CL; Джастин Трюдо/CA",),
    ),
    Row(
        "a headline run into its lead",
        "Телефонный разговор с Президентом Египта Абдель Фаттахом ас-Сиси Состоялся телефонный разговор Президента Белоруссии Александра Лукашенко с Президентом Египта Абдель Фаттахом ас-Сиси.",
        ("call held main - -: Абдель Фаттах ас-Сиси/EG; Александр Лукашенко/BY",),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_contacts_of_a_report(row: Row) -> None:
    known = (("published", row.published), ("url", row.url))
    given = (("lang", "ru"), *((name, value) for name, value in known if value))
    reading = read(article(Capture("test", row.text, "text", given)), whole=True)
    assert tuple(map(_told, reading.accounts)) == row.told


def _told(account: Account) -> str:
    place = account.place
    country = place.country.value if place and place.country else "-"
    city = place.city.value if place and place.city else "-"
    when = account.when.edtf if account.when and account.when.basis != "published" else ""
    who = sorted(f"{p.name.value}/{p.side.value if p.side else '-'}" for p in account.participants)
    head = (account.kind.value, account.status.value, account.role.value, when, country, city)
    return f"{' '.join(word for word in head if word)}: {'; '.join(who)}"
