"""The brief: sentences that can be read aloud, each with its source; what does not hold is out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from elshi.brief import Asked, as_text, brief
from elshi.brief.sentences import told_sentence
from elshi.records import Reading, When
from elshi.store import Said, Told
from samples import all_readings, english_reading, planned_reading, recall_reading, talks_reading

SIDES = ("KZ", "US")


def told(*readings: Reading) -> list[Told]:
    return [Told(reading.article, account) for reading in readings for account in reading.accounts]


def said(*readings: Reading) -> list[Said]:
    return [Said(r.article, statement) for r in readings for statement in r.statements]


SENTENCES = [
    pytest.param(
        talks_reading(), 0, "ru",
        "28 февраля 2023 года состоялась встреча. Казахстан (по контексту) — Мухтар Тлеуберди, "
        "Министр иностранных дел; США — Энтони Блинкен, государственный секретарь. "
        "Место — Астана, Казахстан. Темы: «торговлю и инвестиции».",
        id="a meeting",
    ),
    pytest.param(
        recall_reading(), 1, "ru",
        "В феврале 2023 года состоялся визит. США (по контексту) — Энтони Блинкен, госсекретарь. "
        "Страна визита — Казахстан.",
        id="a visit, to the month",
    ),
    pytest.param(
        planned_reading(), 0, "ru",
        "Запланирован визит (28 февраля 2023 года). США (по контексту) — Энтони Блинкен, "
        "государственный секретарь. Страна визита — Казахстан.",
        id="what is planned is not told as done",
    ),
    pytest.param(
        english_reading(), 0, "en",
        "On 28 February 2023 a meeting was held. Kazakhstan (inferred): Mukhtar Tileuberdi, "
        "Foreign Minister; United States (inferred): Antony Blinken, Secretary of State. "
        "Place: Astana, Kazakhstan (inferred). Topics: “trade”.",
        id="in English",
    ),
    pytest.param(
        recall_reading(), 1, "kk",
        "2023 жылғы ақпанда сапар өтті. АҚШ (контекст бойынша) — Энтони Блинкен, госсекретарь. "
        "Сапар елі — Қазақстан.",
        id="in Kazakh, of a Russian source",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reading", "n", "lang", "expected"), SENTENCES)
def test_a_contact_in_words(reading: Reading, n: int, lang: str, expected: str) -> None:
    assert told_sentence(told(reading)[n], SIDES, lang).text == expected


@pytest.mark.parametrize(
    ("when", "start"),
    [
        (
            When("[..2023-02-28]", "published", None, "test"),
            "Не позднее 28 февраля 2023 года (день не назван) состоялась встреча.",
        ),
        (None, "Состоялась встреча (дата не названа)."),
    ],
)
def test_a_day_that_is_not_named_is_not_made_up(when: When | None, start: str) -> None:
    reading = talks_reading()
    account = replace(reading.accounts[0], when=when)
    sentence = told_sentence(Told(reading.article, account), SIDES, "ru")
    assert sentence.text.startswith(start)


def test_the_footnote_quotes_the_report() -> None:
    source = told_sentence(told(talks_reading())[0], SIDES, "ru").source
    assert source.outlet == "Дипломатический вестник"
    assert source.published == "28 февраля 2023 года"
    assert source.where == "https://example.org/talks"
    assert source.quote in talks_reading().article.text
    assert source.quote.startswith("Министр иностранных дел")
    assert source.quote.endswith("пресс-служба МИД.")


def test_headings_by_level_then_recalled_then_planned() -> None:
    readings = all_readings()
    made = brief(told(*readings), said(*readings), Asked(SIDES, lang="ru"))
    assert [section.title for section in made.sections] == [
        "Контакты", "О других контактах источники упоминают", "Запланировано", "Заявления",
    ]  # fmt: skip
    assert [s.title for s in made.sections[0].sections] == ["С участием министра иностранных дел"]
    recalled = made.sections[1].sentences
    assert [sentence.text[:11] for sentence in recalled] == ["В сентябре ", "В феврале 2"]


def test_the_language_is_that_of_most_sources() -> None:
    assert brief(told(*all_readings()), [], Asked(SIDES)).lang == "ru"
    assert brief(told(english_reading()), [], Asked(SIDES)).lang == "en"


def test_what_nobody_is_named_for_is_pinned_on_nobody() -> None:
    reading = talks_reading()
    made = brief(told(reading), said(reading), Asked(SIDES, lang="ru"))
    statements = [sentence.text for sentence in made.sections[-1].sentences]
    assert statements == [
        "Энтони Блинкен, государственный секретарь (США) — обязательство или готовность "
        "(в пересказе источника): «подтвердил поддержку суверенитета Казахстана».",
        "Говорящий не назван — оценка (в пересказе источника): "
        "«Было отмечено, что диалог развивается».",
    ]


def test_a_sentence_whose_evidence_does_not_hold_is_withheld_and_counted() -> None:
    reading = talks_reading()
    broken = [Told(reading.article, reading.accounts[0], sound=False)]
    unsound = [replace(each, sound=False) for each in said(reading)]
    made = brief([*broken, *told(planned_reading())], unsound, Asked(SIDES, lang="ru"))
    text = "\n".join(as_text(made))
    assert "Тлеуберди" not in text
    assert made.withheld == 3
    assert "снятых из-за расхождения цитаты с текстом: 3" in text


def test_how_many_were_left_out_is_said() -> None:
    many = told(*[recall_reading()] * 4)
    text = "\n".join(as_text(brief(many, [], Asked(SIDES, lang="ru", most=3))))
    assert "Ещё в этом разделе, более ранних: 5." in text


def test_nothing_known_is_said_so() -> None:
    made = brief([], [], Asked(("KZ", "BR"), as_of=date(2024, 1, 1), lang="ru"))
    assert list(as_text(made)) == [
        "Казахстан — Бразилия",
        "",
        "По сообщениям, опубликованным не позднее 1 января 2024 года. "
        "Сообщений о контактах этих сторон нет.",
    ]


def test_every_sentence_has_a_number_that_is_explained() -> None:
    readings = all_readings()
    lines = list(as_text(brief(told(*readings), said(*readings), Asked(SIDES, lang="en"))))
    numbers = {line.rsplit(" ", 1)[1] for line in lines if line.startswith("— ")}
    notes = {line.split(" ", 1)[0] for line in lines if line.startswith("[")}
    assert numbers == notes != set()
