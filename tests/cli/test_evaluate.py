"""`elshi eval`: the gates in a checkout; one line where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from elshi.cli import main

MODULE = "elshi.cli.evaluate"


def test_worst_errors_of_a_gate(capfd: pytest.CaptureFixture[str]) -> None:
    ended = CliRunner().invoke(main, ["eval", "errors", "names", "-n", "3"])
    assert ended.exit_code == 0
    assert 1 <= len(capfd.readouterr().out.splitlines()) <= 3


def test_an_unknown_gate_is_told_with_those_that_there_are(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert CliRunner().invoke(main, ["eval", "errors", "taste"]).exit_code == 2
    assert "'reports'" in capfd.readouterr().err


def test_without_the_source_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[MODULE], "GATES", Path("nowhere/gate.py"))
    ended = CliRunner().invoke(main, ["eval"])
    assert ended.exit_code == 1
    assert "checkout" in ended.output
