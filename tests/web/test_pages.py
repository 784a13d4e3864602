"""Every page answers in every language, and leads to the evidence."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from elshi.web.words import LANGUAGES, words
from sites import links

PAGES = (
    "", "contacts", "contacts?a=KZ&b=US&kind=meeting", "contacts?since=2023-02&until=2023-03",
    "pairs", "pairs/KZ/US", "pairs/KZ/US?as_of=2023-02-28", "pairs/KZ/US/brief", "persons",
    "persons?q=Blinken", "statements", "statements?q=поддержка", "calendar?month=2023-02", "map",
    "map?a=KZ", "forums", "articles", "articles?q=Астана", "sides/KZ", "sides/US", "api", "login",
    "search", "search?q=Блинкен", "posts/US/foreign minister", "institutions/KZ/mfa",
    "posts/KZ/foreign minister?on=2023-03-01",
)  # fmt: skip
UNTOLD = re.compile(rf"\b(?:{'|'.join({k.split('.')[0] for k in words('en')})})\.[a-z]+[.\w-]*\b")


def shown(page: str) -> str:
    """What a reader sees of a page."""
    return re.sub(r"<[^>]*>", " ", page)


@pytest.mark.parametrize("ui", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_in_every_language(client: TestClient, ui: str, path: str) -> None:
    answer = client.get(f"/{ui}/{path}")
    assert answer.status_code == 200
    assert f'<html lang="{ui}">' in answer.text
    if path != "api":
        assert not UNTOLD.findall(shown(answer.text))


def test_the_entrance_speaks_the_language_of_the_browser(client: TestClient) -> None:
    answer = client.get("/", headers={"accept-language": "kk"}, follow_redirects=False)
    assert answer.headers["location"] == "/kk/"


def test_from_home_to_evidence_in_three_clicks(client: TestClient) -> None:
    home = client.get("/en/").text
    pair = client.get(links(home, "/en/pairs/KZ/US")[0]).text
    contact = client.get(links(pair, "/en/contacts/contact-")[0]).text
    article = client.get(links(contact, "?at=")[0]).text
    assert 'id="here"' in article


def test_a_value_shows_the_sentence_from_which_it_was_read(client: TestClient) -> None:
    listed = client.get("/ru/contacts?kind=meeting&country=KZ").text
    contact = client.get(links(listed, "/ru/contacts/contact-")[0]).text
    assert 'role="tooltip"' in contact
    assert "<mark>28 февраля 2023 года</mark>" in contact


def test_one_contact_is_told_by_articles_in_two_languages(client: TestClient) -> None:
    listed = client.get("/en/contacts?kind=meeting&country=KZ").text
    contact = client.get(links(listed, "/en/contacts/contact-")[0]).text
    assert 'lang="ru"' in contact
    assert "Independent voices: 2." in contact
    assert "Why these are one contact" in contact


def test_a_name_stands_in_the_script_of_the_interface(client: TestClient) -> None:
    english = client.get("/en/contacts?kind=meeting&country=KZ").text
    russian = client.get("/ru/contacts?kind=meeting&country=KZ").text
    assert "Antony Blinken" in english
    assert "Энтони Блинкен" in russian


def test_a_person_known_from_reports_in_one_script_is_found_in_another(client: TestClient) -> None:
    for words_ in ("Блинкен", "Blinken", "блинкен энтони"):
        found = client.get("/kk/search", params={"q": words_}).text
        assert links(found, "/kk/persons/person-")


def test_content_keeps_its_language(client: TestClient) -> None:
    article = client.get(links(client.get("/en/articles").text, "/en/articles/article-")[0]).text
    assert re.search(r'<div class="read" lang="(ru|en)">', article)


def test_a_date_is_never_more_exact_than_its_source(client: TestClient) -> None:
    listed = client.get("/en/contacts?a=KZ&b=US&until=2023-12").text
    assert "September 2023" in listed
    assert "1 September 2023" not in listed


def test_the_text_is_cut_into_segments_without_losing_a_letter(client: TestClient) -> None:
    found = client.get("/api/v1/articles").json()["items"]
    for line in found:
        text = client.get(f"/api/v1/articles/{line['id']}").json()["article"]["text"]
        page = client.get(f"/en/articles/{line['id']}").text
        body = page.split('<div class="read"')[1].split("</div>")[0].partition(">")[2]
        read = re.sub(r"<[^>]+>", "", body).replace("&#39;", "'").replace("&#34;", '"')
        assert "".join(read.split()) == "".join(text.split())


def test_pages_of_another_language_are_one_click_away(client: TestClient) -> None:
    page = client.get("/en/contacts?a=KZ").text
    assert links(page, "/kk/contacts?a=KZ")


def test_the_brief_is_there_as_a_file(client: TestClient) -> None:
    docx = client.get("/en/pairs/KZ/US/brief?format=docx")
    assert docx.content[:2] == b"PK"
    assert 'filename="elshi-KZ-US-en.docx"' in docx.headers["content-disposition"]
    html = client.get("/ru/pairs/KZ/US/brief?format=html")
    assert "attachment" in html.headers["content-disposition"]
    assert "<script" not in html.text


def test_every_note_of_the_brief_is_there(client: TestClient) -> None:
    page = client.get("/en/pairs/KZ/US/brief").text
    named = set(re.findall(r'href="#note(\d+)"', page))
    assert named
    assert named <= set(re.findall(r'id="note(\d+)"', page))


def test_a_cell_of_the_matrix_opens_just_its_contacts(client: TestClient) -> None:
    page = client.get("/en/pairs/KZ/US").text
    matrix = page.split('class="matrix"')[1].split("</table>")[0]
    cells = re.findall(r'<a href="([^"]+)" title="Contacts: (\d+);', matrix)
    assert cells
    for address, count in cells:
        held = client.get(address.replace("&amp;", "&").replace("#", "") + "&status=held").text
        assert held.count('<article class="card">') >= int(count)
