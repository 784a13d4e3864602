"""What stands where in a text: persons, posts, institutions, states, places, times, forums, roles.

The gazetteer finds what the tables of the language know, the pack finds names, posts and times;
nothing here is resolved yet: a time is still what its words say, a post may lack its state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from elshi import rolls, turns
from elshi.beside import LEADS, of_delegations, of_rows, two_offices, with_states
from elshi.joints import joined
from elshi.lang import load
from elshi.ontology.compound import Stems, sides_in, stems
from elshi.ontology.gazetteer import Gazetteer
from elshi.ontology.words import NO_STATE, Form, forms, gazetteer, sideless
from elshi.pack import Pack, Parsed, Token, Words
from elshi.records import Mention, MentionKind, Span
from elshi.rolls import Line, Roll
from elshi.text import fold
from elshi.turns import Turn
from elshi.when import TimeExpr

BESIDE = 8
"""Characters between an institution and its state: a space, " of the "."""
ADJECTIVE = "adjective"
AND, ARTICLE = "and", "article"
QUESTION = "question"
KINDS: dict[str, MentionKind] = {
    "state": "state",
    "organisation": "institution",
    "institution": "institution",
    "forum": "forum",
    "place": "place",
}


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of a small table means; `exact` where only this very form means it.

    «=отметим» in a table is the editor's; «отметил» is anybody's.
    """

    code: str
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """All that was marked in a text, in text order."""

    text: str
    mentions: tuple[Mention, ...]
    times: tuple[tuple[Span, TimeExpr], ...] = ()
    cues: tuple[tuple[Span, str], ...] = ()
    """Words that colour what stands near them: recall, editor, sidelines, call, planned …"""
    topics: tuple[tuple[Span, str], ...] = ()
    """Words that tell a sphere."""
    voices: tuple[tuple[Span, str], ...] = ()
    """Words for press services and agencies, with what they are."""
    said: tuple[tuple[Span, str], ...] = ()
    """Words that make the act of what is said."""
    joined: tuple[tuple[Mention, Mention], ...] = ()
    """Men named one after the other with only «и» or a comma between: «Путин и Президент США»."""
    rolls: tuple[Roll, ...] = ()
    """Official lists of who took part."""
    turns: tuple[Turn, ...] = ()
    """Who says what in a transcript."""
    bodies: tuple[Mention, ...] = ()
    """Organisations and places that no table knows: a post may be of them, no side is."""

    def of(self, *kinds: MentionKind) -> list[Mention]:
        """Mentions of these kinds, in text order."""
        return [mention for mention in self.mentions if mention.kind in kinds]


def mark(parsed: Parsed, pack: Pack, *, outlet: Span | None = None) -> Marks:
    """All marks of a parsed text; what stands where the `outlet` is named is nobody's name."""
    known = [*_known(parsed, pack), *_pairs(parsed, pack)]
    names = [n for n in parsed.names if outlet is None or not n.span.overlaps(outlet)]
    names = [n for n in names if not any(_inside(n.span, m.span) for m in known)]
    listed = rolls.lines(parsed, known)
    names = [*_unlisted(names, listed), *rolls.named(listed, parsed.text)]
    cues = _spans(parsed, _words(pack.code, "cues").find(parsed.tokens))
    heard = turns.turns(parsed, names, [span for span, cue in cues if cue == QUESTION])
    names = _labelled(names, turns.speakers(heard, names, parsed.text))
    known = [m for m in known if not any(_cut(m.span, n.span) for n in names)]
    ands = [span for span, cue in cues if cue == AND]
    known = [_sided(m, known, ands, parsed.text) for m in known]
    bodies = [b for b in parsed.bodies if _is_new(b, [*names, *known])]
    posts = rolls.manned(pack.posts(parsed, [*names, *known, *bodies]), listed, parsed.text)
    posts = two_offices(posts, parsed.text)
    roles = [_role(parsed, *hit) for hit in _words(pack.code, "roles").find(parsed.tokens)]
    roles = [r for r in roles if not any(p.span.overlaps(r.span) for p in posts)]
    small = [(span, cue) for span, cue in cues if cue in {AND, ARTICLE}]
    rows = tuple(joined([*names, *posts], small, parsed.text))
    names = with_states(names, roles, [m for m in known if m.kind == "state"], parsed.text)
    leads = [span for span, cue in cues if cue == LEADS]
    delegations = [role for role in roles if role.code == "delegation"]
    names = of_delegations(names, delegations, _owners(known), leads, parsed.text)
    names = of_rows(names, posts, rows)
    mentions = sorted([*names, *known, *posts, *roles], key=lambda m: (m.span, m.kind))
    return Marks(
        text=parsed.text,
        mentions=tuple(mentions),
        times=tuple(pack.times(parsed.text)),
        cues=tuple((span, cue) for span, cue in cues if cue not in {AND, ARTICLE}),
        joined=(*rows, *_states_joined(known, posts, small, parsed.text)),
        topics=_spans(parsed, _words(pack.code, "spheres").find(parsed.tokens)),
        voices=_spans(parsed, _words(pack.code, "voices").find(parsed.tokens)),
        said=_spans(parsed, _words(pack.code, "said").find(parsed.tokens)),
        rolls=tuple(rolls.rolls(listed, mentions)),
        turns=tuple(heard),
        bodies=tuple(bodies),
    )


