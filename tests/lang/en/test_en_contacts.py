"""Idioms of contacts: who is where, what is put off, what is a call and what only looks it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from elshi import lang
from elshi.pack import Clause


class Row(NamedTuple):
    """A sentence, the frame that its words tell, who and what stand in it, and its mood."""

    why: str
    text: str
    frame: str
    roles: str
    mood: str = "past"


ROWS = [
    Row(
        "is in a state on a visit",
        "King Felipe VI is in Kazakhstan on a state visit.",
        "visit",
        "subject: King Felipe VI; in: Kazakhstan",
        "present",
    ),
    Row(
        "was in a city",
        "Sergey Lavrov was in Almaty on Monday.",
        "visit",
        "subject: Sergey Lavrov; in: Almaty",
    ),
    Row(
        "left for",
        "David Cameron left for Bishkek.",
        "travel",
        "subject: David Cameron; to: Bishkek",
    ),
    Row(
        "is expected in",
        "Olaf Scholz is expected in Tashkent on Sunday.",
        "travel",
        "subject: Olaf Scholz; in: Tashkent",
        "present planned",
    ),
    Row(
        "at whose invitation",
        "At the invitation of Kassym-Jomart Tokayev, Paul Kagame arrived in Astana.",
        "travel",
        "by: Kassym-Jomart Tokayev; subject: Paul Kagame; in: Astana",
    ),
    Row(
        "put off",
        "Emmanuel Macron put off his visit to Tashkent.",
        "visit",
        "subject: Emmanuel Macron; of: his; to: Tashkent",
        "past postponed",
    ),
    Row(
        "called whom",
        "Emmanuel Macron called Ilham Aliyev on Friday.",
        "call",
        "subject: Emmanuel Macron; with: Ilham Aliyev",
    ),
    Row(
        "spoke with, no place told",
        "Marco Rubio spoke with Foreign Minister Hakan Fidan.",
        "call",
        "subject: Marco Rubio; with: Foreign Minister Hakan Fidan",
    ),
    Row(
        "received for talks by",
        "Speaker Yerlan Koshanov was received for talks by President Ilham Aliyev.",
        "receive",
        "object: Speaker Yerlan Koshanov; subject: President Ilham Aliyev",
    ),
    Row(
        "a list of men with posts",
        "President of Kazakhstan Kassym-Jomart Tokayev, President of Kyrgyzstan Sadyr Japarov "
        "and President of Tajikistan Emomali Rahmon met in Astana.",
        "meet",
        "subject: President of Kazakhstan Kassym-Jomart Tokayev | President of Kyrgyzstan Sadyr "
        "Japarov | President of Tajikistan Emomali Rahmon; in: Astana",
    ),
    Row(
        "an event brings together",
        "The forum brought together Shavkat Mirziyoyev and Ilham Aliyev.",
        "conference",
        "subject: The forum; with: Shavkat Mirziyoyev | Ilham Aliyev",
    ),
    Row(
        "a council in session",
        "The Council of Foreign Ministers held its meeting in Almaty.",
        "conference",
        "subject: The Council of Foreign Ministers; of: its; in: Almaty",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_what_a_clause_tells(row: Row) -> None:
    pack = lang.load("en")
    told = [c for c in pack.parse(row.text).clauses if _frame(c) == row.frame]
    assert row.roles in {_roles(c, row.text) for c in told}
    assert row.mood in {_mood(c) for c in told}


@pytest.mark.parametrize(
    "text",
    [
        "Kassym-Jomart Tokayev called Germany a key partner.",
        "Dmytro Kuleba called the outcome a success.",
        "Astana called for a ceasefire.",
    ],
)
def test_what_is_only_called_something(text: str) -> None:
    assert all(_frame(clause) != "call" for clause in lang.load("en").parse(text).clauses)


def _frame(clause: Clause) -> str | None:
    return lang.load("en").tables.triggers.get(clause.lemma)


def _roles(clause: Clause, text: str) -> str:
    return "; ".join(
        f"{a.marker}: {' | '.join(head.of(text) for head in a.heads)}" for a in clause.arguments
    )


def _mood(clause: Clause) -> str:
    return " ".join(part for part in (clause.tense, clause.modality) if part)
