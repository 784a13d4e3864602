"""A site over a few readings made by hand: small, with a store and a page index of its own.

Whole journeys in a browser run over the same readings: what they show is known by heart.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site is not installed (pip install 'elshi[web]')")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the client warns of its own next version
    from fastapi.testclient import TestClient

from elshi.records import Reading
from elshi.web import users
from elshi.web.app import create_app
from elshi.web.settings import Settings
from samples import all_readings
from sites import NAME, PASSWORD, TODAY, Open, stored


@pytest.fixture(scope="session")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A chronicle that tests only read."""
    return stored(tmp_path_factory.mktemp("site") / "elshi.sqlite", all_readings())


@pytest.fixture(scope="session")
def client(chronicle: str) -> Iterator[TestClient]:
    """A site that tests only read."""
    with TestClient(create_app(Settings(chronicle, now=TODAY))) as made:
        yield made


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Open]:
    """Opens a site of its own over some readings; a user may log in."""
    opened: list[TestClient] = []

    def open_(readings: Sequence[Reading] | None = None, **settings: object) -> TestClient:
        known = all_readings() if readings is None else readings
        where = stored(tmp_path / f"{len(opened)}.sqlite", known)
        made = Settings(where, now=TODAY, **settings)  # type: ignore[arg-type]
        users.add(made.users_file, NAME, PASSWORD)
        client = TestClient(create_app(made))
        client.__enter__()
        opened.append(client)
        return client

    yield open_
    for client in opened:
        client.__exit__()
