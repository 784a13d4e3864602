"""The interface says the same in three languages, and says everything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from elshi import records, web
from elshi.ontology.levels import LEVELS, SPHERES
from elshi.web.words import LANGUAGES, chosen, words

FOLDER = Path(web.__file__).parent
CODE = [*FOLDER.rglob("*.html"), *FOLDER.rglob("*.py")]
USED = re.compile(r"""(?:\bt\(|word\(\w+(?:\.\w+)?, |key = |, )["']([a-z_-]+(?:\.[a-z_-]+)+)["']""")
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def used() -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in CODE)
    return {key for key in USED.findall(text) if key.split(".")[0] in _heads()}


def _heads() -> set[str]:
    return {key.split(".")[0] for key in words("en")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_used_is_there(lang: str) -> None:
    known = set(words(lang)) | {f"{key}" for key in words(lang)}
    missing = {k for k in used() if k not in known and f"{k}.title" not in known}
    assert missing == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_have_the_same_words_with_the_same_gaps(lang: str) -> None:
    english, own = words("en"), words(lang)
    assert set(own) == set(english)
    gaps = {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in own.items()}
    assert gaps == {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in english.items()}


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("kind", get_args(records.ContactKind)),
        ("status", get_args(records.Status)),
        ("role", get_args(records.Role)),
        ("basis", get_args(records.Basis)),
        ("mention", get_args(records.MentionKind)),
        ("act", get_args(records.Act)),
        ("said", get_args(records.StatementKind)),
        ("level", LEVELS),
        ("sphere", SPHERES),
    ],
)
def test_every_value_of_the_trade_has_a_word(prefix: str, values: tuple[str, ...]) -> None:
    for lang in LANGUAGES:
        assert {f"{prefix}.{value}" for value in values} <= set(words(lang))


def test_no_language_is_left_in_another() -> None:
    assert not [text for text in words("en").values() if re.search("[а-яё]", text.lower())]
    russian = [text for key, text in words("ru").items() if not key.startswith("feed.")]
    assert not [text for text in russian if KAZAKH.search(text) and "Елші" not in text]
    kazakh = [text for text in words("kk").values() if len(text) > 40]
    assert all(KAZAKH.search(text) for text in kazakh)


@pytest.mark.parametrize(
    ("asked", "lang"),
    [
        ("kk-KZ,kk;q=0.9,ru;q=0.8", "kk"),
        ("de-DE,ru;q=0.5,en;q=0.9", "en"),
        ("ru", "ru"),
        ("fr,de", "en"),
        ("", "en"),
        ("ru;q=nonsense,kk", "kk"),
    ],
)
def test_the_language_that_a_browser_asks_for(asked: str, lang: str) -> None:
    assert chosen(asked) == lang
