"""Logging in and out. Reading needs no login unless the site is closed; judging always does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from elshi.web import users
from elshi.web.errors import NotAllowed, TooMany
from elshi.web.page import Page, Ui, site_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the form says."""

    name: Annotated[str, Form(max_length=80)]
    password: Annotated[str, Form(max_length=1000)]
    csrf: Annotated[str, Form(max_length=100)] = ""
    to: Annotated[str, Form(max_length=500)] = ""


@router.get("/{ui}/login")
def form(request: Request, ui: Ui, to: str = "") -> Response:
    """The form."""
    site = site_of(request)
    with site.index() as index:
        return Page(request, ui, site, index).render("login.html", wrong="", to=_inside(to, ui))


@router.post("/{ui}/login")
def login(request: Request, ui: Ui, asked: Annotated[Credentials, Depends()]) -> Response:
    """Opens a session."""
    users.checked(request, asked.csrf)
    site = site_of(request)
    host = request.client.host if request.client else ""
    try:
        user = users.login(site.settings.users_file, asked.name, asked.password, host=host)
    except (NotAllowed, TooMany) as error:
        with site.index() as index:
            page = Page(request, ui, site, index)
            return page.render(
                "login.html", status=error.status, wrong=error.key, to=_inside(asked.to, ui)
            )
    users.begin(request, user)
    return RedirectResponse(_inside(asked.to, ui), 303)


@router.post("/{ui}/logout")
def logout(request: Request, ui: Ui, csrf: Annotated[str, Form()] = "") -> Response:
    """Ends the session."""
    users.checked(request, csrf)
    request.session.clear()
    return RedirectResponse(f"/{ui}/", 303)


def _inside(to: str, ui: str) -> str:
    """Where to go afterwards: never to another site."""
    safe = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if safe else f"/{ui}/review"
