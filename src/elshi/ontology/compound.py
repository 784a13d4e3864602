"""Compound words that name two states or more at once, in any language that joins with hyphens.

казахстанско-американский   қазақ-америка   Kazakh-US   Sino-Russian   Россия-ЕАЭС
KZ────────── US──────────   KZ─── US─────   KZ──── US   CN── RU─────   RU──── EAEU

and, where a table of the language says so, one state beside a word that names none:

Netherlands-based   non-UK   US-led
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from elshi.ontology.gazetteer import Keys
from elshi.ontology.organisations import parents
from elshi.ontology.words import NO_STATE, Form
from elshi.text import fold

_JOINT = re.compile(r"[-‐‑‒–—]")
_KINDS = {"name", "adjective", "ethnic", "demonym", "combining"}

Stems = Mapping[str, str]
"""A folded lemma that may stand in a compound → state or organisation."""


def stems(forms: Iterable[Form], keys: Keys, sideless: Iterable[str] = ()) -> Stems:
    """What may stand in a compound word: names and adjectives of one word, combining forms.

    `sideless` are the words beside which one state alone is named ("-based", "non-").
    """
    found = dict.fromkeys((fold(form) for form in sideless), NO_STATE)
    for form in forms:
        stands = form.what == "organisation" or (form.what == "state" and form.kind in _KINDS)
        if stands and " " not in form.form:
            for key in (fold(form.form), *keys(form.form)):
                found.setdefault(key, form.code)
    return found


def sides_in(word: str, stems: Stems, keys: Keys) -> tuple[str, ...]:
    """The sides that a compound word names, in its order; none unless it knows each part.

    An organisation beside a word that names none is none: "UN-backed" tells of no side.
    """
    codes = _sides(tuple(_JOINT.split(word)), stems, keys) or ()
    named = tuple(code for code in codes if code != NO_STATE)
    return (
        named if len(named) > 1 or (len(codes) > 1 and parents().keys().isdisjoint(named)) else ()
    )


def _sides(pieces: tuple[str, ...], stems: Stems, keys: Keys) -> tuple[str, ...] | None:
    """Codes of the pieces, longest first («шри-ланкийско-» is one); None if a piece has none."""
    if not pieces:
        return ()
    for n in range(len(pieces), 0, -1):
        code = _code("-".join(pieces[:n]), stems, keys)
        rest = None if code is None else _sides(pieces[n:], stems, keys)
        if code is not None and rest is not None:
            return (code, *rest)
    return None


def _code(part: str, stems: Stems, keys: Keys) -> str | None:
    return next((stems[key] for key in (fold(part), *keys(part)) if key in stems), None)
