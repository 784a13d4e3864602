"""The site as an application: pages, API, feeds, what goes wrong, and what guards it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.sessions import SessionMiddleware

from elshi.web import api, feeds, pages, trouble, users
from elshi.web.safety import Guarded
from elshi.web.settings import Settings
from elshi.web.site import Site
from elshi.web.watch import watched

STATIC = Path(__file__).parent / "static"
SESSION = 12 * 3600
"""Seconds after which a login ends: a working day."""


def create_app(settings: Settings) -> FastAPI:
    """The application. It opens the chronicle when it starts, and not before."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with Site(settings) as site:
            app.state.site = site
            watching = asyncio.create_task(watched(site))
            yield
            watching.cancel()

    app = FastAPI(title="Elshi", lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(
        SessionMiddleware,
        secret_key=users.secret(settings.users_file),
        session_cookie="elshi",
        max_age=SESSION,
        same_site="lax",
        https_only=settings.secure,
    )
    app.add_middleware(Guarded)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(api.router)
    app.include_router(feeds.router)
    app.include_router(pages.router)
    trouble.told(app)
    return app
