"""Articles: the list, and one text with what was read in it marked by kind."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from elshi.records import Span
from elshi.web.errors import NotHere
from elshi.web.evidence import proofs_of
from elshi.web.index.ask import Index
from elshi.web.marked import article_paragraphs, quoted
from elshi.web.page import Wanted as PageOf

router = APIRouter()
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/{ui}/articles")
def listed(
    page: PageOf,
    q: Annotated[str, Query(max_length=200)] = "",
    outlet: str = "",
    after: str = "",
) -> Response:
    """Articles, the newest first."""
    key = ("outlet", outlet) if outlet else ("all", "")
    found = page.index.listed_articles(key, words=q.strip(), after=after)
    return page.render("articles.html", found=found, words=q.strip(), outlet=outlet)


@router.get("/{ui}/articles/{ident}")
def one(page: PageOf, ident: str, at: str = "") -> Response:
    """One article; `at` is the place that another page points to."""
    readings = page.site.store.some([ident])
    if not readings:
        raise NotHere(ident)
    reading = readings[0]
    return page.render(
        "article.html",
        reading=reading, article=reading.article, at=at,
        paragraphs=article_paragraphs(reading, _place(at, len(reading.article.text))),
        homes=_homes(page.index, ident),
        proofs={account.id: list(proofs_of(account, reading)) for account in reading.accounts},
        unread=[(each, quoted(reading, each.span)) for each in reading.unread],
        kinds=sorted({mention.kind for mention in reading.mentions}),
    )  # fmt: skip


def _place(at: str, length: int) -> Span | None:
    found = _AT.fullmatch(at)
    if not found or not int(found[1]) < int(found[2]) <= length:
        return None
    return Span(int(found[1]), int(found[2]))


def _homes(index: Index, ident: str) -> dict[str, str]:
    """The contact in which each account of the article went up."""
    return {
        entry.account: shown.contact.id
        for shown in index.of_article(ident)
        for entry in shown.contact.accounts
        if entry.article == ident
    }
