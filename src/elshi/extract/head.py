"""The head of a report: its headline (kept once), the line with date and rubric, and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from elshi.extract.lines import ends, headline_like, labels
from elshi.extract.outlets import named
from elshi.extract.stamp import Stamp, stamp
from elshi.extract.tables import rows
from elshi.text import fold

MENU = 30
"""Lines of a menu that may stand between a page's title and its headline."""
DEPTH = 15
"""Lines among which the headline and the date line are looked for."""
FEW = 4
"""Words of a line that may be the name of a site or a rubric; a headline mostly has more."""

_NOT_WORDS = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"\s*[|/·•,>»→:()]\s*|\s+[-–—]\s+|\s{2,}")
_SUFFIX = re.compile(r"\s+[|–—:/·•-]+\s+")
_BYLINE = re.compile(r"By [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}")
_CAPTION = re.compile(r"\s*[(.]?\s*(?:©\s*)?(?:Фото|Сурет|Photo|Видео|Video|Image)\b")
_CLOCK_ONLY = re.compile(
    r"(?:\d{1,2}[ .-]+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.? \d{1,2})?[\s,|•-]*(?:\d{1,2}:\d\d)"
    r"(?:[\s(]*(?:мск|msk|(?:utc|gmt)(?:[+-]\d+)?)[\s)msk]*)?"
)
"""A date line that says no year («Сегодня, 12:26», "27 Nov. 18:20"): it dates nothing."""
_VISIT = re.compile(r"(?:today|сегодня|бүгін)\b", re.IGNORECASE)
"""Above the headline: the day on which the page was saved."""
_COUNTERS = re.compile(
    r"\b\d+\b|\b(?:просмотр\w*|views?|қаралым\w*|пікір|талқы|рет|мин\w*|min\w*|read|comments?)\b"
)
_AGO = re.compile(r"\b(?:назад|ago|бұрын|осыдан)\b")


@dataclass(frozen=True, slots=True)
class Layout:
    """A report taken apart: headline, date line, and the paragraphs below them."""

    title: str | None
    rule: str
    """How the headline was known."""
    dateline: str | None
    stamp: Stamp | None
    rubric: str | None
    """A rubric that stands on no date line (in the menu above, on a line of its own)."""
    outlet: str | None
    """The outlet named beside the headline («Заголовок – Казинформ»)."""
    body: tuple[str, ...]


MENU_OF = 3
"""So many rubrics on one line are the menu of the site."""


@cache
def rubrics() -> dict[str, str]:
    """Folded rubric → the rubric."""
    names = (name for row in rows("rubrics.tsv") for name in row["names"].split("|"))
    return {fold(name): name for name in names}


def rubric_in(line: str) -> str | None:
    """The last rubric among the parts of a line of date or path; a menu of many names none."""
    rest = _COUNTERS.sub(" ", fold(line))
    whole = _NOT_WORDS.sub(" ", rest).strip()
    parts = [whole, *(part.strip() for part in _PARTS.split(line.lower()))]
    found = [part for part in parts if fold(part) in rubrics()]
    return found[-1] if found and len(set(found)) < MENU_OF else None


def same(one: str, other: str) -> bool:
    """Whether two lines say the same words."""
    return _bare(one) == _bare(other)


def _bare(line: str) -> str:
    return _NOT_WORDS.sub(" ", fold(line)).strip()


def laid_out(lines: Sequence[str], *, title: str, english: bool) -> Layout:
    """The parts of a report, given its lines and the headline that the input states, if any."""
    at, until, rule = _headline(lines, title)
    headline = _without_site(lines, at, until, title) if at is not None else None
    dated = _dateline(lines, at, english)
    above = (
        [] if at is None else [line for line in lines[:at] if line != (dated and lines[dated[0]])]
    )
    body = _body(lines, at, until, dated[0] if dated else None)
    rubric, paragraphs = _rubric(above, body)
    return Layout(
        headline,
        rule,
        lines[dated[0]] if dated else None,
        dated[1] if dated else None,
        rubric,
        _site(lines, at, until),
        paragraphs,
    )


def _headline(lines: Sequence[str], title: str) -> tuple[int | None, int, str]:
    """Where the headline stands, where its repetition ends, and how it was known."""
    if title:
        return _given_headline(lines, title)
    begun = [line[:8].lower() for line in lines[: DEPTH + 8]]
    if len(set(begun)) == len(begun):
        return _first_headline(lines)
    for first, begins in enumerate(begun[:DEPTH]):
        if sum(map(_tells, lines[:first])) > 1:
            break  # what stands twice below the report is the headline of another
        for second in range(first + 1, min(len(begun), first + MENU)):
            if begins == begun[second] and _repeats(lines[first], lines[second]):
                return first, second + 1, "headline twice"
    return _first_headline(lines)


def _given_headline(lines: Sequence[str], title: str) -> tuple[int | None, int, str]:
    places = [number for number, line in enumerate(lines[:DEPTH]) if same(line, title)]
    if not places or sum(len(line) > 250 for line in lines[: places[0]]):
        return None, 0, "given title"
    return places[0], places[-1] + 1 if places[-1] - places[0] < 4 else places[0] + 1, "given title"


