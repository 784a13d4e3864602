"""Contacts named in one language, from what other reports in it write."""

from __future__ import annotations

from elshi.chronicle import grown
from elshi.chronicle.naming import in_one_language
from made import BLINKEN, TILEUBERDI, TOKAYEV, report, told

KK = report("kk", told("meeting", TILEUBERDI, BLINKEN, when="2023-02-27"), published="2023-02-28")
EN = report("en", told("meeting", TOKAYEV, BLINKEN, when="2023-02-28"), published="2023-02-28")
MORE = report("en", told("visit", BLINKEN, when="2023-02-28", country="KZ"), published="2023-03-01")


def names(lang: str = "") -> list[set[str]]:
    contacts = grown([KK, EN, MORE]).contacts()
    return [{who.name for who in c.who} for c in in_one_language(contacts, lang)]


def test_who_is_named_in_the_language_elsewhere_is_named_so_here() -> None:
    assert names("en")[0] == {"Antony Blinken", "Мұхтар Тілеуберді"}
    assert names("kk")[1] == {"Энтони Блинкен", "Kassym-Jomart Tokayev"}


def test_without_a_language_it_is_that_of_most_accounts() -> None:
    assert names() == names("en")


def test_posts_and_cities_are_of_the_language_too() -> None:
    kk = report("kk", told("meeting", BLINKEN, country="KZ"), published="2023-02-28")
    en = report("en", told("visit", BLINKEN, TOKAYEV, country="KZ"), published="2023-02-28")
    told_in_kk = next(
        c for c in in_one_language(grown([kk, en]).contacts(), "en") if len(c.who) == 1
    )
    assert (told_in_kk.who[0].post, told_in_kk.city) == ("US Secretary of State", "Astana")
