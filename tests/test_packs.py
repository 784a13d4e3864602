"""The contract that every language keeps: its tables, its spans, and what they cover."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from elshi import lang
from elshi.ids import content_id
from elshi.ontology.frames import frames
from elshi.ontology.levels import LEVELS
from elshi.ontology.words import forms
from elshi.pack import Parsed
from elshi.pipeline import read
from elshi.records import Act, Article, ContactKind, Sphere

REPORTS = Path(__file__).parents[1] / "demo" / "reports"
CODES = lang.codes()
MIXED = re.compile(r"[a-zA-Z][\u0400-\u052f]|[\u0400-\u052f][a-zA-Z]")
NO_ACT = {"light", "turn", "none", "talk"}
"""What a verb of saying may be besides an act: one whose noun tells it, and one that tells none."""
ENDINGS = re.compile(r"^(?:C|С|CO|СО|G|Q|L|[A-Z]{2,})\d|[A-Za-z]-[\u0400-\u052f]")
"""«С5+1» with either letter, «IT-компания»: the two scripts meet on purpose."""


def tables(code: str) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(files("elshi.lang").joinpath(code).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".tsv"):
            yield path.name, path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", CODES)
def test_tables_have_one_header_and_no_torn_rows(code: str) -> None:
    for name, lines in tables(code):
        rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
        assert all(len(row) <= len(rows[0]) for row in rows), name


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_a_table_mixes_scripts(code: str) -> None:
    mixed = [
        (name, word)
        for name, lines in tables(code)
        for line in lines
        if not line.startswith("#")
        for word in line.replace("\t", " ").split()
        if MIXED.search(word) and not ENDINGS.search(word)
    ]
    assert mixed == []


@pytest.mark.parametrize("code", CODES)
def test_words_mean_what_the_stages_above_know(code: str) -> None:
    made = lang.load(code).tables
    assert set(made.triggers.values()) <= set(frames())
    said = {*made.speech.values(), *made.acts.values()}
    assert said <= {*get_args(Act), *NO_ACT}
    assert set(made.offices.values()) <= {"appointed", "dismissed"}
    assert made.cues
    assert made.roles
    assert made.voices


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_contact_has_its_words(code: str) -> None:
    told = {frames()[name].kind for name in lang.load(code).tables.triggers.values()}
    assert told == set(get_args(ContactKind))


@pytest.mark.parametrize("code", CODES)
def test_every_rung_of_the_ladder_has_its_titles(code: str) -> None:
    cells = {
        cell
        for name, lines in tables(code)
        if name == "titles.tsv"
        for line in lines
        for cell in line.split("\t")
    }
    assert set(LEVELS) <= cells


@pytest.mark.parametrize("code", CODES)
def test_every_sphere_has_its_words(code: str) -> None:
    cells = {
        cell
        for name, lines in tables(code)
        if name == "spheres.tsv"
        for line in lines
        for cell in line.split("\t")
    }
    assert set(get_args(Sphere)) <= {word for cell in cells for word in cell.split("|")}


@pytest.mark.parametrize("code", CODES)
def test_states_organisations_and_places_are_named(code: str) -> None:
    folder = files("elshi.lang").joinpath(code)
    named = {(form.what, form.code) for form in forms(folder)}
    assert {("state", "KZ"), ("state", "US"), ("organisation", "UN")} <= named


def parsed_reports(code: str) -> Iterator[tuple[Path, Parsed]]:
    for path in sorted(REPORTS.glob(f"*.{code}.txt"))[:4]:
        yield path, lang.load(code).parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_every_span_of_a_parse_lies_in_the_text(code: str) -> None:
    for path, parsed in parsed_reports(code):
        for token in parsed.tokens:
            assert token.span.of(parsed.text) == token.text, path.name
        spans = [s for c in parsed.clauses for a in c.arguments for s in (a.span, *a.heads)]
        assert all(span.end <= len(parsed.text) for span in spans)
        assert all(name.span.of(parsed.text).strip() for name in parsed.names)


@pytest.mark.parametrize("code", CODES)
def test_no_clause_contains_itself(code: str) -> None:
    for _, parsed in parsed_reports(code):
        for index in range(len(parsed.clauses)):
            seen, at = set(), parsed.clauses[index].parent
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = parsed.clauses[at].parent


@pytest.mark.parametrize("code", CODES)
def test_triage_lets_every_demo_contact_through(code: str) -> None:
    for gold in REPORTS.glob(f"*.{code}.json"):
        if json.loads(gold.read_text(encoding="utf-8"))["accounts"]:
            text = gold.with_suffix(".txt").read_text(encoding="utf-8")
            assert lang.load(code).triage(text), gold.name


TOY = '''
    """A toy language of four words, to try how a language is added."""

    from importlib.resources import files

    from elshi.ontology.tables import rows
    from elshi.pack import Argument, Clause, Pack, Parsed, Tables, Token
    from elshi.records import Span


    def keys(word):
        return (word.lower(),)


    def parse(text):
        """Subject, verb, the one met: three words a sentence."""
        tokens, at = [], 0
        for word in text.split():
            start = text.index(word, at)
            at = start + len(word)
            tokens.append(Token(Span(start, at), word, word.lower(), keys(word), "NOUN", 0))
        one, verb, other = (token.span for token in tokens[:3])
        clause = Clause(
            sentence=0,
            span=Span(one.start, other.end),
            predicate=verb,
            lemma="mitu",
            tense="past",
            arguments=(
                Argument("subject", one, (one,), (one,)),
                Argument("with", other, (other,), (other,)),
            ),
        )
        return Parsed(text, "qtoy", (Span(0, len(text)),), tuple(tokens), clauses=(clause,))


    def pack():
        triggers = dict(rows(files(__package__) / "triggers.tsv", "form", "frame"))
        return Pack(
            code="qtoy",
            triage=lambda text: True,
            parse=parse,
            posts=lambda parsed, mentions: [],
            times=lambda text: [],
            keys=keys,
            words=str.split,
            tables=Tables(triggers=triggers),
        )
'''


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language added as CONTRIBUTING says: one folder, and nothing else touched."""
    folder = tmp_path / "qtoy"
    folder.mkdir()
    (folder / "__init__.py").write_text(textwrap.dedent(TOY), encoding="utf-8")
    (folder / "triggers.tsv").write_text("form\tframe\nmitu\tmeet\n", encoding="utf-8")
    states = "code\tkind\tform\nKZ\tname\tKazalia\nUS\tname\tUsalia\n"
    (folder / "states.tsv").write_text(states, encoding="utf-8")
    monkeypatch.setattr(lang, "__path__", [*lang.__path__, str(tmp_path)])
    lang.load.cache_clear()
    yield "qtoy"
    sys.modules.pop("elshi.lang.qtoy", None)
    lang.load.cache_clear()


def test_a_language_is_one_new_folder(toy: str) -> None:
    text = "Kazalia mitu Usalia"
    (account,) = read(Article(content_id("article", text=text), text, toy)).accounts
    assert account.kind.value == "meeting"
    assert {p.side.value for p in account.participants if p.side} == {"KZ", "US"}
