# ruff: noqa: E501 - a sentence stays on one line
"""Contacts that no clause tells: official lists of participants, and transcripts of talks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from elshi.pipeline import read
from elshi.records import Account, Article


@dataclass(frozen=True)
class Row:
    """A page, and its main contacts as `kind: name|post|side, …`, parted by ` / `."""

    why: str
    lang: str
    text: str
    told: str


RU = """Участники российско-казахстанских переговоров

С российской стороны:

ЛАВРОВ Сергей Викторович – Министр иностранных дел Российской Федерации

ЧЕРНЫШЕНКО Дмитрий Николаевич – Заместитель Председателя Правительства Российской Федерации

С казахстанской стороны:

НУРТЛЕУ Мурат Абугалиевич – Заместитель Премьер-Министра – Министр иностранных дел Республики Казахстан

Даурен АБАЕВ – Чрезвычайный и Полномочный Посол Республики Казахстан в Российской Федерации"""
LISTED = "meeting: Сергей Викторович Лавров|Министр иностранных дел Российской Федерации|RU, Дмитрий Николаевич Чернышенко|Заместитель Председателя Правительства Российской Федерации|RU, Мурат Абугалиевич Нуртлеу|Заместитель Премьер-Министра – Министр иностранных дел Республики Казахстан|KZ, Даурен Абаев|Чрезвычайный и Полномочный Посол Республики Казахстан в Российской Федерации|KZ"
EN = """Participants in the Kazakh-German talks

Kazakhstan's delegation:

Murat NURTLEU – Deputy Prime Minister, Minister of Foreign Affairs of the Republic of Kazakhstan

Roman VASSILENKO – Deputy Minister of Foreign Affairs

German delegation:

Annalena BAERBOCK – Federal Minister for Foreign Affairs

Monika IWERSEN – Ambassador of Germany to Kazakhstan"""
KK = """Келіссөздерге қатысушылар

Қазақстан тарапынан:

Мұрат НҰРТІЛЕУ – Премьер-Министрдің орынбасары – Сыртқы істер министрі

Роман ВАСИЛЕНКО – Сыртқы істер министрінің орынбасары

Қытай тарапынан:

ВАН И – Сыртқы істер министрі

Чжан СЯО – Қытайдың Қазақстандағы елшісі"""
SPOKEN = """President of Kazakhstan Kassym-Jomart Tokayev: Mr President, welcome to our capital. Your visit opens a new page in our relations, and we value it highly.

President of France Emmanuel Macron (retranslated): Mr President, thank you for this welcome. We are ready to go further in energy, transport and education.

Kassym-Jomart Tokayev: Let us begin our work."""
ALONE = """President of Kazakhstan Kassym-Jomart Tokayev: Dear colleagues, I invite you to look at the results of the year. In February the Foreign Minister visited Paris, in March he met with the President of France.

Minister of Energy of Kazakhstan Almassadam Satkaliyev: The plan was carried out in full, and the stations are ready for the winter."""
LED = """Президент Казахстана Касым-Жомарт Токаев провёл переговоры с Президентом Франции Эммануэлем Макроном.

К.Токаев: Уважаемый господин Президент! Сердечно приветствую Вас в Казахстане. В 2019 году мы встретились в Париже с Президентом Германии Франком-Вальтером Штайнмайером.

Э.Макрон: Благодарю за тёплый приём. Мы готовы расширять сотрудничество в энергетике и образовании."""
BEHIND = """Beginning of the talks

Kassym-Jomart Tokayev, President of Kazakhstan: It is a pleasure to welcome you to Astana, Mr President.

Emmanuel Macron, President of France: Thank you. It is good to be with you, and we have much to talk about."""
HEADLINE = """Токаев: Мы готовы к диалогу

Президент Казахстана Касым-Жомарт Токаев принял министра иностранных дел Турции Хакана Фидана."""

ROWS = [
    Row("a list by side", "ru", RU, LISTED),
    Row("a list that has lost its lines", "ru", RU.replace("\n\n", " "), LISTED),
    Row("a list by delegation", "en", EN, "meeting: Murat Nurtleu|Deputy Prime Minister, Minister of Foreign Affairs of the Republic of Kazakhstan|KZ, Roman Vassilenko|Deputy Minister of Foreign Affairs|KZ, Annalena Baerbock|Federal Minister for Foreign Affairs|DE, Monika Iwersen|Ambassador of Germany to Kazakhstan|DE"),
    Row("a list by side in Kazakh, a name all in capitals", "kk", KK, "meeting: Мұрат Нұртілеу|Премьер-Министрдің орынбасары – Сыртқы істер министрі|KZ, Роман Василенко|Сыртқы істер министрінің орынбасары|KZ, Ван И|Сыртқы істер министрі|CN, Чжан Сяо|Қытайдың Қазақстандағы елшісі|CN"),
    Row("officials of two sides speak to each other", "en", SPOKEN, "meeting: Kassym-Jomart Tokayev|President of Kazakhstan|KZ, Emmanuel Macron|President of France|FR"),
    Row("the post behind the name", "en", BEHIND, "meeting: Kassym-Jomart Tokayev|President of Kazakhstan|KZ, Emmanuel Macron|President of France|FR"),
    Row("officials of one side speak, and tell of others", "en", ALONE, ""),
    Row("a transcript below its lead is the same contact", "ru", LED, "meeting: Касым-Жомарт Токаев|Президент Казахстана|KZ, Эммануэль Макрон|Президент Франции|FR"),
    Row("a headline with a colon is no transcript", "ru", HEADLINE, "meeting: Касым-Жомарт Токаев|Президент Казахстана|KZ, Хакан Фидан|министр иностранных дел Турции|TR"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lang} {row.why}")
def test_contacts_of_lists_and_transcripts(row: Row) -> None:
    reading = read(Article("a", row.text, row.lang), whole=True)
    main = [account for account in reading.accounts if account.role.value == "main"]
    assert " / ".join(map(_told, main)) == row.told


def test_where_the_speakers_are() -> None:
    (talks,) = read(Article("a", BEHIND, "en"), whole=True).accounts
    assert talks.place is not None
    assert talks.place.city is not None
    assert talks.place.city.value == "Astana"


def _told(account: Account) -> str:
    who = (
        f"{p.name.value}|{p.post.value if p.post else '-'}|{p.side.value if p.side else '-'}"
        for p in account.participants
    )
    return f"{account.kind.value}: {', '.join(who)}"


def test_a_turn_is_one_direct_statement_of_its_speaker() -> None:
    reading = read(Article("a", SPOKEN, "en"), whole=True)
    said = [(s.speaker.name.value if s.speaker else "-", s.kind) for s in reading.statements]
    assert said == [("Kassym-Jomart Tokayev", "direct"), ("Emmanuel Macron", "direct")]


def test_who_asks_a_question_makes_no_statement() -> None:
    asked = "Question: Mr President, when will the next summit of the two states take place?"
    reading = read(Article("a", f"{SPOKEN}\n\n{asked}", "en"), whole=True)
    assert not any(asked[-30:] in s.text.value for s in reading.statements)
