"""A reading as JSON, and back: the same fields as in `records`, with each span's quote beside it.

    Span(0, 4) in the field `span`       "span": [0, 4], "quote": "США…"
    Span(0, 4) in the field `side_span`  "side_span": [0, 4], "side_quote": "США…"

Keys stand in the order of the records and text is not escaped: equal readings, equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from elshi.errors import BadRow
from elshi.records import Account, Article, Reading, Span

SPAN_FIELDS = ("span", "holder", "institution_span", "side_span")
"""The fields of records that hold a span; a test keeps the list whole."""


_TREES = (dict, list)


@dataclass(frozen=True, slots=True)
class Misquote:
    """A stored quote that is not what stands in the text at its span."""

    path: str
    span: Span
    stored: str
    found: str


@cache
def quote_field(name: str) -> str:
    """The name of the field that holds the quote of a span: `side_span` → `side_quote`."""
    return f"{name.removesuffix('span').removesuffix('_')}_quote".lstrip("_")


_QUOTES = {name: quote_field(name) for name in SPAN_FIELDS}
_SPANS = {quote: name for name, quote in _QUOTES.items()}


def reading_tree(reading: Reading, *, whole: bool = True) -> dict[str, Any]:
    """A reading as plain dicts and lists; without `whole`, fields that say nothing are left out."""
    return _dumped(reading, Reading, text=reading.article.text, whole=whole)


def article_tree(article: Article, *, whole: bool = True) -> dict[str, Any]:
    """An article as plain dicts and lists."""
    return _dumped(article, Article, text=article.text, whole=whole)


def account_tree(account: Account, text: str) -> dict[str, Any]:
    """An account as plain dicts and lists, with its quotes from `text`."""
    return _dumped(account, Account, text=text, whole=True)


def dumps(tree: Any, *, indent: int | None = None) -> str:
    """JSON on one line (or indented), Cyrillic as it is."""
    return json.dumps(tree, ensure_ascii=False, indent=indent)


def reading_line(reading: Reading) -> str:
    """A reading as one line of JSON Lines."""
    return dumps(reading_tree(reading))


def loads(line: str) -> Reading:
    """The reading that `reading_line` wrote. Raises BadRow where it is none."""
    try:
        return read_tree(json.loads(line))
    except ValueError as error:
        raise BadRow(f"no reading: {_first(error)}; write it with `elshi read`") from error


def read_tree(tree: dict[str, Any]) -> Reading:
    """A reading from plain dicts and lists."""
    reading: Reading = _adapter(Reading).validate_python(_unquoted(tree))
    return reading


def misquotes(tree: Any, text: str, path: str = "") -> Iterator[Misquote]:
    """The quotes of a stored tree that are not what `text` says at their spans."""
    if isinstance(tree, list):
        for n, item in enumerate(tree):
            yield from misquotes(item, text, f"{path}[{n}]")
    elif isinstance(tree, dict):
        yield from _own_misquotes(tree, text, path)
        for key, item in tree.items():
            yield from misquotes(item, text, f"{path}.{key}" if path else key)


def sound(tree: Any, text: str) -> bool:
    """Whether `misquotes` would find none, said ten times as fast: a brief asks for thousands."""
    rest = [tree]
    while rest:
        found = rest.pop()
        if not isinstance(found, dict):
            rest += [item for item in found if isinstance(item, _TREES)]
            continue
        for key, item in found.items():
            if key in _QUOTES and item is not None:
                if not _says(text, item, found.get(_QUOTES[key], "")):
                    return False
            elif isinstance(item, _TREES):
                rest.append(item)
    return True


def _says(text: str, span: Sequence[int], stored: str) -> bool:
    start, end = span
    return 0 <= start <= end <= len(text) and text[start:end] == stored


def _own_misquotes(tree: dict[str, Any], text: str, path: str) -> Iterator[Misquote]:
    for name in SPAN_FIELDS:
        if tree.get(name) is not None:
            span, stored = Span(*tree[name]), str(tree.get(quote_field(name), ""))
            if span.of(text) != stored or span.end > len(text):
                yield Misquote(f"{path}.{name}", span, stored, span.of(text))


@cache
def _adapter(record: type) -> TypeAdapter[Any]:
    return TypeAdapter(record)


def _dumped(
    record: Reading | Article | Account, kind: type, *, text: str, whole: bool
) -> dict[str, Any]:
    tree = _adapter(kind).dump_python(record, mode="json", exclude_defaults=not whole)
    quoted: dict[str, Any] = _quoted(tree, text)
    return quoted


def _quoted(tree: Any, text: str) -> Any:
    """Spans become [start, end], each with its quote beside it."""
    if isinstance(tree, list):
        return [_quoted(item, text) for item in tree]
    if not isinstance(tree, dict):
        return tree
    out: dict[str, Any] = {}
    for key, item in tree.items():
        if key in SPAN_FIELDS:
            out[key] = item and [item["start"], item["end"]]
            out[quote_field(key)] = item and text[item["start"] : item["end"]]
        else:
            out[key] = _quoted(item, text)
    return out


def _unquoted(tree: Any) -> Any:
    """What `_quoted` was made from."""
    if isinstance(tree, list):
        return [_unquoted(item) if isinstance(item, _TREES) else item for item in tree]
    if not isinstance(tree, dict):
        return tree
    out: dict[str, Any] = {}
    for key, item in tree.items():
        if key in _QUOTES:
            out[key] = item and {"start": item[0], "end": item[1]}
        elif key not in _SPANS or _SPANS[key] not in tree:
            out[key] = _unquoted(item) if isinstance(item, _TREES) else item
    return out


def _first(error: ValueError) -> str:
    """The first thing that is wrong, in one line."""
    if isinstance(error, ValidationError):
        detail = error.errors()[0]
        return f"{'.'.join(str(part) for part in detail['loc'])}: {detail['msg']}"
    return str(error)
