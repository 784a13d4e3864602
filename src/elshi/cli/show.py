"""`elshi show`: an article with what was read from it, drawn under its words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from elshi.cli.options import chronicle, opened

if TYPE_CHECKING:
    from elshi.records import Reading


@click.command()
@click.argument("article")
@chronicle(option="--from")
def show(article: str, chronicle: str) -> None:
    """Draws what was read under the text, then lists it, and what was not read and why.

    ARTICLE is a file, which is read on the spot, or the id (its start will do), input id, url or
    name of an article in the chronicle.
    """
    from elshi.cli.output import lines, width
    from elshi.cli.shown import shown

    readings = _of_file(article) if Path(article).is_file() else [_stored(article, chronicle)]
    for reading in readings:
        lines(shown(reading, columns=width()))


def _stored(article: str, chronicle: str) -> Reading:
    with opened(chronicle) as store:
        return store.one(article)


def _of_file(path: str) -> list[Reading]:
    from elshi.cli.read import read_capture
    from elshi.errors import InputError
    from elshi.read import Failure, captures

    readings: list[Reading] = []
    for capture in captures(path):
        result = capture if isinstance(capture, Failure) else read_capture(capture)
        if isinstance(result, Failure):
            raise InputError(f"{result.name}: {result.error}")
        readings.append(result)
    return readings
