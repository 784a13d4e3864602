"""Kazakh clauses: predicates, their arguments by case and postposition, tense, plan, negation."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.lang.kk import parse
from elshi.pack import Clause

T, P, Z, M = "Қасым-Жомарт Тоқаев", "Владимир Путин", "Владимир Зеленский", "Эмманюэль Макрон"


def table(name: str) -> list[str]:
    """The rows of a table beside this file, without its header."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()[1:]


def filled(row: str) -> list[str]:
    return row.replace("{T}", T).replace("{P}", P).replace("{Z}", Z).replace("{M}", M).split("\t")


def drawn(text: str, clause: Clause) -> str:
    return "; ".join(
        f"{a.marker} {' + '.join(head.of(text) for head in a.heads)}" for a in clause.arguments
    )


@pytest.mark.parametrize("row", table("clauses.tsv"), ids=lambda r: r.split("\t")[0])
def test_a_predicate_and_its_arguments(row: str) -> None:
    _, text, lemma, arguments = filled(row)
    clause = next(c for c in parse(text).clauses if c.lemma == lemma)
    assert drawn(text, clause) == arguments


@pytest.mark.parametrize("row", table("moods.tsv"), ids=lambda r: r.split("\t")[0])
def test_tense_plan_and_negation(row: str) -> None:
    _, text, tense, modality, negated = filled(row)
    clause = parse(text).clauses[0]
    assert (str(clause.tense), str(clause.modality), str(clause.negated)) == (
        tense,
        modality,
        negated,
    )


@pytest.mark.parametrize("row", table("shared.tsv"), ids=lambda r: r.split("\t")[0])
def test_what_clauses_share(row: str) -> None:
    _, text, expected = filled(row)
    lemma, arguments = expected.split(": ")
    clause = next(c for c in parse(text).clauses if c.lemma == lemma)
    assert drawn(text, clause) == arguments


@pytest.mark.parametrize("row", table("content.tsv"), ids=lambda r: r.split("\t")[0])
def test_what_is_said(row: str) -> None:
    _, text, said = filled(row)
    spans = [a.span.of(text) for c in parse(text).clauses for a in c.having("that")]
    assert spans == [said]


def test_a_source_is_no_statement() -> None:
    text = f"{T} {P}мен кездесті, деп хабарлайды Ақорда."
    assert [c.lemma for c in parse(text).clauses] == ["кездесу"]


def test_a_readiness_is_a_pledge() -> None:
    text = f"{M} серіктестікті тереңдетуге дайын екенін растады."
    assert parse(text).clauses[-1].lemma == "дайын екен растау"


def test_the_attributes_of_a_journey() -> None:
    (clause,) = parse(f"{M} Астанаға мемлекеттік сапармен келді.").clauses
    assert clause.attributes == ("мемлекеттік",)


def test_an_event_in_the_plural() -> None:
    (clause,) = parse(f"{T} {P}мен кездесулер өткізді.").clauses
    assert clause.plural


def test_a_converb_belongs_to_the_verb_that_ends_its_chain() -> None:
    clauses = parse(f"Олаф Шольц Астанаға келіп, {T}пен кездесті.").clauses
    assert [c.parent for c in clauses] == [1, None]


def test_a_time_lies_within_its_clause() -> None:
    text = f"26 наурызда {T} {P}мен кездесті."
    assert parse(text).clauses[0].span.of(text).startswith("26 наурызда")


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Бүгін «Орталық Азия – Қытай» пішіміндегі министрлердің бесінші кездесуі болды.", True),
        ("С5+1 министрлерінің кездесуі өтті.", True),
        ("ШЫҰ саммитінде Қасым-Жомарт Тоқаевтың Владимир Путинмен кездесуі өтті.", False),
        ("Министрлердің бесінші кездесуі болды.", False),
    ],
)
def test_a_meeting_of_a_forum_is_of_many(text: str, lemma: bool) -> None:
    assert any(c.lemma == "көпжақты кездесу" for c in parse(text).clauses) is lemma
