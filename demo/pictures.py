"""The pictures of the docs, taken from the site over the demo's chronicle: make pictures.

python demo/pictures.py build/demo.sqlite docs/pictures
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import uvicorn

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from chromium import chromium
from elshi.web import users
from elshi.web.app import create_app
from elshi.web.settings import Settings

NAME, PASSWORD = "Айгүл", "көрме үшін құпия сөз"
TODAY = date(2025, 12, 20)
WIDTH, HEIGHT = 1100, 760
TALLER = {"pair": 1490, "contact": 900}
"""Pages of which a part further down is told of, too."""


@contextmanager
def served(chronicle: str) -> Iterator[str]:
    """The address of the site while it is open."""
    settings = Settings(chronicle, users=f"{chronicle}.pictures", now=TODAY)
    users.add(settings.users_file, NAME, PASSWORD)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    settings.users_file.unlink()


def first(page: Any, address: str, listed: str, part: str) -> str:
    """The first link of a list to a page of its own."""
    page.goto(f"{address}{listed}")
    return str(page.locator(f'main a[href*="{part}"]').first.get_attribute("href"))


def pages(page: Any, address: str) -> Iterator[tuple[str, str]]:
    """The pages of the tour."""
    yield "home", "/en/"
    yield "pair", "/en/pairs/KZ/US"
    meeting = "/en/contacts?kind=meeting&a=KZ&b=US"
    yield "contact", first(page, address, meeting, "/contacts/contact-")
    yield "article", first(page, address, "/en/articles?q=Blinken", "/articles/article-")
    yield "person", first(page, address, "/en/persons?q=Токаев", "/persons/person-")
    yield "map", "/en/map"
    yield "calendar", "/en/calendar?month=2024-07"
    yield "review", "/en/review"
    yield "brief", "/en/pairs/KZ/US/brief"
    yield "statements", "/en/statements?q=trade"
    yield "api", "/en/api"


def log_in(page: Any, address: str) -> None:
    """As the reviewer does."""
    page.goto(f"{address}/en/login")
    page.locator("#name").fill(NAME)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")


def shown(page: Any, name: str) -> None:
    """Makes a page show what is told of it: a value's sentence, a reason, a decision."""
    if name == "contact":
        page.locator('[aria-describedby="p-date"]').hover()
    if name == "person":
        page.locator(".net").scroll_into_view_if_needed()


def main(chronicle: str, folder: str) -> None:
    """Takes all of them, and the pair once more as a phone shows it."""
    with served(chronicle) as address, chromium() as browser:
        page = browser.new_page()
        log_in(page, address)
        for name, path in list(pages(page, address)):
            page.set_viewport_size({"width": WIDTH, "height": TALLER.get(name, HEIGHT)})
            page.goto(f"{address}{path}")
            shown(page, name)
            page.screenshot(path=f"{folder}/{name}.png")
        page.set_viewport_size({"width": 360, "height": HEIGHT})
        page.goto(f"{address}/kk/pairs/KZ/US")
        page.screenshot(path=f"{folder}/phone.png")


if __name__ == "__main__":
    main(*sys.argv[1:3])
