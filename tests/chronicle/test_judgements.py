"""Judgements: what they change, that they survive another reading, the file they are kept in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elshi.chronicle import Growth, Judgement, Withdrawal, explain, grown
from elshi.chronicle.explain import lines
from elshi.chronicle.judged import meant, pointer
from elshi.chronicle.ledger import checked, exported, imported
from elshi.errors import BadRow, UsageError
from elshi.records import Reading
from made import BIDEN, BLINKEN, PUTIN, TILEUBERDI, TOKAYEV, account_with_id, report, told

TALKS = told("meeting", TOKAYEV, BLINKEN, when="2023-02-28", country="KZ")
A = report("ru", TALKS, published="2023-02-28", outlet="А")
B = report("en", TALKS, published="2023-03-01", outlet="Б")
OTHER = report("en", replace(TALKS, who=(TILEUBERDI, BLINKEN)), published="2023-03-01", outlet="В")


def judged(verb: str, growth: Growth, *readings: Reading, **more: str) -> Judgement:
    """A judgement on the first accounts of readings."""
    named = [pointer(growth.read[r.article.id][0]) for r in readings]
    return Judgement(verb, *named, at=more.pop("at", "2025-01-01T10:00"), by="AB", **more)  # type: ignore[arg-type]


def sizes(growth: Growth) -> list[int]:
    return sorted(len(contact.accounts) for contact in growth.contacts())


def test_same_joins_what_the_rules_part() -> None:
    growth = grown([A, OTHER])
    growth.judge(judged("same", growth, A, OTHER))
    assert sizes(growth) == [2]


def test_not_same_parts_what_the_rules_join() -> None:
    growth = grown([A, B])
    growth.judge(judged("not-same", growth, A, B))
    assert sizes(growth) == [1, 1]


def test_the_later_of_two_judgements_holds() -> None:
    growth = grown([A, B])
    later = judged("same", growth, A, B, at="2025-01-02T10:00")
    growth.judge(later, judged("not-same", growth, B, A))
    assert sizes(growth) == [2]


def test_drop_and_correct() -> None:
    growth = grown([A, B])
    growth.judge(judged("correct", growth, A, field="when", value="2023-03-28"))
    assert [c.edtf for c in growth.contacts()] == ["2023-02-28", "2023-03-28"]
    growth.judge(judged("drop", growth, B))
    assert [c.edtf for c in growth.contacts()] == ["2023-03-28"]


def test_withdrawn_as_if_never_made() -> None:
    growth = grown([A, B])
    line = judged("not-same", growth, A, B)
    growth.judge(line)
    growth.judge(Withdrawal(line.id, by="AB", at="2025-01-03"))
    assert sizes(growth) == [2]


def reread(reading: Reading) -> Reading:
    """What a later version might read: other ids, other rules, a surname only, another kind."""
    account = account_with_id(reading.accounts[0], "account-of-another-version")
    who = [
        replace(p, name=replace(p.name, value=p.name.value.split()[-1], rule="later"))
        for p in account.participants
    ]
    kind = replace(account.kind, value="conference", rule="frame.later")
    return replace(
        reading, version="later", accounts=(replace(account, kind=kind, participants=tuple(who)),)
    )


def test_a_judgement_survives_another_reading() -> None:
    growth = grown([A, OTHER])
    line = judged("same", growth, A, OTHER)
    again = grown([reread(A), OTHER], [line])
    assert sizes(again) == [2]
    assert again.lost() == []


def test_a_judgement_whose_account_is_gone_is_listed() -> None:
    growth = grown([A, B])
    line = judged("not-same", growth, A, B)
    assert grown([replace(A, accounts=()), B], [line]).lost() == [line]


def test_a_pointer_finds_its_account_among_several() -> None:
    call = told("call", TOKAYEV, BIDEN, when="2023-02-28")
    reading = report(
        "ru", TALKS, call, replace(TALKS, who=(TOKAYEV, PUTIN)), published="2023-03-01"
    )
    found = grown([reading]).read[reading.article.id]
    assert [meant(pointer(entry), found) for entry in found] == found


def test_the_ledger_as_text_comes_back() -> None:
    growth = grown([A, B])
    line = judged("not-same", growth, A, B, reason="two rounds")
    ledger = [Withdrawal(line.id, at="2025-02-01"), line]
    text = "\n".join(exported(ledger))
    assert imported(text) == [line, ledger[0]]
    assert "\n".join(exported(imported(text))) == text


@pytest.mark.parametrize(
    "text",
    ["no json", '{"verb": "same"}', '{"verb": "hug", "a": {}}', "[1]"],
    ids=["no json", "no account", "no such verb", "no object"],
)
def test_a_ledger_that_is_none(text: str) -> None:
    with pytest.raises(BadRow, match=r"l\.jsonl:1: "):
        imported(text, "l.jsonl")


def test_a_line_changed_by_hand_is_not_taken() -> None:
    growth = grown([A, B])
    text = next(exported([judged("not-same", growth, A, B)]))
    with pytest.raises(BadRow, match="changed by hand"):
        imported(text.replace("not-same", "same"))


def test_judgements_that_cannot_be_carried_out() -> None:
    growth = grown([A, B])
    with pytest.raises(UsageError, match="no field 'colour'"):
        checked(judged("correct", growth, A, field="colour", value="red"))
    with pytest.raises(UsageError, match="which two"):
        checked(judged("same", growth, A, A))


def told_why(growth: Growth, a: Reading, b: Reading) -> str:
    first, second = (growth.read[r.article.id][0] for r in (a, b))
    return "\n".join(lines(explain(growth, first, second)))


def test_why_one() -> None:
    why = told_why(grown([A, B]), A, B)
    assert why.startswith("ONE CONTACT")
    assert "Who takes part: the same men of two sides" in why


def test_why_two() -> None:
    why = told_why(grown([A, OTHER]), A, OTHER)
    assert why.startswith("TWO CONTACTS")
    assert "Who takes part: the same side sends another man (parts them)" in why


def test_why_a_judgement() -> None:
    growth = grown([A, B])
    growth.judge(judged("not-same", growth, A, B, reason="two rounds"))
    assert "judged not the same by AB on 2025-01-01: two rounds" in told_why(growth, A, B)


def test_why_one_report_tells_of_two() -> None:
    call = told("call", TOKAYEV, BIDEN, when="2024-05-10")
    reading = report("ru", call, replace(call, when="2024-05-11"), published="2024-05-11")
    growth = grown([reading])
    a, b = growth.read[reading.article.id]
    assert "one article tells of the two as two contacts" in "\n".join(lines(explain(growth, a, b)))


def test_why_one_through_a_third() -> None:
    """A names one man only, B the other: the third names both."""
    a = report(
        "ru", told("visit", BLINKEN, when="2023-02-28", country="KZ"), published="2023-03-01"
    )
    whole = told("visit", BLINKEN, when="2023-02-28/2023-03-01", country="KZ")
    b = report("en", whole, published="2023-03-01")
    assert told_why(grown([a, b]), a, b).startswith("ONE CONTACT")


def test_why_vague() -> None:
    news = told("meeting", TOKAYEV, BIDEN, when="2023-09-05")
    a = report("ru", news, published="2023-09-05")
    b = report("ru", replace(news, when="2023-09-19"), published="2023-09-19")
    c = report("en", replace(news, when="2023-09", role="recalled"), published="2024-01-01")
    assert "too vague: it fits several" in told_why(grown([a, b, c]), a, c)
