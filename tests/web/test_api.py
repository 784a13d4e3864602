"""The API: parts of lists, CSV, what is unchanged, what was known on a day."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

API = "/api/v1"


def test_a_list_comes_in_parts_and_no_item_twice(client: TestClient) -> None:
    whole = [c["id"] for c in client.get(f"{API}/contacts").json()["items"]]
    parts: list[str] = []
    after = ""
    while after is not None:
        part = client.get(f"{API}/contacts", params={"most": 1, "after": after}).json()
        parts += [c["id"] for c in part["items"]]
        after = part["after"]
    assert parts == whole
    assert len(set(parts)) == len(parts) > 2


def test_filters_narrow(client: TestClient) -> None:
    def kinds(**asked: str) -> list[str]:
        return [c["kind"] for c in client.get(f"{API}/contacts", params=asked).json()["items"]]

    assert set(kinds(kind="visit")) == {"visit"}
    assert set(kinds(a="Kazakhstan", b="АҚШ", kind="meeting")) == {"meeting"}
    assert kinds(a="FJ") == []
    assert len(kinds(level="head of state")) < len(kinds())


def test_a_date_that_may_lie_in_a_period_fits_it(client: TestClient) -> None:
    asked = {"since": "2023-09-20", "until": "2023-09-25"}
    found = client.get(f"{API}/contacts", params=asked).json()["items"]
    assert [c["when"] for c in found] == ["2023-09"]


def test_as_of_a_day_what_came_later_is_not_known(client: TestClient) -> None:
    today = client.get(f"{API}/contacts").json()["items"]
    before = client.get(f"{API}/contacts", params={"as_of": "2023-02-28"}).json()["items"]
    assert len(before) < len(today)
    told = {a["published"][:10] for c in before for a in c["accounts"]}
    assert all(day <= "2023-02-28" for day in told)


def test_a_list_as_csv(client: TestClient) -> None:
    by_suffix = client.get(f"{API}/contacts.csv")
    by_accept = client.get(f"{API}/contacts", headers={"accept": "text/csv"})
    assert by_suffix.text == by_accept.text
    rows = list(csv.DictReader(io.StringIO(by_suffix.text)))
    items = client.get(f"{API}/contacts").json()["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert any("KZ; US" in row["sides"] for row in rows)
    part = client.get(f"{API}/contacts.csv?most=1")
    assert 'rel="next"' in part.headers["link"]


def test_what_did_not_change_costs_no_bytes(client: TestClient) -> None:
    first = client.get(f"{API}/contacts")
    again = client.get(f"{API}/contacts", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert client.get(f"{API}/persons").headers["etag"] != first.headers["etag"]


def test_the_reading_of_an_article_has_its_quotes(client: TestClient) -> None:
    for line in client.get(f"{API}/articles").json()["items"]:
        reading = client.get(f"{API}/articles/{line['id']}").json()
        text = reading["article"]["text"]
        for account in reading["accounts"]:
            start, end = account["kind"]["span"]
            assert text[start:end] == account["kind"]["quote"]


def test_the_matrix_counts_what_was_held(client: TestClient) -> None:
    table = client.get(f"{API}/pairs/KZ/US/matrix", params={"as_of": "2023-12-31"}).json()
    rows = {row["level"]: row for row in table["rows"]}
    ministers = rows["foreign minister"]["all"]
    assert ministers["hosted"] == {"KZ": ministers["count"]}
    assert ministers["last"] == "2023-02-28"


def test_who_held_a_post_on_a_day(client: TestClient) -> None:
    path = f"{API}/posts/KZ/foreign minister/holder"
    answer = client.get(path, params={"on": "2023-02-28"}).json()
    assert answer["certainty"] in ("held", "last known", "unknown")
    assert client.get(path).status_code == 422


def test_a_search_finds_persons_in_another_script(client: TestClient) -> None:
    found = client.get(f"{API}/search", params={"q": "Blinken"}).json()
    assert "Энтони Блинкен" in {s["text"] for p in found["persons"] for s in p["spellings"]}


def test_statements_are_found_by_another_form_of_the_word(client: TestClient) -> None:
    found = client.get(f"{API}/statements", params={"q": "поддержка"}).json()["items"]
    assert any("поддержку" in each["text"] for each in found)


def test_every_field_has_an_example_and_every_question_a_summary(client: TestClient) -> None:
    described = client.get(f"{API}/openapi.json").json()
    records = {k: v for k, v in described["components"]["schemas"].items() if "properties" in v}
    bare = [
        f"{name}.{field}"
        for name, record in records.items()
        for field, told in record["properties"].items()
        if "description" not in told or not ("examples" in told or _nested(told))
    ]
    assert [each for each in bare if "ValidationError" not in each] == []
    for methods in described["paths"].values():
        assert methods["get"]["description"]
        assert methods["get"]["summary"]


def test_every_part_of_an_address_has_a_meaning_and_an_example(client: TestClient) -> None:
    described = client.get(f"{API}/openapi.json").json()
    bare = [
        f"{path} {asked['name']}"
        for path, methods in described["paths"].items()
        for asked in methods["get"].get("parameters", [])
        if not asked.get("description") or not _examples(asked)
    ]
    assert bare == []


def _examples(asked: dict[str, Any]) -> list[Any]:
    found: list[Any] = asked.get("examples") or asked["schema"].get("examples", [])
    return found


def test_each_example_of_an_address_is_understood(client: TestClient) -> None:
    """It may find nothing in these samples, but it is never called unfit."""
    described = client.get(f"{API}/openapi.json").json()
    for path, methods in described["paths"].items():
        asked = {a["name"]: _examples(a)[0] for a in methods["get"].get("parameters", [])}
        inside = {name: asked.pop(name) for name in re.findall(r"\{(\w+)\}", path)}
        for name, value in (*asked.items(), ("", "")):
            needed = {"q": asked["q"]} if path.endswith("/search") else {}
            needed |= {"on": asked["on"]} if path.endswith("/holder") else {}
            query = needed | ({name: value} if name else {})
            answer = client.get(path.format(**inside), params=query)
            assert answer.status_code in (200, 404, 410), (path, query)


def test_the_docs_name_every_question_and_every_filter(client: TestClient) -> None:
    told = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
    described = client.get(f"{API}/openapi.json").json()
    for path, methods in described["paths"].items():
        assert f"`{path.replace('{ident}', '{id}')}`" in told, path
        for asked in methods["get"].get("parameters", []):
            name = asked["name"].replace("ident", "id")
            assert f"`{name}`" in told.replace("{", "`").replace("}", "`"), name


def _nested(told: dict[str, object]) -> bool:
    return any(word in str(told) for word in ("$ref", "array"))
