"""What a Kazakh post says: the office in the nominative, its rung, its house, whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from elshi.lang.kk.morph import SOUNDS, nouns
from elshi.ontology.levels import higher, rank
from elshi.pack import Parsed, Token
from elshi.records import Level, Mention, Office, Span
from elshi.text import fold
from elshi.turkic import class_of, harmony_of, realise

LEVELS: dict[str, Level] = {level: level for level in get_args(Level)}


@dataclass(frozen=True, slots=True)
class Title:
    """A row of the table of titles."""

    form: str
    level: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A title in the text: tokens [start, end) with what owns it, the title itself from `at`."""

    start: int
    at: int
    end: int
    titles: tuple[Title, ...]
    """The rows of its form: what it is depends on what owns it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A text with what was found in it, by token."""

    parsed: Parsed
    persons: dict[int, tuple[int, Mention]]
    """First token of a name → its last token and the name."""
    ends: dict[int, tuple[int, Mention]]
    """Last token of a state, house or place → its first token and the mention."""
    inside: frozenset[int]
    """Tokens of names."""


def office(
    seen: Seen, start: int, at: int, end: int, titles: Sequence[Title], plural: bool
) -> Office:
    """The office of one post phrase: tokens [start, end), the title itself from `at`."""
    owners = list(_owners(seen, start, end))
    side = _fixed(seen, titles[0], start, end) or _side(seen, owners) or _said(seen, start, at)
    house = _house(seen, owners, start, end)
    title = _row(seen, titles, owners, start=start, at=at)
    return Office(
        title=titles[0].form if plural else _title(seen, start, end),
        level=None if title is None else _level(seen, start, at, title, side),
        institution=house[0] if house else None,
        institution_span=house[1] if house else None,
        side=side[0] if side else None,
        side_span=side[1] if side else None,
        former=any(_is_former(t) for t in seen.parsed.tokens[start:end]),
        acting=fold(seen.parsed.tokens[end - 1].text) == "атқарушы",
        plural=plural,
    )


def _row(
    seen: Seen,
    titles: Sequence[Title],
    owners: Sequence[tuple[int, int, Mention]],
    *,
    start: int,
    at: int,
) -> Title | None:
    """Which row of its form is meant: «ел басшысы» of a state, «компания басшысы» of a body."""
    last = max((o for o in owners if o[1] < at), key=lambda o: o[1], default=None)
    state = last is not None and last[2].kind == "state" and last[1] == at - 1
    for title in titles:
        if (
            title.needs in {"", "us", "uk"}
            or title.needs.startswith("=")
            or (title.needs == "side" and state)
        ):
            return title
    return titles[-1] if titles[-1].needs == "body" and start < at else None


def _is_former(token: Token) -> bool:
    return fold(token.text) in {"бұрынғы", "экс"} or fold(token.text).startswith("экс-")


def _title(seen: Seen, start: int, end: int) -> str:
    """As written, without the case of its last word."""
    tokens = seen.parsed.tokens
    last = tokens[end - 1]
    text = seen.parsed.text
    kept = [
        text[t.span.start : tokens[n + 1].span.start]
        for n, t in enumerate(tokens[start : end - 1], start)
        if fold(t.text) != "жаңа"
    ]
    return " ".join(("".join(kept) + nominative(last)).split())


def nominative(token: Token) -> str:
    """A word without its case, in its own letters: «төрағасымен» → «төрағасы»."""
    folded = fold(token.text)
    found = [n for n in nouns(folded) if n.case == token.case and n.strict and n.case != "nom"]
    best = max(found, key=lambda n: (n.possessive == "his", len(n.base)), default=None)
    return token.text if best is None else token.text[: len(best.base)]


def _owners(seen: Seen, start: int, end: int) -> Iterator[tuple[int, int, Mention]]:
    for n in range(start, end):
        if n in seen.ends and seen.ends[n][0] >= start:
            yield seen.ends[n][0], n, seen.ends[n][1]


def _fixed(seen: Seen, title: Title, start: int, end: int) -> tuple[str, Span] | None:
    """The side that a title alone tells: «Рим Папасы» (`=VA` in the table)."""
    if not title.needs.startswith("="):
        return None
    tokens = seen.parsed.tokens
    return title.needs[1:], Span(tokens[start].span.start, tokens[end - 1].span.end)


