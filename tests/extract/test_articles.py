import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.errors import BadDate, EmptyInput, InputError
from elshi.extract import article
from elshi.records import Article, Capture, Value

DATA = Path(os.environ.get("ELSHI_DATA", Path(__file__).parents[2].parent / "shared" / "data"))
REFERENCE = DATA / "reference" / "kazpravda-2024-03-26.txt"

RUSSIAN = """Главная
Политика
Председатель Мажилиса принял посла Италии

Председатель Мажилиса принял посла Италии

14 мая 2024, 17:40 Политика
Просмотров: 1 204
Фото: пресс-служба

Спикер обсудил с дипломатом обмен делегациями, передает Zakon.kz.

Читайте также:
Посол Японии завершает миссию

Стороны договорились провести заседание группы дружбы осенью.

Подписывайтесь на наш телеграм-канал!
© 2024 Все права защищены"""

KAZAKH = """Басты бет
Саясат
Мәжіліс төрағасы Италия елшісін қабылдады - Egemen Qazaqstan
Мәжіліс төрағасы Италия елшісін қабылдады
2024 жылғы 14 мамыр, 17:40
Қаралды: 1 204

Спикер дипломатпен делегация алмасу мәселесін талқылады, деп хабарлайды Egemen Qazaqstan.

Оқи отырыңыз:
Жапония елшісі миссиясын аяқтады

Тараптар достық тобының отырысын күзде өткізуге уағдаласты.

Бізге жазылыңыз!
© 2024 Барлық құқықтар қорғалған"""

ENGLISH = """Home
World
Speaker of Mazhilis receives Italian ambassador
Speaker of Mazhilis receives Italian ambassador
May 14, 2024 5:40 PM
By Aigerim Sadykova
Share
Photo credit: press service

ASTANA. KAZINFORM – The Speaker discussed exchanges of delegations with the diplomat.

Read also:
Ambassador of Japan completes mission

The sides agreed to convene the friendship group in autumn.

Tags: Mazhilis, Italy
All rights reserved"""


def of(text: str, **given: str) -> Article:
    return article(Capture("here.txt", text, "text", tuple(given.items())))


def quote(found: Article, value: Value | None) -> str | None:
    return value.span.of(found.text) if value and value.span else None


@pytest.mark.parametrize(
    ("page", "lang", "text", "outlet", "rubric"),
    [
        pytest.param(
            RUSSIAN,
            "ru",
            [
                "Председатель Мажилиса принял посла Италии",
                "14 мая 2024, 17:40 Политика",
                "Спикер обсудил с дипломатом обмен делегациями, передает Zakon.kz.",
                "Стороны договорились провести заседание группы дружбы осенью.",
            ],
            "Zakon.kz",
            "Политика",
            id="Russian",
        ),
        pytest.param(
            KAZAKH,
            "kk",
            [
                "Мәжіліс төрағасы Италия елшісін қабылдады",
                "2024 жылғы 14 мамыр, 17:40",
                "Спикер дипломатпен делегация алмасу мәселесін талқылады, "
                "деп хабарлайды Egemen Qazaqstan.",
                "Тараптар достық тобының отырысын күзде өткізуге уағдаласты.",
            ],
            "Egemen Qazaqstan",
            "Саясат",
            id="Kazakh",
        ),
        pytest.param(
            ENGLISH,
            "en",
            [
                "Speaker of Mazhilis receives Italian ambassador",
                "May 14, 2024 5:40 PM",
                "ASTANA. KAZINFORM – The Speaker discussed exchanges of delegations "
                "with the diplomat.",
                "The sides agreed to convene the friendship group in autumn.",
            ],
            "Kazinform",
            "World",
            id="English",
        ),
    ],
)
def test_a_page_saved_as_text_is_its_report_and_no_more(
    page: str, lang: str, text: list[str], outlet: str, rubric: str
) -> None:
    found = of(page)
    assert found.lang == lang
    assert found.text.split("\n\n") == text
    assert quote(found, found.title) == text[0]
    assert found.published is not None
    assert found.published.value == "2024-05-14T17:40:00+05:00"
    assert found.outlet is not None
    assert found.outlet.value == outlet
    assert found.rubric is not None
    assert found.rubric.value == rubric


@pytest.mark.skipif(not REFERENCE.exists(), reason=f"the real report is not there: {REFERENCE}")
def test_the_reference_report() -> None:
    found = of(REFERENCE.read_text(encoding="utf-8"))
    title = "Маулен Ашимбаев встретился с сенатором Конгресса США"
    assert found.lang == "ru"
    assert found.text.split("\n\n").count(title) == 1
    assert quote(found, found.title) == title
    assert found.published is not None
    assert found.published.value == "2024-03-26T06:02:00+05:00"
    assert quote(found, found.published) == "26.03.2024 06:02"
    assert quote(found, found.rubric) == "Общество"
    assert found.outlet is not None
    assert found.outlet.value == quote(found, found.outlet) == "Kazpravda.kz"


