"""Statements: search by words, lemmas, speaker, side, act, period."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from elshi.web.filters import statement_filters
from elshi.web.index.wanted import Asked
from elshi.web.page import Wanted as PageOf

router = APIRouter()


@router.get("/{ui}/statements")
def listed(
    page: PageOf, asked: Annotated[Asked, Depends(statement_filters)], after: str = ""
) -> Response:
    """Statements that fit, the newest first."""
    found = page.index.statements(replace(asked, after=after))
    people = page.index.persons({line.person for line in found.items})
    return page.render("statements.html", found=found, people=people, asked=asked)
