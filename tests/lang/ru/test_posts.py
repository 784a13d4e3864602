"""Posts in Russian: how far they reach, whose they are, who holds them, at which rung."""

from __future__ import annotations

import pytest

from elshi.lang import load
from elshi.mark import mark
from elshi.records import Mention


def posts(text: str) -> list[Mention]:
    pack = load("ru")
    return mark(pack.parse(text), pack).of("post")


def told(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (
            post.value,
            post.office and post.office.level,
            post.office and post.office.side,
            post.holder and post.holder.of(text),
        )
        for post in posts(text)
    ]


HEAD, GOV, FM, MIN = "head of state", "head of government", "foreign minister", "minister"
SPEAKER, MP, AMB = "speaker of parliament", "parliamentarian", "ambassador"
SENIOR, OFFICIAL = "senior official", "official"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Председатель Сената Маулен Ашимбаев принял сенатора Конгресса США Стива Дэйнса.",
            [
                ("Председатель Сената", SPEAKER, None, "Маулен Ашимбаев"),
                ("сенатор Конгресса США", MP, "US", "Стива Дэйнса"),
            ],
            id="before the name, nominative, with its genitives as written",
        ),
        pytest.param(
            "Прибыл Мурат Нуртлеу, министр иностранных дел.",
            [("министр иностранных дел", FM, None, "Мурат Нуртлеу")],
            id="after the name and a comma",
        ),
        pytest.param(
            "Лукашенко (президент Белоруссии) прилетел в Астану.",
            [("президент Белоруссии", HEAD, "BY", "Лукашенко")],
            id="after the name in brackets",
        ),
        pytest.param(
            "Заместитель Премьер-министра – министр иностранных дел Казахстана Мурат Нуртлеу "
            "выступил на форуме.",
            [
                (
                    "Заместитель Премьер-министра – министр иностранных дел Казахстана",
                    FM,
                    "KZ",
                    "Мурат Нуртлеу",
                )
            ],
            id="two posts of one man: the whole phrase, the higher rung",
        ),
        pytest.param(
            "Он принял Посла США в Казахстане Дэниела Розенблюма.",
            [("Посол США в Казахстане", AMB, "US", "Дэниела Розенблюма")],
            id="an ambassador's side is the state that sent him",
        ),
        pytest.param(
            "Выступил генсек ООН Антониу Гутерреш.",
            [("генсек ООН", SENIOR, "UN", "Антониу Гутерреш")],
            id="an organisation is a side",
        ),
        pytest.param(
            "Бывший премьер-министр Великобритании Борис Джонсон прилетел.",
            [("Бывший премьер-министр Великобритании", GOV, "GB", "Борис Джонсон")],
            id="former",
        ),
        pytest.param(
            "Новый министр торговли Китая Ван Вэньтао прибыл.",
            [("министр торговли Китая", MIN, "CN", "Ван Вэньтао")],
            id="«новый» is no part of a post",
        ),
        pytest.param(
            "Принят председатель комитета по международным делам Сейма Польши Павел Коваль.",
            [
                (
                    "председатель комитета по международным делам Сейма Польши",
                    MP,
                    "PL",
                    "Павел Коваль",
                )
            ],
            id="a chain of «по» and genitives",
        ),
        pytest.param(
            "Прибыл министр образования, науки и спорта Эстонии.",
            [("министр образования, науки и спорта Эстонии", MIN, "EE", None)],
            id="several fields, and an office without a name",
        ),
        pytest.param(
            "Президентом компании остался Майк Уирт.",
            [("Президент компании", None, None, "Майк Уирт")],
            id="the president of a company is no head of state",
        ),
        pytest.param(
            "Олжас Бектенов стал премьер-министром.",
            [("премьер-министр", GOV, None, "Олжас Бектенов")],
            id="by a verb of becoming",
        ),
        pytest.param(
            "Глава палестинской делегации Саеб Эрекат выступил.",
            [("Глава палестинской делегации", None, "PS", "Саеб Эрекат")],
            id="the head of a delegation is no head of state",
        ),
        pytest.param(
            "Пресс-секретарь президента Путина Дмитрий Песков уточнил детали.",
            [("Пресс-секретарь президента", SENIOR, None, "Дмитрий Песков")],
            id="the president's name is not the spokesman's",
        ),
        pytest.param(
            "Эмир Катара шейх Тамим бен Хамад Аль Тани прибыл.",
            [("Эмир Катара", HEAD, "QA", "Тамим бен Хамад Аль Тани")],
            id="an honour between the post and the name",
        ),
        pytest.param(
            "Первый заместитель министра иностранных дел Узбекистана Бахромжон Алоев прибыл.",
            [
                (
                    "Первый заместитель министра иностранных дел Узбекистана",
                    SENIOR,
                    "UZ",
                    "Бахромжон Алоев",
                )
            ],
            id="a deputy is a rung lower",
        ),
        pytest.param(
            "Он принял временного поверенного в делах США.",
            [("временный поверенный в делах США", AMB, "US", None)],
            id="chargé d'affaires",
        ),
    ],
)
def test_a_post(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Президенты Казахстана и США Касым-Жомарт Токаев и Джо Байден встретились.",
            [
                ("Президент Казахстана", "KZ", "Касым-Жомарт Токаев"),
                ("Президент США", "US", "Джо Байден"),
            ],
            id="as many states as names: each has his own",
        ),
        pytest.param(
            "Вчера президенты двух стран Касым-Жомарт Токаев и Джо Байден встретились.",
            [
                ("президент", None, "Касым-Жомарт Токаев"),
                ("президент", None, "Джо Байден"),
            ],
            id="states not named",
        ),
        pytest.param(
            "Соглашение подписали президенты Словакии и Чехии, Петер Пеллегрини и Петр Павел.",
            [
                ("президент Словакии", "SK", "Петер Пеллегрини"),
                ("президент Чехии", "CZ", "Петр Павел"),
            ],
            id="a row of names behind a comma",
        ),
    ],
)
def test_one_phrase_for_several_is_a_post_for_each(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = [
        (p.value, p.office and p.office.side, p.holder and p.holder.of(text)) for p in posts(text)
    ]
    assert found == expected
    assert all(post.office and post.office.plural for post in posts(text))


def test_an_acting_minister_is_marked_so() -> None:
    (post,) = posts("И. о. министра торговли Иванов прибыл.")
    assert post.office is not None
    assert (post.office.acting, post.office.level) == (True, "minister")


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Прибыл сенатор Конгресса США Стив Дэйнс.", "Конгресс США"),
        ("Выступил спикер Сената Маулен Ашимбаев.", "Сенат"),
        (
            "Выступил директор Института мировой экономики Пётр Иванов.",
            "Институт мировой экономики",
        ),
        ("Выступил министр обороны Эстонии.", None),
    ],
)
def test_the_institution_of_a_post(text: str, institution: str | None) -> None:
    (post,) = posts(text)
    assert post.office is not None
    assert post.office.institution == institution


@pytest.mark.parametrize(
    "text",
    [
        "Состоялся рабочий визит.",
        "Глава книги посвящена политике безопасности.",
        "Модель экономики.",
    ],
)
def test_words_that_look_like_titles_and_hold_no_office(text: str) -> None:
    assert [post for post in posts(text) if post.office and post.office.level] == []