def test_what_the_input_says_overrules_the_page() -> None:
    found = of(RUSSIAN, published="2024-05-15", outlet="Kazinform", lang="ru", id="7")
    assert found.published == Value("2024-05-15", None, "given published", "given")
    assert found.outlet == Value("Kazinform", None, "given outlet", "given")
    assert found.input_id == "7"


def test_a_given_headline_is_found_in_the_text() -> None:
    found = of(RUSSIAN, title="Председатель Мажилиса принял посла Италии")
    assert found.text.count("принял посла Италии") == 1
    assert found.title is not None
    assert found.title.basis == "given"
    assert quote(found, found.title) == "Председатель Мажилиса принял посла Италии"


def test_a_given_headline_that_the_text_lacks_is_set_at_its_head() -> None:
    found = of("Стороны обсудили поставки зерна и транзит.", title="Разговор с премьером Италии")
    assert found.text == "Разговор с премьером Италии\n\nСтороны обсудили поставки зерна и транзит."
    assert found.title is not None
    assert found.title.rule == "given title"


def test_a_page_saved_in_one_line() -> None:
    line = (
        "События Разговор с премьером Италии По инициативе итальянской стороны состоялся разговор"
        " двух глав правительств. 14 мая 2024 года 20:10 Москва, Кремль Обсуждались поставки зерна"
        " и транзит, а также обмен делегациями и подготовка заседания комиссии. Темы Внешняя"
        " политика Статус материала Опубликован в разделе: Новости Дата публикации: 14 мая 2024"
        " года, 20:10 Текстовая версия"
    )
    found = of(line, title="Разговор с премьером Италии", url="http://kremlin.ru/d/1")
    assert found.text.split("\n\n") == [
        "Разговор с премьером Италии",
        "14 мая 2024 года 20:10 Москва, Кремль",
        "По инициативе итальянской стороны состоялся разговор двух глав правительств.",
        "Обсуждались поставки зерна и транзит, а также обмен делегациями и подготовка"
        " заседания комиссии.",
    ]
    assert found.published is not None
    assert found.published.value == "2024-05-14T20:10:00+03:00"


def test_a_chat_post_has_no_markdown_no_links_and_no_call_to_subscribe() -> None:
    found = of(
        "⚡️**Посол Италии** [прибыл](https://t.me/x/1) в Астану, — МИД.\n\n"
        "#дипломатия\n\n🎯[ Подписывайся на нас](https://t.me/x)"
    )
    assert found.text == "Посол Италии прибыл в Астану, — МИД."
    assert found.title is None
    assert found.published is None


def test_cut_lines_are_made_whole_and_hyphenation_is_mended() -> None:
    found = of(
        "Председатель комитета провёл встречу с группой парла-\n"
        "ментариев Италии, прибывших в страну по приглашению\n"
        "палаты. Обсуждались вопросы обмена делегациями и торгово-\n"
        "экономического сотрудничества между двумя странами и их\n"
        "регионами."
    )
    assert "парламентариев" in found.text
    assert "торгово-экономического" in found.text
    assert "\n" not in found.text


@pytest.mark.parametrize(
    ("day", "zone"),
    [("29.02.2024 12:00", "+06:00"), ("01.03.2024 12:00", "+05:00")],
)
def test_kazakhstan_has_one_zone_since_march_2024(day: str, zone: str) -> None:
    found = of(f"Приём посла в столице страны\n{day}\nСостоялся приём посла.", outlet="Zakon.kz")
    assert found.published is not None
    assert found.published.value.endswith(zone)


def test_without_a_known_outlet_no_zone_is_asserted() -> None:
    found = of("Приём посла в столице страны\n14.05.2024 12:00\nСостоялся приём посла Италии.")
    assert found.published is not None
    assert found.published.value == "2024-05-14T12:00:00"


def test_an_agency_that_others_reprint_is_only_inferred() -> None:
    found = of("Министр иностранных дел Италии прибыл с визитом в Москву, сообщает ТАСС.")
    assert found.outlet is not None
    assert (found.outlet.value, found.outlet.basis) == ("ТАСС", "inferred")
    assert found.outlet.reason


@pytest.mark.parametrize("said", ["вчера", "2024-13-40", "31.02.2024"])
def test_a_given_date_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(BadDate, match="is no date"):
        of("Состоялся приём посла Италии.", published=said)


def test_a_date_from_the_future_is_refused_where_today_is_known() -> None:
    capture = Capture("x", "Состоялся приём посла.", "text", (("published", "2031-01-01"),))
    assert article(capture).published is not None
    with pytest.raises(BadDate, match="after today"):
        article(capture, today=date(2024, 5, 14))


def test_a_text_of_nothing_is_refused() -> None:
    with pytest.raises(EmptyInput):
        of("\u200b \u00ad ")


def test_the_same_article_has_the_same_id_and_another_address_another() -> None:
    text = "Состоялся приём посла Италии."
    assert of(text).id == of(text).id
    assert of(text, url="https://a.kz/1").id != of(text, url="https://a.kz/2").id


