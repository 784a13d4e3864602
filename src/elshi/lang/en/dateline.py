"""What stands around a report's own words: its dateline, and the agency that a sentence names.

BEIJING, Sept. 20 (Xinhua) -- | Chinese Foreign Minister Wang Yi held talks, | Xinhua reports.
place    day      agency   sign                                                agency
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_CAPITALS = r"[A-Z][A-Z’'\-]{2,}(?:[ /][A-Z][A-Z’'\-]+){0,3}"
_NAMED = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
_STATE = rf"(?:, {_NAMED}(?=[,.(]| \(| [-–—]))?"
_DAY = r"(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"(?:,? ?\([^()]{2,60}\)|\.? ?/[A-Za-z/ ]+/\.?|\. ?[A-Z]{4,}(?![a-z]))"
_SIGN = r"(?: ?(?:--|—|–|―|-|:))"
_DATELINE = re.compile(
    rf"\s*(?:\([A-Z][^()]*(?:\([^()]*\))?\)\s*)?(?:{_CAPITALS}{_STATE}"
    rf"(?:,? {_DAY}{_AGENCY}?(?:{_SIGN}|\.)?|{_AGENCY}{_SIGN}?|{_SIGN})"
    rf"|{_NAMED}{_STATE}(?:, {_DAY})?{_AGENCY}{_SIGN}?)(?:\s+|(?<=:))(?=[A-Z\d“\"«])"
)


def after_dateline(line: str) -> int:
    """Where the report's own words begin; 0 where a line has no dateline."""
    match = _DATELINE.match(line)
    return match.end() if match else 0


_HOUSE = r"(?:press[- ](?:service|office)|[Aa]gency|correspondent)"
_TELLS = r"(?:reports|cites|informs|writes|quotes|has learn(?:t|ed))"
_TOLD = rf"(?:{_TELLS}|reported|informed|said|says|learn(?:t|ed)|quoted)"
_TAIL = re.compile(
    rf",(?= (?:(?:[A-Z][\w.’'-]* ){{1,4}}{_TELLS}\b"
    rf"|(?:the )?(?:[\w’'.-]+ ){{0,6}}{_HOUSE}\b[\w ’'-]{{0,60}}?\b{_TOLD}\b)"
    r"[^.“”\"]{0,120}\.(?:\s|$))"
)


def pieces(line: str) -> Iterator[tuple[int, str]]:
    """A line cut where its own words begin, and before each «, Kazinform reports»."""
    cuts = [0, after_dateline(line), *(m.end() for m in _TAIL.finditer(line)), len(line)]
    for start, end in pairwise(cuts):
        if line[start:end].strip():
            yield start, line[start:end]
