"""Datelines: the place, day and agency before a report's first words, which are no part of it.

BEIJING, Sept. 20 (Xinhua) -- | Chinese Foreign Minister Wang Yi held talks
place    day      agency   sign
"""

from __future__ import annotations

import re

_CAPITALS = r"[A-Z][A-Z’'\-]{2,}(?:[ /][A-Z][A-Z’'\-]+){0,3}"
_NAMED = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
_STATE = rf"(?:, {_NAMED}(?=[,.(]| \(| [-–—]))?"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"(?:,? ?\([^()]{2,60}\)|\.? ?/[A-Za-z/ ]+/\.?|\. ?[A-Z]{4,}(?![a-z]))"
_SIGN = r"(?: ?(?:--|—|–|―|-|:))"
_DATELINE = re.compile(
    rf"\s*(?:{_CAPITALS}{_STATE}"
    rf"(?:,? {_DAY}{_AGENCY}?(?:{_SIGN}|\.)?|{_AGENCY}{_SIGN}?|{_SIGN})"
    rf"|{_NAMED}{_STATE}(?:, {_DAY})?{_AGENCY}{_SIGN}?)\s+(?=[A-Z\d“\"«])"
)


def after_dateline(line: str) -> int:
    """Where the report's own words begin; 0 where a line has no dateline."""
    match = _DATELINE.match(line)
    return match.end() if match else 0
