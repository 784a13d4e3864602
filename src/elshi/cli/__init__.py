"""The command line. Each command imports what it needs when called: `--help` loads click only."""

from __future__ import annotations

from typing import Any

import click

from elshi.cli.brief import brief
from elshi.cli.commitments import commitments
from elshi.cli.compare import compare
from elshi.cli.contacts import contacts
from elshi.cli.evaluate import evaluate
from elshi.cli.explain import explain
from elshi.cli.export import export
from elshi.cli.gaps import gaps
from elshi.cli.judge import judge
from elshi.cli.judgements import judgements
from elshi.cli.matrix import matrix
from elshi.cli.read import read
from elshi.cli.register import register
from elshi.cli.serve import serve
from elshi.cli.show import show
from elshi.cli.user import user
from elshi.cli.verify import verify
from elshi.cli.who import who
from elshi.errors import ElshiError, StoreError, UsageError


class _Wrong(click.ClickException):
    """The command was used wrongly: exit code 2, where a failed input gives 1."""

    exit_code = 2


class _Group(click.Group):
    """Says what went wrong in one line, and what to do; no traceback for what a user can mend."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ElshiError as error:
            wrong = isinstance(error, (UsageError, StoreError))
            raise (_Wrong if wrong else click.ClickException)(str(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="elshi")
def main() -> None:
    """The chronicle of contacts between states, read from the press, with proof of every value.

    Start with `elshi read report.txt`, or `elshi read reports/ --into elshi.sqlite`.
    """


_ASKING = (show, contacts, brief, compare, explain, gaps, commitments, matrix, who)
_DECIDING = (judge, judgements, register)

for _command in (read, *_ASKING, *_DECIDING, verify, evaluate, export, serve, user):
    main.add_command(_command)
