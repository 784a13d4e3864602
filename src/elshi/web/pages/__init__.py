"""The pages: one module a noun, each a few routes that ask the page index and fill a template."""

from fastapi import APIRouter

from elshi.web.pages import (
    articles,
    calendar,
    contacts,
    home,
    login,
    manual,
    offices,
    pairs,
    persons,
    places,
    review,
    statements,
)

router = APIRouter(include_in_schema=False)
for part in (
    home, articles, calendar, contacts, login, manual, offices, pairs, persons, places, review,
    statements,
):  # fmt: skip
    router.include_router(part.router)