def _labelled(names: Sequence[Mention], labels: Sequence[Mention]) -> list[Mention]:
    """The names of a text, those in the labels of a transcript as the labels write them."""
    other = (n for n in names if not any(n.span.overlaps(label.span) for label in labels))
    return [*other, *labels]


def _unlisted(names: Sequence[Mention], listed: Sequence[Line]) -> list[Mention]:
    """The names that stand in no line of a list."""
    return [
        n
        for n in names
        if not any(n.span.overlaps(s) for line in listed for s in (line.name, line.post))
    ]


def _sided(house: Mention, known: Sequence[Mention], ands: Sequence[Span], text: str) -> Mention:
    """An institution with the state right beside it: «парламента Турции», "UK Parliament"."""
    if house.kind != "institution" or house.side or house.rule.endswith("organisation"):
        return house
    beside = [m for m in known if m.kind == "state" and 0 < _apart(house.span, m.span) <= BESIDE]
    beside = [m for m in beside if not set(text[m.span.end : house.span.start]) & set(",.;:")]
    beside = [m for m in beside if not any(_between(house.span, m.span, a) for a in ands)]
    state = min(beside, key=lambda m: _apart(house.span, m.span), default=None)
    if state is None or "-" in state.code:
        return house
    if state.span.start < house.span.start:
        return replace(house, side=state.code)
    whole = Span(house.span.start, state.span.end)
    value = house.value + text[house.span.end : state.span.end]
    return replace(house, span=whole, value=value, side=state.code)


def _between(one: Span, other: Span, word: Span) -> bool:
    first, second = sorted((one, other))
    return first.end <= word.start and word.end <= second.start


def _apart(one: Span, other: Span) -> int:
    """Characters between two spans that do not overlap; -1 where they do."""
    if one.overlaps(other):
        return -1
    return max(one.start - other.end, other.start - one.end)


def _is_new(body: Mention, others: Sequence[Mention]) -> bool:
    """A body is given out where nothing known stands, but states and places that its name holds."""
    beside = [m for m in others if m.span.overlaps(body.span)]
    return not beside or (
        body.kind == "institution"
        and all(m.kind in {"state", "place"} and _holds(body.span, m.span) for m in beside)
    )


def _holds(whole: Span, part: Span) -> bool:
    return whole.covers(part) and whole != part


def _owners(known: Sequence[Mention]) -> list[Mention]:
    """Whose a delegation can be: a state's, or its house's («делегация Сената Казахстана»)."""
    houses = [m for m in known if m.kind == "institution" and m.side]
    return [m for m in known if m.kind == "state"] + [replace(m, code=m.side or "") for m in houses]


def _states_joined(
    known: Sequence[Mention],
    posts: Sequence[Mention],
    small: Sequence[tuple[Span, str]],
    text: str,
) -> Iterator[tuple[Mention, Mention]]:
    """Each pair of a row of states; behind a house it is the house of the next state, too."""
    for one, other in joined(_free_states(known, posts), small, text):
        own = [m.span.of(text) for m in known if m.kind == "state" and one.span.covers(m.span)]
        house = one.kind == "institution" and other.kind == "state" and own
        if house and own[-1] in one.value:
            name = one.value.replace(own[-1], other.span.of(text))
            other = replace(one, span=other.span, value=name, side=other.code)
        yield one, other


