# ruff: noqa: E501 - a sentence stays on one line
"""Good wishes: whom they give a post or a state, and when they are no contact of two states."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from elshi.pipeline import read
from elshi.records import Article, Value


@dataclass(frozen=True)
class Row:
    """A sentence, and its contacts as `kind: name|post|side, …`, parted by ` / `."""

    why: str
    lang: str
    text: str
    told: str


ROWS = [
    Row("elected to a post", "en", "Kassym-Jomart Tokayev congratulated Tamás Sulyok on his election as President of Hungary.", "message: Kassym-Jomart Tokayev|-|-, Tamás Sulyok|President of Hungary|HU"),
    Row("taking office", "en", "Kassym-Jomart Tokayev sent a message to Olaf Scholz congratulating him on taking office as Federal Chancellor of Germany.", "message: Kassym-Jomart Tokayev|-|-, Olaf Scholz|Federal Chancellor of Germany|DE"),
    Row("an election in a state, and no post", "en", "Kassym-Jomart Tokayev congratulated Aleksandar Vučić on his victory in the presidential election in Serbia.", "message: Kassym-Jomart Tokayev|-|-, Aleksandar Vučić|-|RS"),
    Row("elected to a post", "ru", "Касым-Жомарт Токаев поздравил Сердара Бердымухамедова с избранием Президентом Туркменистана.", "message: Касым-Жомарт Токаев|-|-, Сердар Бердымухамедов|Президент Туркменистана|TM"),
    Row("a feat", "en", "Kassym-Jomart Tokayev congratulated Yelena Rybakina on winning the tournament at Wimbledon.", ""),
    Row("said in the course of a call", "en", "During the telephone conversation, President of Kazakhstan Kassym-Jomart Tokayev congratulated President of Azerbaijan Ilham Aliyev on his birthday.", "call: Kassym-Jomart Tokayev|President of Kazakhstan|KZ, Ilham Aliyev|President of Azerbaijan|AZ"),
    Row("said in the course of a call", "ru", "В ходе телефонного разговора Президент Казахстана Касым-Жомарт Токаев поздравил Президента Азербайджана Ильхама Алиева с днём рождения.", "call: Касым-Жомарт Токаев|Президент Казахстана|KZ, Ильхам Алиев|Президент Азербайджана|AZ"),
    Row("the head of a state that is not named", "en", "President Kassym-Jomart Tokayev had a telephone conversation with Serbian President Aleksandar Vučić.", "call: Kassym-Jomart Tokayev|President|-, Aleksandar Vučić|Serbian President|RS"),
    Row("a crown prince and one without a post", "en", "Vladimir Putin had a telephone conversation with Crown Prince of Saudi Arabia Mohammed bin Salman.", "call: Vladimir Putin|-|-, Mohammed bin Salman|Crown Prince of Saudi Arabia|SA"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lang} {row.why}")
def test_good_wishes(row: Row) -> None:
    reading = read(Article("a", row.text, row.lang), whole=True)
    told = []
    for account in reading.accounts:
        who = (
            f"{p.name.value}|{p.post.value if p.post else '-'}|{p.side.value if p.side else '-'}"
            for p in account.participants
        )
        told.append(f"{account.kind.value}: {', '.join(who)}")
    assert " / ".join(told) == row.told


def test_what_was_discussed_has_dates_of_its_own() -> None:
    text = (
        "Kassym-Jomart Tokayev had a telephone conversation with President of Uzbekistan Shavkat"
        " Mirziyoyev. The leaders discussed the agreements reached on 22 December 2022."
    )
    published = Value("2024-04-04", None, "given", "given")
    (call,) = read(Article("a", text, "en", published=published), whole=True).accounts
    assert call.when is not None
    assert call.when.basis == "published"
