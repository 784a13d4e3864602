"""Readings of the real corpora and of our own reports, as streams that become a chronicle.

telegram     posts of 26 November to 4 December 2024: many on the same few visits
kremlin.ru   releases, each with its title, lead and text
kremlin.en
reports      our own reports, each in three languages
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from corpora import ROOT, corpus, json_lines
from elshi.extract import article
from elshi.pipeline import read
from elshi.read import captures
from elshi.records import Capture, Reading

POSTS = "telegram-ru/posts.jsonl"
FROM, TO = "2024-11-26", "2024-12-04"
_STAMP = re.compile(r"Дата публикации: (\d+) (\w+) (\d{4})")
_MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
FOLDERS = (ROOT / "demo" / "reports", ROOT / "eval" / "gold" / "reports")
Names = Collection[str] | None


def files(stream: str) -> Iterator[Path]:
    """What a stream is read from. Raises Absent where it is not on this machine."""
    if stream == "reports":
        yield from (path for folder in FOLDERS for path in sorted(folder.glob("*.txt")))
    else:
        yield corpus(POSTS if stream == "telegram" else f"kremlin/{stream[-2:]}.dev.jsonl")


def readings(stream: str, only: Names = None) -> Iterator[Reading]:
    """The readings of a stream, or of those of its items that are named, by `input_id`."""
    for capture in _captures(stream):
        if only is None or dict(capture.given)["id"] in only:
            yield read(article(capture))


def _captures(stream: str) -> Iterator[Capture]:
    if stream == "reports":
        yield from (_report(path) for path in files(stream))
    elif stream == "telegram":
        yield from (
            _post(post) for post in json_lines(POSTS) if FROM <= post["published"][:10] <= TO
        )
    else:
        yield from (_item(item) for item in json_lines(f"kremlin/{stream[-2:]}.dev.jsonl"))


def _report(path: Path) -> Capture:
    """A report by its slug and language: `01-blinken-astana.kk`."""
    (capture,) = captures(str(path))
    assert isinstance(capture, Capture), capture
    return Capture(capture.name, capture.content, capture.media, (("id", path.stem),))


def _post(post: dict[str, Any]) -> Capture:
    name = f"{post['channel']}/{post['id']}"
    given = [("published", post["published"]), ("outlet", post["channel"])]
    return Capture(name, post["text"], "text", (*given, ("lang", "ru"), ("id", name)))


def _item(item: dict[str, Any]) -> Capture:
    """A release as a reader sees it: title, lead, text.

    A page in Russian was saved as one line, in which both stand: the title is a field beside it.
    """
    head = [] if item["lang"] == "ru" else [item["title"], item["summary"] or ""]
    text = "\n\n".join(part for part in (*head, item["text"]) if part)
    given = [("lang", item["lang"]), ("outlet", item["outlet"]), ("url", item["url"])]
    given += [("title", item["title"])] if item["lang"] == "ru" else []
    published = item["published"] or _stamped(item["text"])
    given += [("published", published)] if published else []
    return Capture(item["url"], text, "text", (*given, ("id", item["url"].rsplit("/", 1)[1])))


def _stamped(text: str) -> str:
    """The day of publication that a page gives at its foot, where its field is empty."""
    found = _STAMP.search(text)
    return f"{found[3]}-{_MONTHS.index(found[2][:3]) + 1:02}-{int(found[1]):02}" if found else ""
