"""From a path or a stream to captures: which kind of input it is, and one capture an article."""

from __future__ import annotations

import io
import os
import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from elshi.errors import EmptyInput, InputError, TooLarge
from elshi.read import feeds, guard, rows
from elshi.read.decode import decoded, encoding_of
from elshi.read.failure import Failure, failed
from elshi.records import Capture

Shape = Literal["text", "html", "json", "jsonl", "csv", "feed"]

_BY_SUFFIX: dict[str, Shape] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".md": "text",
}
_PEEK = 65_536
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|h1|meta|table|section)\b", re.IGNORECASE
)
_HEADER = re.compile(r'^\s*"?[\w ]+"?(?:\s*[,;\t]\s*"?[\w ]+"?)*\s*$')


def captures(source: str, *, stdin: BinaryIO | None = None) -> Iterator[Capture | Failure]:
    """Every article in a file, in a folder (all its files, by name) or, for `-`, in the stream.

    What cannot be read comes as a Failure in its place, and the rest goes on.
    """
    if source == "-":
        yield from _stream("-", stdin or sys.stdin.buffer)
    elif Path(source).is_dir():
        for path in _files(source):
            yield from _file(path)
    else:
        yield from _file(source)


def _files(folder: str) -> Iterator[str]:
    """The files of a folder and of those in it, sorted by path; hidden ones are left alone."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield str(Path(here) / name)


def _file(path: str) -> Iterator[Capture | Failure]:
    try:
        with Path(path).open("rb") as stream:
            yield from _stream(path, stream, shape=_BY_SUFFIX.get(Path(path).suffix.lower()))
    except FileNotFoundError:
        yield failed(path, InputError("no such file or folder: check the path"))
    except OSError as error:
        yield failed(
            path, InputError(f"cannot be opened ({error.strerror}): check the permissions")
        )


def _stream(
    name: str, stream: BinaryIO, *, shape: Shape | None = None
) -> Iterator[Capture | Failure]:
    head = stream.read(_PEEK)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        yield failed(name, EmptyInput("there is nothing in it: give a file with text"), head)
        return
    shape = shape or shape_of(head)
    if shape == "jsonl" and not head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield from rows.json_lines(name, _lines(head, stream))
        return
    # A table may be larger than one article; a page or a text may not.
    data = head + stream.read(guard.LIMIT + 1 if shape != "csv" else -1)
    yield from _whole(name, data, shape)


def _lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Lines of a stream whose beginning was already read; an endless line is cut at the limit."""
    first, newline, rest = head.rpartition(b"\n")
    yield from io.BytesIO(first + newline)
    line = rest + stream.readline(guard.LIMIT + 2)
    while line:
        yield line
        while not line.endswith(b"\n") and (more := stream.readline(guard.LIMIT)):
            line = more
        line = stream.readline(guard.LIMIT + 2)


def _whole(name: str, data: bytes, shape: Shape) -> Iterator[Capture | Failure]:
    try:
        if shape != "csv":
            guard.size(len(data))
        if shape == "feed":
            yield from feeds.entries(name, data)
            return
        text = decoded(data)
    except InputError as error:
        yield failed(name, error, b"" if isinstance(error, TooLarge) else data)
        return
    yield from _shaped(name, text, shape)


def _shaped(name: str, text: str, shape: Shape) -> Iterator[Capture | Failure]:
    if shape == "json":
        yield from rows.json_document(name, text)
    elif shape == "jsonl":
        yield from rows.json_lines(name, (line.encode() for line in text.splitlines()))
    elif shape == "csv":
        yield from rows.comma_rows(name, text)
    else:
        yield _one(name, text, shape)


def _one(name: str, text: str, shape: Shape) -> Capture | Failure:
    if shape != "html":
        return Capture(name, text, "text")
    try:
        return Capture(name, guard.page(text), "html")
    except TooLarge as error:
        return failed(name, error)


def shape_of(head: bytes) -> Shape:
    """What a stream seems to hold, by its beginning."""
    try:
        text = head.decode(encoding_of(head), "replace").lstrip("\ufeff \t\r\n")
    except InputError:
        return "text"
    first = text.partition("\n")[0]
    over_lines = first.strip() in {"{", "["} or first.startswith("[{")
    if over_lines or first.startswith("{"):
        return "json" if over_lines else "jsonl"
    if text.startswith("<") and _FEED.search(text[:2000]):
        return "feed"
    if text.startswith("<") and _HTML.search(text[:5000]):
        return "html"
    columns = {cell.strip(' "\r').lower() for cell in re.split(r"[,;\t]", first)}
    if columns & {"text", "html"} and _HEADER.match(first) and "\n" in text:
        return "csv"
    return "text"
