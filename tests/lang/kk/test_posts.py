"""Kazakh posts: extent, rung, side, house, holder."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.lang.kk import pack
from elshi.mark import mark
from elshi.records import Mention

POSTS = (Path(__file__).parent / "posts.tsv").read_text(encoding="utf-8").splitlines()[1:]


def found(text: str) -> list[Mention]:
    kazakh = pack()
    return mark(kazakh.parse(text), kazakh).of("post")


@pytest.mark.parametrize("row", POSTS, ids=lambda r: r.split("\t")[0])
def test_post_before_a_name(row: str) -> None:
    _, text, title, level, side, holder = row.split("\t")
    (post,) = found(text)
    assert post.office is not None
    assert (post.office.title, post.office.level, post.office.side or "") == (title, level, side)
    assert post.holder is not None
    assert post.holder.of(text) == holder


def test_the_case_of_a_post_is_taken_off() -> None:
    (post,) = found("Министр Сенат төрағасымен кездесті.")[1:]
    assert post.value == "Сенат төрағасы"


def test_acting() -> None:
    (post,) = found("Иран Президентінің міндетін атқарушы Мохаммад Мохбер келді.")
    assert post.office is not None
    assert post.office.acting


def test_former() -> None:
    (post,) = found("АҚШ-тың бұрынғы Мемлекеттік хатшысы Генри Киссинджер келді.")
    assert post.office is not None
    assert post.office.former


def test_a_plural_post_has_a_mention_for_each_holder() -> None:
    text = "Қазақстан мен Франция президенттері Қасым-Жомарт Тоқаев пен Эмманюэль Макрон кездесті."
    posts = found(text)
    assert [(p.office.side, p.holder.of(text)) for p in posts if p.office and p.holder] == [
        ("KZ", "Қасым-Жомарт Тоқаев"),
        ("FR", "Эмманюэль Макрон"),
    ]
    assert [p.value for p in posts] == ["Қазақстан президенті", "Франция президенті"]


def test_a_bare_post_is_not_that_of_the_one_received() -> None:
    (post,) = found("Мемлекет басшысы Энтони Блинкенді қабылдады.")
    assert post.holder is None


def test_post_after_a_name() -> None:
    text = "Мәулен Әшімбаев, Сенат төрағасы: Біз дайынбыз."
    (post,) = found(text)
    assert post.holder is not None
    assert post.holder.of(text) == "Мәулен Әшімбаев"


def test_who_is_appointed_holds_the_post() -> None:
    text = "Мағжан Ілиясов Қазақстанның АҚШ-тағы елшісі болып тағайындалды."
    (post,) = found(text)
    assert post.holder is not None
    assert post.holder.of(text) == "Мағжан Ілиясов"


def test_a_weekday_is_no_part_of_a_post() -> None:
    (post,) = found("Сәрсенбі күні АҚШ Президенті Дональд Трамп сөйледі.")
    assert post.value == "АҚШ Президенті"
