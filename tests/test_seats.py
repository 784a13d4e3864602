"""Capitals and seats of power that speak for their state, in three languages.

В Астане    заявили, что готовы предоставить площадку
PLACE───    speaker KZ
"""

from __future__ import annotations

import pytest

from elshi.pipeline import read
from elshi.records import Article


@pytest.mark.parametrize(
    ("lang", "text", "sides"),
    [
        ("en", "Astana said it was ready to host the talks.", ["KZ"]),
        ("en", "The Kremlin stressed the importance of dialogue.", ["RU"]),
        ("ru", "В Астане заявили, что готовы предоставить площадку для переговоров.", ["KZ"]),
        ("ru", "Пекин заявил, что поддерживает переговоры.", ["CN"]),
        ("kk", "Астана келіссөзге дайын екенін мәлімдеді.", ["KZ"]),
        ("ru", "Алматы встретила гостей, отметив юбилей.", []),
    ],
)
def test_a_seat_of_power_speaks_for_its_state(lang: str, text: str, sides: list[str]) -> None:
    said = read(Article("one", text, lang), whole=True).statements
    told = [s.speaker.side.value for s in said if s.speaker and s.speaker.side]
    assert told == sides
