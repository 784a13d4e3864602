"""The reference pages say everything that there is: commands, options, JSON fields, columns."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import click
import pytest

from elshi import records
from elshi.cli import main
from elshi.record_json import SPAN_FIELDS, quote_field
from elshi.store import schema

DOCS = Path(__file__).parents[1] / "docs"
IN_A_READING = (
    *("Reading", "Article", "Value", "Account", "When", "Place", "Participant", "Statement"),
    *("Tenure", "Voice", "Unread", "Mention", "Office"),
)


def sections(page: str) -> dict[str, str]:
    """The page's parts by their headings."""
    text = (DOCS / page).read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(section: str) -> set[str]:
    """What stands in the first column of the section's tables, as code."""
    return set(re.findall(r"^\| `([^`]+)`", section, flags=re.MULTILINE))


def commands() -> dict[str, click.Command]:
    """All commands by the words that call them: `show`, `judge same`."""
    found: dict[str, click.Command] = {}
    for name, command in main.commands.items():
        if isinstance(command, click.Group):
            found |= {f"{name} {sub}": each for sub, each in command.commands.items()}
        else:
            found[name] = command
    return found


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_documented(name: str) -> None:
    words = ["elshi", *name.split()]
    pages = sections("commands.md")
    section = next(pages[h] for h in pages if h.split()[: len(words)] == words)
    options = {
        option
        for parameter in commands()[name].params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
    assert {row.split()[0] for row in rows(section)} == options


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_an_example_that_it_takes(name: str, tmp_path: Path) -> None:
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL))
    examples = [line for line in blocks.splitlines() if f"elshi {name} " in f"{line} "]
    assert examples
    for line in examples:
        words = shlex.split(line.partition(f"elshi {name}")[2].partition(">")[0])
        given = tmp_path / "given.txt"
        given.touch()
        filled = [str(given) if word.startswith("given/") else word for word in words]
        commands()[name].make_context(name, filled)


@pytest.mark.parametrize("name", IN_A_READING)
def test_every_field_of_a_reading_is_documented(name: str) -> None:
    expected = {field.name for field in fields(getattr(records, name))}
    assert rows(sections("reading.md")[name]) == expected


def test_every_quote_is_documented() -> None:
    text = (DOCS / "reading.md").read_text(encoding="utf-8")
    assert all(f"`{name}` has `{quote_field(name)}`" in text for name in SPAN_FIELDS)


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_column_is_documented(table: schema.Table) -> None:
    section = sections("store.md")[table.name]
    assert rows(section) == {column.name for column in table.columns}
    assert all(f"| {column.comment} |" in section for column in table.columns)
