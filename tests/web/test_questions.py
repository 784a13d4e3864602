"""No page asks the page index for more than a walk along a key: nothing goes through a table."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from elshi.web.index import ask
from sites import links

PAGES = (
    "/en/", "/en/contacts", "/en/contacts?a=KZ&b=US&kind=meeting&since=2020&until=2024&as_of=2023",
    "/en/contacts?sphere=trade&level=minister&order=oldest", "/en/pairs", "/en/pairs/KZ/US",
    "/en/pairs/KZ/US/brief", "/en/persons", "/en/persons?q=Блинкен", "/en/statements",
    "/en/statements?q=партнёрство&side=US&since=2020", "/en/statements?act=pledge&until=2024",
    "/en/calendar", "/en/map", "/en/map?a=KZ&since=2020", "/en/forums", "/en/articles",
    "/en/articles?q=Астана", "/en/sides/KZ", "/en/posts/US/foreign minister",
    "/en/search?q=Блинкен", "/en/calendar.ics", "/api/v1/about", "/api/v1/places?a=KZ",
)  # fmt: skip
MOST = 50
_SMALL = {"meta", "found", "s", "c"}
"""What may be read whole: a table of few rows, and parts that another question has cut out."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked from now on, as SQL."""
    found: list[str] = []
    made = ask.Index.__init__

    def ours(sql: str) -> None:
        if "'main'." not in sql:  # what the full-text index asks of itself
            found.append(sql)

    def watched(index: ask.Index, connection: sqlite3.Connection) -> None:
        made(index, connection)
        connection.set_trace_callback(ours)

    monkeypatch.setattr(ask.Index, "__init__", watched)
    return found


def test_no_question_goes_through_a_table(  # type: ignore[no-untyped-def]
    client, asked: list[str], tmp_path: Path
) -> None:
    more = [links(client.get(f"/en/{page}").text, f"/en/{page}/")[0]
            for page in ("contacts", "articles", "persons")]  # fmt: skip
    path = _large(client.app.state.site.settings.pages_file, tmp_path / "pages")
    for page in (*PAGES, *more):
        asked.clear()
        assert client.get(page).status_code == 200, page
        assert len(asked) < MOST, page
        for sql in asked:
            assert not _walks(path, sql), (page, sql)


def _large(pages: Path, path: Path) -> Path:
    """The index without what SQLite knows of its size: it plans as for a large one."""
    shutil.copy(pages, path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM sqlite_stat1")
    return path


def _walks(path: Path, sql: str) -> list[str]:
    """The tables that a question reads from end to end."""
    if not sql.startswith(("SELECT", "WITH")):
        return []
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    scans = [re.match(r"SCAN (\w+)(?!.*VIRTUAL)", line) for line in plan]
    return [found[1] for found in scans if found and found[1] not in _SMALL]
