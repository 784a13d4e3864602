"""Sentences and words of Russian texts, with what razdel gets wrong mended."""

from __future__ import annotations

import pytest

from elshi.lang.ru import morph


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Министр встретился с С. Лавровым в г. Алматы.", 1, id="initial and «г.»"),
        pytest.param("Токаев принял посла\nАстана", 2, id="a line break ends a sentence"),
        pytest.param("И. о. министра прибыл. Он дал интервью.", 2, id="«и. о.» ends none"),
        pytest.param("К.-Ж. Токаев вылетел в Баку.", 1, id="double initial"),
        pytest.param("", 0, id="nothing"),
        pytest.param("\n \n", 0, id="blank lines"),
    ],
)
def test_sentences(text: str, count: int) -> None:
    sentences, _ = morph.tokens(text)
    assert len(sentences) == count


@pytest.mark.parametrize(
    "word", ["С5+1", "Kazpravda.kz", "и.о.", "и. о.", "К.-Ж.", "премьер-министр", "3+3"]
)
def test_words_that_stay_whole(word: str) -> None:
    _, tokens = morph.tokens(f"Сегодня {word} здесь.")
    assert word in [token.text for token in tokens]


def test_every_word_lies_on_its_span() -> None:
    text = "  Глава МИД «Франции» Жан-Ноэль Барро — в Астане…\n\nС5+1!"
    sentences, tokens = morph.tokens(text)
    assert all(token.span.of(text) == token.text for token in tokens)
    assert all(sentences[token.sentence].covers(token.span) for token in tokens)


def test_a_sentence_of_a_thousand_words_is_cut_and_nothing_is_lost() -> None:
    text = "слово " * 1000
    _, tokens = morph.tokens(text)
    assert len(tokens) == 1000


def test_trees_only_where_they_are_wanted() -> None:
    _, tokens = morph.tokens("Токаев прибыл. Байден уехал.")
    grown = morph.trees(tokens, lambda sentence: sentence == 1)
    assert [token.rel for token in grown[:3]] == ["", "", ""]
    assert {token.rel for token in grown[3:]} >= {"nsubj", "root"}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("министром", "министр"),
        ("Её", "ее"),
        ("экс-президента", "экс-президент"),
        ("США", "сша"),
        ("и. о.", "и.о."),
    ],
)
def test_keys_are_folded_lemmas(word: str, key: str) -> None:
    assert key in morph.keys(word)
