"""Who is who, and who held which post when: across languages, from reports and a register."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from elshi.chronicle import Identity, Withdrawal
from elshi.chronicle.build import chronicle
from elshi.chronicle.houses import ministry
from elshi.chronicle.judged import identities
from elshi.chronicle.ledger import exported, imported
from elshi.chronicle.offices import inferred
from elshi.chronicle.persons import persons
from elshi.chronicle.records import Evidence, Person, Post, Registered, Seen
from elshi.chronicle.register import holders
from elshi.chronicle.tenures import Answer, contradictions, evidence, who
from elshi.errors import BadRow
from elshi.records import Reading
from made import (
    ASHIMBAYEV,
    LANGS,
    MATVIYENKO,
    TOKAYEV,
    Man,
    report,
    serving,
    told,
)

DATA = Path(os.environ.get("ELSHI_DATA", Path(__file__).parents[3] / "shared" / "data"))
SENATE = Post("KZ", "speaker of parliament", "parliament.upper")


def people(*found: Seen) -> list[Person]:
    return persons(found)


SPELLINGS = [
    ("Маулен Ашимбаев", "Мәулен Әшімбаев"),
    ("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"),
    ("Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
    ("Энтони Блинкен", "Antony Blinken"),
    ("Си Цзиньпин", "Xi Jinping"),
    ("Мұрат Нұртілеу", "Мурат Нуртлеу"),
    ("Сергей Лавров", "С. Лавров"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_one_man_in_two_spellings(one: str, other: str) -> None:
    assert len(people(Seen(one, "KZ", article="1"), Seen(other, "KZ", article="2"))) == 1


APART = [
    (Seen("Виктор Лукашенко", "BY"), Seen("Александр Лукашенко", "BY"), "given names"),
    (Seen("Ван И", "CN"), Seen("Ван И", "SG"), "states"),
    (
        Seen("Лукашенко", "BY", "head of state"),
        Seen("Виктор Лукашенко", "BY", "official"),
        "rungs of a bare surname",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), APART, ids=[why for *_, why in APART])
def test_two_men(one: Seen, other: Seen, why: str) -> None:
    assert len(people(one, other)) == 2


DECIDED = [
    (Identity("same", "Мухтар Тлеуберди", "М. Тлеубердиев"), 1, "what the rules keep apart"),
    (Identity("not-same", "Мурат Нуртлеу", "Мұрат Нұртілеу"), 3, "what the rules join"),
    (Identity("same", "Нуртлеу", "Мухтар Тлеуберди"), 2, "a bare surname"),
    (Identity("same", "Мухтар Тлеуберди", "М. Тлеубердиев", one_side="RU"), 2, "another side"),
]


@pytest.mark.parametrize(("decision", "count", "why"), DECIDED, ids=[why for *_, why in DECIDED])
def test_what_is_decided_on_names(decision: Identity, count: int, why: str) -> None:
    names = {
        "a bare surname": ("Мухтар Тлеуберди", "Мурат Нуртлеу", "Нуртлеу"),
        "what the rules join": (
            "Мурат Нуртлеу",
            "Мұрат Нұртілеу",
            "Murat Nurtleu",
            "М. Тлеубердиев",
        ),
    }.get(why, ("Мухтар Тлеуберди", "М. Тлеубердиев"))
    found = [Seen(name, "KZ", article=str(n)) for n, name in enumerate(names)]
    assert len(persons(found, [decision])) == count


def test_of_two_decisions_on_names_the_later_holds_until_it_is_withdrawn() -> None:
    same = Identity("same", "А", "Б", at="2025-01-01")
    not_same = Identity("not-same", "Б", "А", at="2025-01-02")
    assert identities([not_same, same]) == [not_same]
    assert identities([not_same, same, Withdrawal(not_same.id)]) == [same]
    assert imported("\n".join(exported([same, not_same]))) == [same, not_same]


def test_a_decision_on_names_reaches_the_terms() -> None:
    readings = [senate("ru", "2024-01-10"), senate("en", "2024-03-01")]
    apart = Identity("not-same", ASHIMBAYEV.ru[0], ASHIMBAYEV.en[0])
    assert [len(chronicle(readings, lines).terms) for lines in ([], [apart])] == [1, 2]


def test_a_bare_surname_joins_the_one_whom_it_fits() -> None:
    found = people(Seen("Маулен Ашимбаев", "KZ"), Seen("Ашимбаев", "KZ"))
    assert [person.names for person in found] == [("Ашимбаев", "Маулен Ашимбаев")]


def test_a_bare_surname_that_fits_two_joins_none() -> None:
    found = people(
        Seen("Александр Лукашенко", "BY"), Seen("Виктор Лукашенко", "BY"), Seen("Лукашенко", "BY")
    )
    assert [len(person.maybe) for person in found if person.name == "Лукашенко"] == [2]


def test_a_misread_longer_name_does_not_name_the_man() -> None:
    well = [Seen("Владимир Путин", "RU", article=str(n)) for n in range(5)]
    (person,) = people(*well, Seen("Владимир Путин Стратегиялық", "RU", article="9"))
    assert person.name == "Владимир Путин"


def senate(lang: str, published: str, event: str = "holds", when: str = "") -> Reading:
    return serving(
        lang, ASHIMBAYEV, published=published, event=event, when=when, house="parliament.upper"  # type: ignore[arg-type]
    )  # fmt: skip


def asked(day: str, *readings: Reading, post: Post = SENATE) -> Answer:
    return who(chronicle(readings).terms, post, date.fromisoformat(day).toordinal())


@pytest.mark.parametrize("lang", LANGS)
def test_evidence_before_and_after_the_day(lang: str) -> None:
    answer = asked("2024-03-26", senate("ru", "2024-01-10"), senate(lang, "2024-12-13"))
    assert answer.certainty == "held"
    assert answer.holder
    assert len(answer.holder.evidence) == 2


def test_evidence_before_the_day_only_is_the_last_known() -> None:
    answer = asked("2024-03-26", senate("ru", "2024-01-10"))
    assert answer.certainty == "last known"


def test_evidence_after_the_day_only_is_not_known() -> None:
    answer = asked("2024-03-26", senate("ru", "2024-12-13"))
    assert answer.certainty == "unknown"
    assert [term.name for term in answer.others] == ["Маулен Ашимбаев"]


def test_one_who_was_called_former_does_not_hold_it() -> None:
    answer = asked("2024-03-26", senate("ru", "2024-01-10"), senate("ru", "2024-02-01", "former"))
    assert answer.certainty == "unknown"


@pytest.mark.parametrize("lang", LANGS)
def test_one_who_is_only_recalled_held_it_then(lang: str) -> None:
    """«В сентябре 2022 года приезжала Матвиенко»: no word of who is Speaker when that is told."""
    visit = told("visit", MATVIYENKO, when="2022-09", role="recalled", country="KZ", city="-")
    reading = report(lang, visit, published="2024-03-26")
    service = serving(lang, MATVIYENKO, published="2024-03-26").tenures
    (told_then,) = evidence(replace(reading, tenures=service))
    assert date.fromordinal(told_then.day) == date(2022, 9, 30)
    present = replace(
        reading,
        accounts=(
            *reading.accounts,
            *report(lang, told("meeting", MATVIYENKO, TOKAYEV), published="2024-03-26").accounts,
        ),
    )
    (told_now,) = evidence(replace(present, tenures=service))
    assert date.fromordinal(told_now.day) == date(2024, 3, 26)


def test_an_appointment_with_its_day_starts_the_term() -> None:
    reading = senate("ru", "2020-05-05", "appointed", "2020-05-04")
    (term,) = chronicle([reading, senate("ru", "2024-01-10")]).terms
    assert date.fromordinal(term.start) == date(2020, 5, 4)


REGISTER = (
    Registered("Maulen Ashimbayev", SENATE, "Chair of the Senate",
               date(2020, 5, 4).toordinal(), 0, "Q4298346", "senate.csv"),
)  # fmt: skip


def test_a_register_answers_where_reports_do_not() -> None:
    answer = who(chronicle([], register=REGISTER).terms, SENATE, date(2024, 3, 26).toordinal())
    assert answer.certainty == "held"
    assert answer.holder
    assert answer.holder.register == "senate.csv"


def test_a_title_that_contradicts_the_register_is_flagged() -> None:
    day = date(2024, 3, 26).toordinal()
    other = Evidence("Валентина Матвиенко", SENATE, "Председатель Сената", "holds", day)
    own = Evidence("Мәулен Әшімбаев", SENATE, "Сенат Төрағасы", "holds", day)
    nobody = replace(other, post=Post("", "speaker of parliament"))
    assert [c.evidence for c in contradictions([other, own, nobody], REGISTER)] == [other]


STATE = Man(
    "KZ", "head of state",
    ("Глава государства", ""), ("Мемлекет басшысы", ""), ("the President of Kazakhstan", ""),
)  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_an_office_without_a_name_gets_its_holder_of_the_day(lang: str) -> None:
    meeting = told("meeting", STATE, MATVIYENKO, when="2024-03-26")
    bare = as_offices(report(lang, meeting, published="2024-03-26"), STATE.said(lang)[0])
    before, after = (serving("ru", TOKAYEV, published=day) for day in ("2024-01-01", "2025-01-01"))
    made = chronicle([bare, before, after])
    (contact,) = made.contacts
    (found,) = inferred(contact, made.terms)
    assert found.name == "Касым-Жомарт Токаев"
    assert "2 reports before and after" in found.reason


def as_offices(reading: Reading, name: str) -> Reading:
    """The participant of this name as an institution, as an office without a name is read."""
    from dataclasses import replace

    (account,) = reading.accounts
    people = tuple(
        replace(p, kind="institution") if p.name.value == name else p for p in account.participants
    )
    return replace(reading, accounts=(replace(account, participants=people),))


MINISTRIES = [
    ("министр энергетики Казахстана", "ministry.energy"),
    ("US Secretary of Defense", "ministry.defence"),
    ("Defence Minister of India", "ministry.defence"),
    ("Қазақстанның Қорғаныс министрі", "ministry.defence"),
    ("заместитель министра обороны", ""),
    ("Премьер-министр", ""),
]


@pytest.mark.parametrize(("title", "code"), MINISTRIES)
def test_which_ministry_a_title_names(title: str, code: str) -> None:
    assert ministry(title) == code


def test_a_register_without_its_columns_is_refused() -> None:
    with pytest.raises(BadRow, match="needs columns `post` and `person`"):
        list(holders("who,what\nA,B\n", "x.csv"))


def test_heads_of_regions_are_no_heads_of_state() -> None:
    titles = (
        "President",
        "Head of Kalmykia",
        "Head of the Chechen Republic",
        "President of Russia",
    )
    rows = "".join(f"{title},A B\n" for title in titles)
    found = [h.level for h in holders(f"post,person\n{rows}", "x.csv", side="RU")]
    assert found == ["head of state", "", "", "head of state"]


def test_the_cabinets_of_the_development_data() -> None:
    path = DATA / "officials" / "kazakhstan-cabinet.csv"
    if not path.exists():
        pytest.skip(f"no {path}: set ELSHI_DATA to the development data")
    found = list(holders(path.read_text(encoding="utf-8"), path.name, side="KZ"))
    heads = {h.person for h in found if h.level == "head of state"}
    assert {"Nursultan Nazarbayev", "Kassym-Jomart Tokayev"} <= heads
    assert all(h.side == "KZ" for h in found)
