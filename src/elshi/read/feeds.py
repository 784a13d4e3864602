"""RSS and Atom files: one article an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from elshi.errors import BadRow, EmptyInput, TooLarge
from elshi.read import guard
from elshi.read.failure import Failure, failed
from elshi.records import Capture

_DOCTYPE = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&[a-zA-Z#]\w+;")


def entries(name: str, data: bytes) -> Iterator[Capture | Failure]:
    """One capture for each entry of a feed, with its link, title, date and id as given."""
    import feedparser

    if _DOCTYPE.search(data):
        problem = TooLarge("the feed declares entities, which can grow without bound: remove them")
        yield failed(name, problem, data)
        return
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        yield failed(name, _no_entries(feed), data)
    outlet = str(feed.feed.get("title", "")).strip()
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(f"{name}#{number}", entry, outlet)


def _no_entries(feed: object) -> BadRow | EmptyInput:
    if getattr(feed, "bozo", False):
        return BadRow("no RSS or Atom feed can be read from it: check that the file is whole")
    return EmptyInput("the feed has no entries")


def _entry(name: str, entry: object, outlet: str) -> Capture | Failure:
    get = getattr(entry, "get", lambda _key: None)
    bodies = [str(part.get("value", "")) for part in get("content") or ()]
    content = max([*bodies, str(get("summary") or "")], key=len).strip()
    title = _plain(str(get("title") or ""))
    if not content and not title:
        return failed(name, EmptyInput("the entry has neither content nor title"))
    said = {
        "title": title,
        "url": str(get("link") or ""),
        "published": _moment(get("published") or get("updated") or ""),
        "outlet": outlet,
        "id": str(get("id") or ""),
    }
    given = tuple((field, value.strip()) for field, value in said.items() if value.strip())
    try:
        guard.size(len(content))
        if _MARKUP.search(content):
            return Capture(name, guard.page(content), "html", given)
    except TooLarge as error:
        return failed(name, error)
    return Capture(name, content or title, "text", given)


def _plain(title: str) -> str:
    return _MARKUP.sub("", title).strip()


def _moment(said: object) -> str:
    """ISO 8601 with the feed's own zone: feedparser would turn it into another day's UTC."""
    try:
        return parsedate_to_datetime(str(said)).isoformat()
    except (TypeError, ValueError):
        return str(said)