def _repeats(line: str, other: str) -> bool:
    """The same headline again, perhaps once with the site's name after it."""
    if line.count(" ") < 2 or len(line) > 300 or len(line) < 15:
        return False
    if same(line, other):
        return True
    short, long = sorted((line, other), key=len)
    rest = long.removeprefix(short)
    if len(short) < 15 or rest == long:
        return False
    return bool(_CAPTION.match(rest)) or (len(rest) <= 60 and bool(_SUFFIX.match(rest)))


def _first_headline(lines: Sequence[str]) -> tuple[int | None, int, str]:
    """The first line that looks like one, above a paragraph that is a sentence."""
    for number, line in enumerate(lines[:DEPTH]):
        if (stamp(line) and _is_dateline(line)) or (line.count(" ") < 2 and not ends(line)):
            continue
        below = [each for each in lines[number + 1 : number + MENU] if len(each) > 60][:3]
        if headline_like(line) and any(map(_tells, below)):
            at = _longer(lines, number)
            return at, at + 1, "first line"
        return None, 0, "no headline"
    return None, 0, "no headline"


def _longer(lines: Sequence[str], at: int) -> int:
    """A few words above a longer headline («Local Time», «Press centre of …») are the page's."""
    if not _few(lines[at]):
        return at
    for number, line in enumerate(lines[at + 1 : at + DEPTH], start=at + 1):
        if _tells(line):
            return at
        if headline_like(line) and not _few(line) and not stamp(line):
            return number
    return at


def _few(line: str) -> bool:
    """Whether a line has no more words than the name of a site; figures are none."""
    return len(_LETTERS.findall(line)) <= FEW


def _tells(line: str) -> bool:
    """Whether a line is a sentence of a report."""
    return ends(line) and len(line) > 60


def _without_site(lines: Sequence[str], at: int, until: int, title: str) -> str:
    """The shorter of the headline's two forms: «Заголовок – Казинформ» loses the site."""
    forms = [line for line in lines[at:until] if same(line, lines[at]) or _repeats(line, lines[at])]
    return min([lines[at], *forms], key=len) if not title else lines[at]


def _site(lines: Sequence[str], at: int | None, until: int) -> str | None:
    if at is None:
        return None
    short, long = min(lines[at:until], key=len), max(lines[at:until], key=len)
    rest = _SUFFIX.split(long.removeprefix(short))[-1].strip()
    return rest if long.startswith(short) and rest and named(rest) else None


def _dateline(lines: Sequence[str], at: int | None, english: bool) -> tuple[int, Stamp] | None:
    """The line that dates the report: near the headline, or else at the very end."""
    start = at or 0
    near = [*range(start, min(len(lines), start + DEPTH)), *reversed(range(start))]
    for number in [*near, *range(max(start, len(lines) - 4), len(lines))]:
        visited = number < start and _VISIT.match(lines[number])
        if len(lines[number]) <= 160 and not visited and _is_dateline(lines[number]):
            found = stamp(lines[number], english=english)
            if found:
                return None if _of_others(lines, start, number) else (number, found)
    return None


def _of_others(lines: Sequence[str], start: int, at: int) -> bool:
    """Whether a date line stands below the report in a list of others, each with its own."""
    if not any(map(_tells, lines[start:at])):
        return False
    return sum(map(_is_dateline, lines[at:])) > 1


def _undated(line: str) -> bool:
    """Whether a line is a clock with a day of no year, or with the day of the visit to the site."""
    bare = labels().sub("", fold(line)).strip(" ,|•:-")
    return len(line) <= 60 and bool(bare) and bool(_CLOCK_ONLY.fullmatch(bare))


def _is_dateline(line: str) -> bool:
    """A date with a few words beside it: rubric, city, author, counters; no sentence."""
    if not any(map(str.isdigit, line)):
        return False
    found = stamp(line)
    if found is None:
        return False
    rest = line[: found.span.start] + " " + line[found.span.end :]
    rest = _COUNTERS.sub(" ", labels().sub(" ", fold(rest)))
    words = _NOT_WORDS.sub(" ", rest).split()
    return len(words) <= (6 if found.clock else 4) and not re.search(
        r"[а-яa-zәіңғүұқөһ]\.$", rest.strip()
    )


def _body(lines: Sequence[str], at: int | None, until: int, dated: int | None) -> list[str]:
    """The paragraphs: all below the headline, and above it only what is no menu."""
    above = [line for line in lines[: at or 0] if len(line) > 250 and ends(line)]
    start = 0 if at is None else at + 1
    title = lines[at] if at is not None else ""
    below = [
        line
        for number, line in enumerate(lines[start:], start=start)
        if number != dated
        and not (number < until and _repeats_title(line, title))
        and not (number < start + DEPTH and _date_again(line))
    ]
    return above + below


def _date_again(line: str) -> bool:
    """A second date line near the head, one that says no year, or the line of the author."""
    if _BYLINE.fullmatch(line):
        return True
    return len(line) <= 120 and (_undated(line) or (_is_dateline(line) and not ends(line)))


def _repeats_title(line: str, title: str) -> bool:
    return same(line, title) or _repeats(line, title)


def _rubric(above: Sequence[str], body: list[str]) -> tuple[str | None, tuple[str, ...]]:
    """A rubric from the lines above the headline or the short lines right below it."""
    for number, line in enumerate(body[:4]):
        if len(line) <= 60 and (found := rubric_in(line)):
            return found, (*body[:number], *body[number + 1 :])
        if len(line) > 60:
            break
    found = next(
        (name for line in reversed(above) if len(line) <= 120 and (name := rubric_in(line))), None
    )
    return found, tuple(body)
