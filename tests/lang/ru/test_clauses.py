"""Russian clauses: what a predicate is, and who stands to it in which neutral role."""

from __future__ import annotations

import pytest

from elshi.lang.ru import parse
from elshi.pack import Clause

# name of the phenomenon: (sentence, predicate lemma, what must stand in its clause)
CLAUSES = {
    "active": (
        "Министр обороны Турции встретился в Баку с коллегой.",
        "встретиться",
        "past; subject Министр обороны Турции; in в Баку; with с коллегой",
    ),
    "passive becomes active": (
        "Посол Франции был принят премьер-министром Грузии.",
        "принять",
        "past; object Посол Франции; subject премьер-министром Грузии",
    ),
    "light verb and its noun are one clause": (
        "Спикер парламента проведёт переговоры с президентом Сербии.",
        "переговоры",
        "future; subject Спикер парламента; with с президентом Сербии",
    ),
    "event noun as subject of a support verb": (
        "Состоялась встреча премьера Казахстана с премьером Венгрии.",
        "встреча",
        "past; of премьера Казахстана; with с премьером Венгрии",
    ),
    "noun that holds the event": (
        "В Вене прошёл второй раунд переговоров между Арменией и Азербайджаном.",
        "переговоры",
        "past; in В Вене; between между Арменией; between Азербайджаном",
    ),
    "conjoined verbs share the subject": (
        "Министр прибыл в Ташкент и встретился с послом.",
        "встретиться",
        "past; subject Министр; with с послом",
    ),
    "infinitive under a plan": (
        "Президент планирует посетить Анкару.",
        "посетить",
        "present; planned; subject Президент; object Анкару",
    ),
    "conjoined objects are heads of their own": (
        "Президент принял посла Италии и министра обороны Чехии.",
        "принять",
        "past; subject Президент; object посла Италии; object министра обороны Чехии",
    ),
    "put off": (
        "Визит канцлера Германии отложен.",
        "визит",
        "past; postponed; of канцлера Германии",
    ),
    "denied": (
        "Встреча министров не состоялась.",
        "встреча",
        "past; negated; of министров",
    ),
    "participle gives its noun as subject": (
        "Премьер, прибывший в Душанбе, выступил с речью.",
        "прибыть",
        "past; subject Премьер; to в Душанбе",
    ),
    "on a visit": (
        "Канцлер находится в Астане с официальным визитом.",
        "визит",
        "present; subject Канцлер; in в Астане",
    ),
    "taking part": (
        "Глава МИД принял участие в саммите ШОС.",
        "саммит",
        "past; subject Глава МИД; of ШОС",
    ),
    "adjective and noun together": (
        "Президенты провели телефонный разговор.",
        "телефонный разговор",
        "past; subject Президенты",
    ),
    "credentials": (
        "Посол Франции вручил верительные грамоты Президенту Казахстана.",
        "верительный грамота",
        "past; subject Посол Франции; to Президенту Казахстана",
    ),
    "content of what is said": (
        "Министр сообщил, что стороны подписали соглашение.",
        "сообщить",
        "past; subject Министр; that что стороны подписали соглашение",
    ),
    "agent of a leader": (
        "В столицу прибыла делегация во главе с министром.",
        "прибыть",
        "past; to В столицу; subject делегация во главе с министром",
    ),
    "invited to visit is a wish": (
        "Президента пригласили посетить Париж.",
        "посетить",
        "wanted; object Париж",
    ),
    "the second name is hung across the verb": (
        "Президент Республики Армения Ваагн Хачатурян 3 мая провёл телефонный разговор с "
        "Президентом Республики Болгария Руменом Радевым.",
        "телефонный разговор",
        "past; subject Президент Республики Армения Ваагн Хачатурян; "
        "with с Президентом Республики Болгария Руменом Радевым",
    ),
    "the host's name is hung on the guest behind the verb": (
        "По приглашению Президента Республики Молдова Майи Санду 9 июня в нашу страну с визитом "
        "прибыл Президент Литовской Республики Гитанас Науседа.",
        "прибыть",
        "past; by Президента Республики Молдова Майи Санду; "
        "subject Президент Литовской Республики Гитанас Науседа",
    ),
    "who leads the delegation stands in its phrase": (
        "Президент провёл встречу с прибывшей с визитом в страну делегацией Республики Корея во "
        "главе с министром торговли Ан Докгыном.",
        "встреча",
        "past; subject Президент; with с прибывшей с визитом в страну делегацией Республики Корея "
        "во главе с министром торговли Ан Докгыном",
    ),
    "a dateline is no subject": (
        "Астана. 5 мая. СТОЛИЧНЫЙ ВЕСТНИК - Министр иностранных дел Болгарии обсудил торговлю.",
        "обсудить",
        "past; subject Министр иностранных дел Болгарии; object торговлю",
    ),
    "who says that he means to": (
        "Министр обороны Чехии заявил, что намерен посетить Загреб.",
        "посетить",
        "planned; subject Министр обороны Чехии; object Загреб",
    ),
    "who says that he plans": (
        "Посол Греции сообщил, что планирует встретиться с ректором.",
        "встретиться",
        "planned; subject Посол Греции; with с ректором",
    ),
    "what somebody travels for": (
        "Премьер Грузии прибыл в Баку для переговоров с коллегой.",
        "переговоры",
        "meant; nominal; with с коллегой",
    ),
    "what a visit is for": (
        "Целью визита стала встреча с президентом Чехии.",
        "встреча",
        "meant; with с президентом Чехии",
    ),
    "noun alone": (
        "По итогам визита в Москву министр выступил перед прессой.",
        "визит",
        "nominal; to в Москву",
    ),
}


def test_prisoners_exchanged_are_no_talks() -> None:
    assert not parse("Стороны обменялись пленными.").clauses
    assert parse("Министры обменялись мнениями о торговле.").clauses[0].lemma == "обменяться"


def drawn(text: str, clause: Clause) -> set[str]:
    """A clause in the words of the table above."""
    said = {clause.tense, clause.modality}
    said |= {"negated"} if clause.negated else set()
    said |= {"nominal"} if clause.nominal else set()
    for argument in clause.arguments:
        said |= {f"{argument.marker} {head.of(text)}" for head in argument.heads}
    return {word for word in said if word}


@pytest.mark.parametrize("phenomenon", CLAUSES)
def test_clause(phenomenon: str) -> None:
    text, lemma, expected = CLAUSES[phenomenon]
    found = [drawn(text, c) for c in parse(text).clauses if c.lemma == lemma]
    assert found, f"no clause of «{lemma}»"
    assert set(expected.split("; ")) <= found[0]


def test_every_argument_lies_in_the_text() -> None:
    for text, _, _ in CLAUSES.values():
        parsed = parse(text)
        for clause in parsed.clauses:
            for argument in clause.arguments:
                assert argument.heads
                assert all(argument.span.covers(head) for head in argument.heads)
