"""Organisations and places that no table knows: where they stand, and of whose posts they are."""

from __future__ import annotations

import pytest

from elshi.lang import load
from elshi.lang.ru.posts import single_posts
from elshi.mark import mark

PACK = load("ru")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (
            "Он работал в Институте мировой литературы.",
            "institution",
            "Институт мировой литературы",
        ),
        ("Завод построили под Нижневартовском.", "place", "Нижневартовском"),
        (
            "Выступил лидер Союза свободных рыбаков (ССР) Иван Петров.",
            "institution",
            "Союз свободных рыбаков",
        ),
    ],
)
def test_what_no_table_knows_is_given_out(text: str, kind: str, value: str) -> None:
    found = mark(PACK.parse(text), PACK).bodies
    assert (kind, value) in [(m.kind, m.value) for m in found]


def test_it_is_no_party_of_a_contact() -> None:
    parsed = PACK.parse("Директор завода «Омега» Пётр Сидоров прибыл в Бухару.")
    marks = mark(parsed, PACK)
    assert not [m for m in marks.of("institution") if "Омега" in m.value]


def held(text: str) -> list[tuple[str, str, str | None]]:
    """Who, in which office, of which body."""
    parsed = PACK.parse(text)
    marks = mark(parsed, PACK)
    known = [*marks.of("person", "state", "institution", "place"), *marks.bodies]
    return [
        (post.holder.of(text), post.value, post.office.institution)
        for post in single_posts(parsed, known)
        if post.holder and post.office
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Пётр Сидоров, начальник пресс-службы МЧС по Москве и Московской области, уехал.",
            (
                "Пётр Сидоров",
                "начальник пресс-службы МЧС по Москве и Московской области",
                "пресс-служба МЧС по Москве и Московской области",
            ),
            id="the body that opens first",
        ),
        pytest.param(
            "Выступил глава государственной Комиссии по рыболовству Пётр Сидоров.",
            (
                "Пётр Сидоров",
                "глава государственной Комиссии по рыболовству",
                "государственная Комиссия по рыболовству",
            ),
            id="with its adjective",
        ),
        pytest.param(
            "Пётр Сидоров, управляющий компанией «Омега», выступил против.",
            ("Пётр Сидоров", "управляющий компанией «Омега»", "компания «Омега»"),
            id="in the instrumental",
        ),
        pytest.param(
            "Заявил представитель вооружённых сил Пётр Сидоров.",
            ("Пётр Сидоров", "представитель вооружённых сил", "вооружённые силы"),
            id="many stay many",
        ),
    ],
)
def test_of_which_body(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in held(text)


@pytest.mark.parametrize(
    ("text", "who", "post"),
    [
        pytest.param(
            "Президент Токаев назначил Олжаса Бектенова премьер-министром.",
            "Олжаса Бектенова",
            "премьер-министр",
            id="appointed, not the one who appoints",
        ),
        pytest.param(
            "Токаев подписал указ о назначении Мурата Нуртлеу министром иностранных дел.",
            "Мурата Нуртлеу",
            "министр иностранных дел",
            id="by a noun",
        ),
        pytest.param(
            "Место спикера Сейма в новом составе занял социал-демократ Пётр Сидоров.",
            "Пётр Сидоров",
            "спикер Сейма",
            id="takes the seat",
        ),
        pytest.param(
            "Послом Казахстана с 27 октября 2016 года назначен первый секретарь Пётр Сидоров.",
            "Пётр Сидоров",
            "Посол Казахстана",
            id="with a date between",
        ),
        pytest.param(
            "Завтра министром финансов станет депутат Сейма Пётр Сидоров.",
            "Пётр Сидоров",
            "министр финансов",
            id="named after another post",
        ),
    ],
)
def test_who_becomes_it(text: str, who: str, post: str) -> None:
    assert (who, post) in [(name, title) for name, title, _ in held(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Анна Сидорова стала кандидатом на пост главы Франции.",
        "Суд оправдал экс-кандидата в президенты Беларуси Андрея Сидорова.",
        "Токаев назвал Германию ключевым партнёром Казахстана.",
    ],
)
def test_nobody_holds_what_is_only_wished_for_or_said_of_another(text: str) -> None:
    assert not held(text)
