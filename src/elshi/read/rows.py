"""Tables: JSONL and CSV with named columns, one article a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from elshi.errors import BadRow, EmptyInput, InputError
from elshi.read import guard
from elshi.read.decode import decoded
from elshi.read.failure import Failure, failed
from elshi.records import Capture

FIELDS = ("title", "url", "published", "outlet", "lang", "id")
"""What a row may say beside `text` or `html`; other columns are left alone."""
NEEDS = "a row needs 'text' or 'html' (and may have title, url, published, outlet, lang, id)"

csv.field_size_limit(guard.LIMIT)


def json_lines(name: str, lines: Iterable[bytes]) -> Iterator[Capture | Failure]:
    """One capture for each line of JSONL; a bad line costs that line only."""
    for number, line in enumerate(lines, start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _json_line(f"{name}:{number}", line)


def json_document(name: str, text: str) -> Iterator[Capture | Failure]:
    """The captures of a file that is one object, or a list of them, over several lines."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        wanted = "write one object, a list of objects, or one object a line"
        yield failed(name, BadRow(f"the file is no JSON ({error}): {wanted}"))
        return
    if isinstance(tree, list):
        yield from (_json_row(f"{name}#{number}", row) for number, row in enumerate(tree, start=1))
    else:
        yield _json_row(name, tree)


def _json_row(name: str, row: object) -> Capture | Failure:
    try:
        if not isinstance(row, dict):
            raise BadRow(f"it is JSON but no object: {NEEDS}")
        return capture_of(name, row)
    except InputError as error:
        return failed(name, error)


def _json_line(name: str, line: bytes) -> Capture | Failure:
    try:
        guard.size(len(line))
        return capture_of(name, _parsed(decoded(line)))
    except InputError as error:
        return failed(name, error, line[: guard.LIMIT])


def _parsed(line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRow(f"the line is no JSON ({error}): write one object a line") from error
    if not isinstance(row, dict):
        raise BadRow(f"the line is JSON but no object: {NEEDS}")
    return row


def comma_rows(name: str, text: str) -> Iterator[Capture | Failure]:
    """One capture for each row of a CSV or TSV file, by the names in its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        if not {"text", "html"} & set(header):
            raise BadRow(f"no column 'text' or 'html' among {', '.join(header) or 'none'}: {NEEDS}")
        yield from _csv_rows(name, header, reader)
    except (csv.Error, InputError) as error:
        problem = (
            error if isinstance(error, InputError) else BadRow(f"no CSV from here on: {error}")
        )
        yield failed(f"{name}:{reader.line_num}", problem)


def _csv_rows(
    name: str, header: list[str], reader: Iterator[list[str]]
) -> Iterator[Capture | Failure]:
    for number, cells in enumerate(reader, start=2):
        if any(cells):
            yield _csv_row(f"{name}:{number}", header, cells)


def _csv_row(name: str, header: list[str], cells: list[str]) -> Capture | Failure:
    try:
        if len(cells) > len(header):
            raise BadRow(f"{len(cells)} cells under {len(header)} columns: quote cells with commas")
        return capture_of(name, dict(zip(header, cells, strict=False)))
    except InputError as error:
        return failed(name, error, ",".join(cells).encode("utf-8", "replace"))


def delimiter_of(text: str) -> str:
    """What parts the columns in the first line: a tab, a semicolon or a comma."""
    head = text.partition("\n")[0]
    return max("\t;,", key=head.count)


def capture_of(name: str, row: dict[str, object]) -> Capture:
    """The capture of one row: its `text`, or else its `html`, and what the other fields say."""
    given = tuple((field, said) for field in FIELDS if (said := _said(field, row)))
    for media in ("text", "html"):
        content = row.get(media)
        if content is not None and not isinstance(content, str):
            raise BadRow(f"'{media}' is no string: {NEEDS}")
        if content and content.strip():
            guard.size(len(content))
            if media == "html":
                return Capture(name, guard.page(content), "html", given)
            return Capture(name, content, "text", given)
    if "text" in row or "html" in row:
        raise EmptyInput("the row's text is empty: leave the row out, or fill it")
    raise BadRow(f"no 'text' or 'html' among {', '.join(row) or 'no fields'}: {NEEDS}")


def _said(field: str, row: dict[str, object]) -> str:
    value = row.get(field)
    if isinstance(value, (bool, list, dict)):
        raise BadRow(f"'{field}' is neither a string nor a number")
    return "" if value is None else str(value).strip()
