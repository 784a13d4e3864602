"""Contacts: the list with its filters, and one contact with every value's evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from elshi.web.errors import NotHere
from elshi.web.evidence import evidence
from elshi.web.filters import ContactFilters, contact_filters
from elshi.web.page import Wanted as PageOf

router = APIRouter()


@router.get("/{ui}/contacts")
def listed(
    page: PageOf,
    filters: Annotated[ContactFilters, Depends(contact_filters)],
    after: str = "",
) -> Response:
    """Contacts that fit the filters."""
    found = page.index.contacts(filters.wanted(after=after))
    return page.render("contacts.html", found=found, people=page.who(*found.items), filters=filters)


@router.get("/{ui}/contacts/{ident}")
def one(page: PageOf, ident: str) -> Response:
    """One contact: what is known, from which accounts, and where they differ."""
    shown = page.index.contact(ident, lang=page.ui)
    if shown is None:
        raise NotHere(ident)
    maybe = page.index.some_contacts(shown.contact.maybe)
    told = evidence(page.site, page.index, shown)
    articles = page.index.articles(entry.article for entry in shown.contact.accounts)
    return page.render(
        "contact.html",
        shown=shown, contact=shown.contact, told=told, articles=articles, maybe=maybe,
        people=page.who(shown, *maybe), answers=page.index.commitments(("answer", ident)),
    )  # fmt: skip