def _side(seen: Seen, owners: Sequence[tuple[int, int, Mention]]) -> tuple[str, Span] | None:
    """Whose office it is: the state, house or organisation before it, not where it serves."""
    here = [
        m
        for _, last, m in owners
        if seen.parsed.tokens[last].case != "loc" and not _of_members(seen, last, m)
    ]
    for mention in sorted(here, key=lambda m: m.kind == "place"):
        code = mention.side or (
            mention.code if _is_side(mention) or mention.kind == "place" else ""
        )
        if code and code != "-":
            return code, mention.span
    return None


SAID = frozenset({"аталған", "осы", "сол", "бұл"})


def _said(seen: Seen, start: int, at: int) -> tuple[str, Span] | None:
    """«Кореяға барды. … аталған елдің Президенті»: of the state that was named last."""
    tokens = seen.parsed.tokens
    lands = [n for n in (at - 1, at) if n >= max(start, 1) and fold(tokens[n].text) == "елдің"]
    if not lands or fold(tokens[lands[0] - 1].text) not in SAID:
        return None
    before = [m for last, (_, m) in seen.ends.items() if last < at and m.kind == "state"]
    last = max(before, key=lambda m: m.span, default=None)
    return (last.code, last.span) if last and "-" not in last.code else None


def _of_members(seen: Seen, last: int, owner: Mention) -> bool:
    """«ТМД елдерінің министрлері»: of its states, not of the organisation."""
    after = seen.parsed.tokens[last + 1] if last + 1 < len(seen.parsed.tokens) else None
    states = after is not None and not {"ел", "мемлекет"}.isdisjoint(after.keys)
    return states and owner.rule.endswith("organisation")


def _is_side(mention: Mention) -> bool:
    return mention.kind == "state" or mention.rule.endswith("organisation")


def _house(
    seen: Seen, owners: Sequence[tuple[int, int, Mention]], start: int, end: int
) -> tuple[str, Span] | None:
    """The institution that the phrase names: «Парламенті Сенатының», «Қауіпсіздік Кеңесінің»."""
    houses = [(first, last, m) for first, last, m in owners if m.kind == "institution"]
    if houses:
        first, last = houses[0][0], houses[-1][1]
        tokens = seen.parsed.tokens
        text = seen.parsed.text[tokens[first].span.start : tokens[last].span.start]
        span = Span(tokens[first].span.start, tokens[last].span.end)
        return " ".join((text + nominative(tokens[last])).split()), span
    return None


def _level(
    seen: Seen, start: int, at: int, title: Title, side: tuple[str, Span] | None
) -> Level | None:
    level = LEVELS[title.level]
    code = side[0] if side else ""
    if title.needs == "us":
        return level if code == "US" else LEVELS["senior official"] if code != "" else None
    if title.needs == "uk":
        return LEVELS["minister"] if code != "GB" else level
    if (level == "head of state" and code and len(code) > 2) or _former(seen, start, at):
        return LEVELS["senior official"]
    return level


def _former(seen: Seen, start: int, at: int) -> bool:
    return any(fold(t.text) == "тұңғыш" for t in seen.parsed.tokens[start:at])


def office_of_pair(seen: Seen, offices: Sequence[Office], pair: Sequence[object]) -> Office | None:
    """The office of a man with two titles: as written, at the higher rung of the two."""
    if not offices:
        return None
    made = offices[0]
    for n, other in enumerate(offices[1:], 1):
        gap = _gap(seen, pair[n - 1], pair[n])
        best = made if rank(made.level) <= rank(other.level) else other
        made = replace(
            best,
            title=made.title + gap + other.title,
            level=higher(made.level, other.level),
            side=_state_first(made, other).side,
            side_span=_state_first(made, other).side_span,
            institution=made.institution or other.institution,
            institution_span=made.institution_span or other.institution_span,
        )
    return made


def _state_first(one: Office, other: Office) -> Office:
    """Of an organisation's and a state's office the state's tells the side."""
    sided = [o for o in (one, other) if o.side]
    return next((o for o in sided if o.side and len(o.side) == 2), sided[0] if sided else one)


def _gap(seen: Seen, one: object, other: object) -> str:
    tokens = seen.parsed.tokens
    end, start = getattr(one, "end"), getattr(other, "start")  # noqa: B009
    return seen.parsed.text[tokens[end - 1].span.end : tokens[start].span.start]


def possessed(form: str) -> str:
    """A title as somebody's: «президент» → «президенті», «төраға» → «төрағасы»."""
    last = form.split()[-1]
    if any(n.possessive == "his" and n.strict for n in nouns(last)) and " " in form:
        return form
    ends = class_of(last, SOUNDS) or "vowel"
    shape = "сI" if ends == "vowel" else "I"
    return form + realise(shape, SOUNDS, last=ends, harmony=harmony_of(last, SOUNDS) or "front")
