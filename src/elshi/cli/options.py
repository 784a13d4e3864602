"""Options that several commands share. Imports click only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import click

from elshi.records import ContactKind, Status

if TYPE_CHECKING:
    from elshi.store import Store

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

KINDS = get_args(ContactKind)
STATUSES = get_args(Status)
FORMATS = ("jsonl", "table", "csv")


class Side(click.ParamType[str]):
    """A state or an organisation, by code or by name."""

    name = "side"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its code, or what may have been meant."""
        from elshi.brief.sides import side_code
        from elshi.errors import UsageError

        try:
            return side_code(value)
        except UsageError as error:
            self.fail(str(error), param, ctx)


class Day(click.ParamType[date]):
    """A day, or the first or last day of a month or year."""

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that is meant: `--until 2024-03` is 31 March."""
        from elshi.when import edtf_range

        try:
            day = edtf_range(value)[1 if self.last else 0]
        except (ValueError, IndexError):
            day = None
        if day is None:
            self.fail(f"'{value}' is no date: write 2024-03-26, 2024-03 or 2024", param, ctx)
        return day


def tongue() -> Decorator:
    """In which language a list of contacts names everybody."""
    return click.option(
        "--lang",
        type=click.Choice(["ru", "kk", "en"]),
        help="Names as reports in this language write them; a table is in that of most reports.",
    )


def chronicle(*, option: str = "--in") -> Decorator:
    """The chronicle's file: an option, the environment, or `elshi.sqlite` in this folder."""
    return click.option(
        option,
        "chronicle",
        metavar="FILE",
        envvar="ELSHI_CHRONICLE",
        default="elshi.sqlite",
        show_default=True,
        show_envvar=True,
        help="The chronicle: an SQLite file or a postgresql:// address.",
    )


def output(default: str) -> Decorator:
    """How rows are printed."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(FORMATS),
        default=default,
        show_default=True,
        help="How the result is printed.",
    )


def opened(where: str) -> Store:
    """A chronicle that has to be there."""
    from elshi.store import Store

    return Store(where)
