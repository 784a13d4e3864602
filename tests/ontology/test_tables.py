"""The tables parse, agree with each other and with the languages' own names."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from elshi.ontology import levels
from elshi.ontology.frames import frames
from elshi.ontology.tables import rows, table
from elshi.ontology.words import NO_STATE, Form, forms, spheres

LANG = Path(__file__).parents[2] / "src" / "elshi" / "lang"
LANGUAGES = ("ru", "kk", "en")
STATES = dict(table("states.tsv", "code", "name"))
ORGANISATIONS = {
    row[0]: row for row in table("organisations.tsv", "code", "kind", "parent", "name")
}
FORUMS = dict(table("forums.tsv", "code", "name"))

both = re.compile(r"[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]")


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> list[Form]:
    return list(forms(LANG / request.param))


def of(words: list[Form], what: str) -> list[Form]:
    return [form for form in words if form.what == what]


def test_states_are_the_members_of_the_un_and_four_more() -> None:
    assert len(STATES) == 193 + len({"VA", "PS", "TW", "XK"})
    assert all(re.fullmatch("[A-Z]{2}", code) for code in STATES)


def test_every_state_has_a_name(words: list[Form]) -> None:
    assert {form.code for form in of(words, "state") if form.kind == "name"} == set(STATES)


def test_state_words_know_their_states(words: list[Form]) -> None:
    kinds = {
        "name",
        "formal",
        "adjective",
        "ethnic",
        "demonym",
        "metonym",
        "pair",
        "combining",
        "none",
    }
    named = {form.code for form in of(words, "state")} - {NO_STATE}
    assert {code for codes in named for code in codes.split("-")} == set(STATES)
    assert {form.kind for form in of(words, "state")} <= kinds


def test_every_organisation_has_a_word_and_every_word_an_organisation(words: list[Form]) -> None:
    assert {form.code for form in of(words, "organisation")} == set(ORGANISATIONS)


def test_parents_are_organisations() -> None:
    assert {row[2] for row in ORGANISATIONS.values()} <= {"", *ORGANISATIONS}


def test_every_forum_has_a_word_and_every_word_a_forum(words: list[Form]) -> None:
    assert {form.code for form in of(words, "forum")} == set(FORUMS)


def test_places_are_in_states(words: list[Form]) -> None:
    places = of(words, "place")
    assert {place.code for place in places} <= set(STATES)
    assert {place.kind for place in places} <= {"capital", "city", "residence", "region"}
    known = {place.form for place in places}
    assert {place.city for place in places if place.city} <= known


def test_nearly_every_state_has_a_capital(words: list[Form]) -> None:
    capitals = {place.code for place in of(words, "place") if place.kind == "capital"}
    # Nauru has no capital; Palestine's and the Holy See's are no capitals in the usual sense.
    assert set(STATES) - capitals == {"NR", "PS", "VA"}


def test_institutions_have_the_same_codes_in_every_language() -> None:
    codes = [
        {form.code for form in of(list(forms(LANG / lang)), "institution")} for lang in LANGUAGES
    ]
    assert codes[0] == codes[1] == codes[2]


def test_institutions_belong_to_known_sides(words: list[Form]) -> None:
    sides = {form.side for form in of(words, "institution")}
    assert sides <= {"", *STATES, *ORGANISATIONS}


@pytest.mark.parametrize(
    ("lang", "form"),
    [("ru", "Сенат"), ("ru", "МИД"), ("ru", "Национальное собрание"), ("kk", "Сенат"),
     ("kk", "Үкімет"), ("en", "Senate"), ("en", "National Assembly"), ("en", "Foreign Ministry")],
)  # fmt: skip
def test_a_generic_name_belongs_to_nobody(lang: str, form: str) -> None:
    assert [i.side for i in of(list(forms(LANG / lang)), "institution") if i.form == form] == [""]


@pytest.mark.parametrize(
    ("lang", "form"), [("ru", "Конгресс"), ("en", "Congress"), ("kk", "Конгресс"), ("en", "Union")]
)
def test_a_word_too_common_to_tell_is_in_no_table(lang: str, form: str) -> None:
    assert form not in {known.form for known in forms(LANG / lang)}


def test_one_form_has_one_meaning_within_a_table(words: list[Form]) -> None:
    meanings: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for form in words:
        meanings[form.what, form.form].add((form.code, form.side))
    assert {key: codes for key, codes in meanings.items() if len(codes) > 1} == {}


def test_no_word_mixes_scripts(words: list[Form]) -> None:
    assert [form.form for form in words if both.search(form.form)] == []


def test_no_form_is_written_with_odd_spaces(words: list[Form]) -> None:
    assert [form.form for form in words if form.form != " ".join(form.form.split())] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sphere_has_words(lang: str) -> None:
    by_sphere = list(spheres(LANG / lang).values())
    assert set(by_sphere) == set(levels.SPHERES)
    assert len(by_sphere) >= 150


@pytest.mark.parametrize("lang", LANGUAGES)
def test_state_names_are_those_of_the_cldr(lang: str) -> None:
    babel = pytest.importorskip("babel", reason="babel holds the Unicode CLDR's names")
    theirs = babel.Locale(lang).territories
    ours: dict[str, set[str]] = defaultdict(set)
    for form in of(list(forms(LANG / lang)), "state"):
        ours[form.code].add(plain(form.form))
    strange = {code: theirs[code] for code in STATES if plain(theirs[code]) not in ours[code]}
    # The CLDR writes «Конго - Киншаса», "Myanmar (Burma)", "St. Kitts & Nevis": known differences.
    assert len(strange) <= 12, strange


def plain(name: str) -> str:
    name = name.replace("&", "and").replace("’", "'").replace("\u00a0", " ").replace("—", "-")
    return re.sub(r"\s+", " ", name).replace("ё", "е").lower()


def test_the_ladder_runs_from_the_head_of_state_down() -> None:
    assert levels.rank("head of state") < levels.rank("minister") < levels.rank("ambassador")
    assert levels.rank(None) > levels.rank("official")
    assert levels.higher("ambassador", "minister") == "minister"
    assert levels.higher(None, "official") == "official"


def test_frames_cover_every_kind_of_contact() -> None:
    kinds = {"meeting", "call", "visit", "conference", "signing", "message", "credentials"}
    assert {frame.kind for frame in frames().values()} == kinds
    assert frames()["visit"].to
    assert frames()["discuss"].weak


def test_a_table_with_another_header_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.tsv").write_text("# words\nform\tcode\nСША\tUS\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.tsv:2"):
        list(rows(tmp_path / "odd.tsv", "code", "form"))


def test_a_line_with_a_tab_too_many_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.tsv").write_text("code\tform\n\nUS\tСША\tsic\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.tsv:3"):
        list(rows(tmp_path / "odd.tsv", "code", "form"))
