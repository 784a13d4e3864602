"""«Президент страны»: of the country that was told before it.

в Джибути  египетский лидер  и президент страны
state────  adjective                      └─ of Djibouti
"""

from __future__ import annotations

from elshi.lang.ru.phrase import Phrase
from elshi.lang.ru.scene import Scene
from elshi.records import Mention, Span


def of_the_country(scene: Scene, phrase: Phrase) -> bool:
    """Whether an office is of «страны»: not of «нашей страны», «двух стран»."""
    last = scene.tokens[phrase.after - 1]
    before = scene.tokens[phrase.after - 2] if phrase.after - phrase.first > 1 else last
    return last.text.lower() == "страны" and before.pos in {"NOUN", "PROPN"} and before is not last


def told_before(scene: Scene, phrase: Phrase) -> tuple[str | None, Span | None]:
    """The state or the place last named in the sentence before a post, adjectives left out."""
    for n in range(phrase.first - 1, -1, -1):
        if not scene.same(n, phrase.head):
            break
        mark = scene.marks[n][2] if n in scene.marks else None
        if mark is not None and _names_a_country(mark):
            return mark.code, mark.span
    return None, None


def _names_a_country(mark: Mention) -> bool:
    said = mark.kind in {"state", "place"} and not mark.rule.endswith("adjective")
    return said and "-" not in mark.code
