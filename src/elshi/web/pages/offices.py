"""Sides, institutions, forums, posts: their contacts, and who held what when."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from elshi.chronicle.records import Post
from elshi.chronicle.tenures import who
from elshi.ontology.levels import LEVELS
from elshi.web.errors import NotHere
from elshi.web.filters import DayText, code, day
from elshi.web.index.wanted import Wanted
from elshi.web.page import Wanted as PageOf
from elshi.web.pictures.bars import bars

router = APIRouter()
SHOWN = 15


@router.get("/{ui}/sides/{side}")
def side(page: PageOf, side: str) -> Response:
    """A state or an organisation: with whom, who acts for it, its institutions."""
    known = code(side)
    found = page.index.contacts(Wanted((("side", known),), newest=True, most=SHOWN))
    persons = page.index.listed_persons(("side", known), "", 30)
    return page.render(
        "side.html",
        side=known, found=found, people=page.who(*found.items), persons=persons.items,
        total=page.index.count("contact", "side", known), partners=page.index.partners(known),
        houses=page.index.counts_from("contact", "house", f"{known} "),
        posts=page.index.counts_from("contact", "post", f"{known} "),
        sides=[] if found.items else page.index.counts("contact", "side", 16),
    )  # fmt: skip


@router.get("/{ui}/institutions/{side}/{house}")
def institution(page: PageOf, side: str, house: str) -> Response:
    """An institution of a side: its people and contacts."""
    key = ("house", f"{side} {house}")
    found = page.index.contacts(Wanted((key,), newest=True, most=SHOWN))
    terms = page.terms(page.index.terms(side=side, house=house))
    if not found.items and not terms:
        raise NotHere(f"{side} {house}")
    return page.render(
        "office.html",
        what="institution", side=side, house=house, level="", found=found, terms=terms,
        bars=bars(terms, page.ui, named=True), people=page.who(*found.items), answer=None, on="",
        total=page.index.count("contact", *key),
    )  # fmt: skip


@router.get("/{ui}/posts/{side}/{level}")
def post(
    page: PageOf,
    side: str,
    level: str,
    house: Annotated[str, Query(max_length=80)] = "",
    on: DayText = "",
) -> Response:
    """A post: who held it when, and who on a given day."""
    if level not in LEVELS:
        raise NotHere(level)
    key = ("post", f"{side} {level}")
    terms = page.terms(page.index.terms(side=side, level=level))
    terms = [term for term in terms if not house or term.post.house == house]
    asked = day(on)
    answer = who(terms, Post(side, level, house), asked.toordinal()) if asked else None
    found = page.index.contacts(Wanted((key,), newest=True, most=SHOWN))
    return page.render(
        "office.html",
        what="post", side=side, house=house, level=level, found=found, terms=terms,
        bars=bars(terms, page.ui, named=True), people=page.who(*found.items), answer=answer, on=on,
        total=page.index.count("contact", *key),
    )  # fmt: skip


@router.get("/{ui}/forums")
def forums(page: PageOf) -> Response:
    """All forums."""
    return page.render("forums.html", forums=page.index.counts("contact", "forum", 500))


@router.get("/{ui}/forums/{forum:path}")
def forum(page: PageOf, forum: str) -> Response:
    """A forum: who took part, and when."""
    key = ("forum", forum)
    found = page.index.contacts(Wanted((key,), newest=True, most=SHOWN))
    if not found.items:
        raise NotHere(forum)
    total = page.index.count("contact", *key)
    return page.render(
        "forum.html", forum=forum, found=found, people=page.who(*found.items), total=total
    )
