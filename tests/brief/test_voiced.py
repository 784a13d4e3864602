"""A statement told in several languages: one sentence of the brief, with each report's words."""

from __future__ import annotations

from dataclasses import replace

from elshi.brief import Asked, as_text, brief
from elshi.brief.voiced import Voiced, voiced
from elshi.chronicle import Contact, Growth
from elshi.pipeline import read
from elshi.records import Article, Reading, Value
from elshi.store import Said, Told

RU = """28 февраля 2023 года Министр иностранных дел Казахстана Мухтар Тлеуберди встретился в \
Астане с государственным секретарём США Энтони Блинкеном. Энтони Блинкен поблагодарил Казахстан за \
гостеприимство. Мухтар Тлеуберди пригласил инвесторов."""
EN = """On February 28, 2023 Foreign Minister of Kazakhstan Mukhtar Tileuberdi met with US \
Secretary of State Antony Blinken in Astana. Antony Blinken \
thanked Kazakhstan for its hospitality."""
TWICE = f"{EN} Antony Blinken thanked Kazakhstan for its support."


def reading(name: str, text: str, lang: str) -> Reading:
    published = Value("2023-03-01", None, "given", "given")
    return read(Article(name, text, lang, published=published), whole=True)


def grown(*readings: Reading) -> list[Contact]:
    growth = Growth()
    growth.add(*readings)
    return growth.contacts()


def joined(*readings: Reading, lang: str = "ru") -> list[Voiced]:
    told = [Told(r.article, account) for r in readings for account in r.accounts]
    said = [Said(r.article, statement) for r in readings for statement in r.statements]
    return voiced(said, told, grown(*readings), lang)


def shown(found: list[Voiced]) -> list[list[str]]:
    return [
        [v.said.statement.text.value, *(o.statement.text.value for o in v.others)] for v in found
    ]


def test_one_statement_in_two_languages_is_one_sentence() -> None:
    assert shown(joined(reading("a", RU, "ru"), reading("b", EN, "en"))) == [
        ["поблагодарил Казахстан за гостеприимство", "thanked Kazakhstan for its hospitality"],
        ["пригласил инвесторов"],
    ]


def test_the_brief_s_own_language_leads() -> None:
    found = joined(reading("a", RU, "ru"), reading("b", EN, "en"), lang="en")
    assert found[0].said.statement.text.value == "thanked Kazakhstan for its hospitality"


def test_one_against_two_is_not_decided() -> None:
    found = joined(reading("a", RU, "ru"), reading("b", TWICE, "en"))
    assert not any(each.others for each in found)


def test_reports_in_one_language_stay_apart() -> None:
    other = RU.replace("за гостеприимство", "за поддержку")
    found = joined(reading("a", RU, "ru"), reading("b", other, "ru"))
    assert not any(each.others for each in found)


def test_the_footnote_of_the_other_report_has_its_words() -> None:
    readings = [reading("a", RU, "ru"), reading("b", EN, "en")]
    told = [Told(r.article, account) for r in readings for account in r.accounts]
    said = [Said(r.article, statement) for r in readings for statement in r.statements]
    made = brief(told, said, Asked(("KZ", "US"), lang="ru"), grown(*readings))
    notes = [line for line in as_text(made) if line.startswith("[")]
    assert any("«thanked Kazakhstan for its hospitality»" in note for note in notes)


def test_what_does_not_hold_is_left_out() -> None:
    made = reading("a", RU, "ru")
    said = [replace(Said(made.article, each), sound=False) for each in made.statements]
    assert voiced(said, [], [], "ru") == []
