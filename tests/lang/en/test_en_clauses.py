# ruff: noqa: E501 - a sentence stays on one line
"""English clauses: the predicate, its tense and mood, who stands in which neutral role."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from elshi import lang
from elshi.pack import Clause


@dataclass(frozen=True)
class Row:
    """A sentence of one clause that matters, and what it says, as `marker: head | head`."""

    why: str
    text: str
    frame: str
    roles: str
    mood: str = "past"


ROWS = [
    Row(
        "met with",
        "Speaker Maulen Ashimbayev met with US Senator Steve Daines in Astana on March 26.",
        "meet",
        "subject: Speaker Maulen Ashimbayev; with: US Senator Steve Daines; in: Astana",
    ),
    Row(
        "met without with",
        "Kassym-Jomart Tokayev met Emmanuel Macron in Paris.",
        "meet",
        "subject: Kassym-Jomart Tokayev; with: Emmanuel Macron; in: Paris",
    ),
    Row(
        "passive made active",
        "Maulen Ashimbayev was received by President of Uzbekistan Shavkat Mirziyoyev.",
        "receive",
        "object: Maulen Ashimbayev; subject: President of Uzbekistan Shavkat Mirziyoyev",
    ),
    Row(
        "received",
        "The President received Foreign Minister of Oman Badr Albusaidi.",
        "receive",
        "subject: The President; object: Foreign Minister of Oman Badr Albusaidi",
    ),
    Row(
        "held talks with two",
        "Murat Nurtleu held talks with Foreign Minister of Uzbekistan Bakhtiyor Saidov and Foreign Minister of Tajikistan Sirojiddin Muhriddin.",
        "talks",
        "subject: Murat Nurtleu; with: Foreign Minister of Uzbekistan Bakhtiyor Saidov | Foreign Minister of Tajikistan Sirojiddin Muhriddin",
    ),
    Row(
        "talks were held between",
        "Talks were held between Kassym-Jomart Tokayev and Xi Jinping.",
        "talks",
        "between: Kassym-Jomart Tokayev | Xi Jinping",
    ),
    Row(
        "a meeting between presidents",
        "The meeting between Presidents Kassym-Jomart Tokayev and Shavkat Mirziyoyev was held in Tashkent.",
        "meet",
        "between: Presidents Kassym-Jomart Tokayev | Shavkat Mirziyoyev; in: Tashkent",
    ),
    Row(
        "possessor of a meeting",
        "Xi Jinping's meeting with Joe Biden lasted two hours.",
        "meet",
        "of: Xi Jinping's; with: Joe Biden",
    ),
    Row(
        "talks of two states",
        "Kazakh-US talks took place in Washington.",
        "talks",
        "between: Kazakh-US; in: Washington",
    ),
    Row(
        "telephone conversation",
        "The Kazakh leader had a telephone conversation with Ilham Aliyev.",
        "call",
        "subject: The Kazakh leader; with: Ilham Aliyev",
    ),
    Row(
        "spoke by phone",
        "Vladimir Putin and Kassym-Jomart Tokayev spoke by phone.",
        "call",
        "subject: Vladimir Putin | Kassym-Jomart Tokayev",
    ),
    Row(
        "a phone call between",
        "A phone call between Antony Blinken and Murat Nurtleu took place.",
        "call",
        "between: Antony Blinken | Murat Nurtleu",
    ),
    Row(
        "paid an official visit",
        "Kassym-Jomart Tokayev paid an official visit to France.",
        "visit",
        "subject: Kassym-Jomart Tokayev; to: France",
    ),
    Row(
        "will pay a visit",
        "Wang Yi will pay an official visit to Kazakhstan.",
        "visit",
        "subject: Wang Yi; to: Kazakhstan",
        "future",
    ),
    Row(
        "is scheduled to pay",
        "Kassym-Jomart Tokayev is scheduled to pay an official visit to France.",
        "visit",
        "subject: Kassym-Jomart Tokayev; to: France",
        "present planned",
    ),
    Row(
        "visit postponed",
        "The visit of the President to Baku was postponed.",
        "visit",
        "of: the President; to: Baku",
        "past postponed",
    ),
    Row(
        "talks cancelled",
        "The talks with the Foreign Minister of Oman were cancelled.",
        "talks",
        "with: the Foreign Minister of Oman",
        "past cancelled",
    ),
    Row(
        "visited",
        "Antony Blinken visited Astana.",
        "visit",
        "subject: Antony Blinken; object: Astana",
    ),
    Row(
        "arrived on a visit",
        "A delegation led by Maulen Ashimbayev arrived in Ankara on an official visit.",
        "travel",
        "subject: A delegation led by Maulen Ashimbayev; in: Ankara",
    ),
    Row(
        "who arrived",
        "The President thanked Xi Jinping, who arrived in Astana.",
        "travel",
        "subject: Xi Jinping; in: Astana",
    ),
    Row(
        "his visit",
        "During his visit to Astana, Antony Blinken smiled.",
        "visit",
        "of: his; to: Astana",
        "",
    ),
    Row(
        "expected to meet",
        "Murat Nurtleu is expected to meet with Antony Blinken and Sergey Lavrov.",
        "meet",
        "subject: Murat Nurtleu; with: Antony Blinken | Sergey Lavrov",
        "present planned",
    ),
    Row(
        "plans to visit",
        "Emmanuel Macron plans to visit Samarkand.",
        "visit",
        "subject: Emmanuel Macron; object: Samarkand",
        "present planned",
    ),
    Row(
        "may visit",
        "Donald Trump may visit Ankara.",
        "visit",
        "subject: Donald Trump; object: Ankara",
        "present possible",
    ),
    Row(
        "will not visit",
        "Antony Blinken will not visit Astana.",
        "visit",
        "subject: Antony Blinken; object: Astana",
        "future not",
    ),
    Row(
        "refused to meet",
        "Viktor Orban refused to meet with the envoy.",
        "meet",
        "subject: Viktor Orban; with: the envoy",
        "past not",
    ),
    Row(
        "invited to visit",
        "The President invited Recep Tayyip Erdogan to visit Kazakhstan.",
        "visit",
        "subject: Recep Tayyip Erdogan; object: Kazakhstan",
        "past wanted",
    ),
    Row(
        "headline present",
        "Kassym-Jomart Tokayev meets with Vladimir Putin in Sochi",
        "meet",
        "subject: Kassym-Jomart Tokayev; with: Vladimir Putin; in: Sochi",
        "present",
    ),
    Row(
        "took part in a summit",
        "The leaders took part in the meeting of the Council.",
        "conference",
        "subject: The leaders; in: the meeting of the Council",
    ),
    Row(
        "signed",
        "Kazakhstan and Azerbaijan signed a memorandum.",
        "sign",
        "subject: Kazakhstan | Azerbaijan; object: a memorandum",
    ),
    Row(
        "presented credentials",
        "Ambassador of Kazakhstan to Japan Sabr Yessimbekov presented his credentials to Emperor Naruhito.",
        "credentials",
        "subject: Ambassador of Kazakhstan to Japan Sabr Yessimbekov; of: his; to: Emperor Naruhito",
    ),
    Row(
        "sent a congratulatory message",
        "Kassym-Jomart Tokayev sent a congratulatory message to Emmanuel Macron.",
        "congratulate",
        "subject: Kassym-Jomart Tokayev; to: Emmanuel Macron",
    ),
    Row(
        "expressed condolences",
        "Kassym-Jomart Tokayev expressed condolences to Emmanuel Macron.",
        "congratulate",
        "subject: Kassym-Jomart Tokayev; to: Emmanuel Macron",
    ),
    Row(
        "congratulated",
        "The President congratulated Keir Starmer.",
        "congratulate",
        "subject: The President; object: Keir Starmer",
    ),
    Row(
        "discussed",
        "The sides discussed regional security.",
        "discuss",
        "subject: The sides; object: regional security",
    ),
    Row(
        "touched upon",
        "The parties touched upon international matters.",
        "discuss",
        "subject: The parties; object: international matters",
    ),
    Row(
        "following talks",
        "Following talks with Prime Minister Shehbaz Sharif, the minister left.",
        "talks",
        "with: Prime Minister Shehbaz Sharif; subject: the minister",
        "",
    ),
    Row(
        "headline without a verb",
        "Telephone conversation with President of Finland Sauli Niinistö",
        "call",
        "with: President of Finland Sauli Niinistö",
        "",
    ),
    Row(
        "congratulations in a headline",
        "Congratulations to President of the United Arab Emirates Sheikh Mohammed bin Zayed Al Nahyan",
        "congratulate",
        "to: President of the United Arab Emirates Sheikh Mohammed bin Zayed Al Nahyan",
        "",
    ),
    Row(
        "upcoming visit",
        "They talked of the President's upcoming visit to Japan.",
        "visit",
        "of: the President's; to: Japan",
        "planned",
    ),
]


def _told(clause: Clause, text: str) -> str:
    return "; ".join(
        f"{a.marker}: " + " | ".join(head.of(text) for head in a.heads) for a in clause.arguments
    )


def _mood(clause: Clause) -> str:
    said = (clause.tense, clause.modality, "not" if clause.negated else None)
    return " ".join(word for word in said if word)


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_a_trigger_and_its_roles(row: Row) -> None:
    pack = lang.load("en")
    found = [
        clause
        for clause in pack.parse(row.text).clauses
        if pack.tables.triggers.get(clause.lemma) == row.frame
    ]
    assert found, "no such trigger"
    assert (_told(found[0], row.text), _mood(found[0])) == (row.roles, row.mood)


SAID = [
    (
        "that-clause",
        "Daniel Rosenblum said that the United States supports Kazakhstan.",
        "say",
        "subject: Daniel Rosenblum; that: the United States supports Kazakhstan",
    ),
    (
        "clause without that",
        "The minister noted trade grew fast.",
        "note",
        "subject: The minister; that: trade grew fast",
    ),
    (
        "participle with an object",
        "Murat Nurtleu thanked him, stressing the importance of water cooperation.",
        "stress",
        "subject: Murat Nurtleu; object: the importance of water cooperation",
    ),
    (
        "participle after a reported clause",
        "Daniel Rosenblum said that trade grew, noting the progress made.",
        "note",
        "subject: Daniel Rosenblum; object: the progress made",
    ),
    (
        "adding that",
        "Speaker Maulen Ashimbayev said that trade grew, adding that exports doubled.",
        "add",
        "subject: Speaker Maulen Ashimbayev; that: exports doubled",
    ),
    (
        "noun object",
        "The sides reaffirmed their commitment to peace.",
        "reaffirm commitment",
        "subject: The sides; object: their commitment to peace",
    ),
    (
        "thanked",
        "Kassym-Jomart Tokayev thanked António Guterres.",
        "thank",
        "subject: Kassym-Jomart Tokayev; object: António Guterres",
    ),
    (
        "agreed to",
        "The leaders agreed to expand cooperation.",
        "agree",
        "subject: The leaders; that: to expand cooperation",
    ),
    (
        "shared subject",
        "The President met with Wang Yi and emphasized that trade grew.",
        "emphasize",
        "subject: The President; that: trade grew",
    ),
]


@pytest.mark.parametrize(("why", "text", "lemma", "roles"), SAID, ids=[row[0] for row in SAID])
def test_what_is_said(why: str, text: str, lemma: str, roles: str) -> None:
    clause = next(c for c in lang.load("en").parse(text).clauses if c.lemma == lemma)
    assert _told(clause, text) == roles, why


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("a press conference", "The minister held a press conference."),
        ("a call for peace", "He renewed his call for peace."),
        ("talks by videoconference are how", "He said it via videoconference."),
    ],
)
def test_no_contact(why: str, text: str) -> None:
    pack = lang.load("en")
    assert not any(c.lemma in pack.tables.triggers for c in pack.parse(text).clauses), why
