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
from elshi.records import Participant, Reading, Span, Value
from elshi.store import Store
from samples import account, all_readings, article, english_reading, talks_reading, value
from sites import NAME, PASSWORD

pytest.importorskip("playwright", reason="Playwright is not installed: requirements/dev.lock")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason=MISSING),
    pytest.mark.filterwarnings("ignore"),
]
PAGES = (
    "", "contacts", "contacts?a=KZ&kind=meeting", "contacts?a=FJ", "pairs", "pairs/KZ/US",
    "pairs/FJ/TV", "pairs/KZ/US/brief", "persons", "statements", "statements?q=торговля",
    "calendar?month=2023-02", "calendar?month=1999-01", "map", "forums", "articles", "sides/KZ",
    "sides/FJ", "api", "login", "search", "search?q=Блинкен", "posts/US/foreign minister",
    "posts/KZ/foreign minister?on=2023-03-01", "nowhere", "contacts/contact-0", "review",
)  # fmt: skip
LISTED = (
    ("contacts?kind=meeting&country=KZ", ".card h3 a"), ("articles", "main .list a"),
    ("persons", "main th a"), ("sides/KZ", 'main a[href*="/institutions/"]'),
    ("forums", 'main a[href*="/forums/"]'),
)  # fmt: skip
"""Lists, and where in them the first page of one noun is."""
WIDE, NARROW = 1280, 360
SIZES = [(WIDE, True), (WIDE, False), (NARROW, True), (NARROW, False)]
"""Width, and whether scripts run."""
FOCUSED = """(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "nothing";
  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return box.width > 0 && box.height > 0 && ring ? "seen" : "unseen";
})()"""
"""What has the focus, and whether one sees it."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that listens on this machine."""
    import uvicorn

    from elshi.web import users
    from elshi.web.app import create_app
    from elshi.web.settings import Settings

    where = str(tmp_path_factory.mktemp("browser") / "elshi.sqlite")
    with Store(where, make=True) as store:
        for reading in (*all_readings(), _summit()):
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


def _summit() -> Reading:
    """A report of our own on a forum, which the samples do not know."""
    text = "Президенты Казахстана и США приняли участие в саммите «С5+1» в Нью-Йорке."
    forum = Value("C5+1", Span(text.index("«С5"), text.index("» в") + 1), "test")
    states = ("Казахстана", "KZ"), ("США", "US")
    who = tuple(
        Participant(
            Value("Президент", Span(0, 9), "test"), "institution", side=value(text, words, code)
        )
        for words, code in states
    )
    told = account(text, "саммите", "conference", forum=forum, participants=who)
    return Reading("0.1.0", article(text, "2023-09-20T10:00:00+05:00"), accounts=(told,))


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
        if message.type in ("error", "warning") and "status of 40" not in message.text:
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


@pytest.fixture(scope="module")
def paths(browser: Any, address: str) -> list[str]:
    """Every page there is: the lists, and one of each noun."""
    page = browser.new_page()
    found = []
    for listed, link in LISTED:
        page.goto(f"{address}/en/{listed}")
        found.append(str(page.locator(link).first.get_attribute("href")).removeprefix("/en/"))
    page.close()
    assert len(set(found)) == len(LISTED)
    return [*PAGES, *found]


def log_in(page: Any, address: str) -> None:
    page.goto(f"{address}/en/login")
    page.locator("#name").fill(NAME)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/review")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_each_page_loads_without_an_error_and_fits(
    browser: Any, address: str, paths: list[str], width: int, script: bool
) -> None:
    watched = tab(browser, address, width, script=script)
    for known in (False, True):
        for path in paths if not known else ("review", ""):
            page = watched.open(f"kk/{path}")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, path
            assert page.locator("main h1").count() == 1, path
            assert watched.wrong == [], path
        log_in(watched.tab, address)
    watched.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("dark", WIDE), ("light", NARROW)])
def test_axe_finds_no_serious_fault(
    browser: Any, address: str, paths: list[str], scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    size = {"width": width, "height": 800}
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport=size)
    page = context.new_page()
    log_in(page, address)
    found: list[str] = []
    for path in paths:
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


def test_every_page_can_be_walked_by_keyboard(browser: Any, address: str, paths: list[str]) -> None:
    """What a tab stops at is seen, and shows that it has the focus."""
    watched = tab(browser, address, NARROW)
    for path in paths:
        page = watched.open(f"en/{path}")
        for _ in range(25):
            page.keyboard.press("Tab")
            shown = page.evaluate(FOCUSED)
            assert shown != "unseen", (path, page.evaluate("document.activeElement.outerHTML"))
    watched.context.close()


@pytest.mark.parametrize(("width", "script"), SIZES)
def test_from_home_to_evidence_in_three_clicks(
    browser: Any, address: str, width: int, script: bool
) -> None:
    watched = tab(browser, address, width, script=script)
    page = watched.open("en/")
    page.locator('a[href$="/pairs/KZ/US"]').first.click()
    page.locator(".cards h3 a").first.click()
    page.get_by_text("in the article").last.click()
    assert page.locator("#here").is_visible()
    assert watched.wrong == []
    watched.context.close()


@pytest.mark.parametrize(("width", "script"), SIZES)
def test_a_search_in_kazakh_finds_a_person_of_english_reports(
    browser: Any, address: str, width: int, script: bool
) -> None:
    watched = tab(browser, address, width, script=script)
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


@pytest.mark.parametrize(("width", "script"), SIZES)
def test_review_by_keyboard(browser: Any, address: str, width: int, script: bool) -> None:
    """Log in and decide without a mouse; the decision can be taken back.

    One key does it where scripts run; where they do not, tab and enter.
    """
    watched = tab(browser, address, width, script=script)
    page = watched.tab
    log_in(page, address)
    waiting = page.locator("text=In the queue").inner_text()
    if script:
        page.keyboard.press("y")
    else:
        _reached(page, '[data-key="y"]')
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Withdraw").first.wait_for()
    assert page.locator("text=In the queue").inner_text() != waiting
    assert NAME in page.locator("main").inner_text()
    page.get_by_role("button", name="Withdraw").first.click()
    assert "withdrawn by" in page.locator("main").inner_text()
    assert page.locator("text=In the queue").inner_text() == waiting
    assert watched.wrong == []
    watched.context.close()


def _reached(page: Any, wanted: str) -> None:
    """Tabs on until what is wanted has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{wanted}')"):
            return
    raise AssertionError(f"{wanted} cannot be reached")


def test_the_samples_are_two_reports_of_one_meeting() -> None:
    assert {talks_reading().article.lang, english_reading().article.lang} == {"ru", "en"}
