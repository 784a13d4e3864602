"""Whose side somebody takes where no post tells it, and who is meant where nobody is named."""

from __future__ import annotations

import pytest

from elshi.extract import article
from elshi.pipeline import read
from elshi.records import Account, Capture


def accounts(text: str, url: str = "") -> list[Account]:
    given = (("lang", "ru"), ("published", "2024-05-20"), *([("url", url)] if url else []))
    return list(read(article(Capture("t", text, "text", given))).accounts)


def drawn(account: Account) -> str:
    """An account as `kind status SIDE:name; …`."""
    who = "; ".join(
        f"{p.side.value if p.side else '?'}:{p.name.value}" for p in account.participants
    )
    return f"{account.kind.value} {account.status.value} {who}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Президент Черногории Яков Милатович прибыл в Скопье с визитом. В аэропорту его "
            "встретил вице-премьер Арбен Таравари.",
            ["visit held ME:Яков Милатович; MK:Арбен Таравари"],
            id="who meets the guest is of the country that he comes to",
        ),
        pytest.param(
            "Президент Монголии Ухнагийн Хурэлсух провёл в Варшаве встречу с Анджеем Дудой.",
            ["meeting held MN:Ухнагийн Хурэлсух; PL:Анджей Дуда"],
            id="in a capital, one whose side is untold is the host",
        ),
        pytest.param(
            "Премьер-министр Индии Нарендра Моди прибыл в Польшу с официальным визитом. В рамках "
            "визита состоятся переговоры. По итогам переговоров будут подписаны двусторонние "
            "документы. Индия и Польша установили дипломатические отношения в 1954 году.",
            [
                "visit held IN:Нарендра Моди",
                "meeting planned IN:Нарендра Моди; PL:Польша",
                "signing planned IN:Индия; PL:Польша",
            ],
            id="talks and documents of a visit with nobody named",
        ),
        pytest.param(
            "Садыр Жапаров принял делегацию Узбекистана во главе с Абдуллой Ариповым.",
            ["meeting held ?:Садыр Жапаров; UZ:Абдулла Арипов"],
            id="who leads a delegation is of its state",
        ),
        pytest.param(
            "Узбекская делегация прибыла в Бишкек.",
            ["visit held UZ:Узбекистан"],
            id="a state said by its adjective takes part under its name",
        ),
        pytest.param(
            "Министр иностранных дел Ирана Аббас Аракчи 27 мая посетит Россию, сообщила "
            "представитель МИД России Мария Захарова. Запланированы переговоры с министром "
            "иностранных дел России Сергеем Лавровым.",
            [
                "visit planned IR:Аббас Аракчи",
                "meeting planned IR:Аббас Аракчи; RU:Сергей Лавров",
            ],
            id="talks are planned with the host's man: the guest holds them",
        ),
        pytest.param(
            "Президент Словении Наташа Пирц Мусар заявила об этом на встрече в Любляне с "
            "президентом Эстонии Аларом Карисом. Главы государств обсудят торговлю.",
            ["meeting held SI:Наташа Пирц Мусар; EE:Алар Карис"],
            id="what is said at a meeting was said: it was held",
        ),
        pytest.param(
            "Ожидается, что в Джибути египетский лидер Абдель Фаттах ас-Сиси и президент страны "
            "Исмаил Омар Гелле проведут переговоры.",
            ["meeting planned EG:Абдель Фаттах ас-Сиси; DJ:Исмаил Омар Гелле"],
            id="the president of the country that was just told",
        ),
        pytest.param(
            "Министр иностранных дел Греции Никос Дендиас встретится с министром иностранных дел "
            "Грузии Давидом Залкалиани. По итогам переговоров министры подпишут программу "
            "консультаций.",
            [
                "meeting planned GR:Никос Дендиас; GE:Давид Залкалиани",
                "signing planned GR:Никос Дендиас; GE:Давид Залкалиани",
            ],
            id="ministers alone may be foreign ministers",
        ),
    ],
)
def test_sides(text: str, expected: list[str]) -> None:
    assert [drawn(a) for a in accounts(text)] == expected


def test_a_leader_is_no_post_and_tells_the_side() -> None:
    (one,) = accounts("Турецкий лидер Реджеп Тайип Эрдоган провёл беседу с президентом Румынии.")
    assert drawn(one).startswith("meeting held TR:Реджеп Тайип Эрдоган")
    assert one.participants[0].post is None


def test_the_country_of_a_visit_is_the_inviter_s() -> None:
    (one,) = accounts(
        "По приглашению Президента Молдовы Майи Санду в нашу страну с визитом прибыл Президент "
        "Литвы Гитанас Науседа."
    )
    assert one.place is not None
    assert one.place.country is not None
    assert (one.place.country.value, one.place.country.basis) == ("MD", "inferred")


def test_a_recall_goes_on_with_its_man() -> None:
    found = accounts(
        "Президент Сербии Александр Вучич встретился с премьером Греции Кириакосом Мицотакисом. "
        "Напомним, премьер-министр Узбекистана Абдулла Арипов прибудет в Турцию 29 мая. 30 мая "
        "Арипов проведёт переговоры с вице-президентом Турции Джевдетом Йылмазом."
    )
    assert [(a.kind.value, a.role.value) for a in found] == [
        ("meeting", "main"),
        ("visit", "recalled"),
        ("meeting", "recalled"),
    ]


def test_a_headline_s_other_president_is_nobody_s_post() -> None:
    (one,) = accounts(
        "Токаев пригласил президента Вьетнама\nПрезидент РК Касым-Жомарт Токаев принял министра "
        "иностранных дел Вьетнама Буй Тхань Шона. Президент Казахстана Касым-Жомарт Токаев "
        "поблагодарил гостя."
    )
    assert drawn(one).startswith("meeting held KZ:Касым-Жомарт Токаев")
