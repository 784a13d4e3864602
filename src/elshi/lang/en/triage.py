"""Whether an English text can tell of a contact, a post or a statement at all."""

from __future__ import annotations

import re

_STEMS = re.compile(
    r"\b(?:met|meet|meets|meeting|meetings|talks|negotiat\w*|consult\w*|conversation\w*|dialogue"
    r"|discuss\w*|visit\w*|arriv\w*|travel\w*|receiv\w*|host\w*|welcom\w*|greet\w*|audience"
    r"|phone\w*|telephon\w*|call(?:s|ed)?|summit\w*|forum\w*|conference\w*|session\w*|sign(?:s|ed|ing)"
    r"|credential\w*|credence|congratulat\w*|condol\w*|message\w*|letter\w*|telegram\w*"
    r"|president\w*|minister\w*|ministry|premier|chancellor|king|emir|ambassador\w*|envoy\w*|speaker"
    r"|chair(?:man|woman|person)|senat\w*|parliament\w*|congress\w*|secretar\w*|deleg\w*|leader\w*"
    r"|appoint\w*|resign\w*|said|says|stated|stressed|noted|told|announced)\b",
    re.IGNORECASE,
)


def triage(text: str) -> bool:
    """True where a word of our field stands in the text; no model is loaded for it."""
    return _STEMS.search(text) is not None
