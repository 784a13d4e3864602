"""Who holds a post: the name right after it, the name it explains, or several one after another.

President of Uzbekistan | Shavkat Mirziyoyev          Maulen Ashimbayev, | Chairman of the Senate
Presidents | Tokayev and Biden                        Daniel Rosenblum, who serves as | Ambassador
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from elshi.lang.en import words
from elshi.lang.en.calendar import CALENDAR
from elshi.lang.en.morph import fold, singular
from elshi.lang.en.phrase import DROPPED, Phrase
from elshi.pack import Token
from elshi.records import Mention

# Between a name and the post that explains it.
_BRIDGE = (
    frozenset(
        [
            "the",
            "a",
            "an",
            "who",
            "which",
            "is",
            "was",
            "has",
            "been",
            "had",
            "currently",
            "now",
            "also",
            "serves",
            "served",
            "serving",
            "as",
            "works",
            "working",
            "holds",
            "held",
            "post",
            "position",
            "of",
            "its",
            "our",
            "their",
            "his",
            "her",
            "country",
            "'s",
            "country's",
            "newly",
            "recently",
            "appointed",
            "elected",
            "and",
        ]
    )
    | DROPPED
)
_BORN = frozenset({"prince", "princess", "crown"})
"""Titles of birth between an office and a name: «the Foreign Minister, | Prince | Faisal»."""
_WHEN = CALENDAR | {"on", "today", "yesterday", "here"}
_COPULA = frozenset(["is", "was", "as", "becomes", "became", "remains"])
_MAX_BRIDGE = 7


def plural(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether the title stands in the plural: presidents, heads of state, foreign ministers."""
    title = phrase.titles[0]
    forms = [fold(token.text) for token in tokens[title.first : title.after]]
    head = next((i for i, form in enumerate(forms) if form in {"of", "for"}), len(forms)) - 1
    return head >= 0 and singular(forms[head]) != forms[head]


def holders(phrase: Phrase, tokens: Sequence[Token], names: Sequence[Mention]) -> list[Mention]:
    """The names of those who hold a post, in text order; none where the text names none here."""
    if phrase.after < len(tokens) and fold(tokens[phrase.after].text) in {"'s", "'"}:
        return []
    starts = {name.span.start: name for name in names}
    ends = {name.span.end: name for name in names}
    after = _after(phrase, tokens, starts, ends)
    if plural(phrase, tokens):
        return _listed(after, tokens, starts) if after else _listed_before(phrase, tokens, ends)
    if after:
        return [after]
    before = _before(phrase, tokens, ends)
    return [before] if before else []


def _after(
    phrase: Phrase, tokens: Sequence[Token], starts: dict[int, Mention], ends: dict[int, Mention]
) -> Mention | None:
    """The name that follows, past honorifics; past a comma only where a comma closes it again."""
    at = phrase.after
    comma = at < len(tokens) and tokens[at].text == "," and not _explains(phrase, tokens, ends)
    at += comma
    at = _past_initials(tokens, at)
    led = words.honorifics() | {"-", "–", "("} | (_BORN if comma else set())
    while at < len(tokens) and fold(tokens[at].text) in led:
        at += 1
    if at >= len(tokens) or tokens[at].sentence != tokens[phrase.first].sentence:
        return None
    name = starts.get(tokens[at].span.start)
    return name if name and (not comma or _closed(phrase, name, tokens, at)) else None


def _past_initials(tokens: Sequence[Token], at: int) -> int:
    """Past an office said again in a bracket: «Foreign Minister | (FM) | X»."""
    near = [token.text for token in tokens[at : at + 3]]
    return at + 3 if len(near) > 2 and near[::2] == ["(", ")"] and near[1].isupper() else at


def _explains(phrase: Phrase, tokens: Sequence[Token], ends: dict[int, Mention]) -> bool:
    """A post between commas belongs to the name before it: «X, President of Y, Z and …»."""
    at = _start(phrase, tokens) - 1
    name = ends.get(tokens[at - 1].span.end) if at > 0 and tokens[at].text == "," else None
    return name is not None and not set_off(name, tokens, at - 1, ends)


def set_off(name: Mention, tokens: Sequence[Token], at: int, ends: Container[int]) -> bool:
    """«the President of Y, | Z, | the Speaker of»: a name that explains the post before it."""
    while at > 0 and tokens[at].span.start > name.span.start:
        at -= 1
    before = at > 1 and tokens[at - 1].text == ","
    return before and tokens[at - 2].pos == "PROPN" and tokens[at - 2].span.end not in ends


