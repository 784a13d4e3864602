"""A pair of sides: the dialogue matrix, the timeline, commitments, and the brief."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from elshi.brief import Asked as BriefAsked
from elshi.brief import Brief
from elshi.brief import brief as compose
from elshi.brief.words import phrase
from elshi.chronicle.matrix import Matrix, matrix
from elshi.store import told
from elshi.web.documents import docx, footnoted
from elshi.web.errors import NotHere
from elshi.web.filters import DayText, code, day
from elshi.web.index.ask import Index
from elshi.web.index.wanted import Wanted, pair_key
from elshi.web.page import Page
from elshi.web.page import Wanted as PageOf
from elshi.web.pictures.timeline import Timeline, timeline
from elshi.web.site import Site

router = APIRouter()
LOOKED = 50
"""Contacts that a brief looks at: a desk asks for the latest, and the page is there at once."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/{ui}/pairs")
def listed(page: PageOf, a: str = "", b: str = "") -> Response:
    """All pairs; a form asks for one."""
    if a.strip() and b.strip():
        one_, other = sides(a, b)
        return Response(status_code=303, headers={"location": page.url("pairs", one_, other)})
    return page.render("pairs.html", pairs=page.index.counts("contact", "pair", 500))


def sides(a: str, b: str) -> tuple[str, str]:
    """Two different sides."""
    one_, other = code(a), code(b)
    if one_ == other:
        raise NotHere(f"'{a}', '{b}'", "error.pair")
    return one_, other


@router.get("/{ui}/pairs/{a}/{b}")
def one(page: PageOf, a: str, b: str, as_of: DayText = "", since: DayText = "") -> Response:
    """A pair: how often, on which rungs, about what."""
    two, until = sides(a, b), day(as_of, last=True) or page.today
    key = pair_key(*two)
    asked = Wanted((key,), day(since), known=day(as_of, last=True))
    latest = page.index.contacts(Wanted((key,), until=until, newest=True, most=10))
    coming = page.index.contacts(Wanted((key, ("status", "planned")), since=until, most=10))
    line, hosts = page.site.kept(("line", asked, page.ui, until), lambda: _line(page, asked, until))
    return page.render(
        "pair.html",
        a=two[0], b=two[1], total=page.index.count("contact", *key), until=until, hosts=hosts,
        table=matrix_of(page.site, page.index, (two, asked, until)), line=line, latest=latest,
        coming=coming, people=page.who(*latest.items, *coming.items), as_of=as_of, since=since,
        promises=page.index.commitments(key, 40),
        others=[] if latest.items else [(side, page.index.partners(side)[:12]) for side in two],
    )  # fmt: skip


def matrix_of(site: Site, index: Index, asked: tuple[tuple[str, str], Wanted, date]) -> Matrix:
    """The matrix of two sides as of a day; kept, because it takes all their contacts."""
    two, wanted, until = asked
    return site.kept(
        ("matrix", asked),
        lambda: matrix(index.light(wanted), two, as_of=until, since=wanted.since),
    )


def _line(page: Page, asked: Wanted, until: date) -> tuple[Timeline, list[tuple[str, int]]]:
    """The timeline, and who hosts how often."""
    (_, pair), *_ = asked.keys
    dots = page.index.dots(asked, pair)
    hosts = Counter(dot.country for dot in dots if dot.country and dot.status == "held")
    ranked = sorted(hosts.items(), key=lambda item: (-item[1], item[0]))
    return timeline(dots, page.ui, until), ranked


@router.get("/{ui}/pairs/{a}/{b}/brief")
def brief(
    page: PageOf,
    a: str,
    b: str,
    as_of: DayText = "",
    shape: Annotated[str, Query(alias="format", pattern="^(html|docx|page)$")] = "page",
    most: Annotated[int, Query(ge=1, le=100)] = 5,
) -> Response:
    """The brief: to read, print, or take along."""
    asked = BriefAsked(sides(a, b), day(as_of, last=True), page.ui, most)
    made, articles = page.site.kept(asked, lambda: composed(page.site, page.index, asked))
    name = f"elshi-{a}-{b}-{made.lang}"
    if shape == "docx":
        return _file(docx(made), DOCX, f"{name}.docx")
    body, notes = footnoted(made)
    if shape == "html":
        alone = page.render("brief_file.html", brief=made, body=body, notes=notes, inside=False)
        return _file(bytes(alone.body), "text/html; charset=utf-8", f"{name}.html")
    return page.render(
        "brief.html", brief=made, body=body, notes=notes, a=a, b=b, articles=articles, inside=True
    )


def composed(site: Site, index: Index, asked: BriefAsked) -> tuple[Brief, dict[str, str]]:
    """The brief of the latest contacts of two sides, and which article each of its sources is."""
    wanted = Wanted((pair_key(*asked.sides),), known=asked.as_of, newest=True, most=LOOKED)
    latest = index.contacts(wanted)
    contacts = [shown.contact for shown in reversed(latest.items)]
    found, said = told(site.store, [entry.ref for c in contacts for entry in c.accounts])
    articles = {a.url or a.name or a.id: a.id for a in (each.article for each in found)}
    made = compose(found, said, asked, contacts)
    if latest.after:
        only = phrase(made.lang, "latest.only", count=str(LOOKED))
        made = replace(made, lead=(*made.lead, only))
    return made, articles


def _file(content: bytes, media: str, name: str) -> Response:
    safe = "".join(char for char in name if char.isalnum() or char in "-.")
    headers = {"content-disposition": f'attachment; filename="{safe}"'}
    return Response(content, media_type=media, headers=headers)
