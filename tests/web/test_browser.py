"""The site in a real browser: no error, no request elsewhere, journeys with and without script.

Runs where Chromium is: `make parts`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chromium import CHROMIUM, MISSING, chromium
from elshi.store import Store
from samples import all_readings, english_reading, talks_reading
from sites import NAME, PASSWORD

pytest.importorskip("playwright", reason="Playwright is not installed: requirements/dev.lock")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason=MISSING),
    pytest.mark.filterwarnings("ignore"),
]
PAGES = (
    "", "contacts", "pairs", "pairs/KZ/US", "pairs/KZ/US/brief", "persons", "statements",
    "calendar?month=2023-02", "map", "forums", "articles", "sides/KZ", "api", "login",
    "search?q=Блинкен", "posts/US/foreign minister", "nowhere",
)  # fmt: skip
WIDE, NARROW = 1280, 360


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that listens on this machine."""
    import uvicorn

    from elshi.web import users
    from elshi.web.app import create_app
    from elshi.web.settings import Settings

    where = str(tmp_path_factory.mktemp("browser") / "elshi.sqlite")
    with Store(where, make=True) as store:
        for reading in all_readings():
            store.add(reading)
    settings = Settings(where)
    users.add(settings.users_file, NAME, PASSWORD)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as made:
        yield made


class Watched:
    """A tab, and what went wrong in it."""

    def __init__(self, browser: Any, address: str, **settings: Any) -> None:
        self.address = address
        self.wrong: list[str] = []
        self.context = browser.new_context(**settings)
        self.tab = self.context.new_page()
        self.tab.on("console", self._said)
        self.tab.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.tab.on("request", self._asked)

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning") and "404" not in message.text:
            self.wrong.append(message.text)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(self.address):
            self.wrong.append(f"asks {request.url}")

    def open(self, path: str) -> Any:
        self.tab.goto(f"{self.address}/{path}")
        return self.tab


def tab(browser: Any, address: str, width: int = WIDE, *, script: bool = True) -> Watched:
    size = {"width": width, "height": 800}
    return Watched(browser, address, viewport=size, java_script_enabled=script)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_each_page_loads_without_an_error_and_fits(browser: Any, address: str, width: int) -> None:
    watched = tab(browser, address, width)
    for path in PAGES:
        page = watched.open(f"kk/{path}")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, path
        assert watched.wrong == [], path
    watched.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(browser: Any, address: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found: list[str] = []
    for path in (*PAGES, _contact(page, address), _article(page, address)):
        page.goto(f"{address}/en/{path}")
        page.evaluate(source)
        result = page.evaluate("axe.run()")
        found += [
            f"{path}: {fault['id']}: {fault['nodes'][0]['html'][:160]}"
            for fault in result["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []


def _contact(page: Any, address: str) -> str:
    page.goto(f"{address}/en/contacts?kind=meeting&country=KZ")
    return str(page.locator(".card h3 a").first.get_attribute("href")).removeprefix("/en/")


def _article(page: Any, address: str) -> str:
    page.goto(f"{address}/en/articles")
    return str(page.locator("main .list a").first.get_attribute("href")).removeprefix("/en/")


@pytest.mark.parametrize("script", [True, False])
def test_from_home_to_evidence_in_three_clicks(browser: Any, address: str, script: bool) -> None:
    watched = tab(browser, address, NARROW, script=script)
    page = watched.open("en/")
    page.locator('a[href$="/pairs/KZ/US"]').first.click()
    page.locator(".cards h3 a").first.click()
    page.get_by_text("in the article").last.click()
    assert page.locator("#here").is_visible()
    assert watched.wrong == []
    watched.context.close()


def test_a_search_in_kazakh_finds_a_person_of_english_reports(browser: Any, address: str) -> None:
    watched = tab(browser, address)
    page = watched.open("kk/")
    page.locator("#big").fill("Энтони Блинкен")
    page.keyboard.press("Enter")
    page.locator('main a[href*="/persons/"]').first.click()
    assert "Antony Blinken" in page.locator("main").inner_text()
    watched.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_value_shows_its_sentence_on_hover_and_by_keyboard(
    browser: Any, address: str, script: bool
) -> None:
    watched = tab(browser, address, script=script)
    page = watched.open("en/contacts?kind=meeting&country=KZ")
    page.locator(".card h3 a").first.click()
    proof = page.locator("#p-date")
    assert not proof.is_visible()
    page.locator('[aria-describedby="p-date"]').hover()
    assert proof.is_visible()
    page.mouse.move(0, 0)
    assert not proof.is_visible()
    page.locator('[aria-describedby="p-date"]').focus()
    assert "28" in proof.inner_text()
    watched.context.close()


def test_review_by_keyboard(browser: Any, address: str) -> None:
    """Log in and decide without a mouse; the decision can be taken back."""
    watched = tab(browser, address)
    page = watched.open("en/login")
    page.locator("#name").fill(NAME)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/review")
    waiting = page.locator("text=In the queue").inner_text()
    page.keyboard.press("y")
    page.get_by_role("button", name="Withdraw").first.wait_for()
    assert page.locator("text=In the queue").inner_text() != waiting
    assert NAME in page.locator("main").inner_text()
    page.get_by_role("button", name="Withdraw").first.click()
    assert "withdrawn by" in page.locator("main").inner_text()
    watched.context.close()


def test_the_samples_are_two_reports_of_one_meeting() -> None:
    assert {talks_reading().article.lang, english_reading().article.lang} == {"ru", "en"}
