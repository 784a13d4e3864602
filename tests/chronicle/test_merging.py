"""Which accounts are one contact and which are two: each case in three languages and across."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elshi.chronicle import Contact, grown
from elshi.chronicle.gaps import gaps
from elshi.records import Reading
from made import (
    ALIYEV,
    ASHIMBAYEV,
    BIDEN,
    BLINKEN,
    JAPAROV,
    KISHIDA,
    MATVIYENKO,
    MIRZIYOYEV,
    NURTLEU,
    PAIRS,
    PUTIN,
    TILEUBERDI,
    TOKAYEV,
    XI,
    Told,
    report,
    told,
)

both = pytest.mark.parametrize(("one", "other"), PAIRS)


def contacts(*readings: Reading) -> list[Contact]:
    return grown(readings).contacts()


def sizes(*readings: Reading) -> list[int]:
    """How many accounts each contact has."""
    return sorted(len(contact.accounts) for contact in contacts(*readings))


TALKS = told("meeting", TOKAYEV, BLINKEN, when="2023-02-28", country="KZ")


@both
def test_talks_told_by_two_outlets_are_one(one: str, other: str) -> None:
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, TALKS, published="2023-03-01", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_surname_only_and_no_post(one: str, other: str) -> None:
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, replace(TALKS, bare=True), published="2023-03-01", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_a_man_without_a_state_is_known_by_his_name(one: str, other: str) -> None:
    talks = told("meeting", PUTIN, TOKAYEV)
    a = report(one, talks, published="2024-11-27", outlet="А")
    b = report(other, replace(talks, sideless=(PUTIN,)), published="2024-11-28", outlet="Б")
    c = report(one, replace(talks, sideless=(PUTIN, TOKAYEV)), published="2024-11-27", outlet="В")
    assert sizes(a, b, c) == [3]


@both
def test_of_two_men_without_a_state_one_is_not_enough(one: str, other: str) -> None:
    talks = told("meeting", PUTIN, TOKAYEV, sideless=(PUTIN, TOKAYEV))
    a = report(one, talks, published="2024-11-27", outlet="А")
    others = replace(talks, who=(PUTIN, ALIYEV), sideless=(PUTIN, ALIYEV))
    b = report(other, others, published="2024-11-27", outlet="Б")
    assert sizes(a, b) == [1, 1]


def test_an_outlet_tells_a_call_as_news_once() -> None:
    call = told("call", TOKAYEV, BIDEN)
    a = report("ru", call, published="2024-05-10", outlet="А")
    next_day = report("ru", call, published="2024-05-11", outlet="А")
    elsewhere = report("en", call, published="2024-05-11", outlet="Б")
    assert sizes(a, next_day) == [1, 1]
    assert sizes(a, elsewhere) == [2]


@both
def test_calls_told_days_apart_are_two(one: str, other: str) -> None:
    talks = told("call", TOKAYEV, BLINKEN)
    a = report(one, talks, published="2023-02-28", outlet="А")
    b = report(other, talks, published="2023-03-02", outlet="Б")
    c = report(other, talks, published="2023-03-03", outlet="В")
    assert sizes(a, b) == [2]
    assert sizes(a, c) == [1, 1]


@both
def test_an_announced_summit_and_the_summit(one: str, other: str) -> None:
    plan = told("conference", XI, when="2024-07-04", status="planned", forum="SCO summit")
    held = told("conference", XI, forum="SCO summit", country="KZ")
    a = report(one, plan, published="2024-07-01", outlet="А")
    b = report(other, held, published="2024-07-04", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_talks_of_a_minister_on_the_same_day_are_others(one: str, other: str) -> None:
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, replace(TALKS, who=(TILEUBERDI, BLINKEN)), published="2023-02-28", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_same_men_same_day_in_two_roles(one: str, other: str) -> None:
    """Speakers who meet as such, and as heads of the assembly's council and its committee."""
    as_speakers = told(
        "meeting", ASHIMBAYEV, MATVIYENKO, when="2024-03-28",
        posts={
            "Maulen Ashimbayev": ("Speaker", "speaker of parliament", "parliament.upper"),
            "Valentina Matviyenko": ("Speaker", "speaker of parliament", "parliament.upper"),
        },
    )  # fmt: skip
    as_heads = replace(
        as_speakers,
        posts={
            "Maulen Ashimbayev": ("Chair", "senior official", "assembly.committee"),
            "Valentina Matviyenko": ("Chair", "senior official", "assembly.council"),
        },
    )
    a = report(one, as_speakers, published="2024-03-28", outlet="А")
    b = report(other, as_heads, published="2024-03-28", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_one_report_tells_the_two_roles_apart_and_both_find_theirs(one: str, other: str) -> None:
    talks = told("meeting", TOKAYEV, PUTIN, when="2024-11-27", country="KZ")
    session = replace(talks, forum="CSTO summit")
    a = report(one, talks, session, published="2024-11-27", outlet="А")
    b = report(other, talks, session, published="2024-11-28", outlet="Б")
    assert sizes(a, b) == [2, 2]


@both
def test_a_visit_and_the_talks_in_it(one: str, other: str) -> None:
    visit = told("visit", PUTIN, when="2024-11-27/2024-11-28", country="KZ", city="-")
    talks = told("meeting", TOKAYEV, PUTIN, when="2024-11-27", country="KZ")
    a = report(one, visit, talks, published="2024-11-27", outlet="А")
    b = report(other, visit, talks, published="2024-11-28", outlet="Б")
    found = contacts(a, b)
    assert [(c.kind, len(c.accounts)) for c in found] == [("meeting", 2), ("visit", 2)]


@both
def test_a_visit_by_its_first_day_and_by_its_days(one: str, other: str) -> None:
    days = told("visit", PUTIN, when="2024-11-27/2024-11-28", country="KZ", city="-")
    first = told("visit", PUTIN, when="2024-11-27", country="KZ", city="-")
    a = report(one, days, published="2024-11-28", outlet="А")
    b = report(other, first, published="2024-11-27", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_a_summit_with_ten_bilaterals(one: str, other: str) -> None:
    heads = (TOKAYEV, PUTIN, XI, ALIYEV, MIRZIYOYEV)
    summit = told("conference", *heads, when="2024-07-04", country="KZ", forum="SCO")
    pairs = [
        told("meeting", a, b, when="2024-07-03", country="KZ", forum="SCO")
        for n, a in enumerate(heads)
        for b in heads[n + 1 :]
    ]
    reports = [
        report(lang, summit, *pairs, published="2024-07-04", outlet=outlet)
        for lang, outlet in ((one, "А"), (other, "Б"))
    ]
    assert sizes(*reports) == [2] * 11


@both
def test_a_call_told_on_two_days_because_of_time_zones(one: str, other: str) -> None:
    """Evening in Washington is the next morning in Astana."""
    call = told("call", TOKAYEV, BIDEN, when="2024-05-10")
    a = report(one, call, published="2024-05-10", outlet="А")
    b = report(other, replace(call, when="2024-05-11"), published="2024-05-11", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_calls_of_neighbours_on_two_days_are_two(one: str, other: str) -> None:
    """Moscow and Baku share the clock nearly: two dates mean two calls."""
    call = told("call", PUTIN, ALIYEV, when="2024-12-28")
    a = report(one, call, published="2024-12-28", outlet="А")
    b = report(other, replace(call, when="2024-12-29"), published="2024-12-29", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_two_calls_that_one_report_tells_of_stay_two(one: str, other: str) -> None:
    call = told("call", TOKAYEV, BIDEN, when="2024-05-10")
    again = replace(call, when="2024-05-11")
    a = report(one, call, again, published="2024-05-11", outlet="А")
    b = report(other, again, published="2024-05-11", outlet="Б")
    assert sizes(a, b) == [1, 2]


PLAN = told("visit", KISHIDA, when="2024-08-10", status="planned", country="KZ", city="-")


@both
def test_planned_then_cancelled(one: str, other: str) -> None:
    a = report(one, PLAN, published="2024-08-01", outlet="А")
    b = report(other, replace(PLAN, status="cancelled"), published="2024-08-09", outlet="Б")
    (contact,) = contacts(a, b)
    assert contact.status == "cancelled"
    assert len(contact.accounts) == 2


@both
def test_planned_then_held(one: str, other: str) -> None:
    plan = told("visit", XI, when="2024-07-02/2024-07-04", status="planned", country="KZ", city="-")
    a = report(one, plan, published="2024-06-30", outlet="А")
    b = report(
        other, replace(plan, status="held", when="2024-07-02"), published="2024-07-02", outlet="Б"
    )
    (contact,) = contacts(a, b)
    assert contact.status == "held"


@both
def test_planned_for_the_month_then_held(one: str, other: str) -> None:
    plan = told("visit", XI, when="2024-07", status="planned", country="KZ", city="-")
    held = replace(plan, status="held", when="2024-07-02/2024-07-04")
    a = report(one, plan, published="2024-05-30", outlet="А")
    b = report(other, held, published="2024-07-04", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_held_and_cancelled_on_one_day_are_not_merged(one: str, other: str) -> None:
    a = report(one, replace(PLAN, status="held"), published="2024-08-10", outlet="А")
    b = report(other, replace(PLAN, status="cancelled"), published="2024-08-09", outlet="Б")
    assert sizes(a, b) == [1, 1]


RECALL = told("meeting", TOKAYEV, BIDEN, when="2023-09", role="recalled")


@both
def test_recalled_by_month_meets_its_first_hand_account(one: str, other: str) -> None:
    news = told("meeting", TOKAYEV, BIDEN, when="2023-09-19", country="US", city="New York")
    a = report(one, news, published="2023-09-19", outlet="А")
    b = report(other, RECALL, published="2024-03-26", outlet="Б")
    (contact,) = contacts(a, b)
    assert contact.edtf == "2023-09-19"
    assert not contact.recalled


@both
def test_recalled_by_month_joins_none_of_two(one: str, other: str) -> None:
    """Two meetings that month: the recollection may mean either, and says so."""
    news = told("meeting", TOKAYEV, BIDEN, when="2023-09-05", country="US", city="-")
    later = replace(news, when="2023-09-19")
    a = report(one, news, published="2023-09-05", outlet="А")
    b = report(one, later, published="2023-09-19", outlet="Б")
    c = report(other, RECALL, published="2024-03-26", outlet="В")
    found = contacts(a, b, c)
    assert sorted(len(contact.accounts) for contact in found) == [1, 1, 1]
    assert [len(contact.maybe) for contact in found if contact.recalled] == [2]


@both
def test_recalled_and_never_reported_is_a_gap(one: str, other: str) -> None:
    a = report(one, RECALL, published="2024-03-26", outlet="А")
    b = report(other, RECALL, published="2024-03-27", outlet="Б")
    found = gaps(contacts(a, b))
    assert [(c.edtf, len(c.accounts)) for c in found.contacts] == [("2023-09", 2)]


@both
def test_other_years_never_meet(one: str, other: str) -> None:
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, replace(TALKS, when="2024-02-28"), published="2024-02-28", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_a_city_as_another_language_writes_it(one: str, other: str) -> None:
    talks = told("conference", MIRZIYOYEV, JAPAROV, when="2025-04-04", country="UZ")
    a = report(one, replace(talks, city="Самарқан"), published="2025-04-05", outlet="А")
    b = report(other, replace(talks, city="Самарканд"), published="2025-04-05", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_other_cities_part(one: str, other: str) -> None:
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, replace(TALKS, country="US"), published="2023-02-28", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_talks_of_two_are_not_talks_of_three(one: str, other: str) -> None:
    three = replace(TALKS, who=(TOKAYEV, BLINKEN, JAPAROV))
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, three, published="2023-02-28", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_a_summit_of_which_each_names_some(one: str, other: str) -> None:
    heads = (TOKAYEV, MIRZIYOYEV, JAPAROV, BIDEN)
    summit = told("conference", *heads, when="2023-09-19", forum="C5+1")
    fewer = replace(summit, who=heads[1:])
    a = report(one, summit, published="2023-09-20", outlet="А")
    b = report(other, fewer, published="2023-09-20", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_one_man_alone_goes_to_many_summits(one: str, other: str) -> None:
    """No other side and no forum that both know: only the day, or one week's news, tells."""
    plan = told("conference", XI, status="planned", forum="Форум", unknown=True)
    a = report(one, plan, published="2024-07-01", outlet="А")
    b = report(other, plan, published="2024-07-29", outlet="Б")
    again = report(other, plan, published="2024-07-02", outlet="В")
    assert sizes(a, again) == [2]
    assert sizes(a, b) == ([2] if one == other else [1, 1])


@both
def test_sessions_of_one_day_that_name_other_men(one: str, other: str) -> None:
    a = report(one, told("conference", TOKAYEV, when="2024-07-04"), published="2024-07-04")
    b = report(other, told("conference", NURTLEU, when="2024-07-04"), published="2024-07-05")
    assert sizes(a, b) == [1, 1]


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_the_fourteenth_forum_is_not_the_fifteenth(lang: str) -> None:
    plan = told("conference", XI, BIDEN, status="planned", forum="14 Форум", unknown=True)
    a = report(lang, plan, published="2024-07-01", outlet="А")
    b = report(lang, replace(plan, forum="15 Форум"), published="2024-07-02", outlet="Б")
    c = report(lang, replace(plan, forum="Форум"), published="2024-07-03", outlet="В")
    assert sizes(a, b) == [1, 1]
    assert sizes(a, c) == [2]


@both
def test_a_second_meeting_after_the_news_conference(one: str, other: str) -> None:
    talks = told("meeting", PUTIN, TOKAYEV)
    plan = replace(talks, when="2024-11-27", status="planned")
    again = replace(talks, after="news conference")
    a = report(one, plan, published="2024-11-26", outlet="А")
    b = report(other, talks, published="2024-11-27", outlet="А")
    c = report(one, again, published="2024-11-27", outlet="А")
    assert sizes(a, b, c) == [1, 2]
    assert sizes(c, report(other, again, published="2024-11-27", outlet="Б")) == [2]


@both
def test_a_signing_of_two_states_announced_and_held(one: str, other: str) -> None:
    plan = told("signing", PUTIN, ALIYEV, when="2022-02-22", status="planned", country="RU")
    held = told("signing", country="RU", states=("RU", "AZ"))
    a = report(one, plan, published="2022-02-21", outlet="А")
    b = report(other, held, published="2022-02-22", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_talks_that_a_report_dates_in_one_place_only(one: str, other: str) -> None:
    """The lead dates nothing, the speech below says «today»: one contact, told twice."""
    talks = told("meeting", PUTIN, TOKAYEV)
    a = report(one, talks, replace(talks, when="2024-11-27"), published="2024-11-27", outlet="А")
    b = report(other, replace(talks, when="2024-11-27"), published="2024-11-27", outlet="Б")
    assert sizes(a, b) == [3]


@both
def test_what_is_ahead_at_the_talks_is_the_talks(one: str, other: str) -> None:
    """«We have a lot to discuss today», says the host whom the report quotes."""
    talks = told("meeting", PUTIN, TOKAYEV)
    ahead = replace(talks, when="2024-11-27", status="planned", role="recalled")
    a = report(one, talks, ahead, published="2024-11-27", outlet="А")
    b = report(other, talks, published="2024-11-27", outlet="Б")
    assert sizes(a, b) == [3]


@both
def test_the_successor_in_the_same_post_is_another_man(one: str, other: str) -> None:
    a = report(one, replace(TALKS, who=(TILEUBERDI, BLINKEN)), published="2023-02-28", outlet="А")
    b = report(other, replace(TALKS, who=(NURTLEU, BLINKEN)), published="2023-02-28", outlet="Б")
    assert sizes(a, b) == [1, 1]


@both
def test_undated_news_of_the_day_meets_the_dated(one: str, other: str) -> None:
    a = report(one, TALKS, published="2023-02-28", outlet="А")
    b = report(other, replace(TALKS, when=""), published="2023-03-01", outlet="Б")
    assert sizes(a, b) == [2]


@both
def test_a_letter_is_no_call(one: str, other: str) -> None:
    call = told("call", TOKAYEV, BIDEN, when="2024-05-10")
    a = report(one, call, published="2024-05-10", outlet="А")
    b = report(other, replace(call, kind="message"), published="2024-05-10", outlet="Б")
    assert sizes(a, b) == [1, 1]


def test_vague_chains_do_not_join_what_differs() -> None:
    """A year that fits two months joins neither, and the two stay two."""
    spring = told("meeting", TOKAYEV, PUTIN, when="2024-05", role="recalled")
    autumn = replace(spring, when="2024-11")
    year = replace(spring, when="2024")
    parts: list[Told] = [spring, autumn, year]
    reports = [
        report("ru", part, published="2025-01-10", outlet=f"И{n}") for n, part in enumerate(parts)
    ]
    assert sizes(*reports) == [1, 1, 1]
