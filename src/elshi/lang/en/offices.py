"""What a post phrase says: the title as written, its rung, its institution and its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from elshi.lang.en.holders import plural
from elshi.lang.en.morph import fold, singular
from elshi.lang.en.phrase import ACTING, DROPPED, FORMER, Phrase, Title
from elshi.ontology.levels import LEVELS, rank
from elshi.pack import Token
from elshi.records import Level, Mention, Office, Span

_DEPUTY = frozenset(["deputy", "vice", "assistant", "associate", "first", "under-secretary", "sub"])
_SENIOR: Level = "senior official"
_BELOW: dict[Level, Level] = {
    "head of state": _SENIOR,
    "head of government": "minister",
    "foreign minister": _SENIOR,
    "minister": _SENIOR,
    "speaker of parliament": "parliamentarian",
    "ambassador": "official",
}
_CHAMBERS = frozenset(
    [
        "senate",
        "mazhilis",
        "majilis",
        "duma",
        "parliament",
        "bundestag",
        "bundesrat",
        "knesset",
        "sejm",
        "seimas",
        "saeima",
        "riigikogu",
        "rada",
        "majlis",
        "mejlis",
        "khural",
        "congress",
        "legislature",
        "cortes",
        "storting",
        "riksdag",
        "folketing",
        "eduskunta",
        "althingi",
        "diet",
        "kenesh",
    ]
)
_CHAMBER_PAIRS = frozenset(
    (
        ("federation", "council"),
        ("national", "assembly"),
        ("legislative", "chamber"),
        ("parliamentary", "assembly"),
        ("house", "of"),
        ("people's", "congress"),
        ("chamber", "of"),
    )
)
_PARTS = frozenset(["committee", "commission", "subcommittee", "group", "faction", "caucus"])
_CHAIRS = frozenset(
    ["chairman", "chairwoman", "chairperson", "chair", "president", "head", "speaker", "leader"]
)
_MEMBERS = frozenset(["member", "deputy", "representative"])
_AFTER_ABROAD = frozenset(["to", "in", "for", "on", "at", "with", "against"])
# The office exists under this name in one state only.
_IMPLIED = {
    "secretary of state": "US",
    "congressman": "US",
    "congresswoman": "US",
    "pope": "VA",
    "pontiff": "VA",
}


def office(
    phrase: Phrase, tokens: Sequence[Token], marks: Sequence[Mention], holders: int
) -> list[Office]:
    """The office of a phrase; one for each side of «the presidents of X and Y»."""
    sides = _sides(phrase, tokens, marks)
    many = plural(phrase, tokens)
    inside = _institution(phrase, tokens, marks) or _governed(phrase, tokens, marks)
    read = Office(
        title=value(owned(phrase, tokens, marks), tokens),
        level=_level(phrase, tokens, sides),
        institution=inside.value if inside else None,
        institution_span=inside.span if inside else None,
        former=_before(phrase, tokens, FORMER),
        acting=_before(phrase, tokens, ACTING) or _says(phrase, tokens, ACTING | {"a.i."}),
        plural=many,
        vague=inside is None and _only_leads(phrase, tokens),
    )
    if many and len(sides) > 1 and holders in {0, len(sides)}:
        return [_of_side(read, side, phrase, tokens) for side in sides]
    side, span = sides[0] if sides else (_implied(phrase, tokens), _span(tokens, phrase))
    return [replace(read, side=side, side_span=span if side else None)]


def _governed(phrase: Phrase, tokens: Sequence[Token], marks: Sequence[Mention]) -> Mention | None:
    """The city or the region of «Mayor of Almaty»: he speaks for it, and not for its state."""
    span = _span(tokens, phrase)
    return next((m for m in marks if m.kind == "place" and span.covers(m.span)), None)


def _of_side(
    read: Office, side: tuple[str, Span], phrase: Phrase, tokens: Sequence[Token]
) -> Office:
    """One of several offices that a phrase names together: «president | of Uzbekistan»."""
    title = Phrase(phrase.first, phrase.titles[0].after, phrase.titles)
    own = " ".join(token.text for token in tokens if side[1].covers(token.span))
    behind = side[1].start >= tokens[title.after - 1].span.end
    bare = replace(title, first=phrase.titles[0].first)
    words = f"{value(title, tokens)} of {own}" if behind else f"{own} {value(bare, tokens)}"
    return replace(read, title=words, side=side[0], side_span=side[1])


def owned(phrase: Phrase, tokens: Sequence[Token], marks: Sequence[Mention]) -> Phrase:
    """With whose post it is before it: «Kazakhstan's | President»; as it is where nobody's."""
    first = _possessor(phrase, tokens)
    at = phrase.first - 1
    if first == phrase.first or fold(tokens[at].text) in DROPPED - ACTING:
        return phrase
    before = Span(tokens[first].span.start, tokens[at].span.end)
    sides = [m for m in marks if before.covers(m.span) and (m.kind == "state" or m.side)]
    sides += [m for m in marks if before.covers(m.span) and m.rule.startswith("gazetteer.org")]
    return replace(phrase, first=first) if sides else phrase


def value(phrase: Phrase, tokens: Sequence[Token]) -> str:
    """The phrase as the text writes it, its title in the singular."""
    title = phrase.titles[0]
    parts: list[str] = []
    end = tokens[phrase.first].span.start
    for index in range(phrase.first, phrase.after):
        token = tokens[index]
        gap = " " if token.span.start > end and parts else ""
        is_title = title.first <= index < title.after and plural(phrase, tokens)
        parts += [gap, _one(token.text) if is_title else token.text]
        end = token.span.end
    return "".join(parts)


def _one(word: str) -> str:
    """The singular, with the capital that the word has."""
    form = singular(fold(word))
    return word if form == fold(word) else word[0] + form[1:]


def _span(tokens: Sequence[Token], phrase: Phrase) -> Span:
    return Span(tokens[phrase.first].span.start, tokens[phrase.after - 1].span.end)


def _before(phrase: Phrase, tokens: Sequence[Token], wanted: frozenset[str]) -> bool:
    """Whether one of these words stands right before the phrase: «the then-», «former»."""
    at = phrase.first - 1
    while at >= 0 and fold(tokens[at].text) in DROPPED | ACTING | {"-"}:
        if fold(tokens[at].text) in wanted:
            return True
        at -= 1
    return fold(tokens[phrase.first].text).startswith(("ex-", "then-")) and "then-" in wanted


def _only_leads(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """«the Kazakh leader»: whoever rules a state, and no office of it."""
    said = [fold(t.text) for title in phrase.titles for t in tokens[title.first : title.after]]
    return said in (["leader"], ["leaders"])


def _says(phrase: Phrase, tokens: Sequence[Token], wanted: frozenset[str]) -> bool:
    return any(fold(token.text) in wanted for token in tokens[phrase.first : phrase.after])


def _level(
    phrase: Phrase, tokens: Sequence[Token], sides: Sequence[tuple[str, Span]]
) -> Level | None:
    """The highest rung of the phrase's titles."""
    rungs = [_rung(title, phrase, tokens, sides) for title in phrase.titles]
    return min(rungs, key=rank)


