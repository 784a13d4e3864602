"""`elshi read`: articles in, readings out, or into a chronicle."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from elshi.cli.options import output

if TYPE_CHECKING:
    from elshi.read import Failure
    from elshi.records import Capture, Reading
    from elshi.store import Added, Store


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--into", metavar="FILE", help="Store the readings in this chronicle.")
@output("jsonl")
def read(paths: tuple[str, ...], into: str | None, shape: str) -> None:
    """Reads articles: text, HTML, JSONL, CSV, RSS, Atom; files, folders, or - for stdin.

    Prints one reading a line, in the order of the input. With --into it stores them instead, and
    reading the same article again changes nothing. What cannot be read is listed on stderr, and
    the exit code is then 1.
    """
    failures: list[Failure] = []
    results = _results(paths)
    if into is None:
        _print(_put_aside(results, failures), shape)
    else:
        _store(results, failures, into)
    for failure in failures:
        click.echo(_said(failure), err=True)
    sys.exit(1 if failures else 0)


def _put_aside(results: Iterable[Reading | Failure], failures: list[Failure]) -> Iterator[Reading]:
    """The readings; what failed is kept for the end."""
    from elshi.records import Reading

    for result in results:
        if isinstance(result, Reading):
            yield result
        else:
            failures.append(result)


def _print(readings: Iterable[Reading], shape: str) -> None:
    from elshi.cli import output as out
    from elshi.cli.rows import COLUMNS, table_rows
    from elshi.export import account_rows, csv_text, jsonl

    if shape == "jsonl":
        out.lines(jsonl(readings))
    elif shape == "csv":
        click.echo(csv_text(account_rows(readings)), nl=False)
    else:
        told = ((reading.article, account) for reading in readings for account in reading.accounts)
        out.table(COLUMNS, table_rows(told), columns=out.width())


def _store(results: Iterable[Reading | Failure], failures: list[Failure], into: str) -> None:
    """Stores each result as it comes, failures too: a run that is cut short has kept its part."""
    from elshi.read import Failure
    from elshi.store import Store

    counts: Counter[str] = Counter()
    with Store(into, make=True) as store:
        for result in results:
            outcome = _added(store, result)
            if isinstance(outcome, Failure):
                store.fail(name=outcome.name, reason=str(outcome.error), sha=outcome.sha256)
                failures.append(outcome)
            else:
                counts[outcome] += 1
    click.echo(_summary(counts, len(failures), into), err=True)


def _added(store: Store, result: Reading | Failure) -> Added | Failure:
    from elshi.errors import InputError
    from elshi.read import Failure

    if isinstance(result, Failure):
        return result
    try:
        return store.add(result)
    except InputError as error:
        return Failure(result.article.name, error)


def _summary(counts: Counter[str], failed: int, into: str) -> str:
    parts = [f"{counts['new']} articles read into {into}"]
    if counts["known"]:
        parts.append(f"{counts['known']} were there already")
    if counts["differs"]:
        parts.append(
            f"{counts['differs']} now read differently by the same version: kept as stored"
        )
    if failed:
        parts.append(f"{failed} failed")
    return "; ".join(parts)


def _results(paths: Iterable[str]) -> Iterator[Reading | Failure]:
    """The reading of each input, or why there is none, in the order of the input."""
    from elshi.read import Failure, captures

    for capture in _watched(found for path in paths for found in captures(path)):
        yield capture if isinstance(capture, Failure) else read_capture(capture)


def read_capture(capture: Capture) -> Reading | Failure:
    """The reading of one input, or why there is none."""
    from elshi import pipeline
    from elshi.errors import InputError
    from elshi.extract import article
    from elshi.read.failure import failed

    data = capture.content if isinstance(capture.content, bytes) else capture.content.encode()
    try:
        return pipeline.read(article(capture, today=datetime.now(UTC).date()))
    except InputError as error:
        return failed(capture.name, error, data)
    except Exception as error:  # a fault of ours costs one article, never the run
        kind = type(error).__name__
        fault = InputError(f"Elshi failed on it ({kind}: {error}): please report it, with the text")
        return failed(capture.name, fault, data)


def _watched(captures: Iterable[Capture | Failure]) -> Iterator[Capture | Failure]:
    """The same, with a count on stderr where somebody watches."""
    if not sys.stderr.isatty():
        yield from captures
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} read"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for capture in captures:
            yield capture
            progress.advance(task)


def _said(failure: Failure) -> str:
    from elshi.draw import visible

    return visible(f"{failure.name}: {' '.join(str(failure.error).split())}")
