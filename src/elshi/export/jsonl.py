"""JSON Lines: one reading a line, as `elshi read` prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.record_json import account_tree, article_tree, dumps, reading_line
from elshi.records import Account, Article, Reading


def jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """The lines, without their ends."""
    return (reading_line(reading) for reading in readings)


def account_lines(told: Iterable[tuple[Article, Account]]) -> Iterator[str]:
    """One account a line, with its article (without the text)."""
    for article, account in told:
        source = article_tree(article)
        del source["text"]
        yield dumps({"article": source, "account": account_tree(account, article.text)})
