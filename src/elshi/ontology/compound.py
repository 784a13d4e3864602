"""Compound words that name two states or more at once, in any language that joins with hyphens.

казахстанско-американский   қазақ-америка   Kazakh-US   Sino-Russian   Россия-ЕАЭС
KZ────────── US──────────   KZ─── US─────   KZ──── US   CN── RU─────   RU──── EAEU
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from elshi.ontology.gazetteer import Keys
from elshi.ontology.words import Form
from elshi.text import fold

_JOINT = re.compile(r"[-‐‑‒–—]")
_KINDS = {"name", "adjective", "ethnic", "demonym", "combining"}

Stems = Mapping[str, str]
"""A folded lemma that may stand in a compound → state or organisation."""


def stems(forms: Iterable[Form], keys: Keys) -> Stems:
    """What may stand in a compound word: names and adjectives of one word, combining forms."""
    found: dict[str, str] = {}
    for form in forms:
        stands = form.what == "organisation" or (form.what == "state" and form.kind in _KINDS)
        if stands and " " not in form.form:
            for key in (fold(form.form), *keys(form.form)):
                found.setdefault(key, form.code)
    return found


def sides_in(word: str, stems: Stems, keys: Keys) -> tuple[str, ...]:
    """The sides that a compound word names, in its order; none unless each part names one."""
    codes = _sides(tuple(_JOINT.split(word)), stems, keys)
    return codes if codes is not None and len(codes) > 1 else ()


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
