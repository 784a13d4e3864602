"""Kazakh words in their sentence: part of speech, case, verb form, and the names among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from elshi.lang.kk import crf
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import pairs
from elshi.lang.kk.morph import Noun, nouns, stems
from elshi.lang.kk.names import names
from elshi.lang.kk.titles import pairs3
from elshi.lang.kk.tokens import WORD, sentences, words
from elshi.lang.kk.verbs import Verb, last_verb, verb
from elshi.ontology.gazetteer import Gazetteer
from elshi.ontology.tables import rows
from elshi.ontology.words import Form, forms
from elshi.pack import Token
from elshi.records import Mention, Span
from elshi.text import fold

Chunks = tuple[crf.Chunk, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut and tagged: what clauses and posts are read from."""

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    verbs: tuple[Verb | None, ...]
    names: tuple[Mention, ...]
    ends: dict[int, str]
    """Last token of a name → `person`; of what tables know → `state`, `institution` …"""
    starts: dict[int, int]
    """Last token of such a mention → its first token."""
    times: frozenset[int]
    """Tokens of dates and times."""


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[str, ...]:
    """The folded stems and infinitives under which a word is looked up, the word itself first."""
    found = stems(word)
    read = verb(found[0])
    return found if read is None else tuple(dict.fromkeys((*found, read.lemma)))


def tagged(text: str) -> Words:
    """A text as words."""
    cut = sentences(text)
    raw = [_raw(text, span, number) for number, span in enumerate(cut)]
    tokens = tuple(token for sentence in raw for token in sentence)
    chunks = tuple(_chunks(raw))
    known = _known(tokens)
    found = names(
        text,
        [t.span for t in tokens],
        chunks,
        taken=_taken(known, chunks),
        sentences=_bounds(raw),
    )
    return _assembled(text, cut, tokens, found, known=known, chunks=chunks)


def _raw(text: str, sentence: Span, number: int) -> list[Token]:
    matches = WORD.finditer(text, sentence.start, sentence.end)
    return [_token(match[0], match.start(), number) for match in matches]


def _token(word: str, start: int, sentence: int) -> Token:
    basis = _basis(word)
    return Token(  # a third of the time of dataclasses.replace, and it is called for every word
        Span(start, start + len(word)),
        word,
        basis.lemma,
        basis.keys,
        basis.pos,
        sentence,
        case=basis.case,
        number=basis.number,
        form=basis.form,
        tense=basis.tense,
        voice=basis.voice,
    )


_ORDINAL = re.compile(r"(?:[ыі]н|н)[шщ][ыі]$")
"""«төртінші», «алтыншы»."""


_COUNTED = re.compile(r"^\d+-(?=[^\W\d_]{5})(?=[А-ЯЁӘІҢҒҮҰҚӨҺ])")
"""«148-Ассамблеясы» is an assembly."""


def _is_counted_event(word: str) -> bool:
    """«7-отырысы» is a session."""
    rest = fold(word).partition("-")[2]
    return len(rest) > 4 and any(n.stem in _table("triggers") for n in nouns(rest))


@lru_cache(maxsize=100_000)
def _basis(word: str) -> Token:
    """What a word is by itself; its place in the text is filled in later."""
    word = _COUNTED.sub("", word) if word[:1].isdigit() else word
    if word[:1].isdigit() and _is_counted_event(word):
        word = word.split("-", 1)[1]
    folded, nowhere = fold(word), Span(0, 0)
    if not any(c.isalnum() for c in word):
        return Token(nowhere, word, word, (folded,), "PUNCT", 0)
    if word[0].isdigit():
        return Token(nowhere, word, folded, keys(word), "NUM", 0, case=_case(folded).case)
    land = word in _lands()  # «Қатар», not «қатар»
    closed = _closed().get(folded, "ADJ" if _ORDINAL.search(folded) else "")
    if closed and not land:
        return Token(nowhere, word, folded, keys(word), closed, 0)
    if folded in postpositions() and not land:
        return Token(nowhere, word, folded, keys(word), "ADP", 0, case=_case(folded).case)
    read = verb(folded)
    if read is not None and word.islower():
        return _of_verb(word, read)
    return _of_noun(word, folded)


def _of_verb(word: str, read: Verb) -> Token:
    pos = "NOUN" if read.mood == "inf" and not read.passive else "VERB"
    case = read.case or ("nom" if pos == "NOUN" else "")
    return Token(
        Span(0, 0), word, read.lemma, keys(word), pos, 0, case=case, form=read.form,
        tense=tense(read), voice="pass" if read.passive else "act",
        number="plur" if read.plural else "",
    )  # fmt: skip


