"""Persons: the list, and one person with posts over time, contacts, statements, network, names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from elshi.web.errors import NotHere
from elshi.web.filters import code
from elshi.web.index.wanted import Asked, Wanted
from elshi.web.page import Wanted as PageOf
from elshi.web.pictures.bars import bars
from elshi.web.pictures.network import network

router = APIRouter()
SHOWN = 12


@router.get("/{ui}/persons")
def listed(
    page: PageOf,
    q: Annotated[str, Query(max_length=200)] = "",
    side: Annotated[str, Query(max_length=100)] = "",
    after: str = "",
) -> Response:
    """Persons by the number of their contacts, or those whose name has these words."""
    known = code(side)
    if q.strip():
        named = page.index.named(q.strip(), 100)
        return page.render("persons.html", items=named, after="", words=q.strip(), side="")
    key = ("side", known) if known else ("all", "")
    found = page.index.listed_persons(key, after, 100)
    return page.render("persons.html", items=found.items, after=found.after, words="", side=known)


@router.get("/{ui}/persons/{ident}")
def one(page: PageOf, ident: str) -> Response:
    """One person."""
    shown = page.index.person(ident)
    if shown is None:
        raise NotHere(ident)
    contacts = page.index.contacts(Wanted((("person", ident),), newest=True, most=SHOWN))
    said = page.index.statements(Asked((("person", ident),), most=SHOWN))
    terms = page.terms(page.index.terms(person=ident))
    with_, left = page.index.beside(ident)
    return page.render(
        "person.html",
        person=shown.person, total=shown.contacts, contacts=contacts, said=said, terms=terms,
        bars=bars(terms, page.ui), net=network(shown.person, with_, page.ui), left=left,
        beside=with_, people=page.who(*contacts.items),
        maybe=page.index.persons(shown.person.maybe),
    )  # fmt: skip
