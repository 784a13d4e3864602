"""A reading as JSON: nothing lost, every span with its quote, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elshi import record_json, records
from elshi.errors import BadRow
from elshi.records import Reading, Span
from samples import all_readings, talks_reading

RECORDS = [kind for kind in vars(records).values() if hasattr(kind, "__dataclass_fields__")]


def test_a_span_stands_with_its_quote() -> None:
    tree = record_json.reading_tree(talks_reading())
    name = tree["accounts"][0]["participants"][1]["name"]
    assert name["value"] == "Энтони Блинкен"
    assert name["quote"] == "Энтони Блинкеном"
    assert tree["article"]["text"][slice(*name["span"])] == name["quote"]


def test_spans_that_are_not_called_span_have_quotes_of_their_own() -> None:
    post = record_json.reading_tree(talks_reading())["mentions"][0]
    assert post["holder_quote"] == "Мухтар Тлеуберди"
    assert post["office"]["side_quote"] == "Астане"
    assert post["office"]["institution_quote"] is None


@pytest.mark.parametrize("reading", all_readings(), ids=lambda reading: reading.article.text[:20])
@pytest.mark.parametrize("whole", [True, False])
def test_there_and_back(reading: Reading, *, whole: bool) -> None:
    line = record_json.dumps(record_json.reading_tree(reading, whole=whole))
    assert record_json.loads(line) == reading


def test_cyrillic_is_not_escaped_and_a_reading_is_one_line() -> None:
    line = record_json.reading_line(talks_reading())
    assert "Мухтар Тлеуберди" in line
    assert "\n" not in line


def test_every_field_that_holds_a_span_is_known() -> None:
    known = {
        field.name
        for record in RECORDS
        for field in fields(record)
        if get_type_hints(record)[field.name] in (Span, Span | None)
    }
    assert known == set(record_json.SPAN_FIELDS)


@pytest.mark.parametrize("line", ["", "[1", '{"version": 1}', '{"version": "1", "article": {}}'])
def test_what_is_no_reading_says_so_in_one_line(line: str) -> None:
    with pytest.raises(BadRow, match=r"^no reading: [^\n]+$"):
        record_json.loads(line)


def test_a_changed_text_is_found_out() -> None:
    reading = talks_reading()
    tree = record_json.reading_tree(reading)
    changed = reading.article.text.replace("Энтони Блинкеном", "Джоном Смитом   ")
    found = list(record_json.misquotes(tree["accounts"], changed))
    assert {misquote.stored for misquote in found} == {"Энтони Блинкеном"}
    assert not record_json.sound(tree["accounts"], changed)
    assert not list(record_json.misquotes(tree, reading.article.text))


def test_a_span_beyond_the_text_is_unsound() -> None:
    assert record_json.sound([{"span": [0, 4], "quote": "елші"}], "елші")
    assert not record_json.sound([{"span": [0, 9], "quote": "елші"}], "елші")
    assert not record_json.sound([{"name": {"side_span": [1, 4], "side_quote": "елші"}}], "елші")


def _spans(length: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return ends.map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading of any text."""
    text = draw(st.text(max_size=60))
    st.register_type_strategy(Span, _spans(len(text)))
    return replace(
        draw(st.from_type(Reading)), article=replace(draw(st.from_type(records.Article)), text=text)
    )


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(readings())
def test_any_reading_comes_back_as_it_was(reading: Reading) -> None:
    for whole in (True, False):
        tree = json.loads(record_json.dumps(record_json.reading_tree(reading, whole=whole)))
        assert record_json.read_tree(tree) == reading
        assert not list(record_json.misquotes(tree, reading.article.text))
        assert record_json.sound(tree, reading.article.text)
