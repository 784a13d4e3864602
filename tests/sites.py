"""What tests of the site do as a browser does: find links, log in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from elshi.records import Reading
from elshi.store import Store

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

NAME, PASSWORD = "Айгүл", "толық құпия сөз"
Open = Callable[..., "TestClient"]
TODAY = date(2023, 3, 5)


def stored(where: Path, readings: Sequence[Reading]) -> str:
    """A store of these readings."""
    with Store(str(where), make=True) as store:
        for reading in readings:
            store.add(reading)
    return str(where)


def token(page: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def log_in(client: TestClient, name: str = NAME, password: str = PASSWORD) -> int:
    """Logs in as a browser does; the status of the answer."""
    csrf = token(client.get("/en/login").text)
    form = {"name": name, "password": password, "csrf": csrf}
    return client.post("/en/login", data=form, follow_redirects=False).status_code


def links(page: str, part: str) -> list[str]:
    """The addresses of a page that hold this part, in order."""
    found = re.findall(r'href="([^"]+)"', page)
    return list(dict.fromkeys(each.replace("&amp;", "&") for each in found if part in each))
