"""Voices: the chain from the first source to the outlet."""

from __future__ import annotations

import pytest

from elshi.pipeline import read
from elshi.records import Article, Value

ROWS = [
    (
        "ru",
        "Вестник",
        "Министр принял посла, сообщает «Вестник» со ссылкой на пресс-службу Сената.",
        "пресс-служба Сената (press service) > Вестник (outlet)",
    ),
    (
        "ru",
        "Вестник",
        "Министр принял посла Китая, сообщает «Вестник» со ссылкой на Акорду.",
        "Акорда (press service) > Вестник (outlet)",
    ),
    (
        "en",
        "Herald",
        "The minister received the envoy, the Herald reports, citing the Akorda.",
        "Akorda (press service) > Herald (outlet)",
    ),
    (
        "kk",
        "Хабар",
        "Министр елшіні қабылдады, деп хабарлайды «Хабар» "
        "Ақорданың баспасөз қызметіне сілтеме жасап.",
        "Ақорданың баспасөз қызметі (press service) > Хабар (outlet)",
    ),
    (
        "ru",
        "Вестник",
        "Министр иностранных дел принял посла Китая в Астане.",
        "Вестник (outlet)",
    ),
]


@pytest.mark.parametrize(("lang", "outlet", "text", "chain"), ROWS)
def test_voices(lang: str, outlet: str, text: str, chain: str) -> None:
    article = Article("a", text, lang, outlet=Value(outlet, None, "given", "given"))
    reading = read(article, whole=True)
    assert " > ".join(f"{v.name.value} ({v.kind})" for v in reading.voices) == chain
