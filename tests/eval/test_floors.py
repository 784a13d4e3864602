"""Floors: raising is free, lowering needs a reason, and the reason stays."""

from __future__ import annotations

from pathlib import Path

import pytest

import floors
from figures import Figure, Measured


def contacts(value: float, gold: str = "gold") -> Measured:
    return Measured("reports", (Figure("reports", "ru", "contacts", value),), gold)


def false_posts(value: float) -> Measured:
    figure = Figure("negatives", "ru", "false", value, lower=True)
    return Measured("negatives", (figure,), "gold")


def floor_of(*measured: Measured) -> floors.Floors:
    return floors.raised(floors.Floors(), measured)


@pytest.mark.parametrize(
    ("before", "after", "falls"),
    [
        pytest.param(0.90, 0.91, False, id="better"),
        pytest.param(0.90, 0.90, False, id="equal"),
        pytest.param(0.90, 0.8996, False, id="within rounding"),
        pytest.param(0.90, 0.8990, True, id="a thousandth worse"),
    ],
)
def test_a_figure_may_not_fall(before: float, after: float, falls: bool) -> None:
    assert bool(floors.falls(floor_of(contacts(before)), [contacts(after)])) == falls


def test_of_a_rate_of_errors_less_is_better() -> None:
    pinned = floor_of(false_posts(4.0))
    assert not floors.falls(pinned, [false_posts(2.0)])
    assert [fall.key for fall in floors.falls(pinned, [false_posts(5.0)])] == ["negatives/ru/false"]


def test_a_baseline_has_no_floor() -> None:
    theirs = Figure("times", "ru", "times", 0.4, system="dateparser")
    assert floor_of(Measured("times", (theirs,), "gold")).values == ()


def test_a_skipped_gate_falls_nowhere_and_keeps_its_floors() -> None:
    pinned = floor_of(contacts(0.9))
    skipped = [Measured("reports", skipped="no data")]
    assert floors.falls(pinned, skipped) == []
    assert floors.raised(pinned, skipped) == pinned


def test_raising_is_free() -> None:
    pinned = floors.raised(floor_of(contacts(0.9)), [contacts(0.95)])
    assert pinned.values == (("reports/ru/contacts", 0.95),)
    assert pinned.lowered == ()


def test_lowering_is_refused_without_a_reason() -> None:
    with pytest.raises(floors.Refused, match="reports/ru/contacts"):
        floors.raised(floor_of(contacts(0.9)), [contacts(0.8)])


def test_lowering_with_a_reason_keeps_the_reason() -> None:
    pinned = floors.raised(floor_of(contacts(0.9)), [contacts(0.8)], "gold corrected")
    assert pinned.values == (("reports/ru/contacts", 0.8),)
    assert pinned.lowered == ("reports/ru/contacts 0.9000 → 0.8000: gold corrected",)


def test_what_rounding_costs_does_not_sink_a_floor() -> None:
    pinned = floors.raised(floor_of(contacts(0.9)), [contacts(0.8996)])
    assert pinned.values == (("reports/ru/contacts", 0.9),)


def test_another_gold_is_told() -> None:
    found = floors.falls(floor_of(contacts(0.9)), [contacts(0.9, "another")])
    assert [fall.why for fall in found] == ["its gold has changed: look, then --update"]


def test_floors_of_both_runs_live_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    full, quick = floor_of(contacts(0.9)), floor_of(contacts(0.7))
    floors.save(path, floors.FULL, full)
    floors.save(path, floors.QUICK, quick)
    assert floors.load(path, floors.FULL) == full
    assert floors.load(path, floors.QUICK) == quick


def test_what_was_measured_last_is_kept_gate_by_gate(tmp_path: Path) -> None:
    path = tmp_path / "last.json"
    floors.keep(path, [contacts(0.9), false_posts(4.0)])
    floors.keep(path, [contacts(0.95), Measured("negatives", skipped="no data")])
    assert floors.kept_of(path) == [false_posts(4.0), contacts(0.95)]
