"""The demo reports and the gold reports are consistent in themselves: what gold says stands there.

No reading is run here: these tests keep the expectations honest, not the program.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, get_args

import pytest

from elshi.records import Act, Basis, ContactKind, Level, Role, Sphere, StatementKind, Status
from elshi.records import TenureEvent as Event

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "demo" / "reports"
GOLD = ROOT / "eval" / "gold" / "reports"
FILES = sorted([*DEMO.glob("*.json"), *GOLD.glob("*.json")])

STATES = (
    "AE AF AL AM AR AT AU AZ BA BD BE BG BH BO BR BT BY CA CH CL CN CO CR CU CY CZ DE DK DZ EC EE"
    " EG ES ET FI FJ FR GB GE GH GR GT HR HU ID IE IL IN IQ IR IS IT JO JP KE KG KH KP KR KW KZ LA"
    " LB LK LT LU LV LY MA MC MD ME MG MK MM MN MT MX MY NG NL NO NP NZ OM PA PE PG PH PK PL PS PT"
    " PY QA RO RS RU RW SA SD SE SG SI SK SN SY TG TH TJ TM TN TR TZ UA UG US UY UZ VA VE VN YE ZA"
)
ORGANISATIONS = (
    "UN EU SCO CSTO CIS EAEU OSCE OTS CICA NATO OIC WHO IAEA UNESCO UNICEF UNDP IMF WB EBRD ADB"
    " AIIB EDB ICRC IPU TURKPA PACE CoE OECD WTO ASEAN AU LAS GCC ECO UNHCR UNODC IOM ILO FAO"
    " TURKSOY BRICS OPEC"
)
SIDES = frozenset(re.findall(r"\w+", f"{STATES} {ORGANISATIONS}"))
EDTF = re.compile(
    r"^(\d{4}|XXXX)(-\d{2}(-\d{2})?)?(/(\d{4}|XXXX)(-\d{2}(-\d{2})?)?)?$|^\[\.\.[\d-]+\]$"
)
FIELDS = {"title", "published", "outlet", "rubric", "lang", "accounts", "statements", "tenures"}
QUOTES = "«„“\"”'’‘–—-"


def gold(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def text(path: Path) -> str:
    return path.with_suffix(".txt").read_text("utf-8")


def name(path: Path) -> str:
    return f"{path.parts[-3]}/{path.stem}"


every_report = pytest.mark.parametrize("path", FILES, ids=name)


def test_every_report_has_gold_and_every_gold_a_report() -> None:
    for folder in (DEMO, GOLD):
        texts = {path.stem for path in folder.glob("*.txt")}
        assert texts == {path.stem for path in folder.glob("*.json")}


@every_report
def test_fields_are_complete(path: Path) -> None:
    record = gold(path)
    assert set(record) == FIELDS | {"voices"}
    assert record["lang"] == path.stem.rsplit(".", 1)[1]
    assert record["title"] in text(path)
    assert record["published"] is None or re.match(
        r"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$", record["published"]
    )


@every_report
def test_words_of_the_trade_are_ours(path: Path) -> None:
    record = gold(path)
    for account in record["accounts"]:
        assert account["kind"] in get_args(ContactKind)
        assert account["status"] in get_args(Status)
        assert account["role"] in get_args(Role)
        assert set(account["spheres"]) <= set(get_args(Sphere))
        for participant in account["participants"]:
            assert participant["level"] in (*get_args(Level), None)
    assert {tenure["event"] for tenure in record["tenures"]} <= set(get_args(Event))


@every_report
def test_dates_are_edtf_with_a_basis(path: Path) -> None:
    for account in gold(path)["accounts"]:
        assert (account["when"] is None) == (account["when_basis"] is None)
        if account["when"]:
            assert EDTF.match(account["when"])
            assert account["when_basis"] in get_args(Basis)


@every_report
def test_codes_are_iso_or_known_organisations(path: Path) -> None:
    for account in gold(path)["accounts"]:
        assert account["country"] is None or account["country"] in SIDES
        for participant in account["participants"]:
            assert participant["side"] is None or participant["side"] in SIDES


@every_report
def test_what_gold_quotes_stands_in_the_text(path: Path) -> None:
    record, words = gold(path), text(path)
    for account in record["accounts"]:
        assert account["trigger"] in words
    for statement in record["statements"]:
        assert statement["verb"] is None or statement["verb"] in words
        assert (statement["kind"] == "direct") == (statement["text"] is not None)
        if statement["text"]:
            assert statement["text"] in words


@every_report
def test_direct_words_open_at_a_quotation_mark(path: Path) -> None:
    words = text(path)
    for statement in gold(path)["statements"]:
        assert statement["act"] in get_args(Act)
        assert statement["kind"] in get_args(StatementKind)
        if statement["text"]:
            before = words[: words.index(statement["text"])].rstrip()
            assert before[-1] in QUOTES


def told_in(folder: Path) -> dict[str, list[Path]]:
    """The reports of one contact, by its slug."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        found[path.stem.rsplit(".", 1)[0]].append(path)
    return {slug: paths for slug, paths in found.items() if len(paths) > 1}


def bones(account: dict[str, Any]) -> tuple[Any, ...]:
    """What must be equal in every language."""
    people = [(p["kind"], p["side"], p["level"]) for p in account["participants"]]
    place = (account["country"], account["city"] is None)
    head = (account["kind"], account["status"], account["role"], account["when"])
    return (*head, place, sorted(people, key=str), sorted(account["spheres"]))


@pytest.mark.parametrize("folder", [DEMO, GOLD], ids=["demo", "gold"])
def test_one_contact_in_several_languages_is_one_record(folder: Path) -> None:
    for slug, paths in told_in(folder).items():
        records = [sorted(map(bones, gold(path)["accounts"]), key=str) for path in paths]
        assert all(record == records[0] for record in records), slug


def test_the_demo_tells_ten_contacts_in_all_three_languages() -> None:
    assert sum(len(paths) == 3 for paths in told_in(DEMO).values()) >= 10


def test_both_passes_annotate_the_same_texts() -> None:
    passes = [ROOT / "eval" / "gold" / name for name in ("first", "second")]
    first, second = ({path.name for path in folder.glob("*.json")} for folder in passes)
    assert first == second <= {path.name for path in FILES}
    assert len(second) >= len(FILES) // 3


SENTENCES = sorted((ROOT / "eval" / "gold" / "sentences").glob("*.tsv"))
CONTACT = re.compile(
    r"^(?P<kind>\w+) (?P<status>\w+)(?: recalled)? (?P<who>.+) @ (?P<when>\S+)"
    r" (?P<place>-|[^/~]*/[A-Z]{2})(?: ~ .+)?$"
)
PARTY = re.compile(r"^(?P<side>[A-Z]+)(?:\?:|:|=)(?P<name>[^|]+)(?:\|.+)?$")


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_expected_records_of_sentences_are_well_formed(path: Path) -> None:
    for _, _, sentence, expected in rows(path):
        for contact in [] if expected == "-" else expected.split(" + "):
            found = CONTACT.match(contact)
            assert found, (sentence, contact)
            assert found["kind"] in get_args(ContactKind)
            assert found["status"] in get_args(Status)
            assert found["when"] == "-" or EDTF.match(found["when"]), contact
            parties = [PARTY.match(party) for party in found["who"].split("; ")]
            assert all(party and party["side"] in SIDES for party in parties), contact


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_sentences_are_many_and_said_once(path: Path) -> None:
    sentences = [row[2] for row in rows(path)]
    assert len(sentences) == len(set(sentences)) >= 200
    assert {len(row) for row in rows(path)} == {4}
