import csv
import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.errors import (
    BadRow,
    BinaryInput,
    EmptyInput,
    InputError,
    TooLarge,
)
from elshi.extract import article
from elshi.read import Failure, captures, guard
from elshi.read.captures import shape_of
from elshi.records import Capture

REPORT = (
    "Председатель Правительства принял посла Италии. Стороны обсудили торговлю"
    " и транзит, сообщила пресс-служба."
)


def read(source: str, data: bytes | None = None) -> list[Capture | Failure]:
    return list(captures(source, stdin=io.BytesIO(data) if data is not None else None))


def errors(found: list[Capture | Failure]) -> list[tuple[str, type[InputError]]]:
    return [(each.name, type(each.error)) for each in found if isinstance(each, Failure)]


def contents(found: list[Capture | Failure]) -> list[str]:
    return [str(each.content) for each in found if isinstance(each, Capture)]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        pytest.param("utf-8", REPORT, id="UTF-8"),
        pytest.param("utf-8-sig", REPORT, id="UTF-8 with its mark"),
        pytest.param("utf-16", REPORT, id="UTF-16 with its mark"),
        pytest.param("utf-16-le", REPORT, id="UTF-16 without its mark"),
        pytest.param("cp1251", REPORT, id="cp1251"),
        pytest.param("koi8-r", REPORT, id="koi8-r"),
        pytest.param("cp866", REPORT, id="the DOS page"),
        pytest.param("iso8859-5", REPORT, id="ISO 8859-5"),
        pytest.param("cp1251", "Визит завершён", id="two words in cp1251"),
        pytest.param("koi8-r", "Визит завершён", id="two words in koi8-r"),
        pytest.param("cp1251", "ВСТРЕЧА С ПОСЛОМ", id="capitals in cp1251"),
        pytest.param("koi8-r", "ВСТРЕЧА С ПОСЛОМ", id="capitals in koi8-r"),
        pytest.param(
            "kz1048",
            "Үкімет басшысы Италия елшісін қабылдады, тараптар сауданы талқылады",
            id="Kazakh",
        ),
        pytest.param(
            "cp1252", "The envoy’s talks in Paris – “useful”, he said.", id="Western quotes"
        ),
    ],
)
def test_a_text_is_read_in_the_encoding_it_has(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert contents(read(str(path))) == [text]


@pytest.mark.parametrize(
    ("said", "real"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("koi8-r", "cp1251"), ("utf-8", "cp1251")],
)
def test_a_page_that_errs_about_its_encoding_is_read_all_the_same(
    tmp_path: Path, said: str, real: str
) -> None:
    page = f"<html><head><meta charset='{said}'></head><body><p>{REPORT}</p></body></html>"
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(real))
    assert REPORT in contents(read(str(path)))[0]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", EmptyInput, id="an empty file"),
        pytest.param(b" \n\n\t ", EmptyInput, id="nothing but spaces"),
        pytest.param(b"%PDF-1.7 ...", BinaryInput, id="a PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), BinaryInput, id="a picture"),
        pytest.param(bytes(range(256)) * 20, BinaryInput, id="bytes of no known kind"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(
    tmp_path: Path, data: bytes, error: type[InputError]
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    (failure,) = read(str(path))
    assert isinstance(failure, Failure)
    assert failure.name == str(path)
    assert isinstance(failure.error, error)
    assert "\n" not in str(failure.error)


def test_a_page_of_more_than_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as stream:
        stream.truncate(guard.LIMIT + 10)
        stream.seek(0)
        stream.write(b"<html>")
    assert errors(read(str(path))) == [(str(path), TooLarge)]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 5_000, id="nested five thousand deep"),
        pytest.param("<p>a</p>" * 40_000, id="eighty thousand tags"),
        pytest.param(f"<p a='{'x' * 200_000}'>a</p>", id="an endless attribute"),
        pytest.param("слово " * 2_000_000, id="twelve million characters"),
    ],
)
def test_a_page_made_to_exhaust_a_parser_is_refused(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    assert errors(read(str(path))) == [(str(path), TooLarge)]


def test_scripts_and_pictures_within_a_page_do_not_count(tmp_path: Path) -> None:
    ballast = "<script>" + "var a = '<div>';" * 50_000 + "</script>"
    picture = f"<img src='data:image/png;base64,{'iVBORw0K' * 50_000}'>"
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body>{ballast}{picture}<p>{REPORT}</p></body></html>", encoding="utf-8"
    )
    assert REPORT in contents(read(str(path)))[0]


