"""Posts: the phrases that name an office, whose it is, and who holds it.

US Ambassador to Kazakhstan | Daniel Rosenblum
POST(side US)────────────────  holder──────────
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from elshi.lang.en import words
from elshi.lang.en.holders import holders, plural
from elshi.lang.en.morph import fold, keys, singular
from elshi.lang.en.names import named
from elshi.lang.en.offices import office, owned
from elshi.lang.en.phrase import Phrase, Title, extent
from elshi.lang.en.units import Run
from elshi.ontology.gazetteer import Gazetteer
from elshi.pack import Parsed, Token
from elshi.records import Mention, Span

_RANKS = frozenset({"army", "general", "colonel", "lieutenant", "major", "marshal", "admiral"})
# «the President of Serbia and Foreign Minister X» are two persons.
_ONE_MAN_ONE_POST = frozenset(
    {"head of state", "head of government", "speaker of parliament", "ambassador"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a text when its posts are read: tokens, names, and the gazetteer's marks."""

    parsed: Parsed
    names: tuple[Mention, ...]
    marks: tuple[Mention, ...]
    taken: frozenset[int]
    """Tokens of names."""


def posts(parsed: Parsed, found: Sequence[Mention]) -> list[Mention]:
    """The post phrases of a text, one mention for each holder, in text order."""
    seen = _seen(parsed, found)
    phrases = _merged(parsed.tokens, list(_phrases(seen)))
    read = [post for phrase in phrases for post in _posts(phrase, seen)]
    return sorted(read, key=lambda post: post.span)


def runs(tokens: Sequence[Token], names: Sequence[Mention]) -> list[Run]:
    """The tokens of the post phrases, read without the gazetteer, for the mending of the tree."""
    parsed = Parsed("", "en", (), tuple(tokens))
    seen = _seen(parsed, names)
    merged = _merged(tokens, list(_phrases(seen)))
    return [Run(phrase.first, phrase.after, _head(tokens, phrase.titles[0])) for phrase in merged]


def _head(tokens: Sequence[Token], title: Title) -> int:
    """The word of a title that leads it: «Minister | of Foreign Affairs»."""
    for index in range(title.first, title.after - 1):
        if fold(tokens[index + 1].text) in {"of", "for", "to"}:
            return index
    return title.after - 1


def _seen(parsed: Parsed, found: Sequence[Mention]) -> Found:
    names = tuple(mention for mention in found if mention.kind == "person")
    marks = tuple(mention for mention in found if mention.kind != "person")
    return Found(parsed, names, marks, named(parsed.tokens, names))


def _phrases(seen: Found) -> Iterator[Phrase]:
    """The phrase around each title that is a noun here and stands in no name of a body."""
    tokens = seen.parsed.tokens
    for first, after, (level, needs) in _titles(tokens):
        title = _short(Title(first, after, level, needs), seen)
        before = tokens[first - 1].text if first else ""
        free = not seen.taken & set(range(first, after))
        free = free and words.is_written(tokens[first].text, before)
        if free and _is_noun(tokens, title) and not _in_body(title, seen):
            yield extent(tokens, title, seen.taken)


def _titles(tokens: Sequence[Token]) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """The titles in each sentence: none begins with the last word of the line above it."""
    start = 0
    for _, run in groupby(tokens, key=lambda token: token.sentence):
        sentence = list(run)
        for first, after, title in _gazetteer().find(sentence):
            yield start + first, start + after, title
        start += len(sentence)


def _short(title: Title, seen: Found) -> Title:
    """«Chairman of the State Duma | Committee …» is no chairman of the Duma: his title is short."""
    tokens, forms = seen.parsed.tokens, words.titles()
    head = fold(tokens[title.first].text)
    after = tokens[title.after] if title.after < len(tokens) else None
    goes_on = after is not None and title.after not in seen.taken and after.pos in {"NOUN", "PROPN"}
    if not goes_on or "of" not in [fold(t.text) for t in tokens[title.first : title.after]]:
        return title
    if fold(tokens[title.after].text) in words.honorifics() or head not in forms:
        return title
    return Title(title.first, title.first + 1, *forms[head])


def _is_noun(tokens: Sequence[Token], title: Title) -> bool:
    """«chair of the Senate», not «to chair the meeting»; «head», not «headed»."""
    heads = [t for t in tokens[title.first : title.after] if fold(t.text) not in {"of", "the"}]
    return any(token.pos in {"NOUN", "PROPN"} for token in heads[:3])


def _in_body(title: Title, seen: Found) -> bool:
    """A title inside the name of a body or forum: «Council of Heads of State»."""
    span = _span(seen.parsed.tokens, title.first, title.after)
    return any(
        mark.kind in {"institution", "forum"} and mark.span.covers(span) and mark.span != span
        for mark in seen.marks
    )


