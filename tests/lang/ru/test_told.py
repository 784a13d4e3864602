"""Contacts between men whose posts a Russian text takes for granted."""

from __future__ import annotations

import pytest

from elshi.extract import article
from elshi.pipeline import read
from elshi.records import Capture


@pytest.mark.parametrize(
    ("text", "kind", "status", "who"),
    [
        pytest.param(
            "Садыр Жапаров позвонил Ильхаму Алиеву.",
            "call",
            "held",
            {"Садыр Жапаров", "Ильхам Алиев"},
            id="whom one rings",
        ),
        pytest.param(
            "Садыр Жапаров направил письмо Ильхаму Алиеву.",
            "message",
            "held",
            {"Садыр Жапаров", "Ильхам Алиев"},
            id="to whom a letter goes",
        ),
        pytest.param(
            "МИД Кыргызстана и МИД Азербайджана провели консультации.",
            "meeting",
            "held",
            {"МИД Кыргызстана", "МИД Азербайджана"},
            id="one house beside another",
        ),
        pytest.param(
            "Генсек ОБСЕ Хельга Шмид провела переговоры с Садыром Жапаровым.",
            "meeting",
            "held",
            {"Хельга Шмид", "Садыр Жапаров"},
            id="the head of an organisation",
        ),
        pytest.param(
            "Делегация Кыргызстана во главе с Садыром Жапаровым прибыла в Баку.",
            "visit",
            "held",
            {"Садыр Жапаров"},
            id="who leads a delegation",
        ),
        pytest.param(
            "Визит Садыра Жапарова в Азербайджан не состоится.",
            "visit",
            "cancelled",
            {"Садыр Жапаров"},
            id="called off",
        ),
    ],
)
def test_a_contact(text: str, kind: str, status: str, who: set[str]) -> None:
    given = (("lang", "ru"), ("published", "2024-11-27"))
    (account,) = read(article(Capture("test", text, "text", given)), whole=True).accounts
    assert (account.kind.value, account.status.value) == (kind, status)
    assert {p.name.value for p in account.participants} == who