def tense(read: Verb) -> str:
    """past, present or future, or empty, as one form says by itself."""
    if read.mood in {"past", "narr", "part"}:
        return "past"
    if read.mood == "inf":
        return "present" if read.case == "loc" else ""
    if read.mood == "pres" and read.person == "first":
        return "present"
    return (
        "future"
        if read.mood in {"pres", "habitual", "plan", "aorist"} and read.form != "gerund"
        else ""
    )


def _of_noun(word: str, folded: str) -> Token:
    noun = _case(folded)
    pos = "PROPN" if word[0].isupper() else "ADJ" if noun.attributive else "NOUN"
    number = "plur" if noun.plural else "sing"
    lemma = (
        noun.stem
        if noun.possessive or noun.plural
        else noun.base
        if noun.case != "nom"
        else noun.stem
    )
    return Token(Span(0, 0), word, lemma, keys(word), pos, 0, case=noun.case, number=number)


@lru_cache(maxsize=100_000)
def _case(folded: str) -> Noun:
    """The likeliest reading of a noun: as it stands in a table, else the surest ending."""
    readings = nouns(folded)
    if folded in _nominatives():
        shown = (n for n in readings if n.case == "nom" and (n.possessive == "his" or n.plural))
        return next(shown, readings[0])
    found = [n for n in readings if not n.bare and (n.strict or n.stem in _nominatives())]
    found = [n for n in found if len(n.stem) > 2 or n.case == "gen"]
    return max(found, key=_surety, default=readings[0])


def _surety(noun: Noun) -> tuple[bool, bool, int]:
    known = noun.stem in _nominatives()
    return (known, noun.case != "nom", len(noun.stem))


@cache
def _nominatives() -> frozenset[str]:
    """Words that stand in a table as they are, so are nominative."""
    folder = files(__package__)
    found = {fold(words(form.form)[-1]) for form in forms(folder)}
    found |= {fold(form.split()[-1]) for form in pairs3("titles.tsv")}
    found |= {form for name in ("triggers", "roles") for form in _table(name) if " " not in form}
    found |= {row[0] for row in rows(folder / "bare.tsv", "form")}
    return frozenset(found)


@cache
def _lands() -> frozenset[str]:
    """Names of states and places as they are written."""
    return frozenset(
        form.form for form in forms(files(__package__)) if form.what in {"state", "place"}
    )


def _table(name: str) -> dict[str, str]:
    return pairs(f"{name}.tsv", "form", {"triggers": "frame", "roles": "role"}[name])


@cache
def _closed() -> dict[str, str]:
    return pairs("closed.tsv", "form", "pos")


@cache
def postpositions() -> dict[str, tuple[str, str]]:
    """Postposition → the case that it stands after, and its marker."""
    table = pairs("postpositions.tsv", "form", "sense")
    return {form: (sense.split()[0], sense.split()[1]) for form, sense in table.items()}


def _chunks(raw: Sequence[Sequence[Token]]) -> Iterator[crf.Chunk]:
    start = 0
    for sentence in raw:
        for chunk in crf.chunks(crf.tag([token.text for token in sentence])):
            yield crf.Chunk(chunk.start + start, chunk.end + start, chunk.label)
        start += len(sentence)


def _bounds(raw: Sequence[Sequence[Token]]) -> list[tuple[int, int]]:
    """First token and token after the last of every sentence."""
    found, start = [], 0
    for sentence in raw:
        found.append((start, start + len(sentence)))
        start += len(sentence)
    return found


@cache
def _gazetteer() -> Gazetteer[Form]:
    return Gazetteer.of(((f.form, f) for f in forms(files(__package__))), keys, tokenize=words)


def _known(tokens: Sequence[Token]) -> list[tuple[int, int, Form]]:
    return [hit for hit in _gazetteer().find(tokens) if hit[2].kind != "combining"]


def _taken(known: Sequence[tuple[int, int, Form]], chunks: Chunks) -> frozenset[int]:
    """Tokens that tables know, but for one that begins a name («Владимир» is a city too)."""
    opens = {c.start for c in chunks if c.label == "PERSON" and c.end - c.start > 1}
    opens = {at for at in opens if not any(start == at < end - 1 for start, end, _ in known)}
    stateless = {s for s, _, form in known if form.what not in {"state", "organisation"}}
    names = opens & stateless
    return frozenset(at for start, end, _ in known for at in range(start, end)) - names


