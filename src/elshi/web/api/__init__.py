"""The same as JSON and CSV under /api/v1: what the pages show, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from elshi.brief import Asked as BriefAsked
from elshi.chronicle.records import Post
from elshi.chronicle.tenures import who
from elshi.record_json import reading_tree
from elshi.web.api import made, tables
from elshi.web.api import models as out
from elshi.web.api.asked import (
    After,
    ArticleId,
    ContactId,
    House,
    Most,
    MostFound,
    MostTold,
    Name,
    OtherSide,
    Outlet,
    PersonId,
    Rung,
    Searched,
    SideName,
    Spoken,
    Words,
)
from elshi.web.errors import NotAllowed, NotHere, Unfit
from elshi.web.filters import (
    AsOfText,
    ContactFilters,
    DayText,
    SideText,
    code,
    contact_filters,
    day,
    day_field,
    statement_filters,
)
from elshi.web.index.ask import Index
from elshi.web.index.wanted import Asked, Wanted, pair_key
from elshi.web.page import site_of
from elshi.web.pages.pairs import composed, matrix_of, sides
from elshi.web.site import Site
from elshi.web.users import user_of


@dataclass(frozen=True, slots=True)
class Reader:
    """A question of a program."""

    request: Request
    site: Site
    index: Index


def _reader(request: Request) -> Iterator[Reader]:
    site = site_of(request)
    if site.settings.closed and user_of(request, site) is None:
        raise NotAllowed
    with site.index() as index:
        yield Reader(request, site, index)


Read = Annotated[Reader, Depends(_reader)]
_PROBLEM: dict[str, Any] = {
    "model": out.Problem,
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_CSV: dict[str, Any] = {"description": "JSON, or CSV if asked for.", "content": {"text/csv": {}}}
_SAME = {"description": "You have it already (If-None-Match)."}
PROBLEMS: dict[int | str, Any] = {
    304: _SAME,
    **dict.fromkeys((403, 404, 410, 422), _PROBLEM),
}
TABLES: dict[int | str, Any] = {200: _CSV, **PROBLEMS}
router = APIRouter(prefix="/api/v1", responses=PROBLEMS)


def _listed(read: Reader, items: list[Any], after: str, kind: type[out.Out]) -> Any:
    found: out.Listed[Any] = out.Listed(items=items, after=after or None)
    return tables.answer(read.request, found, kind) if tables.asked(read.request) else found


@router.get("/about", tags=["Chronicle"], summary="What is in here")
def about(read: Read) -> out.AboutOut:
    """Numbers, the period, and the most frequent pairs."""
    index = read.index
    first, last = index.span()
    return out.AboutOut(
        articles=index.count("article", "all"), contacts=index.count("contact", "all"),
        persons=index.count("person", "all"), statements=index.count("statement", "all"),
        first=made.day(first), last=made.day(last), published=index.articles_span()[1] or None,
        pairs=[out.CountOut(key=k, count=n) for k, n in index.counts("contact", "pair", 50)],
    )  # fmt: skip


@router.get("/contacts.csv", include_in_schema=False)
@router.get(
    "/contacts", tags=["Contacts"], response_model=out.Listed[out.ContactOut], responses=TABLES
)
def contacts(
    read: Read,
    filters: Annotated[ContactFilters, Depends(contact_filters)],
    after: After = "",
    most: Most = 50,
) -> Any:
    """Contacts that fit all filters.

    A date that is not known exactly fits a period if it may lie in it. With `as_of`, values come
    only from articles published by that day.
    """
    found = read.index.contacts(filters.wanted(after=after, most=most))
    items = [made.contact(shown) for shown in found.items]
    return _listed(read, items, found.after, out.ContactOut)


@router.get("/contacts/{ident}", tags=["Contacts"])
def contact(read: Read, ident: ContactId, as_of: AsOfText = "") -> out.ContactOut:
    """One contact."""
    shown = read.index.contact(ident, day(as_of, last=True))
    if shown is None:
        raise NotHere(ident)
    return made.contact(shown)


@router.get("/persons.csv", include_in_schema=False)
@router.get(
    "/persons", tags=["Persons"], response_model=out.Listed[out.PersonOut], responses=TABLES
)
def persons(
    read: Read,
    q: Name = "",
    side: SideText = "",
    after: After = "",
    most: Most = 50,
) -> Any:
    """Persons, those first whom most articles name."""
    if q.strip():
        return _listed(read, [made.person(p) for p in read.index.named(q, most)], "", out.PersonOut)
    known = code(side)
    found = read.index.listed_persons(("side", known) if known else ("all", ""), after, most)
    return _listed(read, [made.person(p) for p in found.items], found.after, out.PersonOut)


@router.get("/persons/{ident}", tags=["Persons"])
def person(read: Read, ident: PersonId) -> out.PersonOut:
    """One person."""
    shown = read.index.person(ident)
    if shown is None:
        raise NotHere(ident)
    return made.person(shown)


@router.get("/persons/{ident}/terms", tags=["Posts"])
def terms(read: Read, ident: PersonId) -> list[out.TermOut]:
    """The posts of a person, with the evidence."""
    if read.index.person(ident) is None:
        raise NotHere(ident)
    return [made.term(term) for term in read.index.terms(person=ident)]


@router.get("/posts/{side}/{level}", tags=["Posts"], summary="Who held a post")
def post(
    read: Read,
    side: SideName,
    level: Rung,
    house: House = "",
) -> list[out.TermOut]:
    """Who held a post when, as far as articles tell."""
    found = read.index.terms(side=code(side), level=level)
    return [made.term(term) for term in found if not house or term.post.house == house]


@router.get("/posts/{side}/{level}/holder", tags=["Posts"], summary="Who held a post on a day")
def holder(
    read: Read,
    side: SideName,
    level: Rung,
    on: Annotated[str, day_field("The day.", least=4)],
    house: House = "",
) -> out.HolderOut:
    """Who held a post on a day, and how surely."""
    asked = day(on)
    if asked is None:
        raise Unfit(f"'{on}'", "error.date")
    known = code(side)
    found = read.index.terms(side=known, level=level)
    answer = who(found, Post(known, level, house), asked.toordinal())
    return out.HolderOut(
        certainty=answer.certainty,
        holder=made.term(answer.holder) if answer.holder else None,
        others=[made.term(other) for other in answer.others],
    )


@router.get("/articles.csv", include_in_schema=False)
@router.get(
    "/articles", tags=["Articles"], response_model=out.Listed[out.ArticleOut], responses=TABLES
)
def articles(
    read: Read,
    q: Words = "",
    outlet: Outlet = "",
    after: After = "",
    most: Most = 50,
) -> Any:
    """Articles, the newest first."""
    key = ("outlet", outlet) if outlet else ("all", "")
    found = read.index.listed_articles(key, words=q.strip(), after=after, most=most)
    return _listed(read, [made.article(a) for a in found.items], found.after, out.ArticleOut)


@router.get("/articles/{ident}", tags=["Articles"], summary="One article with its reading")
def article(read: Read, ident: ArticleId) -> JSONResponse:
    """Everything that was read from one article, each span with its quote (docs/reading.md)."""
    readings = read.site.store.some([ident])
    if not readings:
        raise NotHere(ident)
    return JSONResponse(reading_tree(readings[0]))


@router.get("/statements.csv", include_in_schema=False)
@router.get(
    "/statements", tags=["Statements"], response_model=out.Listed[out.StatementOut],
    responses=TABLES,
)  # fmt: skip
def statements(
    read: Read,
    asked: Annotated[Asked, Depends(statement_filters)],
    after: After = "",
    most: Most = 50,
) -> Any:
    """Statements that fit all filters, the newest first."""
    found = read.index.statements(replace(asked, after=after, most=most))
    return _listed(read, [made.statement(s) for s in found.items], found.after, out.StatementOut)


@router.get("/pairs/{a}/{b}/matrix", tags=["Pairs"], summary="The dialogue matrix")
def pair_matrix(
    read: Read, a: SideName, b: OtherSide, as_of: AsOfText = "", since: DayText = ""
) -> out.MatrixOut:
    """Rungs × spheres: contacts held, the last one, who hosted, days since."""
    two, known = sides(a, b), day(as_of, last=True)
    asked = Wanted((pair_key(*two),), day(since), known=known)
    until = known or read.site.settings.today()
    return made.matrix(matrix_of(read.site, read.index, (two, asked, until)))


@router.get("/pairs/{a}/{b}/commitments", tags=["Pairs"])
def commitments(read: Read, a: SideName, b: OtherSide, most: Most = 50) -> list[out.CommitmentOut]:
    """Pledges, invitations and agreements of two sides, the newest first."""
    found = read.index.commitments(pair_key(*sides(a, b)), most)
    return [made.commitment(promise) for promise in found]


@router.get("/pairs/{a}/{b}/brief", tags=["Pairs"])
def brief(
    read: Read,
    a: SideName,
    b: OtherSide,
    as_of: AsOfText = "",
    lang: Spoken = "en",
    most: MostTold = 5,
) -> out.BriefOut:
    """The brief of two sides: sentences with their sources."""
    asked = BriefAsked(sides(a, b), day(as_of, last=True), lang, most)
    return made.brief(*composed(read.site, read.index, asked))


@router.get("/places", tags=["Contacts"], summary="Contacts by country")
def places(
    read: Read, filters: Annotated[ContactFilters, Depends(contact_filters)]
) -> list[out.CountOut]:
    """In which countries the contacts that fit took place; an empty key: not stated."""
    return [out.CountOut(key=k, count=n) for k, n in read.index.by_country(filters.wanted())]


@router.get("/search", tags=["Chronicle"], summary="Search over everything")
def search(
    read: Read,
    q: Searched,
    most: MostFound = 10,
) -> out.FoundOut:
    """Persons, statements and articles with these words, in any form and any script."""
    said = read.index.statements(Asked(words=q, most=most))
    articles = read.index.listed_articles(("all", ""), words=q, most=most)
    return out.FoundOut(
        persons=[made.person(p) for p in read.index.named(q, most)],
        statements=[made.statement(line) for line in said.items],
        articles=[made.article(line) for line in articles.items],
    )


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request) -> Response:
    """The description of this API for programs."""
    return JSONResponse(request.app.openapi())
