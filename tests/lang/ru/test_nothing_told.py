"""What looks like a contact in a Russian text and tells of none."""

from __future__ import annotations

import pytest

from elshi.extract import article
from elshi.pipeline import read
from elshi.records import Account, Capture


def told(text: str) -> tuple[Account, ...]:
    given = (("lang", "ru"), ("published", "2024-11-27"))
    return read(article(Capture("test", text, "text", given)), whole=True).accounts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Сценарии начала переговоров Казахстана и Монголии обсуждают эксперты.", id="a scenario"
        ),
        pytest.param(
            "Идея переговоров Казахстана и Монголии, по его мнению, несостоятельна.", id="an idea"
        ),
        pytest.param(
            "Аналитики назвали условия для переговоров Казахстана с Монголией.", id="conditions"
        ),
        pytest.param(
            "В Астане передумали вести переговоры с Монголией.", id="thought better of it"
        ),
        pytest.param(
            "Чтобы начать переговоры с Казахстаном, Монголии необходимо открыть границу.",
            id="an end in view",
        ),
        pytest.param("Начнут ли Казахстан и Монголия переговоры о границе?", id="asked"),
        pytest.param("Казахстан и Монголия приняли похожее решение о визах.", id="took a decision"),
        pytest.param("Более 20 тысяч россиян посетили Мальдивы.", id="tourists"),
        pytest.param(
            "В Астане опровергли сообщения о переговорах Казахстана с Монголией.", id="denied"
        ),
        pytest.param("В баре встретились англичанин, шотландец и ирландец.", id="three men"),
        pytest.param("Журналист Пётр Сидоров прилетел в Бишкек.", id="a journalist"),
        pytest.param(
            "Певец Пётр Сидоров встретился с президентом Казахстана Касым-Жомартом Токаевым.",
            id="a singer",
        ),
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Министр иностранных дел Монголии прибыл в Астану, чтобы провести переговоры "
            "с министром иностранных дел Казахстана.",
            id="has come for it",
        ),
        pytest.param(
            "Шольц в беседе с президентом Казахстана Токаевым предложил помощь.",
            id="known by his surname",
        ),
        pytest.param("Делегация Монголии посетила Казахстан.", id="a delegation travels"),
        pytest.param(
            "Президент Казахстана принял делегацию Монголии.", id="a delegation is received"
        ),
    ],
)
def test_something_is_told(text: str) -> None:
    assert told(text)
