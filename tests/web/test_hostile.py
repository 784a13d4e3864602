"""Text from articles is hostile: it is shown as text, whatever it says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from elshi.records import Participant, Reading, Span, Value
from samples import TALKS, article, talks_reading
from sites import Open, links

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>"
TURNED = "\u202eнекнилБ\u202c\u2066\u200f"
LONG = ("З" * 4999 + " ") * 100
NASTY = {
    "script": SCRIPT,
    "turned": f"Блинкен {TURNED}",
    "template": "{{ 7*7 }}{% for x in y %}${7*7}",
    "long": LONG,
    "formula": '=HYPERLINK("http://evil.example")',
}


def poisoned(words: str) -> Reading:
    """A reading in which headline, outlet, address, names, cities and reasons are hostile."""
    made = talks_reading()
    text = f"{words}\n\n{made.article.text}"
    shift = len(words) + 2
    bad = article(
        text, "2023-02-28", title=Value(words, Span(0, len(words)), "test"), outlet=words,
        url=f"javascript:alert(1)//{words[:200]}",
    )  # fmt: skip
    who = Participant(Value(words, Span(0, len(words)), "test"), "person",
                      side=Value("US", Span(0, 1), "test"), level="foreign minister")  # fmt: skip
    kind = Value("meeting", Span(shift, shift + 3), "test")
    account = replace(
        made.accounts[0], kind=kind, status=replace(kind, value="held"),
        role=replace(kind, value="main"), participants=(who,), when=None, place=None,
        forum=Value(words, Span(0, len(words)), "test"), agenda=(), spheres=(),
    )  # fmt: skip
    statement = replace(
        made.statements[0], speaker=who, text=Value(words, Span(0, len(words)), "test"),
        account=account.id, verb=None,
    )  # fmt: skip
    return Reading(made.version, bad, accounts=(account,), statements=(statement,))


@pytest.mark.parametrize("name", sorted(NASTY))
def test_hostile_text_is_shown_as_text(site: Open, name: str) -> None:
    client = site([poisoned(NASTY[name]), talks_reading()])
    paths = ["/en/", "/en/contacts", "/en/articles", "/en/statements", "/en/persons", "/en/forums",
             "/en/calendar?month=2023-02", "/en/pairs", "/en/sides/US"]  # fmt: skip
    pages = {path: client.get(path) for path in paths}
    for path in paths[:5]:
        for part in ("contacts/contact-", "articles/article-", "persons/person-"):
            for link in links(pages[path].text, f"/en/{part}")[:4]:
                pages[link] = client.get(link)
    for path, answer in pages.items():
        assert answer.status_code == 200, path
        assert not re.search(r"<(script|img|svg)[^>]*(alert|onload|onerror)", answer.text), path
        assert "<script>alert" not in answer.text
        assert 'href="javascript:' not in answer.text
        assert not set(answer.text) & set("\u202e\u2066\u200f"), path
        assert len(answer.content) < 3_000_000


def test_csv_holds_no_formula(site: Open) -> None:
    client = site([poisoned(NASTY["formula"])])
    text = client.get("/api/v1/articles.csv").text
    assert "'=HYPERLINK" in text


@pytest.mark.parametrize("words", [SCRIPT, TURNED, '"OR 1=1--', "' UNION SELECT 1", "NEAR(",
                                   "a* OR", "\x00", "%00", "𝒜" * 200])  # fmt: skip
def test_hostile_questions_get_an_answer(site: Open, words: str) -> None:
    client = site([talks_reading()])
    for path in ("search", "persons", "statements", "articles"):
        answer = client.get(f"/en/{path}", params={"q": words})
        assert answer.status_code in (200, 422)
        assert "<script>alert" not in answer.text
    for field in ("a", "country", "person", "forum", "house", "since", "after"):
        answer = client.get("/en/contacts", params={field: words})
        assert answer.status_code in (200, 404, 410, 422)


def test_every_answer_says_that_nothing_foreign_runs(site: Open) -> None:
    client = site([talks_reading()])
    for path in ("/en/", "/api/v1/contacts", "/static/elshi.css", "/en/nowhere", "/api/v1/x"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_inline_script_or_style(site: Open) -> None:
    client = site([talks_reading()])
    for path in ("/en/", "/en/pairs/KZ/US", "/en/map", "/en/api", "/en/calendar"):
        page = client.get(path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=", page)
        assert re.findall(r"<script[^>]*>", page) == ['<script src="/static/elshi.js" defer>']
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_the_sample_is_what_it_says() -> None:
    assert TALKS in talks_reading().article.text or talks_reading().article.text == TALKS
