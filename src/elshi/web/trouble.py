"""What goes wrong, told: to readers as a page that helps, to programs as a problem (RFC 9457)."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from elshi.errors import ElshiError, UsageError
from elshi.web.errors import WebError
from elshi.web.page import Page, site_of
from elshi.web.words import LANGUAGES, chosen, word

PROBLEM = "application/problem+json"
_KEYS = {404: "error.gone", 405: "error.method", 422: "error.unfit"}
SECTIONS = ("contacts", "persons", "articles", "pairs", "forums")
_LOG = logging.getLogger("elshi.web")


def told(app: FastAPI) -> None:
    """Makes the application tell what goes wrong."""
    app.add_exception_handler(WebError, _of_ours)
    app.add_exception_handler(ElshiError, _of_elshi)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _unknown)


async def _of_ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, WebError)
    return _answer(request, error.status, error.key, error.about)


async def _of_elshi(request: Request, error: Exception) -> Response:
    status = 422 if isinstance(error, UsageError) else 500
    return _answer(request, status, "error.unfit" if status == 422 else "error.other", str(error))


async def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    about = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors()[:5])
    return _answer(request, 422, "error.unfit", about)


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    answer = _answer(request, error.status_code, _KEYS.get(error.status_code, "error.other"), "")
    answer.headers.update(error.headers or {})
    return answer


async def _unknown(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "error.other", "")


def _answer(request: Request, status: int, key: str, about: str) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(request, status, key, about)
    lang = request.url.path[1:3]
    ui = lang if lang in LANGUAGES else chosen(request.headers.get("accept-language", ""))
    with site_of(request).index() as index:
        page = Page(request, ui, site_of(request), index)
        return page.render(
            "trouble.html", status=status, code=status, key=key, about=about,
            section=_section(request.url.path),
        )  # fmt: skip


def _section(path: str) -> str:
    """The list in which an address that leads nowhere was looked for."""
    parts = path.split("/")
    return parts[2] if len(parts) > 3 and parts[2] in SECTIONS else ""


def problem(request: Request, status: int, key: str, about: str) -> JSONResponse:
    """A problem document: what is wrong, and what to do."""
    told = about if about.endswith(("?", ".")) else f"{about}." if about else ""
    body = {
        "type": f"/en/api#{key.replace('.', '-')}",
        "title": word("en", f"{key}.title"),
        "status": status,
        "detail": f"{told} {word('en', f'{key}.help')}".strip(),
        "instance": request.url.path,
    }
    return JSONResponse(body, status, media_type=PROBLEM)
