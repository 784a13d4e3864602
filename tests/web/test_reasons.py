"""Whatever the rules say of themselves, the interface says in each of its languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import elshi
from elshi.chronicle.features import FEATURES, title
from elshi.ontology.tables import rows
from elshi.web.index.records import DoubtLine
from elshi.web.page import Page
from elshi.web.reasons import reason
from elshi.web.words import LANGUAGES
from sites import Open

SOURCE = Path(elshi.__file__).parent
STAGES = [
    *(path for path in SOURCE.glob("*.py") if path.name != "names.py"),
    *SOURCE.glob("extract/*.py"),
    SOURCE / "chronicle" / "features.py",
    SOURCE / "chronicle" / "explain.py",
]
SAYERS = {"Unread", "Finding", "_no", "_from_host"}
TABLE = SOURCE / "web" / "words" / "reasons.tsv"
OURS = [lang for lang in LANGUAGES if lang != "en"]


def sayings(path: Path) -> Iterator[str]:
    """The reasons that a module writes: what is called so, and what sayers are given."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and any(_called_so(target) for target in node.targets):
            yield from _texts(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYERS:
            for given in node.args:
                yield from _texts(given)
        elif isinstance(node, ast.Yield) and path.name == "explain.py" and node.value:
            yield from _texts(node.value)


def _called_so(target: ast.expr) -> bool:
    name = getattr(target, "id", "")
    return name == "reason" or name.startswith("NO_")


def _texts(node: ast.expr) -> Iterator[str]:
    """The strings of an expression that are sentences; what they are filled with is KZ."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found = node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.Constant) else _gap(p) for p in node.values)
        found = "".join(map(str, parts))
    else:
        found = ""
    if " " in found.strip() and not found.startswith(("  ", "taken by", "ONE", "TWO", "KZ (KZ")):
        yield found


def _gap(part: ast.expr) -> str:
    asked = ast.unparse(part)
    if "clause.modality" in asked:
        return "wanted"
    return "another city" if "parting" in asked else "KZ"


WRITTEN = sorted({text for path in STAGES for text in sayings(path)} | set(map(title, FEATURES)))


def test_there_is_much_that_rules_say() -> None:
    assert len(WRITTEN) > 70


@pytest.mark.parametrize("lang", OURS)
def test_every_reason_has_words(lang: str) -> None:
    """Who adds a reason adds a line to words/reasons.tsv."""
    assert [text for text in WRITTEN if reason(text, lang).lang != lang] == []


def test_all_languages_have_the_same_gaps() -> None:
    for each in rows(TABLE, "en", "kk", "ru"):  # type: ignore[arg-type]
        assert all(each), each
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in each}) == 1, each


@pytest.mark.parametrize(
    ("english", "lang", "words"),
    [
        ("The days: the same day (+3)", "ru", "Дни: тот же день (+3)"),
        ("Where: another city (parts them)", "kk", "Қай жерде: басқа қала (ажыратады)"),
        (
            "they cannot be one: The days: other days; Where: another city", "ru",
            "они не могут быть одним: Дни: другие дни; Где: другой город",
        ),
        (
            "the report is of KZ and US, and the other side is taken", "ru",
            "сообщение о сторонах Казахстан и США, и другая занята",
        ),
        ("judged the same by Ayan on 2024-01-02: one hall", "kk",
         "Ayan 2024-01-02 бір деп шешті: one hall"),
        ("no two sides are named (Си Цзиньпин)", "ru", "две стороны не названы (Си Цзиньпин)"),
    ],
)  # fmt: skip
def test_a_reason_is_told_in_the_language_of_the_interface(
    english: str, lang: str, words: str
) -> None:
    assert reason(english, lang).text == words


def test_what_has_no_words_stays_english_and_is_marked_so() -> None:
    told = reason("The moon: it was full (+1)", "kk")
    assert (told.text, told.lang) == ("The moon: it was full (+1)", "en")


@pytest.mark.parametrize("lang", OURS)
def test_pages_tell_merges_in_their_language(site: Open, lang: str) -> None:
    client = site()
    (found,) = client.get("/api/v1/contacts?kind=meeting&country=KZ").json()["items"]
    page = client.get(f"/{lang}/contacts/{found['id']}").text
    assert {"kk": "Күндері: сол күн (+3)", "ru": "Дни: тот же день (+3)"}[lang] in page


def test_a_question_on_titles_names_the_levels() -> None:
    doubt = DoubtLine("1", "post", 4.0, "a", "b", "", "Джо Байден: head of state, official")
    page = Page.__new__(Page)
    page.ui = "ru"
    assert page.detail(doubt).text == "Джо Байден: Глава государства, Должностное лицо"
