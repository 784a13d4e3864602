"""Gate: posts that tell of no contact, and what is read in them all the same.

500 posts of a real stream, labelled by hand, half of them random and half with words of contact and
of politics: false accounts per 1,000 posts that tell of none; and of those that tell of one, in how
many an account is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpora import ROOT, corpus, json_lines, reading
from elshi.ontology.tables import rows as table
from elshi.records import Reading
from figures import Figure, share

NAME = "negatives"
GOLD = ROOT / "eval" / "gold" / "negatives.tsv"
POSTS = "telegram-ru/posts.jsonl"
HARD = 0.0545
"""The share of the whole stream that has both a word of contact and a word of politics."""


class Label(NamedTuple):
    """A post by its channel and number, and whether it tells of a contact."""

    half: str
    channel: str
    number: str
    tells: str


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield GOLD
    yield corpus(POSTS)


def gate(every: int = 1) -> list[Figure]:
    """False accounts per 1,000 posts without a contact, in both halves, and posts found."""
    read = _read(every)
    easy, hard = (_false(f"false, {half} posts", half, read) for half in ("random", "trigger"))
    rate = HARD * hard.value + (1 - HARD) * easy.value
    stream = Figure(NAME, "ru", "false, of the stream", rate, lower=True)
    tell = [(label, found) for label, found in read if label.tells == "yes"]
    told = sum(bool(found.accounts) for _, found in tell)
    return [stream, easy, hard, share(NAME, "ru", "posts found", (told, len(tell)))]


def errors(every: int = 1) -> list[str]:
    """False accounts, then posts whose contact is missed."""
    read = _read(every)
    false = [(label, found) for label, found in read if label.tells == "no" and found.accounts]
    missed = [
        (label, found) for label, found in read if label.tells == "yes" and not found.accounts
    ]
    return [_said("false", *pair) for pair in false] + [_said("missing", *pair) for pair in missed]


def _false(name: str, half: str, read: list[tuple[Label, Reading]]) -> Figure:
    posts = [found for label, found in read if label.half == half and label.tells == "no"]
    false = sum(len(found.accounts) for found in posts)
    rate = 1000 * false / max(len(posts), 1)
    return Figure(NAME, "ru", name, rate, false, len(posts), len(posts), lower=True)


def _said(word: str, label: Label, found: Reading) -> str:
    told = "; ".join(
        f"{a.kind.value} {', '.join(p.name.value for p in a.participants)}" for a in found.accounts
    )
    words = " ".join(found.article.text.split())[:200]
    return f"{word}\t{label.channel} {label.number}\t{told}\t{words}"


@cache
def _read(every: int) -> list[tuple[Label, Reading]]:
    posts = {(post["channel"], str(post["id"])): post for post in json_lines(POSTS)}
    labels = [Label(*cells) for cells in table(GOLD, "half", "channel", "id", "tells")][::every]
    return [(label, _reading(posts[label.channel, label.number])) for label in labels]


def _reading(post: dict[str, str]) -> Reading:
    return reading(post["text"], [("lang", "ru"), ("published", post["published"])])