def _merged(tokens: Sequence[Token], phrases: list[Phrase]) -> list[Phrase]:
    """Posts held together made one: «Deputy Prime Minister – Minister of National Economy»."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if kept and phrase.first < kept[-1].after:
            kept[-1] = replace(kept[-1], after=max(kept[-1].after, phrase.after))
        elif kept and _together(tokens, kept[-1], phrase):
            kept[-1] = _joined(kept[-1], phrase)
        else:
            kept.append(phrase)
    return kept


def _joined(one: Phrase, other: Phrase) -> Phrase:
    return Phrase(
        min(one.first, other.first), max(one.after, other.after), one.titles + other.titles
    )


def _together(tokens: Sequence[Token], one: Phrase, other: Phrase) -> bool:
    """Whether only a dash, or «and» before a name or after one, stands between two phrases."""
    between = [fold(token.text) for token in tokens[one.after : other.first]]
    if between and between[-1] == "the":
        between = between[:-1] if between[:1] in (["–"], ["—"]) else between
    if tokens[one.first].sentence != tokens[other.first].sentence or len(between) != 1:
        return False
    if between == ["and"] and one.titles[0].level in _ONE_MAN_ONE_POST:
        return False
    joined = between[0] in {"–", "—", "-", "/", "and"} and not plural(one, tokens)
    return joined and _singular_verb(tokens, other)


def _singular_verb(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A name or a comma follows: the two posts are one person's."""
    after = tokens[phrase.after] if phrase.after < len(tokens) else None
    return after is None or after.text[0].isupper() or after.text in {",", ".", ";", ")"}


def _posts(phrase: Phrase, seen: Found) -> Iterator[Mention]:
    tokens = seen.parsed.tokens
    whole = owned(phrase, tokens, seen.marks)
    span = _span(tokens, whole.first, whole.after)
    held = holders(phrase, tokens, seen.names)
    offices = office(_unranked(phrase, tokens), tokens, seen.marks, len(held))
    for n, read in enumerate(offices):
        mention = Mention("post", span, read.title, "en.post", office=read)
        if held and len(offices) == len(held):
            yield replace(mention, holder=held[n].span)
        elif held:
            yield from (replace(mention, holder=name.span) for name in held)
        elif _worth(phrase, seen, bool(read.side)):
            yield mention
    yield from _followers(phrase, held, seen)


def _unranked(phrase: Phrase, tokens: Sequence[Token]) -> Phrase:
    """«Defence Minister | Army General»: a rank behind an office is no part of it."""
    after = phrase.titles[-1].after
    ranks = all(fold(token.text) in _RANKS for token in tokens[after : phrase.after])
    return replace(phrase, after=after) if ranks else phrase


def _followers(phrase: Phrase, held: Sequence[Mention], seen: Found) -> Iterator[Mention]:
    """«Prime Ministers of Tajikistan X, | Kazakhstan Y and | Belarus Z»: the title is said once."""
    tokens = seen.parsed.tokens
    if len(held) != 1 or not plural(phrase, tokens):
        return
    states = {mark.span.start: mark for mark in seen.marks if mark.kind == "state"}
    names = {name.span.start: name for name in seen.names}
    title = " ".join(t.text for t in tokens[phrase.first : phrase.titles[0].after])
    read, at = office(phrase, tokens, seen.marks, 1)[0], _past(tokens, held[0].span)
    while (follower := _follower(tokens, at, states, names)) is not None:
        state, name = follower
        own = replace(
            read,
            title=f"{_singular(title)} of {state.value}",
            side=state.code,
            side_span=state.span,
            plural=False,
        )
        yield Mention("post", state.span, own.title, "en.post", office=own, holder=name.span)
        at = _past(tokens, name.span)


def _past(tokens: Sequence[Token], span: Span) -> int:
    return bisect_left(tokens, span.end, key=lambda token: token.span.start)


def _follower(
    tokens: Sequence[Token], at: int, states: dict[int, Mention], names: dict[int, Mention]
) -> tuple[Mention, Mention] | None:
    """The next «, of Kazakhstan – X» of a row: the state and the name."""
    while at < len(tokens) and fold(tokens[at].text) in {",", "and", "of", "the", ";"}:
        at += 1
    state = states.get(tokens[at].span.start) if at < len(tokens) else None
    if state is None:
        return None
    at = _past(tokens, state.span)
    while at < len(tokens) and fold(tokens[at].text) in words.honorifics() | {"–", "—", "-", ","}:
        at += 1
    name = names.get(tokens[at].span.start) if at < len(tokens) else None
    return (state, name) if name is not None else None


def _singular(title: str) -> str:
    *before, last = title.split(" ")
    one = singular(fold(last))
    return " ".join([*before, last if one == fold(last) else last[0] + one[1:]])


def _worth(phrase: Phrase, seen: Found, sided: bool) -> bool:
    """Whether a title without a name is an office here: «the Kazakh leader», not «the leader»."""
    if sided:
        return True
    needs = {title.needs for title in phrase.titles}
    if "" in needs:
        return True
    span = _span(seen.parsed.tokens, phrase.first, phrase.after)
    body = any(mark.kind == "institution" and span.covers(mark.span) for mark in seen.marks)
    return "body" in needs and (body or phrase.after > phrase.titles[-1].after)


def _span(tokens: Sequence[Token], first: int, after: int) -> Span:
    return Span(tokens[first].span.start, tokens[after - 1].span.end)


@cache
def _gazetteer() -> Gazetteer[tuple[str, str]]:
    return Gazetteer.of(words.titles().items(), keys, tokenize=cut)


def cut(form: str) -> list[str]:
    """A table's form in words, as the tokens of a text are cut: 's is a word of its own."""
    return [part for word in form.split(" ") for part in _parts(word)]


def _parts(word: str) -> list[str]:
    return [word[:-2], "'s"] if fold(word).endswith("'s") else [word]