def _start(phrase: Phrase, tokens: Sequence[Token]) -> int:
    first = phrase.first
    while first and fold(tokens[first - 1].text) in {"the", "a", "an", "new"} | DROPPED:
        first -= 1
    return max(first, 1)


def _closed(phrase: Phrase, name: Mention, tokens: Sequence[Token], at: int) -> bool:
    """After «the head of state, Kassym-Jomart Tokayev» comes a comma or the end.

    Or the verb, where the post opens the sentence; «Welcoming the Minister, Tokayev noted» is
    of two men.
    """
    while at < len(tokens) and tokens[at].span.start < name.span.end:
        at += 1
    if at >= len(tokens) or tokens[at].text in {",", ".", ";", ")", "and"}:
        return True
    told = tokens[at].pos in {"AUX", "VERB", "ADV"} or fold(tokens[at].text) in _WHEN
    return told and _opens(phrase, tokens)


def _opens(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether nothing of the sentence but an article stands before a post."""
    at = phrase.first - 1
    while at >= 0 and fold(tokens[at].text) in {"the", "a", "an", "new", "'s", "'"} | DROPPED:
        at -= 1 + (fold(tokens[at].text) in {"'s", "'"})
    return at < 0 or tokens[at].sentence != tokens[phrase.first].sentence


def _before(phrase: Phrase, tokens: Sequence[Token], ends: dict[int, Mention]) -> Mention | None:
    """The name that a post explains, past «, the», «, who serves as», « is », « ( »."""
    at = _possessed(phrase, tokens) - 1
    crossed: list[str] = []
    while (
        at >= 0
        and len(crossed) < _MAX_BRIDGE
        and tokens[at].sentence == tokens[phrase.first].sentence
    ):
        name = ends.get(tokens[at].span.end)
        if name is not None:
            return name if _bridges(list(reversed(crossed))) else None
        crossed.append(fold(tokens[at].text))
        at -= 1
    return None


def _possessed(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Where a post begins with whose it is: «X, | Germany's | Minister for Foreign Affairs»."""
    at = phrase.first
    if at < 2 or fold(tokens[at - 1].text) not in {"'s", "'"}:
        return at
    at -= 2
    while at > 1 and tokens[at - 1].text[0].isupper() and tokens[at].pos == "PROPN":
        at -= 1
    return at


def _bridges(crossed: list[str]) -> bool:
    """Whether the words between a name and a post tie them."""
    if not crossed:
        return False
    opens = crossed[0] in {",", "(", "–", "—"} or crossed[0] in _COPULA
    rest = crossed[1:]
    if crossed[0] == "," and rest[:1] == ["and"]:
        return False
    return opens and all(word in _BRIDGE or word == "," for word in rest) and rest.count(",") < 2


def _listed(first: Mention, tokens: Sequence[Token], starts: dict[int, Mention]) -> list[Mention]:
    """«Tokayev, Biden and Xi»: names with nothing but commas, «and» and honorifics between."""
    found, at = [first], _index_after(first, tokens)
    while at < len(tokens):
        name = starts.get(tokens[at].span.start)
        if name is not None:
            found.append(name)
            at = _index_after(name, tokens)
        elif fold(tokens[at].text) in {",", "and", "&", "(", ")"} | words.honorifics():
            at += 1
        else:
            break
    return found


def _listed_before(
    phrase: Phrase, tokens: Sequence[Token], ends: dict[int, Mention]
) -> list[Mention]:
    """«Tokayev and Mirziyoyev, the presidents of Kazakhstan and Uzbekistan»."""
    at, found = _start(phrase, tokens) - 1, list[Mention]()
    if tokens[at].text != ",":
        return found
    while at >= 0:
        name = ends.get(tokens[at].span.end)
        if name is not None:
            found.insert(0, name)
            at = _index_at(name, tokens, at)
        elif fold(tokens[at].text) not in {",", "and"}:
            break
        at -= 1
    return found


def _index_after(name: Mention, tokens: Sequence[Token]) -> int:
    return next(
        (i for i, token in enumerate(tokens) if token.span.start >= name.span.end), len(tokens)
    )


def _index_at(name: Mention, tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at].span.start > name.span.start:
        at -= 1
    return at
