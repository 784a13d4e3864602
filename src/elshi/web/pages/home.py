"""Home: what is in here, search over everything, the latest and the coming contacts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from elshi.brief.sides import side_code
from elshi.errors import UsageError
from elshi.web.index.wanted import Asked, Wanted
from elshi.web.page import Wanted as PageOf
from elshi.web.words import chosen

router = APIRouter()
LATEST = 8


@router.get("/")
def entry(request: Request) -> Response:
    """To the home page in the language that the browser asks for."""
    ui = chosen(request.headers.get("accept-language", ""))
    return RedirectResponse(f"/{ui}/", 303)


@router.get("/{ui}/")
def home(page: PageOf) -> Response:
    """What is in here."""
    index = page.index
    held = index.contacts(Wanted((("status", "held"),), until=page.today, newest=True, most=LATEST))
    coming = index.contacts(Wanted((("status", "planned"),), since=page.today, most=LATEST))
    past = index.contacts(Wanted((("status", "planned"),), until=page.today, newest=True, most=4))
    figures = {what: index.count(what, "all") for what in ("article", "contact", "person")}
    figures["statement"] = index.count("statement", "all")
    return page.render(
        "home.html",
        figures=figures,
        outlets=index.counts("article", "outlet", 400),
        langs=index.counts("article", "lang"),
        kinds=index.counts("contact", "kind"),
        pairs=index.counts("contact", "pair", 12),
        sides=index.counts("contact", "side", 16),
        span=index.span(),
        latest=index.articles_span(),
        held=held.items,
        coming=coming.items,
        past=past.items,
        people=page.who(*held.items, *coming.items, *past.items),
        failures=int(index.meta().get("failures", "0")),
    )


@router.get("/{ui}/search")
def search(page: PageOf, q: str = "") -> Response:
    """Search over everything: sides, persons, statements, articles."""
    words = q.strip()[:200]
    persons = page.index.named(words) if words else []
    sides = _sides(words)
    said = page.index.statements(Asked(words=words, most=8)) if words else None
    articles = page.index.listed_articles(("all", ""), words=words, most=8) if words else None
    keys = tuple(("side", side) for side in sides[:1])
    if persons:
        keys = (("person", persons[0].person.id),)
    contacts = page.index.contacts(Wanted(keys, newest=True, most=8)) if keys else None
    return page.render(
        "search.html",
        words=words, persons=persons, sides=sides, said=said, articles=articles,
        contacts=contacts, people=page.who(*contacts.items) if contacts else {},
    )  # fmt: skip


def _sides(words: str) -> list[str]:
    """The side that a question names."""
    try:
        return [side_code(words)] if words else []
    except UsageError:
        return []
