# ruff: noqa: E501 - a sentence stays on one line
"""Posts in English sentences: the phrase, its rung, its side, who holds it."""

from __future__ import annotations

import pytest

from elshi import lang
from elshi.mark import mark
from elshi.records import Mention

STATE, GOVERNMENT, FOREIGN = "head of state", "head of government", "foreign minister"
SPEAKER, MEMBER, SENIOR = "speaker of parliament", "parliamentarian", "senior official"

# text, post, level, side, holder, phenomenon
ROWS = [
    (
        "Kazakh Senate Speaker Maulen Ashimbayev spoke.",
        "Kazakh Senate Speaker",
        SPEAKER,
        "KZ",
        "Maulen Ashimbayev",
        "state adjective and chamber",
    ),
    (
        "US Ambassador to Kazakhstan Daniel Rosenblum spoke.",
        "US Ambassador to Kazakhstan",
        "ambassador",
        "US",
        "Daniel Rosenblum",
        "ambassador of one to another",
    ),
    (
        "Ambassador of Kazakhstan to Japan Sabr Yessimbekov spoke.",
        "Ambassador of Kazakhstan to Japan",
        "ambassador",
        "KZ",
        "Sabr Yessimbekov",
        "ambassador of … to …",
    ),
    (
        "Murat Nurtleu, Deputy Prime Minister – Minister of Foreign Affairs of the Republic of Kazakhstan, spoke.",
        "Deputy Prime Minister – Minister of Foreign Affairs of the Republic of Kazakhstan",
        FOREIGN,
        "KZ",
        "Murat Nurtleu",
        "two posts joined by a dash",
    ),
    (
        "Foreign Minister of Uzbekistan Bakhtiyor Saidov spoke.",
        "Foreign Minister of Uzbekistan",
        FOREIGN,
        "UZ",
        "Bakhtiyor Saidov",
        "state between title and name",
    ),
    (
        "Maulen Ashimbayev, Chairman of the Senate of the Parliament of Kazakhstan, spoke.",
        "Chairman of the Senate of the Parliament of Kazakhstan",
        SPEAKER,
        "KZ",
        "Maulen Ashimbayev",
        "apposition",
    ),
    (
        "Daniel Rosenblum, who serves as the US Ambassador to Kazakhstan, spoke.",
        "US Ambassador to Kazakhstan",
        "ambassador",
        "US",
        "Daniel Rosenblum",
        "who serves as",
    ),
    (
        "The former President of France Nicolas Sarkozy spoke.",
        "President of France",
        STATE,
        "FR",
        "Nicolas Sarkozy",
        "former",
    ),
    (
        "Then-Prime Minister Boris Johnson spoke.",
        "Prime Minister",
        GOVERNMENT,
        None,
        "Boris Johnson",
        "then-",
    ),
    (
        "President-elect Donald Trump spoke.",
        "President-elect",
        STATE,
        None,
        "Donald Trump",
        "president-elect",
    ),
    (
        "UN Secretary-General António Guterres spoke.",
        "UN Secretary-General",
        SENIOR,
        "UN",
        "António Guterres",
        "organisation",
    ),
    (
        "EU High Representative Josep Borrell spoke.",
        "EU High Representative",
        SENIOR,
        "EU",
        "Josep Borrell",
        "union",
    ),
    (
        "Under Secretary of State Uzra Zeya spoke.",
        "Under Secretary of State",
        SENIOR,
        "US",
        "Uzra Zeya",
        "under secretary",
    ),
    (
        "US Secretary of State Antony Blinken spoke.",
        "US Secretary of State",
        FOREIGN,
        "US",
        "Antony Blinken",
        "secretary of state",
    ),
    (
        "Saudi Crown Prince Mohammed bin Salman spoke.",
        "Saudi Crown Prince",
        SENIOR,
        "SA",
        "Mohammed bin Salman",
        "crown prince",
    ),
    (
        "Emir of Qatar Sheikh Tamim bin Hamad Al Thani spoke.",
        "Emir of Qatar",
        STATE,
        "QA",
        "Tamim bin Hamad Al Thani",
        "honorific between post and name",
    ),
    ("The Kazakh leader spoke.", "Kazakh leader", STATE, "KZ", None, "leader with a state"),
    ("The Russian President spoke.", "Russian President", STATE, "RU", None, "post without a name"),
    (
        "Chargé d'Affaires of the United States Judy Kuo spoke.",
        "Chargé d'Affaires of the United States",
        "ambassador",
        "US",
        "Judy Kuo",
        "chargé d'affaires",
    ),
    (
        "Permanent Representative of Kazakhstan to the UN Akan Rakhmetullin spoke.",
        "Permanent Representative of Kazakhstan to the UN",
        "ambassador",
        "KZ",
        "Akan Rakhmetullin",
        "representative of a state to an organisation",
    ),
    ("MP Aigul Kuspan spoke.", "MP", MEMBER, None, "Aigul Kuspan", "abbreviated"),
    (
        "Jimmy Panetta, a member of the House of Representatives, spoke.",
        "member of the House of Representatives",
        MEMBER,
        None,
        "Jimmy Panetta",
        "member of a chamber",
    ),
    (
        "Kazakhstan's Trade and Integration Minister Serik Zhumangarin spoke.",
        "Kazakhstan's Trade and Integration Minister",
        "minister",
        "KZ",
        "Serik Zhumangarin",
        "possessor and double portfolio",
    ),
    (
        "Special Representative of the President of Kazakhstan for International Cooperation Yerzhan Kazykhan spoke.",
        "Special Representative of the President of Kazakhstan for International Cooperation",
        SENIOR,
        "KZ",
        "Yerzhan Kazykhan",
        "a title within a title",
    ),
    (
        "Chairman of the State Duma Committee on International Affairs Leonid Slutsky spoke.",
        "Chairman of the State Duma Committee on International Affairs",
        MEMBER,
        "RU",
        "Leonid Slutsky",
        "a committee of a chamber",
    ),
    (
        "President of the European Council Charles Michel spoke.",
        "President of the European Council",
        SENIOR,
        "EU",
        "Charles Michel",
        "a president of no state",
    ),
    (
        "Kazakh First Deputy Prime Minister Roman Sklyar spoke.",
        "Kazakh First Deputy Prime Minister",
        "minister",
        "KZ",
        "Roman Sklyar",
        "first deputy",
    ),
    (
        "Deputy Minister of Foreign Affairs Roman Vassilenko spoke.",
        "Deputy Minister of Foreign Affairs",
        SENIOR,
        None,
        "Roman Vassilenko",
        "deputy minister",
    ),
    (
        "The new Prime Minister of the United Kingdom Keir Starmer spoke.",
        "Prime Minister of the United Kingdom",
        GOVERNMENT,
        "GB",
        "Keir Starmer",
        "new is no part of it",
    ),
    (
        "Vice President of the United Arab Emirates Sheikh Mansour bin Zayed Al Nahyan spoke.",
        "Vice President of the United Arab Emirates",
        SENIOR,
        "AE",
        "Mansour bin Zayed Al Nahyan",
        "vice president",
    ),
]


