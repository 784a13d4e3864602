"""Commitments, the matrix, and what accounts of one contact tell differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from elshi.chronicle import copies, grown
from elshi.chronicle.build import chronicle
from elshi.chronicle.commitments import promised
from elshi.chronicle.compare import differences, voices
from elshi.chronicle.copies import sketch
from elshi.chronicle.matrix import matrix
from elshi.records import Reading
from made import (
    ASHIMBAYEV,
    BIDEN,
    BLINKEN,
    LANGS,
    MATVIYENKO,
    PUTIN,
    TILEUBERDI,
    TOKAYEV,
    report,
    saying,
    told,
)

INVITED = {
    "ru": ("пригласил Президента России посетить Казахстан", "России", "посетить"),
    "kk": ("Ресей Президентін Қазақстанға сапармен келуге шақырды", "Ресей", "сапармен"),
    "en": ("invited the President of Russia to visit Kazakhstan", "Russia", "visit"),
}
VISIT = told("visit", PUTIN, when="2024-11-27/2024-11-28", country="KZ", city="-")


def invited(lang: str) -> Reading:
    words, state, trigger = INVITED[lang]
    mentions = [("state", state, "RU"), ("trigger", trigger, "visit")]
    return saying(lang, TOKAYEV, "invite", words, published="2024-05-09", mentions=mentions)


@pytest.mark.parametrize("lang", LANGS)
def test_an_invitation_is_answered_by_the_visit(lang: str) -> None:
    visit = report("ru", VISIT, published="2024-11-28")
    made = chronicle([invited(lang), visit])
    (commitment,) = made.commitments
    assert (commitment.by, commitment.to) == (("KZ",), ("RU",))
    assert commitment.answered_by == made.contacts[0].id


@pytest.mark.parametrize("lang", LANGS)
def test_a_speaker_without_a_state_binds_the_side_for_which_he_takes_part(lang: str) -> None:
    words = INVITED[lang][0]
    said = saying(lang, TOKAYEV, "pledge", words, published="2024-05-09")
    talks = report(lang, told("meeting", TOKAYEV, PUTIN), published="2024-05-09")
    speaker = replace(said.statements[0].speaker, side=None)  # type: ignore[type-var]
    statement = replace(said.statements[0], speaker=speaker)
    (commitment,) = promised(replace(said, statements=(statement,), accounts=talks.accounts))
    assert (commitment.by, commitment.to) == (("KZ",), ("RU",))


@pytest.mark.parametrize("lang", LANGS)
def test_a_visit_to_a_third_state_or_before_answers_nothing(lang: str) -> None:
    before = report("ru", replace(VISIT, when="2024-05-01"), published="2024-05-02")
    elsewhere = report("ru", replace(VISIT, country="US"), published="2024-11-28")
    back = report("ru", replace(VISIT, who=(TOKAYEV,), country="RU"), published="2024-11-28")
    made = chronicle([invited(lang), before, elsewhere, back])
    assert [c.answered_by for c in made.commitments] == [""]


def test_an_invitation_that_three_reports_tell_is_one() -> None:
    made = chronicle([invited(lang) for lang in LANGS])
    assert [len(c.articles) for c in made.commitments] == [3]


def dialogue() -> list[Reading]:
    heads = told("meeting", TOKAYEV, PUTIN, country="KZ", spheres=("trade", "energy"))
    speakers = told("meeting", ASHIMBAYEV, MATVIYENKO, country="RU", spheres=("parliamentary",))
    days = ("2024-01-10", "2024-03-01", "2024-06-05", "2024-11-27")
    return [
        *(report("ru", replace(heads, when=day), published=day) for day in days),
        report("en", replace(speakers, when="2024-02-02"), published="2024-02-02"),
    ]


def test_the_matrix_counts_by_level_and_sphere_as_of_a_day() -> None:
    made = matrix(grown(dialogue()).contacts(), ("KZ", "RU"), as_of=date(2024, 6, 15))
    heads, speakers = (
        next(row for row in made.rows if row.level == level)
        for level in ("head of state", "speaker of parliament")
    )
    assert (heads.all.count, heads.all.last, heads.all.days_since) == (3, date(2024, 6, 5), 10)
    assert heads.all.hosted == (("KZ", 3),)
    assert [c.count for c in heads.spheres if c.sphere == "energy"] == [3]
    assert speakers.all.hosted == (("RU", 1),)
    assert speakers.lags
    assert not heads.lags


def test_a_president_who_receives_a_minister_talks_on_the_minister_s_level() -> None:
    talks = told("meeting", TOKAYEV, BLINKEN, when="2023-02-28", country="KZ")
    found = grown([report("ru", talks, published="2023-03-01")]).contacts()
    made = matrix(found, ("KZ", "US"), as_of=date(2023, 12, 31))
    assert [row.level for row in made.rows if row.all.count] == ["foreign minister"]


def test_what_is_planned_does_not_count() -> None:
    plan = told("meeting", TOKAYEV, BIDEN, when="2023-09-19", status="planned")
    found = grown([report("ru", plan, published="2023-09-01")]).contacts()
    assert not any(
        row.all.count for row in matrix(found, ("KZ", "US"), as_of=date(2024, 1, 1)).rows
    )


def test_accounts_of_one_contact_that_differ() -> None:
    talks = told(
        "meeting", TILEUBERDI, BLINKEN, when="2023-02-28", country="KZ", spheres=("trade",)
    )
    a = report("ru", talks, published="2023-02-28", outlet="А")
    b = report("en", replace(talks, spheres=("security",)), published="2023-03-01", outlet="Б")
    c = report("kk", replace(talks, kind="meeting", country=""), published="2023-03-01", outlet="В")
    (contact,) = grown([a, b, c]).contacts()
    found = {d.what: d for d in differences(contact)}
    assert [v.value for v in found["sphere"].versions] == ["security", "trade"]
    assert not found["sphere"].disputed
    assert "city" not in found


def test_dates_that_cannot_both_be_true_are_disputed() -> None:
    call = told("call", TOKAYEV, BIDEN, when="2024-05-10")
    a = report("ru", call, published="2024-05-10")
    b = report("en", replace(call, when="2024-05-11"), published="2024-05-11")
    (contact,) = grown([a, b]).contacts()
    (dates,) = (d for d in differences(contact) if d.what == "date")
    assert dates.disputed
    assert [v.value for v in dates.versions] == ["2024-05-10", "2024-05-11"]


def test_reprints_are_one_voice() -> None:
    talks = told("meeting", TOKAYEV, BLINKEN, when="2023-02-28", country="KZ")
    a = report("ru", talks, published="2023-02-28", outlet="А")
    b = report("ru", talks, published="2023-02-28", outlet="А", more="перепечатка")
    text = a.article.text
    copy = replace(b, article=replace(b.article, text=text), accounts=a.accounts)
    other = report("en", talks, published="2023-03-01", outlet="Б")
    (contact,) = grown([a, copy, other]).contacts()
    heard = voices(contact)
    assert heard.independent == contact.voices == 2
    assert [len(copies) for copies in heard.reprints] == [2]


LEAD = (
    "Президент Казахстана Касым-Жомарт Токаев провёл переговоры с государственным секретарём США "
    "Энтони Блинкеном. Стороны обсудили торговлю, безопасность в регионе и права человека."
)
REPRINTS = {
    "the same words": (LEAD, True),
    "a line of the outlet around them": (f"Наш канал. {LEAD} Подписывайтесь на наши новости", True),
    "cut after the first sentence": (LEAD.split(". ")[0] + ".", True),
    "longer by a sentence": (
        f"{LEAD} В Астане прошла и встреча министров пяти стран региона.",
        True,
    ),
    "told in other words": (
        "В Астане Токаев принял Блинкена: речь шла о торговле и правах человека, сообщает Акорда.",
        False,
    ),
}


@pytest.mark.parametrize(("text", "one"), REPRINTS.values(), ids=REPRINTS)
def test_a_reprint_is_known_by_its_words(text: str, one: bool) -> None:
    told_by = {"a": sketch(LEAD), "b": sketch(text)}
    assert copies.voices(told_by) == ([("a", "b")] if one else [("a",), ("b",)])