def _assembled(
    text: str,
    cut: tuple[Span, ...],
    tokens: tuple[Token, ...],
    found: list[Mention],
    *,
    known: Sequence[tuple[int, int, Form]],
    chunks: Chunks,
) -> Words:
    last = {token.span.end: at for at, token in enumerate(tokens)}
    first = {token.span.start: at for at, token in enumerate(tokens)}
    ends: dict[int, str] = {
        end - 1: form.what for _, end, form in known if form.kind not in {"adjective", "demonym"}
    }
    starts = {end - 1: start for start, end, _ in known}
    named = {last[m.span.end]: m for m in found}
    ends.update(dict.fromkeys(named, "person"))
    starts.update({at: first[m.span.start] for at, m in named.items()})
    made = [_in_name(t, named.get(at)) for at, t in enumerate(tokens)]
    made = _last_verbs(_inside_names(made, starts, named))
    return Words(
        text=text,
        sentences=cut,
        tokens=tuple(made),
        verbs=tuple(_verb(t) for t in made),
        names=tuple(replace(m, code="") for m in found),
        ends=ends,
        starts=starts,
        times=_times(chunks, made),
    )


def _in_name(token: Token, name: Mention | None) -> Token:
    """The last word of a name has the name's case."""
    if name is None:
        return token
    return replace(token, pos="PROPN", case=name.code, form="", tense="", voice="")


def _inside_names(
    tokens: list[Token], starts: dict[int, int], named: dict[int, Mention]
) -> list[Token]:
    inner = {at for end in named for at in range(starts[end], end)}
    return [
        replace(t, pos="PROPN", case="nom", form="", tense="", voice="") if at in inner else t
        for at, t in enumerate(tokens)
    ]


def _last_verbs(tokens: list[Token]) -> list[Token]:
    """«… саммитіне қатысты.»: at the end it is the verb, before a noun the postposition."""
    made = list(tokens)
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        after = [t.text for t in tokens[at + 1 : at + 3]]
        read = _at_end(token, following, after == [",", "деп"]) or _held(token, following)
        if read is not None:
            made[at] = replace(_of_verb(token.text, read), span=token.span, sentence=token.sentence)
    return made


def _at_end(token: Token, following: Token | None, reported: bool = False) -> Verb | None:
    """A last word that may be a verb: «қатысты», «жеңді»."""
    ends = (
        following is None
        or following.sentence != token.sentence
        or following.text in {".", "!", "?", "…"}
    )
    if token.form or not token.text.islower() or token.pos not in {"ADP", "NOUN"}:
        return None
    after_comma = following is not None and following.text in {",", "деп"}
    if token.pos == "ADP":
        return verb(fold(token.text)) if ends or after_comma else None
    return last_verb(fold(token.text)) if ends or reported else None


def _held(token: Token, following: Token | None) -> Verb | None:
    """«өткен саммит», that was held; «өткен жылы» is last year."""
    if token.text != "өткен" or following is None or not _TIME_WORDS.isdisjoint(following.keys):
        return None
    return verb("өткен")


def _verb(token: Token) -> Verb | None:
    return last_verb(fold(token.text)) if token.form else None


_TIME_WORDS = kind("time words")


def _times(chunks: Chunks, tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens of dates: what the model calls so, where a figure or a word of time stands in it."""
    found: set[int] = set()
    for chunk in chunks:
        part = range(chunk.start, chunk.end)
        if chunk.label in {"DATE", "TIME"} and any(_of_time(tokens[at]) for at in part):
            found |= set(part)
    for at, token in enumerate(tokens):
        if (
            token.text.islower()
            and _of_time(token)
            and token.pos == "NOUN"
            and not _on_agenda(tokens, at)
        ):
            found |= set(_day(tokens, at))
    return frozenset(found)


def _day(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """A month with the figures before it: «8-9 шілдеде»."""
    yield at
    while (
        at
        and (tokens[at - 1].pos == "NUM" or tokens[at - 1].text in "-–—")
        and tokens[at - 1].sentence == tokens[at].sentence
    ):
        at -= 1
        yield at


def is_time(token: Token) -> bool:
    """Whether a word names a day, a month, a year: it belongs to no post."""
    return token.pos == "NOUN" and token.text.islower() and not _TIME_WORDS.isdisjoint(token.keys)


def _of_time(token: Token) -> bool:
    return token.pos == "NUM" or not _TIME_WORDS.isdisjoint(token.keys)


def _on_agenda(tokens: Sequence[Token], at: int) -> bool:
    """«күн тәртібі» is no day."""
    return at + 1 < len(tokens) and tokens[at + 1].text.lower().startswith("тәртіб")
