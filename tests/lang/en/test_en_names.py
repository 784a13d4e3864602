"""Persons in English sentences: as they stand, without honorifics, titles and states."""

from __future__ import annotations

import pytest

from elshi import lang

ROWS = [
    (
        "Ambassador Aigul Serik Omarova Presents Credentials to the President.",
        "Aigul Serik Omarova",
        "a verb in capitals behind a name",
    ),
    (
        "Minister of Foreign Affairs and Trade Bold, said so.",
        "Bold",
        "a surname behind an office of two fields",
    ),
    (
        "Kassym-Jomart Tokayev sent a letter to Emmanuel Macron.",
        "Kassym-Jomart Tokayev|Emmanuel Macron",
        "a double given name opens the sentence",
    ),
    (
        "Foreign Minister of Uzbekistan Bakhtiyor Saidov arrived in Astana.",
        "Bakhtiyor Saidov",
        "a state before the name",
    ),
    (
        "President of the Republic of Belarus Alexander Lukashenko spoke.",
        "Alexander Lukashenko",
        "a state's full name before it",
    ),
    ("He received H.E. Mr. Jan-Christian Kaack.", "Jan-Christian Kaack", "honorifics stay out"),
    (
        "The Emir received Sheikh Mohammed bin Zayed Al Nahyan.",
        "Mohammed bin Zayed Al Nahyan",
        "particles stay in",
    ),
    (
        "President of Egypt Abdel Fattah el-Sisi spoke.",
        "Abdel Fattah el-Sisi",
        "a small article stays in",
    ),
    (
        "Ursula von der Leyen met with Pedro Sánchez.",
        "Ursula von der Leyen|Pedro Sánchez",
        "German particles",
    ),
    (
        "Murat Nurtleu held talks with Wang Yi.",
        "Murat Nurtleu|Wang Yi",
        "called an ORG by the model",
    ),
    ("Xi Jinping arrived in Astana.", "Xi Jinping", "a Chinese name"),
    (
        "The talks with Tokayev's envoy ended. Kassym-Jomart Tokayev thanked him.",
        "Tokayev|Kassym-Jomart Tokayev",
        "a surname with 's",
    ),
    (
        "Students of Nazarbayev University met Nursultan Nazarbayev.",
        "Nursultan Nazarbayev",
        "a university is no person",
    ),
    ("Ambassador Daniel Rosenblum visited Almaty.", "Daniel Rosenblum", "after a title"),
    ("King Felipe VI of Spain spoke.", "Felipe VI", "a king's number"),
    (
        "Antony Blinken met with Tokayev in Astana.",
        "Antony Blinken|Tokayev",
        "called a building by the model",
    ),
    ("Presidents Tokayev and Biden met.", "Tokayev|Biden", "after a plural title"),
    ("The Senate Committee on Finance met on Friday.", "", "bodies and days are none"),
]


@pytest.mark.parametrize(("text", "names", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_names(text: str, names: str, why: str) -> None:
    found = lang.load("en").parse(text).names
    assert "|".join(mention.value for mention in found) == names, why
    assert all(mention.span.of(text) == mention.value for mention in found)