def _rung(
    title: Title, phrase: Phrase, tokens: Sequence[Token], sides: Sequence[tuple[str, Span]]
) -> Level:
    level = cast("Level", title.level)
    head = singular(fold(tokens[title.first].text))
    if head == "head" and _says(phrase, tokens, frozenset({"government"})):
        level = "head of government"
    elif _of_chamber(phrase, tokens):
        level = _in_chamber(level, head, whole=not _says(phrase, tokens, _PARTS))
    elif level == "head of state" and _of_body(title, phrase, tokens, sides):
        level = _SENIOR
    if _deputised(title, phrase, tokens):
        level = _BELOW.get(level, level)
    return level if level in LEVELS else "official"


def _in_chamber(level: Level, head: str, *, whole: bool) -> Level:
    """«Chairman of the Mazhilis», «head of a Senate committee», «deputy of the Mazhilis»."""
    if head in _CHAIRS and level in {_SENIOR, "head of state", "official"}:
        return "speaker of parliament" if whole else "parliamentarian"
    return "parliamentarian" if head in _MEMBERS else level


def _of_chamber(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether the phrase names a chamber as what the post belongs to."""
    forms = [fold(token.text) for token in tokens[phrase.first : phrase.after]]
    if {"apparatus", "office", "staff", "secretariat"} & set(forms):
        return False
    pairs = set(pairwise(forms))
    return bool(_CHAMBERS & set(forms) or _CHAMBER_PAIRS & pairs)


def _of_body(
    title: Title, phrase: Phrase, tokens: Sequence[Token], sides: Sequence[tuple[str, Span]]
) -> bool:
    """A president of something that is no state: «President of the European Council»."""
    start, end = tokens[phrase.first].span.start, tokens[phrase.after - 1].span.end
    if any(span.start >= start and span.end <= end and len(side) == 2 for side, span in sides):
        return bool(title.needs) and any(
            fold(t.text) not in {"of", "the", "republic", "state", "kingdom", "country"}
            and not any(span.covers(t.span) for _, span in sides)
            for t in tokens[title.after : phrase.after]
        )
    governed = phrase.after > title.after
    led = title.first > phrase.first and tokens[title.first - 1].text[0].isupper()
    return governed or led


def _deputised(title: Title, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    start = max((t.after for t in phrase.titles if t.after <= title.first), default=phrase.first)
    return any(fold(t.text) in _DEPUTY for t in tokens[start : title.first])


def _implied(phrase: Phrase, tokens: Sequence[Token]) -> str | None:
    """The side of an office that only one state has under this name."""
    said = " ".join(fold(token.text) for token in tokens[phrase.first : phrase.after])
    return next((side for title, side in _IMPLIED.items() if said.endswith(title)), None)


def _institution(
    phrase: Phrase, tokens: Sequence[Token], marks: Sequence[Mention]
) -> Mention | None:
    """The longest institution named within the phrase."""
    span = _span(tokens, phrase)
    inside = [m for m in marks if m.kind == "institution" and span.covers(m.span)]
    return max(inside, key=lambda m: m.span.end - m.span.start, default=None)


def _sides(
    phrase: Phrase, tokens: Sequence[Token], marks: Sequence[Mention]
) -> list[tuple[str, Span]]:
    """States and organisations for which the office is held, the best first.

    «US Ambassador to Kazakhstan» is US: what follows to, in, for, on is where, not whose.
    """
    start = _possessor(phrase, tokens)
    extent = Span(tokens[start].span.start, tokens[phrase.after - 1].span.end)
    abroad = _abroad(phrase, tokens)
    inside = [m for m in marks if extent.covers(m.span) and m.span.start < abroad]
    inside += [] if inside else _realm(phrase, tokens, marks)
    found = [(m.code, m.span) for m in inside if m.kind == "state"]
    found += [(m.code, m.span) for m in inside if m.rule.startswith("gazetteer.organisation")]
    found += [(m.side, m.span) for m in inside if m.kind == "institution" and m.side]
    found = found or [(m.code, m.span) for m in inside if m.kind == "place"]  # «Mayor of Almaty»
    kept: dict[str, Span] = {}
    for side, span in found:
        kept.setdefault(side, span)
    return list(kept.items())


def _realm(phrase: Phrase, tokens: Sequence[Token], marks: Sequence[Mention]) -> list[Mention]:
    """The state behind a sovereign's name: «King Felipe VI of Spain»."""
    if phrase.after - phrase.first > 1 or phrase.titles[0].level != "head of state":
        return []
    at = phrase.after
    while at < len(tokens) and tokens[at].text[0].isupper() and at - phrase.after < 4:
        at += 1
    if at == phrase.after or at + 1 >= len(tokens) or fold(tokens[at].text) != "of":
        return []
    near = tokens[at + 1].span
    return [m for m in marks if m.kind == "state" and m.span.start - near.start in {0, 4}]


def _possessor(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Where the possessor before the phrase begins: «Kazakhstan's | Foreign Minister»."""
    at = phrase.first - 1
    while at > 0 and fold(tokens[at].text) in DROPPED | ACTING:
        at -= 1
    if at <= 0 or fold(tokens[at].text) not in {"'s", "'"}:
        return phrase.first
    while (
        at and tokens[at - 1].text[0].isupper() and tokens[at - 1].sentence == tokens[at].sentence
    ):
        at -= 1
    return at


def _abroad(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Where the part of a phrase begins that says to whom or for what the office is."""
    last = phrase.titles[-1]
    for index in range(last.after, phrase.after):
        if fold(tokens[index].text) in _AFTER_ABROAD:
            return tokens[index].span.start
    return tokens[phrase.after - 1].span.end
