"""Pictures tell no more than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from elshi.chronicle.records import Post, Term
from elshi.web.index.records import Dot
from elshi.web.pictures.bars import bars
from elshi.web.pictures.timeline import EACH, timeline
from elshi.web.pictures.world import lands, world

DAY = date(2023, 2, 28).toordinal()
MEETING = Dot(0, "contact-1", "meeting", "held", DAY, DAY, 0, "KZ", "minister")
UNTIL = date(2024, 1, 1)


def test_a_month_is_a_bar_and_a_day_is_not() -> None:
    first, last = date(2023, 9, 1).toordinal(), date(2023, 9, 30).toordinal()
    month = replace(MEETING, id="contact-2", first=first, last=last, rung=1)
    day, bar = timeline([MEETING, month], "en", UNTIL).bars
    assert bar.width > 3 * day.width
    assert "vague" in bar.look
    assert "vague" not in day.look


def test_contacts_of_one_day_stand_below_each_other() -> None:
    dots = [replace(MEETING, id=f"contact-{n}") for n in range(4)]
    line = timeline(dots, "en", UNTIL)
    assert len({bar.y for bar in line.bars}) == 4
    (lane,) = line.lanes
    assert all(lane.y <= bar.y < lane.end for bar in line.bars)
    assert line.height > lane.end


def test_a_day_without_others_is_drawn_in_its_year() -> None:
    (bar,) = timeline([MEETING], "en", UNTIL).bars
    assert 214 < bar.x < 500
    assert bar.width < 10


def test_what_has_no_date_is_counted_and_not_drawn() -> None:
    undated = replace(MEETING, first=0, last=0, rung=4)
    line = timeline([MEETING, undated], "en", UNTIL)
    assert len(line.bars) == 1
    assert line.undated == 1


def test_many_contacts_are_told_by_month() -> None:
    dots = [
        replace(MEETING, id=f"contact-{n}", first=DAY + n, last=DAY + n) for n in range(EACH + 1)
    ]
    line = timeline(dots, "ru", UNTIL)
    assert line.binned
    assert len(line.bars) < 20


def test_a_term_is_drawn_as_far_as_evidence_goes() -> None:
    term = Term(Post("KZ", "minister"), "person-1", "A", "министр", first=DAY, last=DAY + 400)
    longer = replace(term, start=DAY - 100)
    short, stated = bars([term, longer], "kk").bars
    assert stated.from_width > short.from_width
    assert stated.width == short.width


def test_the_area_of_a_disc_is_the_number_of_contacts() -> None:
    drawn = world([("KZ", 100), ("US", 25), ("", 3)])
    assert [disc.r for disc in drawn.discs] == [26.0, 13.0]
    assert drawn.nowhere == 3


def test_the_map_knows_the_states_of_the_trade() -> None:
    known = lands()
    assert {"KZ", "RU", "US", "CN", "DE", "FR", "UZ", "KG", "TJ", "TM", "TR", "JP"} <= set(known)
    assert all(known[code].path for code in ("KZ", "RU", "US", "CN"))