PAGE = """<html><head><title>Приём посла Италии | Zakon.kz</title>
<meta property="og:title" content="Приём посла Италии">
<meta property="article:published_time" content="2024-05-14T12:40:00Z">
<meta property="og:site_name" content="Zakon.kz">
<link rel="canonical" href="https://www.zakon.kz/politika/1.html"></head>
<body><nav><a href="/">Главная</a><a href="/p">Политика</a></nav><h1>Приём посла Италии</h1>
{date}<article><p>Председатель Мажилиса принял посла Италии и обсудил с ним обмен делегациями.</p>
<p>Стороны договорились провести осенью заседание группы дружбы двух парламентов.</p></article>
<footer>© 2024 Все права защищены</footer></body></html>"""


@pytest.mark.parametrize(
    ("shown", "published", "rule"),
    [
        ("", "2024-05-14T12:40:00+00:00", "html metadata published"),
        ("<div>14 мая 2024, 17:40</div>", "2024-05-14T17:40:00+05:00", "date line"),
    ],
)
def test_a_whole_page(shown: str, published: str, rule: str) -> None:
    found = article(Capture("page.html", PAGE.replace("{date}", shown), "html"))
    assert quote(found, found.title) == "Приём посла Италии"
    assert found.published is not None
    assert (found.published.value, found.published.rule) == (published, rule)
    assert found.outlet is not None
    assert found.outlet.value == "Zakon.kz"
    assert found.url == "https://www.zakon.kz/politika/1.html"
    assert "Главная" not in found.text
    assert "права" not in found.text


@given(st.text(max_size=300), st.text(max_size=40))
def test_every_span_holds_whatever_the_text(text: str, title: str) -> None:
    try:
        found = of(text, title=title, lang="ru")
    except InputError:
        return
    for value in (found.title, found.rubric):
        if value and value.span:
            assert value.span.of(found.text) == value.value
    for value in (found.published, found.outlet):
        if value and value.span:
            assert value.span.end <= len(found.text)


@pytest.mark.parametrize(
    ("day", "published"), [("2025-11-20", "2025-11-20"), ("2025-11", "2025-11")]
)
def test_a_day_that_the_saver_wrote_before_the_text(day: str, published: str) -> None:
    text = f" date {day} Министр Астанада\nМинистр елшіні қабылдады, деп хабарлайды министрлік."
    read = article(Capture("page.txt", text, "text"))
    assert read.published is not None
    assert read.published.value == published
    assert read.text.startswith("Министр Астанада")


LEAD = "Foreign Ministers of Kazakhstan and Hungary held talks in Astana on trade and transit."
REST = "The ministers agreed to hold a business forum in the autumn, the ministry says in a report."


@pytest.mark.parametrize(
    ("page", "url", "title", "published"),
    [
        pytest.param(
            f"Ministers hold talks in Astana\n{LEAD}\n{REST}\nRelated News\n11:50 / 04.11.2024\n"
            "Envoy appointed to Budapest\n14:28 / 29.10.2024\nAnother envoy leaves Budapest today",
            "https://news.example/2024/06/12/talks",
            "Ministers hold talks in Astana",
            "2024-06-12",
            id="the dates of other reports below it",
        ),
        pytest.param(
            f"Ministers hold talks in Astana\n{LEAD}\n{REST}\nMORE ARTICLES\n"
            "Oil price falls for a third day\nOil price falls for a third day",
            "",
            "Ministers hold talks in Astana",
            None,
            id="the headline of another, said twice below it",
        ),
        pytest.param(
            f"Budapest Local Time\nForeign ministers hold talks in Astana\n{LEAD}\n{REST}",
            "",
            "Foreign ministers hold talks in Astana",
            None,
            id="a few words of the page above it",
        ),
        pytest.param(
            f"Ministers hold talks in Astana\n{LEAD}\n{REST}",
            "https://news.example/en/ministers-hold-talks-12-06-2024",
            "Ministers hold talks in Astana",
            "2024-06-12",
            id="the day at the end of the address",
        ),
        pytest.param(
            f"Ministers hold talks in Astana\n{LEAD}\n{REST}",
            "https://news.example/2024/06/talks",
            "Ministers hold talks in Astana",
            "2024-06",
            id="the month in the address",
        ),
    ],
)
def test_whose_headline_and_date(page: str, url: str, title: str, published: str | None) -> None:
    found = of(page, **({"url": url} if url else {}))
    assert quote(found, found.title) == title
    assert (found.published.value if found.published else None) == published


@pytest.mark.parametrize(("line", "rubric"), [("", None), ("Politics\n", "Politics")])
def test_a_menu_of_many_rubrics_names_none(line: str, rubric: str | None) -> None:
    title = "Speaker receives ambassador"
    lead = "The Speaker received the ambassador of Italy in Astana today, the press service said."
    menu = "Home | News | Politics | Economy | Sport"
    page = f"{title}\n\n{menu}\n\n{title}\n\n12 May 2025 10:00\n{line}\n{lead}\n"
    found = article(Capture("a.txt", page, "text")).rubric
    assert (found and found.value) == rubric


def test_the_card_that_opens_on_a_name_is_its_post() -> None:
    text = (
        "Talks\n\nIlham Aliyev Aliyev IlhamPresident of Azerbaijan: I thank you for the invitation."
    )
    assert "Ilham Aliyev, President of Azerbaijan: I thank" in of(text, lang="en").text