def _free_states(known: Sequence[Mention], posts: Sequence[Mention]) -> list[Mention]:
    """The states that stand for themselves, in text order: of no office, forum or adjective.

    And the houses beside them: «министерства Узбекистана | и | Литвы» are of two states.
    """
    wholes = [m.span for m in (*posts, *known) if m.kind in {"post", "institution", "forum"}]
    states = (m for m in known if m.kind == "state" and m.rule.endswith(("name", "formal")))
    free = [m for m in states if not any(whole.covers(m.span) for whole in wholes)]
    houses = [m for m in known if m.kind == "institution" and m.side]
    return sorted([*free, *houses], key=lambda m: m.span)


def _inside(name: Span, known: Span) -> bool:
    """A name within a known form («Фонд Нурсултана Назарбаева», «Нур-Султан») is no person."""
    return known.covers(name)


def _cut(known: Span, name: Span) -> bool:
    """A known form that a name covers («Владимир» the city in «Владимир Путин») is not meant."""
    return name.overlaps(known)


def _known(parsed: Parsed, pack: Pack) -> Iterable[Mention]:
    for start, end, form in _forms(pack.code).find(parsed.tokens):
        if form.code != NO_STATE and form.kind != "combining":
            mention = _mention(_over(parsed.tokens, start, end), form)
            name = _names_of_states(pack.code).get(form.code) if form.kind == ADJECTIVE else None
            yield replace(mention, value=name) if name else mention


def _pairs(parsed: Parsed, pack: Pack) -> Iterable[Mention]:
    """Compound words that name sides: «казахстанско-американский», "Kazakh-US", "UK-based"."""
    for token in parsed.tokens:
        if "-" in token.text and (codes := sides_in(token.text, _stems(pack.code), pack.keys)):
            yield Mention("state", token.span, token.lemma, "compound.pair", code="-".join(codes))


def _mention(span: Span, form: Form) -> Mention:
    rule = f"gazetteer.{form.what}" + (f".{form.kind}" if form.kind else "")
    value = form.city or form.form
    return Mention(KINDS[form.what], span, value, rule, code=form.code, side=form.side or None)


def _role(parsed: Parsed, start: int, end: int, word: Word) -> Mention:
    span = _over(parsed.tokens, start, end)
    return Mention("role", span, span.of(parsed.text), "roles", code=word.code)


def _spans(parsed: Parsed, hits: Sequence[tuple[int, int, Word]]) -> tuple[tuple[Span, str], ...]:
    found = ((_over(parsed.tokens, start, end), word) for start, end, word in hits)
    return tuple(
        (span, word.code) for span, word in found if word.exact in {"", fold(span.of(parsed.text))}
    )


def _over(tokens: Sequence[Token], start: int, end: int) -> Span:
    return Span(tokens[start].span.start, tokens[end - 1].span.end)


@cache
def _forms(code: str) -> Gazetteer[Form]:
    """The gazetteer of a language's tables: made once in a process."""
    pack = load(code)
    return gazetteer(files(f"elshi.lang.{code}"), pack.keys, tokenize=pack.words)


@cache
def _names_of_states(code: str) -> dict[str, str]:
    """What a language calls each state: of «узбекская делегация», Узбекистан takes part."""
    named = (f for f in forms(files(f"elshi.lang.{code}")) if (f.what, f.kind) == ("state", "name"))
    return {form.code: form.form for form in reversed(list(named))}


@cache
def _stems(code: str) -> Stems:
    """What may stand in a compound word of a language."""
    folder = files(f"elshi.lang.{code}")
    return stems(forms(folder), load(code).keys, sideless(folder))


@cache
def _words(code: str, table: str) -> Gazetteer[Word]:
    """The gazetteer of one of a pack's small tables: made once in a process."""
    pack = load(code)
    entries: Words = getattr(pack.tables, table)
    return Gazetteer.of(
        ((form.lstrip("="), _word(form, meaning)) for form, meaning in entries.items()),
        pack.keys,
        tokenize=pack.words,
    )


def _word(form: str, code: str) -> Word:
    return Word(code, fold(form[1:]) if form.startswith("=") else "")
