"""The compact record of a sentence, read as the accounts of a full one."""

from __future__ import annotations

from gates.sentences import record


def test_no_contact() -> None:
    assert record("-") == []


def test_a_contact_with_all_that_can_be_said() -> None:
    (account,) = record(
        "conference held recalled KZ:Касым-Жомарт Токаев|Президент Казахстана; RU=МИД России"
        " @ 2024-07-03/2024-07-04 Астана/KZ ~ саммит ШОС"
    )
    assert (account["kind"], account["status"], account["role"]) == (
        "conference",
        "held",
        "recalled",
    )
    assert (account["when"], account["city"], account["country"]) == (
        "2024-07-03/2024-07-04",
        "Астана",
        "KZ",
    )
    assert [p["kind"] for p in account["participants"]] == ["person", "institution"]
    assert account["participants"][0]["post"] == "Президент Казахстана"


def test_a_country_alone_an_open_side_and_nothing_said() -> None:
    first, second = record("visit planned US?:Джо Байден @ - /VN + call held US?:Джо Байден @ - -")
    assert (first["city"], first["country"]) == (None, "VN")
    assert first["participants"][0]["open"]
    assert (second["when"], second["city"], second["country"]) == (None, None, None)