def _posts(text: str) -> list[Mention]:
    pack = lang.load("en")
    return mark(pack.parse(text), pack).of("post")


@pytest.mark.parametrize(
    ("text", "value", "level", "side", "holder", "why"), ROWS, ids=[row[5] for row in ROWS]
)
def test_a_post(
    text: str, value: str, level: str, side: str | None, holder: str | None, why: str
) -> None:
    (post,) = _posts(text)
    assert post.office is not None
    held = post.holder.of(text) if post.holder else None
    assert (post.value, post.office.level, post.office.side, held) == (value, level, side, holder)


def test_a_plural_title_is_given_to_each_name() -> None:
    text = "Presidents Tokayev and Biden met."
    posts = _posts(text)
    assert [(p.value, p.holder and p.holder.of(text)) for p in posts] == [
        ("President", "Tokayev"),
        ("President", "Biden"),
    ]


def test_sides_and_names_in_one_order_belong_together() -> None:
    text = "The presidents of Kazakhstan and Uzbekistan, Kassym-Jomart Tokayev and Shavkat Mirziyoyev, met."
    found = [(p.office.side, p.holder.of(text)) for p in _posts(text) if p.office and p.holder]
    assert found == [("KZ", "Kassym-Jomart Tokayev"), ("UZ", "Shavkat Mirziyoyev")]


@pytest.mark.parametrize(
    "text",
    [
        "He met with his counterpart.",
        "The leader of the team spoke.",
        "They will chair the meeting.",
        "Ashimbayev headed the delegation.",
    ],
)
def test_no_post(text: str) -> None:
    assert _posts(text) == []


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("The former Prime Minister of Italy Mario Draghi spoke.", "former"),
        ("Acting Foreign Minister Roman Vassilenko spoke.", "acting"),
    ],
)
def test_flags(text: str, flag: str) -> None:
    (post,) = _posts(text)
    assert getattr(post.office, flag)
