"""The report that Elshi began with: a Senate speaker meets a US senator, 26 March 2024.

The page is its publisher's and not in the repository: the test reads it where development data
lies (`ELSHI_DATA`, by default `../shared/data` beside the repository) and is skipped elsewhere.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from elshi.extract import article
from elshi.pipeline import read
from elshi.read import captures
from elshi.records import Account, Capture, Participant, Reading, Statement, Value

DATA = Path(os.environ.get("ELSHI_DATA", Path(__file__).parents[2] / "shared" / "data"))
PAGE = DATA / "reference" / "kazpravda-2024-03-26.txt"

pytestmark = pytest.mark.skipif(
    not PAGE.is_file(), reason=f"the page is not here: set ELSHI_DATA to a folder with {PAGE.name}"
)


@cache
def reading() -> Reading:
    capture = next(iter(captures(str(PAGE))))
    assert isinstance(capture, Capture)
    return read(article(capture))


def account(kind: str, role: str) -> Account:
    found = [a for a in reading().accounts if (a.kind.value, a.role.value) == (kind, role)]
    assert len(found) == 1
    return found[0]


def who(of: Account, name: str) -> Participant:
    return next(p for p in of.participants if p.name.value == name)


def said(act: str, kind: str = "reported") -> list[Statement]:
    return [s for s in reading().statements if (s.act, s.kind) == (act, kind)]


def stated(value: Value | None) -> str:
    assert value is not None
    assert value.basis == "stated"
    return value.value


def test_the_head_of_the_page() -> None:
    page = reading().article
    assert stated(page.title) == "Маулен Ашимбаев встретился с сенатором Конгресса США"
    assert page.title
    assert page.text.splitlines().count(page.title.value) == 1
    assert stated(page.published) == "2024-03-26T06:02:00+05:00"
    assert stated(page.rubric) == "Общество"
    assert stated(page.outlet) == "Kazpravda.kz"
    assert page.lang == "ru"


def test_three_contacts_and_no_more() -> None:
    assert sorted((a.kind.value, a.role.value) for a in reading().accounts) == [
        ("meeting", "main"),
        ("meeting", "recalled"),
        ("visit", "recalled"),
    ]


def test_who_met() -> None:
    meeting = account("meeting", "main")
    assert [p.name.value for p in meeting.participants] == ["Маулен Ашимбаев", "Стив Дэйнс"]
    speaker, senator = meeting.participants
    assert speaker.post
    assert speaker.post.value == "Председатель Сената"
    assert senator.post
    assert senator.post.value.startswith("сенатор")
    assert stated(senator.institution) == "Конгресс США"
    assert stated(senator.side) == "US"


def test_the_side_that_the_text_never_names_is_inferred_and_marked() -> None:
    side = who(account("meeting", "main"), "Маулен Ашимбаев").side
    assert side
    assert (side.value, side.basis) == ("KZ", "inferred")
    assert side.reason


def test_the_day_and_the_place_are_not_stated() -> None:
    meeting = account("meeting", "main")
    assert meeting.status.value == "held"
    assert meeting.when
    assert (meeting.when.edtf, meeting.when.basis) == ("[..2024-03-26]", "published")
    assert meeting.place is None


def test_what_they_spoke_of() -> None:
    meeting = account("meeting", "main")
    assert any("укрепления межпарламентского сотрудничества" in a.value for a in meeting.agenda)
    spheres = {s.value for s in meeting.spheres}
    assert spheres == {"parliamentary", "political", "trade", "legal", "culture"}


def test_the_presidents_meeting_of_the_year_before() -> None:
    summit = account("meeting", "recalled")
    sides = {p.name.value: p.side.value if p.side else None for p in summit.participants}
    assert sides == {"Касым-Жомарт Токаев": "KZ", "Джо Байден": "US"}
    assert {p.post.value for p in summit.participants if p.post} == {"президент"}
    assert summit.when
    assert summit.when.edtf == "2023-09"
    assert summit.place
    assert stated(summit.place.city) == "Нью-Йорк"
    assert stated(summit.place.country) == "US"
    assert summit.forum
    assert "С5+1" in summit.forum.value
    assert summit.voice
    assert summit.voice.value == "editor"


def test_the_visit_of_the_year_before() -> None:
    visit = account("visit", "recalled")
    (traveller,) = visit.participants
    assert traveller.name.value == "Энтони Блинкен"
    assert traveller.post
    assert traveller.post.value == "государственный секретарь"
    assert traveller.side
    assert (traveller.side.value, traveller.side.basis) == ("US", "inferred")
    assert visit.place
    assert stated(visit.place.country) == "KZ"
    assert visit.when
    assert visit.when.edtf == "2023-02"


def test_the_quotation_is_one_statement_of_three_sentences() -> None:
    (quotation,) = [s for s in reading().statements if s.kind == "direct"]
    assert quotation.speaker
    assert quotation.speaker.name.value == "Маулен Ашимбаев"
    assert quotation.text.value.startswith("Президенты наших стран")
    assert quotation.text.value.endswith("по линии законодательных органов")


def test_what_nobody_is_named_to_have_said_is_pinned_on_nobody() -> None:
    impersonal = [s for s in reading().statements if s.speaker is None]
    assert [
        s.verb.span.of(reading().article.text) for s in impersonal if s.verb and s.verb.span
    ] == ["отмечено"]


def test_who_informed_assessed_and_pledged() -> None:
    def speakers(act: str) -> list[str]:
        return [s.speaker.name.value for s in said(act) if s.speaker]

    assert speakers("inform") == ["Маулен Ашимбаев"]
    assert speakers("assess") == ["Стив Дэйнс", "Стив Дэйнс"]
    assert speakers("pledge") == ["Стив Дэйнс"]


def test_the_chain_of_voices() -> None:
    assert [(v.kind, v.name.value) for v in reading().voices] == [
        ("press service", "пресс-служба Сената"),
        ("outlet", "Kazpravda.kz"),
    ]


def test_every_span_holds_its_value() -> None:
    text = reading().article.text
    for account_ in reading().accounts:
        for participant in account_.participants:
            assert participant.name.span
            assert participant.name.span.of(text)
        if account_.when and account_.when.span:
            assert account_.when.span.of(text)
    for statement in reading().statements:
        assert statement.text.span
        assert statement.text.span.of(text) == statement.text.value
