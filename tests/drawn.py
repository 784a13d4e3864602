"""Corpora and judgements drawn at random, for what must hold whatever comes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from elshi.chronicle import Growth, Judgement
from elshi.chronicle.judged import pointer
from elshi.records import Reading
from made import (
    ALIYEV,
    BIDEN,
    BLINKEN,
    LANGS,
    PUTIN,
    TILEUBERDI,
    TOKAYEV,
    XI,
    Told,
    report,
    told,
)

MEN = (TOKAYEV, PUTIN, BIDEN, BLINKEN, TILEUBERDI, ALIYEV, XI)
DATES = ("2024-11-27", "2024-11-28", "2024-11-27/2024-11-28", "2024-11", "2024-12", "2024", "")


@st.composite
def contacts(draw: st.DrawFn) -> Told:
    a, b = draw(st.lists(st.sampled_from(MEN), min_size=2, max_size=2, unique=True))
    made = told(
        draw(st.sampled_from(["meeting", "call", "visit", "conference"])),
        a,
        b,
        when=draw(st.sampled_from(DATES)),
        status=draw(st.sampled_from(["held", "held", "held", "planned", "cancelled"])),
        role=draw(st.sampled_from(["main", "main", "recalled"])),
        bare=draw(st.booleans()),
        sideless=draw(st.sampled_from([(), (), (a,), (a, b)])),
    )
    country = draw(st.sampled_from(["", "KZ", "RU"]))
    return replace(made, country=country) if made.kind != "call" else made


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    """A few reports of few men on few days, so that they often meet."""
    told_of = draw(st.lists(st.lists(contacts(), min_size=1, max_size=3), min_size=2, max_size=8))
    days = ("2024-11-27", "2024-11-28", "2024-12-30")
    return [
        report(
            draw(st.sampled_from(LANGS)), *each, published=draw(st.sampled_from(days)),
            outlet=f"Outlet {n}",
        )
        for n, each in enumerate(told_of)
    ]  # fmt: skip


@st.composite
def judgements(draw: st.DrawFn, growth: Growth) -> Judgement:
    entries = [entry for found in growth.read.values() for entry in found]
    a, b = (pointer(draw(st.sampled_from(entries))) for _ in range(2))
    at = draw(st.sampled_from(["2025-01-01T10:00", "2025-01-01T11:00"]))
    verb = draw(st.sampled_from(["same", "not-same", "drop", "correct"]))
    if verb in ("same", "not-same") and a != b:
        return Judgement(verb, a, b, at=at)  # type: ignore[arg-type]
    if verb == "correct":
        return Judgement("correct", a, field="when", value="2024-11-28", at=at)
    return Judgement("drop", a, at=at)
