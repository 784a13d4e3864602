"""The map: in which countries contacts take place, in a period."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from elshi.web.filters import ContactFilters, contact_filters
from elshi.web.page import Wanted as PageOf
from elshi.web.pictures.world import world

router = APIRouter()


@router.get("/{ui}/map")
def shown(page: PageOf, filters: Annotated[ContactFilters, Depends(contact_filters)]) -> Response:
    """Countries by the number of contacts that took place in them."""
    counts = page.index.by_country(filters.wanted())
    return page.render("map.html", world=world(counts), counts=counts, filters=filters)