def test_a_bad_line_of_jsonl_costs_that_line_only() -> None:
    lines = ['{"text": "Первый"}', "no json", "[1]", '{"body": "x"}', "", '{"text": "Второй"}']
    found = read("-", "\n".join(lines).encode())
    assert contents(found) == ["Первый", "Второй"]
    assert errors(found) == [("-:2", BadRow), ("-:3", BadRow), ("-:4", BadRow)]


def test_json_over_several_lines_is_one_file_and_one_complaint() -> None:
    rows = [{"text": "Первый"}, {"body": "x"}, {"text": "Второй"}]
    found = read("-", json.dumps(rows, indent=1).encode())
    assert contents(found) == ["Первый", "Второй"]
    assert errors(found) == [("-#2", BadRow)]
    assert contents(read("-", json.dumps(rows[0], indent=1).encode())) == ["Первый"]
    assert errors(read("-", b'{\n "text": \n')) == [("-", BadRow)]


def test_a_row_says_what_it_knows_and_other_columns_are_left_alone() -> None:
    row = {"text": REPORT, "title": "Приём посла", "id": 7, "channel": "x", "outlet": None}
    (capture,) = read("-", json.dumps(row).encode())
    assert isinstance(capture, Capture)
    assert capture.given == (("title", "Приём посла"), ("id", "7"))


def test_a_table_without_the_columns_is_refused_once(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("id,body\n1,x\n2,y\n", encoding="utf-8")
    (failure,) = read(str(path))
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, BadRow)
    assert "'text' or 'html'" in str(failure.error)
    assert "body" in str(failure.error)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_may_part_its_columns_in_three_ways(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    with path.open("w", encoding="cp1251", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerows([["id", "text"], ["1", REPORT], ["2", "Второй; отчёт, с знаками"]])
    assert contents(read(str(path))) == [REPORT, "Второй; отчёт, с знаками"]


def test_the_entries_of_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Zakon.kz</title>"
        "<item><title>Приём посла</title><link>https://www.zakon.kz/1</link>"
        "<pubDate>Thu, 02 May 2024 01:20:00 +0500</pubDate>"
        f"<description>&lt;p&gt;{REPORT}&lt;/p&gt;</description></item><item/></channel></rss>",
        encoding="utf-8",
    )
    entry, empty = read(str(path))
    assert isinstance(entry, Capture)
    assert entry.name == f"{path}#1"
    assert dict(entry.given) == {
        "title": "Приём посла",
        "url": "https://www.zakon.kz/1",
        "published": "2024-05-02T01:20:00+05:00",
        "outlet": "Zakon.kz",
    }
    assert errors([empty]) == [(f"{path}#2", EmptyInput)]


def test_a_feed_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>', encoding="utf-8")
    assert errors(read(str(path))) == [(str(path), TooLarge)]


def test_the_files_of_a_folder_come_by_name_and_hidden_ones_do_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".git/d.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert contents(read(str(tmp_path))) == ["b.txt", "a/c.txt"]


def test_a_path_that_is_not_there_is_a_failure_of_its_own() -> None:
    (failure,) = read("nowhere/report.txt")
    assert isinstance(failure, Failure)
    assert str(failure.error) == "no such file or folder: check the path"


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        ('{"text": "x"}', "jsonl"),
        ('{\n "text": "x"}', "json"),
        ('[\n {"text": "x"}]', "json"),
        ("<?xml version='1.0'?><rss version='2.0'>", "feed"),
        ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("<!DOCTYPE html><html>", "html"),
        ("id,text\n1,x", "csv"),
        ("Встреча с послом, text and more.\nВ Астане", "text"),
    ],
)
def test_what_a_stream_holds_is_seen_from_its_beginning(data: str, shape: str) -> None:
    assert shape_of(data.encode()) == shape


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_an_input_error(data: bytes) -> None:
    for found in captures("-", stdin=io.BytesIO(data)):
        if isinstance(found, Capture):
            with suppress(InputError):
                article(found)
