"""The commands as a user calls them: what they print where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elshi.cli import main
from elshi.errors import NoPack
from elshi.read import Failure
from elshi.record_json import loads
from elshi.records import Capture, Reading
from elshi.store import Store
from samples import PLANNED, RECALL, TALKS, all_readings, talks_reading


def elshi(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin, env={"COLUMNS": "100"})


@pytest.fixture
def chronicle(tmp_path: Path) -> str:
    where = str(tmp_path / "c.sqlite")
    with Store(where, make=True) as store:
        for reading in all_readings():
            store.add(reading)
    return where


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three files; one is read as it is in no language. Reading itself is tested elsewhere."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("1.txt", TALKS), ("2.txt", "Buenos días"), ("3.txt", RECALL)):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys.modules["elshi.cli.read"], "read_capture", by_hand)
    return folder


def by_hand(capture: Capture) -> Reading | Failure:
    """The sample whose text this is."""
    text = capture.content.decode() if isinstance(capture.content, bytes) else capture.content
    for reading in all_readings():
        if reading.article.text.strip() == text.strip():
            return reading
    return Failure(capture.name, NoPack("no pack for its language:\nsay it in 'lang'"), "00")


def test_readings_come_in_the_order_of_the_input(reports: Path) -> None:
    result = elshi("read", str(reports / "3.txt"), str(reports / "1.txt"))
    readings = [loads(line) for line in result.stdout.splitlines()]
    assert [reading.article.text for reading in readings] == [RECALL, TALKS]
    assert readings[1].article.input_id == "7"
    assert result.exit_code == 0


def test_what_fails_costs_one_line_on_stderr_and_exit_code_1(reports: Path) -> None:
    result = elshi("read", str(reports), str(reports / "none.txt"))
    assert len(result.stdout.splitlines()) == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(str(reports / "2.txt"))
    assert lines[0].endswith("no pack for its language: say it in 'lang'")
    assert "no such file" in lines[1]
    assert result.exit_code == 1


def test_into_a_chronicle_and_again_without_change(reports: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "new.sqlite")
    first = elshi("read", str(reports), "--into", where)
    assert first.stdout == ""
    assert f"2 articles read into {where}; 1 failed" in first.stderr
    again = elshi("read", str(reports), "--into", where)
    assert "0 articles read" in again.stderr
    assert "2 were there already" in again.stderr
    with Store(where) as store:
        assert len(store.ids()) == 2
        assert [name for name, _ in store.failures()] == [str(reports / "2.txt")]


def test_a_fault_of_ours_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.txt"
    path.write_text(PLANNED, encoding="utf-8")

    def broken(*_: object) -> Reading:
        raise RecursionError("too deep")

    monkeypatch.setattr("elshi.pipeline.read", broken)
    result = elshi("read", str(path))
    assert result.exit_code == 1
    assert "RecursionError: too deep" in result.stderr
    assert "report it" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("shape", ["table", "csv"])
def test_readings_in_other_shapes(reports: Path, shape: str) -> None:
    result = elshi("read", str(reports / "1.txt"), "--format", shape)
    assert "Тлеуберди" in result.stdout
    assert "2023-02-28" in result.stdout


def test_show_draws_and_lists(chronicle: str) -> None:
    out = elshi("show", "7", "--from", chronicle).stdout
    lines = out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Министр иностранных дел"))
    assert lines[at + 1].startswith("POST─────────────────── PERSON")
    for part in ("ACCOUNTS", "STATEMENTS", "TENURES", "VOICES", "NOT READ"):
        assert f"{part} ──" in out
    assert "two sides, but no name" in out
    assert "who      KZ* Мухтар Тлеуберди, Министр иностранных дел" in out


def test_show_reads_a_file_on_the_spot(reports: Path) -> None:
    assert "ACCOUNTS" in elshi("show", str(reports / "1.txt")).stdout


def test_hostile_text_cannot_move_the_cursor(tmp_path: Path) -> None:
    where, reading = str(tmp_path / "h.sqlite"), talks_reading()
    article = replace(
        reading.article, text=reading.article.text + "\x1b[2J\u202e\x9b", name="\x1b]0;x\x07.txt"
    )
    with Store(where, make=True) as store:
        store.add(replace(reading, article=article))
    commands = (["show", "7", "--from"], ["contacts", "--in"], ["brief", "KZ", "US", "--in"])
    for command in commands:
        assert not set(elshi(*command, where).stdout) & set("\x1b\u202e\x9b\x07")


def test_contacts_between_two_states_named_in_any_language(chronicle: str) -> None:
    for pair in (("KZ", "US"), ("казахстан", "США"), ("Kazakhstan", "United States")):
        asked = ("--between", *pair, "--accounts", "--format", "jsonl", "--in", chronicle)
        result = elshi("contacts", *asked)
        assert len(result.stdout.splitlines()) == 5
    told = json.loads(result.stdout.splitlines()[0])
    assert told["account"]["when"]["edtf"] == "2023-02"
    assert "text" not in told["article"]


def test_contacts_as_csv_and_by_period(chronicle: str) -> None:
    asked = ("--since", "2023-03", "--until", "2023", "--format", "csv", "--in", chronicle)
    rows = list(csv.DictReader(io.StringIO(elshi("contacts", *asked).stdout)))
    assert [row["when"] for row in rows] == ["2023-09"]


def test_the_chronicle_can_be_named_once(chronicle: str) -> None:
    result = CliRunner().invoke(main, ["brief", "KZ", "US"], env={"ELSHI_CHRONICLE": chronicle})
    assert result.stdout.startswith("Казахстан — США")


WRONG = [
    (["contacts", "--between", "KZ", "Казахстн"], "did you mean KZ (Kazakhstan)"),
    (["contacts", "--since", "вчера"], "is no date: write 2024-03-26"),
    (["contacts", "--since", "2024-13"], "is no date"),
    (["contacts", "--kind", "party"], "is not one of"),
    (["contacts"], "no chronicle at elshi.sqlite: make one with"),
    (["show", "nothing"], "no chronicle at elshi.sqlite"),
    (["read"], "Missing argument"),
    (["export"], "Missing option"),
    (["brief", "KZ", "US", "--lang", "fr"], "is not one of"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_wrong_use_is_exit_code_2_and_says_what_to_do(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ELSHI_CHRONICLE", raising=False)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_verify_says_what_differs(chronicle: str) -> None:
    good = elshi("verify", "--quick", "--in", chronicle)
    assert (good.exit_code, good.stdout) == (0, "")
    assert "everything holds" in good.stderr
    with Store(chronicle) as store, store.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE articles SET text = replace(text, 'США', 'ОАЭ')")
    bad = elshi("verify", "--quick", "--in", chronicle)
    assert bad.exit_code == 1
    assert "stored as «США», the text says «ОАЭ»" in bad.stdout


def test_the_brief_withholds_what_does_not_hold(chronicle: str) -> None:
    with Store(chronicle) as store, store.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE articles SET text = replace(text, 'Байден', 'Трамп ')")
    out = elshi("brief", "KZ", "US", "--lang", "ru", "--in", chronicle).stdout
    assert "Байден" not in out
    assert "снятых из-за расхождения цитаты с текстом: 1" in out


def test_export_to_stdout_folder_and_file(chronicle: str, tmp_path: Path) -> None:
    lines = elshi("export", "--format", "jsonl", "--in", chronicle).stdout.splitlines()
    assert {loads(line).article.id for line in lines} == {r.article.id for r in all_readings()}
    out = tmp_path / "out.jsonl"
    elshi("export", "--format", "jsonl", "--out", str(out), "--in", chronicle)
    assert out.read_text(encoding="utf-8").splitlines() == lines
    elshi("export", "--format", "csv", "--out", str(tmp_path / "tables"), "--in", chronicle)
    assert len(list((tmp_path / "tables").iterdir())) == 5
    assert elshi("export", "--format", "csv", "--in", chronicle).stdout.startswith("article,")


def run(code: str, *, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_help_loads_click_and_nothing_heavy() -> None:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from elshi.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "heavy = {'sqlalchemy', 'pydantic', 'rich', 'numpy', 'slovnet', 'trafilatura', 'spacy',\n"
        "  'pymorphy3', 'elshi.store', 'elshi.pipeline', 'elshi.lang', 'elshi.ontology'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    result = run(code)
    assert (result.returncode, result.stderr) == (0, "")


def test_a_reader_that_goes_away_is_no_error(chronicle: str) -> None:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from elshi.cli import main\n"
        f"main(['export', '--format', 'jsonl', '--in', {chronicle!r}])\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    child.wait()


def test_the_table_fits_the_terminal(chronicle: str) -> None:
    for columns in ("60", "80", "140"):
        result = CliRunner().invoke(main, ["contacts", "--in", chronicle], env={"COLUMNS": columns})
        assert max(len(line) for line in result.stdout.splitlines()) <= int(columns)
