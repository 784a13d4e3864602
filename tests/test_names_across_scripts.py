"""Names across scripts: which spellings are one person's, which are not, and why."""

from __future__ import annotations

import pytest

from elshi.names import fullest, key, same, skeleton

SAME = [
    ("Маулен Ашимбаев", "Мәулен Әшімбаев", "Kazakh letters"),
    ("Маулен Ашимбаев", "Maulen Ashimbayev", "Latin with -yev"),
    ("Maulen Ashimbayev", "Maulen Ashimbaev", "-yev and -ev"),
    ("АШИМБАЕВ Маулен Сагатханович", "Maulen Ashimbayev", "surname first, patronymic dropped"),
    ("Тоқаев Қасым-Жомарт Кемелұлы", "Kassym-Jomart Tokayev", "Kazakh patronymic, order"),
    ("К.-Ж. Токаев", "Kassym-Jomart Tokayev", "double initial"),
    ("М.Ашимбаев", "Maulen Ashimbayev", "initial without a blank"),
    ("Ерлан Қошанов", "Erlan Koshanov", "q and k, initial e"),
    ("Yerzhan Kazykhan", "Ержан Қазыхан", "zh and kh"),
    ("Sadyr Japarov", "Садыр Жапаров", "j and zh"),
    ("Шавкат Мирзиёев", "Shavkat Mirziyoyev", "the letter ё"),
    ("Шавкат Мирзиеев", "Shavkat Mirziyoyev", "the letter ё written е"),
    ("Си Цзиньпин", "Xi Jinping", "pinyin"),
    ("Чжао Лэцзи", "Zhao Leji", "pinyin with e"),
    ("Ван И", "Wang Yi", "pinyin of one letter"),
    ("Цинь Ган", "Qin Gang", "pinyin q"),
    ("Энтони Блинкен", "Antony Blinken", "a given name by alias"),
    ("Юн Сок Ёль", "Yoon Suk Yeol", "Korean syllables"),
    ("Юн Сук Ель", "Yoon Suk-yeol", "Korean syllables, spelt and joined otherwise"),
    ("Мун Чжэ Ин", "Moon Jae-in", "Korean syllables with a hyphen"),
    ("Ким Чен Ын", "Kim Jong Un", "Korean syllables of the North"),
    ("Линн Трейси", "Lynne Tracy", "English names as they sound"),
    ("Joe Biden", "Джозеф Байден", "a short given name"),
    ("Эммануэль Макрон", "Emmanuel Macron", "French"),
    ("Олаф Шольц", "Olaf Scholz", "German sch and z"),
    ("Юрий Ушаков", "Yury Ushakov", "-iy and -y"),
    ("Реджеп Тайип Эрдоган", "Recep Tayyip Erdoğan", "Turkish"),
    ("Мухаммед бен Заид Аль Нахайян", "Mohammed bin Zayed Al Nahyan", "Arabic particles"),
    ("Mohammed bin Salman", "Mohammed bin Salman Al Saud", "house left out"),
    ("Урсула фон дер Ляйен", "Ursula von der Leyen", "German particles"),
]
DIFFERENT = [
    ("Gurbanguly Berdimuhamedov", "Serdar Berdimuhamedov", "father and son"),
    ("Li Qiang", "Li Keqiang", "two premiers"),
    ("Садыр Жапаров", "Акылбек Жапаров", "one surname, two men"),
    ("Ерлан Кошанов", "Ерлан Карин", "one given name"),
    ("Wang Yi", "Wang Wentao", "one Chinese surname"),
    ("Ким Чен Ир", "Kim Jong Un", "Korean father and son"),
    ("Ли Цян", "Lee Jae-myung", "a Chinese and a Korean surname"),
    ("Сергей Лавров", "Сергей Шойгу", "one given name, Russian"),
    ("М. Ашимбаев", "Ержан Ашикбаев", "other initial"),
    ("Nursultan Nazarbayev", "Дарига Назарбаева", "father and daughter"),
    ("Дональд Трамп", "Donald Lu", "one given name by alias"),
]


@pytest.mark.parametrize(("a", "b", "why"), SAME, ids=[row[2] for row in SAME])
def test_one_person(a: str, b: str, why: str) -> None:
    assert same(a, b).answer == "same", why
    assert same(b, a).answer == "same", why


@pytest.mark.parametrize(("a", "b", "why"), DIFFERENT, ids=[row[2] for row in DIFFERENT])
def test_two_persons(a: str, b: str, why: str) -> None:
    assert same(a, b).answer != "same", why


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Токаев", "Kassym-Jomart Tokayev"),
        ("Blinken", "Энтони Блинкен"),
        ("Әшімбаев", "Ashimbayev"),
    ],
)
def test_a_surname_alone_is_only_possible(short: str, full: str) -> None:
    assert same(short, full).answer == "possible"


def test_the_reason_names_the_word_without_counterpart() -> None:
    assert (
        "keqiang" in same("Ли Цян", "Li Keqiang").reason.lower()
        or "qiang" in same("Ли Цян", "Li Keqiang").reason
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Маулен Ашимбаев", "Мәулен Әшімбаев"),
        ("АШИМБАЕВ Маулен Сагатханович", "Maulen Ashimbayev"),
        ("Си Цзиньпин", "Xi Jinping"),
    ],
)
def test_keys_of_one_name_are_equal(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Хакан", "Hakan"),
        ("Жумангарин", "Zhumangarin"),
        ("Ұлан", "Ulan"),
        ("Çavuşoğlu", "Cavusoglu"),
    ],
)
def test_skeletons(a: str, b: str) -> None:
    if a == "Çavuşoğlu":
        assert skeleton(a) == skeleton("Chavushoglu")
    else:
        assert skeleton(a) == skeleton(b)


def test_the_fullest_form_is_the_one_with_most_words() -> None:
    assert fullest(["Tokayev", "K. Tokayev", "Kassym-Jomart Tokayev"]) == "Kassym-Jomart Tokayev"


def test_likeness_does_not_depend_on_order() -> None:
    assert same("Токаев", "К.-Ж. Токаев") == same("К.-Ж. Токаев", "Токаев")
