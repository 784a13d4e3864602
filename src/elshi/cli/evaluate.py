"""`elshi eval`: the figures of accuracy, from a checkout of the source."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

GATES = Path(__file__).parents[3] / "eval" / "gate.py"
"""The gates and their gold are part of the source, not of what is installed."""


@click.group("eval", invoke_without_command=True)
@click.option("--only", multiple=True, metavar="GATE", help="Some gates only; may be repeated.")
@click.option("--quick", is_flag=True, help="Every twelfth document.")
@click.pass_context
def evaluate(context: click.Context, only: tuple[str, ...], quick: bool) -> None:
    """Measures accuracy beside the floors and the published figures; 1 if a figure has fallen.

    Needs a checkout of the source. Gates whose corpus is not there are skipped and say so.
    """
    if context.invoked_subcommand is None:
        _run(*(word for gate in only for word in ("--only", gate)), *["--quick"] * quick)


@evaluate.command()
@click.argument("gate")
@click.option("-n", "count", type=click.IntRange(1), default=10, show_default=True)
def errors(gate: str, count: int) -> None:
    """Prints the worst errors of a gate: field, article, what was read, what the gold says."""
    _run("errors", gate, "-n", str(count))


def _run(*arguments: str) -> None:
    if not GATES.is_file():
        raise click.ClickException("the gates are part of the source: run this in a checkout of it")
    sys.exit(subprocess.run([sys.executable, str(GATES), *arguments], check=False).returncode)
