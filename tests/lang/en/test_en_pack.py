"""The English pack keeps the contract: sentences, spans, trees, tables, laziness."""

from __future__ import annotations

import subprocess
import sys

import pytest

from elshi import lang
from elshi.ontology.frames import frames

TEXT = """Tokayev meets Macron
Kassym-Jomart Tokayev met with Emmanuel Macron in Paris. "We value it," he said.

The talks between Presidents Tokayev and Macron, who arrived in Astana, took place on Friday."""


def test_a_line_break_ends_a_sentence() -> None:
    parsed = lang.load("en").parse(TEXT)
    assert [span.of(TEXT).split(" ")[0] for span in parsed.sentences] == [
        "Tokayev",
        "Kassym-Jomart",
        '"We',
        "The",
    ]


def test_spans_hold() -> None:
    parsed = lang.load("en").parse(TEXT)
    assert all(token.span.of(TEXT) == token.text for token in parsed.tokens)
    for clause in parsed.clauses:
        assert parsed.sentences[clause.sentence].covers(clause.predicate)
        assert all(arg.span.covers(head) for arg in clause.arguments for head in arg.heads)
        assert clause.parent is None or 0 <= clause.parent < len(parsed.clauses)


def test_no_word_governs_itself() -> None:
    tokens = lang.load("en").parse(TEXT).tokens
    for index in range(len(tokens)):
        seen, at = set(), index
        while (head := tokens[at].head) is not None:
            assert head not in seen
            seen.add(head)
            at = head


def test_every_trigger_names_a_frame() -> None:
    assert set(lang.load("en").tables.triggers.values()) <= set(frames())


@pytest.mark.parametrize("text", ["", "\n\n", "…", "12", "“”"])
def test_nothing_to_read(text: str) -> None:
    parsed = lang.load("en").parse(text)
    assert parsed.clauses == ()
    assert parsed.names == ()


def test_the_model_is_not_loaded_before_the_first_text() -> None:
    code = "import sys; from elshi import lang; lang.load('en'); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "tells"),
    [("The presidents met.", True), ("The match ended in a draw.", False)],
)
def test_triage(text: str, tells: bool) -> None:
    assert lang.load("en").triage(text) is tells
