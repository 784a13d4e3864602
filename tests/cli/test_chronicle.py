"""The commands on contacts, posts and judgements as a user calls them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elshi.cli import main
from elshi.store import Store
from made import (
    ASHIMBAYEV,
    BIDEN,
    BLINKEN,
    PUTIN,
    TILEUBERDI,
    TOKAYEV,
    report,
    saying,
    serving,
    told,
)

TALKS = told("meeting", TOKAYEV, BLINKEN, when="2023-02-28", country="KZ", spheres=("trade",))
RU = report("ru", TALKS, published="2023-02-28", outlet="Вестник")
EN = report("en", TALKS, published="2023-03-01", outlet="Herald")
OTHER = report("kk", replace(TALKS, who=(TILEUBERDI, BLINKEN)), published="2023-03-01")
RECALLED = report(
    "ru", told("meeting", TOKAYEV, BIDEN, when="2022-09", role="recalled"), published="2024-03-26"
)
SENATE = [
    serving("ru", ASHIMBAYEV, published=day, house="parliament.upper")
    for day in ("2024-01-10", "2024-12-13")
]
INVITED = saying(
    "en", TOKAYEV, "invite", "invited the President of Russia to Kazakhstan",
    published="2024-05-09", mentions=[("state", "Russia", "RU")],
)  # fmt: skip
VISIT = report(
    "en", told("visit", PUTIN, when="2024-11-27", country="KZ", city="-"), published="2024-11-28"
)


def elshi(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), env={"COLUMNS": "120"})


@pytest.fixture
def where(tmp_path: Path) -> str:
    path = str(tmp_path / "c.sqlite")
    with Store(path, make=True) as store:
        for reading in (RU, EN, OTHER, RECALLED, *SENATE, INVITED, VISIT):
            store.add(reading)
    return path


def contacts(where: str) -> list[dict[str, object]]:
    result = elshi("contacts", "--between", "KZ", "US", "--format", "jsonl", "--in", where)
    return [json.loads(line) for line in result.stdout.splitlines()]


def short(ident: str) -> str:
    return ident.partition("-")[2][:8]


def test_contacts_are_told_once_with_all_their_articles(where: str) -> None:
    assert sorted(len(c["articles"]) for c in contacts(where)) == [1, 1, 2]  # type: ignore[arg-type]
    table = elshi("contacts", "--person", "Блинкен", "--in", where).stdout
    assert "2 articles" in table


def test_a_man_is_found_in_any_script(where: str) -> None:
    for name in ("Blinken", "Блинкен", "Antony Blinken"):
        listed = elshi("contacts", "--person", name, "--format", "jsonl", "--in", where).stdout
        assert len(listed.splitlines()) == 2


def test_contacts_are_explained_by_the_start_of_their_ids(where: str) -> None:
    ids = [short(str(c["id"])) for c in contacts(where)][:2]
    shown = elshi("explain", *ids, "--in", where)
    assert "TWO CONTACTS" in shown.stdout, shown.output


@pytest.mark.parametrize(("lang", "name"), [("ru", "Энтони Блинкен"), ("en", "Antony Blinken")])
def test_names_in_the_language_asked_for(where: str, lang: str, name: str) -> None:
    lines = elshi("contacts", "--lang", lang, "--format", "jsonl", "--in", where).stdout
    told = [json.loads(line) for line in lines.splitlines()]
    (twice,) = (contact for contact in told if len(contact["articles"]) == 2)
    assert name in [who["name"] for who in twice["participants"]]


def test_contacts_as_csv(where: str) -> None:
    lines = elshi("contacts", "--kind", "visit", "--format", "csv", "--in", where).stdout
    assert lines.splitlines()[0].startswith("id,kind,status,when")
    assert "2024-11-27" in lines


def test_why_one_and_why_two(where: str) -> None:
    one = elshi("explain", short(RU.article.id), short(EN.article.id), "--in", where).stdout
    two = elshi("explain", short(RU.article.id), short(OTHER.article.id), "--in", where).stdout
    assert "ONE CONTACT" in one
    assert "TWO CONTACTS" in two
    assert "another man" in two


def test_a_judgement_is_made_exported_and_withdrawn(where: str, tmp_path: Path) -> None:
    a, b = short(RU.article.id), short(EN.article.id)
    made = elshi("judge", "not-same", a, b, "--reason", "two rounds", "--by", "AB", "--in", where)
    assert made.exit_code == 0
    assert len(contacts(where)) == 4
    ledger = elshi("judgements", "export", "--in", where).stdout
    assert json.loads(ledger)["reason"] == "two rounds"
    elshi("judge", "withdraw", made.stdout.split()[-1], "--by", "AB", "--in", where)
    assert len(contacts(where)) == 3
    path = tmp_path / "ledger.jsonl"
    path.write_text(ledger, encoding="utf-8")
    again = elshi("judgements", "import", str(path), "--in", where)
    assert "0 new of 1" in again.stderr
    assert elshi("judgements", "lost", "--in", where).stdout == ""


def test_a_value_is_corrected_and_an_account_dropped(where: str) -> None:
    ident = short(RECALLED.article.id)
    elshi("judge", "correct", ident, "when", "2022-09-20", "--in", where)
    assert "2022-09-20" in elshi("gaps", "--in", where).stdout
    elshi("judge", "drop", ident, "--in", where)
    assert "2022-09-20" not in elshi("gaps", "--in", where).stdout


def test_what_accounts_tell_differently(where: str) -> None:
    merged = next(c for c in contacts(where) if len(c["articles"]) == 2)  # type: ignore[arg-type]
    shown = elshi("compare", str(merged["id"]), "--in", where).stdout
    assert "2 accounts, 2 independent voices" in shown


def test_who_held_a_post(where: str) -> None:
    words = ("who", "Speaker of the Senate of Kazakhstan", "--on", "2024-03-26", "--in", where)
    assert elshi(*words).stdout.startswith("Маулен Ашимбаев held it on 2024-03-26")


def test_a_register_is_loaded_and_checked(where: str, tmp_path: Path) -> None:
    path = tmp_path / "senate.csv"
    path.write_text(
        "position,person,personID,start,end\n"
        "Speaker of the Senate,Dariga Nazarbayeva,Q233815,2019-03-20,2025-01-01\n",
        encoding="utf-8",
    )
    loaded = elshi("register", "load", str(path), "--side", "KZ", "--in", where)
    assert "1 holders loaded from senate.csv" in loaded.stderr
    assert elshi("register", "check", "--in", where).stdout.count("Dariga Nazarbayeva") == 2


def test_commitments_and_what_answered_them(where: str) -> None:
    shown = elshi("commitments", "KZ", "RU", "--in", where).stdout
    assert "invite" in shown
    assert "2024-11-27" in shown


def test_the_matrix(where: str) -> None:
    shown = elshi("matrix", "KZ", "US", "--as-of", "2023-12-31", "--in", where).stdout
    assert "foreign minister" in shown
    assert "trade" in shown


WRONG = [
    (("explain", "nothing", "at-all"), "no article 'nothing'"),
    (("compare", "0000"), "no contact '0000': `elshi contacts` lists them"),
    (("who", "the best of friends", "--on", "2024-01-01"), "no post in 'the best of friends'"),
    (("judge", "withdraw", "judgement-0"), "no judgement 'judgement-0'"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[words[0] for words, _ in WRONG])
def test_what_does_not_fit_says_what_to_do(words: tuple[str, ...], said: str, where: str) -> None:
    result = elshi(*words, "--in", where)
    assert result.exit_code == 2
    assert said in result.output


def test_the_brief_tells_a_contact_once_with_all_its_sources(where: str) -> None:
    shown = elshi("brief", "KZ", "US", "--lang", "en", "--in", where).stdout
    line = " ".join(shown.split())
    assert line.count("On 28 February 2023 a meeting was held") == 2
    assert "[1][2]" in line or "[2][3]" in line
