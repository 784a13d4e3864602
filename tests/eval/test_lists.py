"""Official lists of participants: lines, sides, and names after a post that ends in capitals."""

from __future__ import annotations

from lists import Line, lines, page_of

PAGE = (
    "Участники переговоров 3 марта 2024 года С российской стороны : ОРЛОВ Пётр Ильич – Министр"
    " транспорта Российской Федерации, председатель комиссии С монгольской стороны : Цэрэн"
    " БАТБОЛД – Посол Монголии в Российской Федерации Доржийн ГАНТУЛГА – советник Президента"
    " Монголии Смотрите также Переговоры 3 марта 2024 года"
)


def test_each_line_with_its_post_and_side() -> None:
    assert lines(PAGE) == [
        Line(
            "ОРЛОВ Пётр Ильич",
            "Министр транспорта Российской Федерации, председатель комиссии",
            "RU",
        ),
        Line("Цэрэн БАТБОЛД", "Посол Монголии в Российской Федерации", "MN"),
        Line("Доржийн ГАНТУЛГА", "советник Президента Монголии", "MN"),
    ]


def test_the_page_gets_its_lines_back() -> None:
    assert [line[:12] for line in page_of(PAGE).splitlines()] == [
        "Участники пе",
        "С российской",
        "ОРЛОВ Пётр И",
        "С монгольско",
        "Цэрэн БАТБОЛ",
        "Доржийн ГАНТ",
    ]
