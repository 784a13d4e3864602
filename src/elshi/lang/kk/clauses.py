"""Kazakh clauses: the verb stands last, its arguments before it say by case what they are.

    Тоқаев | Астанаға келген | Макронмен | келіссөз жүргізді | деп хабарлайды …
    subject  to       travel   with        talks, carried

A verb takes the phrases back to the verb before it; a converb shares the subject of its chain; a
participle before a name has that name as its subject; an event noun that a light verb carries is
one clause with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.lang.kk.arguments import arguments, heads
from elshi.lang.kk.attach import attached
from elshi.lang.kk.items import Border, Group, Item, Phrase
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.mood import final, negated, tense
from elshi.lang.kk.node import Node
from elshi.lang.kk.phrases import items
from elshi.lang.kk.predicates import nodes, opens
from elshi.lang.kk.words import Words
from elshi.pack import Argument, Clause
from elshi.records import Span
from elshi.text import fold


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as items, with the predicates found in it."""

    number: int
    items: tuple[Item, ...]
    nodes: tuple[Node, ...]


def clauses(words: Words, lexicon: Lexicon) -> tuple[Clause, ...]:
    """All clauses of a text whose predicate the tables know, in text order."""
    found: list[Clause] = []
    for number, (start, end) in enumerate(_ranges(words)):
        if any(not lexicon.keys.isdisjoint(t.keys) for t in words.tokens[start:end]):
            found += _in_sentence(words, lexicon, (start, end), number, offset=len(found))
    return tuple(found)


def _ranges(words: Words) -> Iterator[tuple[int, int]]:
    start = 0
    for number in range(len(words.sentences)):
        end = start
        while end < len(words.tokens) and words.tokens[end].sentence == number:
            end += 1
        yield start, end
        start = end


def _in_sentence(
    words: Words, lexicon: Lexicon, span: tuple[int, int], number: int, *, offset: int
) -> list[Clause]:
    found = items(words, *span)
    found = _with_quotations(words, found)
    sentence = Sentence(number, tuple(found), tuple(nodes(words, found, lexicon)))
    kept = [n for n in sentence.nodes if not _is_source(words, sentence, n, lexicon)]
    sentence = replace(sentence, nodes=tuple(kept))
    made = [_clause(words, sentence, node, lexicon) for node in sentence.nodes]
    order = {node.at: offset + n for n, node in enumerate(sentence.nodes)}
    joined = [
        replace(clause, parent=_parent(sentence, node, order))
        for clause, node in zip(made, sentence.nodes, strict=True)
    ]
    return [*joined, *_others(words, sentence)]


def _others(words: Words, sentence: Sentence) -> Iterator[Clause]:
    """Beside event nouns, verbs that no table knows: what they say when is theirs."""
    if not any(node.nominal for node in sentence.nodes):
        return
    known = {node.at for node in sentence.nodes}
    for at, item in enumerate(sentence.items):
        ends = isinstance(item, Group) and (final(item) or item.verb.case == "loc")
        if isinstance(item, Group) and ends and at not in known:
            tokens = words.tokens[opens(sentence.items, at) : item.end]
            predicate = Span(words.tokens[item.start].span.start, tokens[-1].span.end)
            yield Clause(
                sentence=sentence.number,
                span=Span(tokens[0].span.start, predicate.end),
                predicate=predicate,
                lemma=item.verb.lemma,
                tense=tense(words, sentence.items, at, speech=False),
                negated=negated(item),
            )


SOURCES = kind("sources")


def _is_source(words: Words, sentence: Sentence, node: Node, lexicon: Lexicon) -> bool:
    """«деп хабарлайды Ақорда»: who says so, no statement of a person."""
    if node.lemma not in SOURCES or node.passive:
        return node.lemma in SOURCES
    taken = attached(words, sentence.items, sentence.nodes, node, lexicon)
    subjects = [p for p, marker in taken if marker == "subject" and p.start > node.start]
    before = sentence.items[node.at - 1] if node.at else None
    quoting = isinstance(before, Group) and before.verb.lemma == "деу"
    return quoting and not any(words.ends.get(p.head) == "person" for p in subjects)


def _with_quotations(words: Words, found: Sequence[Item]) -> list[Item]:
    """Quotations opened by the sentence stay borders; their insides are read apart."""
    made: list[Item] = []
    for item in found:
        made.append(item)
        if isinstance(item, Border) and item.sign == "«»":
            inside = items(words, item.start + 1, item.end - 1)
            made[-1:] = [Border(item.start, item.start + 1, "«"), *inside,
                         Border(item.end - 1, item.end, "»")]  # fmt: skip
    return made


def _clause(words: Words, sentence: Sentence, node: Node, lexicon: Lexicon) -> Clause:
    taken = attached(words, sentence.items, sentence.nodes, node, lexicon)
    made = list(arguments(words, node, taken, lexicon))
    said = _content(words, sentence, node, taken, lexicon)
    if said is not None:
        made.append(Argument("that", said, (said,)))
    lemma = _pledge(words, node, lexicon) if said is not None else node.lemma
    predicate = Span(words.tokens[node.start].span.start, words.tokens[node.end - 1].span.end)
    return Clause(
        sentence=sentence.number,
        span=_extent(words, node, taken, predicate, made),
        predicate=predicate,
        lemma=lemma,
        nominal=node.nominal,
        tense=node.tense,
        negated=node.negated,
        modality=node.modality,
        arguments=tuple(sorted(made, key=lambda a: (a.span, a.marker))),
        plural=node.plural,
        attributes=node.attributes,
    )


def _pledge(words: Words, node: Node, lexicon: Lexicon) -> str:
    """«… дайын екенін айтты»: one predicate with the word that makes it a pledge."""
    if node.start >= 2 and _is_ekenin(fold(words.tokens[node.start - 1].text)):
        for key in words.tokens[node.start - 2].keys:
            if f"{key} екен {node.lemma}" in lexicon.speech:
                return f"{key} екен {node.lemma}"
    return node.lemma


def _extent(
    words: Words,
    node: Node,
    taken: Sequence[tuple[Phrase, str]],
    predicate: Span,
    made: Sequence[Argument],
) -> Span:
    """From its region's first word, adverbs and times included, to its last verb."""
    starts = [words.tokens[node.opens].span.start, predicate.start]
    starts += [a.span.start for a in made]
    ends = [predicate.end, words.tokens[max(node.last, node.end) - 1].span.end]
    ends += [a.span.end for a in made]
    return Span(min(starts), max(ends))


def _content(
    words: Words,
    sentence: Sentence,
    node: Node,
    taken: Sequence[tuple[Phrase, str]],
    lexicon: Lexicon,
) -> Span | None:
    """What is said, where it stands before the verb: «… жатқанын айтты», «… деп атап өтті»."""
    if node.lemma not in lexicon.speech or node.nominal:
        return None
    if node.gist:
        return _after(words, sentence, node)
    if not _opens_content(words, sentence, node):
        return None
    start = _content_start(words, sentence, node, taken)
    if all(fold(t.text) == "деп" for t in words.tokens[start : node.start]):
        return None
    end = words.tokens[node.start - 1].span.end if node.start > start else None
    if end is None or words.tokens[start].span.start >= end:
        return None
    return Span(words.tokens[start].span.start, end)


def _after(words: Words, sentence: Sentence, node: Node) -> Span | None:
    """«Министрдің айтуынша, …»: all that follows the comma."""
    last = sentence.items[-1].end
    start = node.last + 1
    while last > start and words.tokens[last - 1].pos == "PUNCT":
        last -= 1
    if start >= last:
        return None
    return Span(words.tokens[start].span.start, words.tokens[last - 1].span.end)


def _opens_content(words: Words, sentence: Sentence, node: Node) -> bool:
    """Whether a clause in the accusative, or «деп», stands right before the verb of saying."""
    before = [i for i in sentence.items if i.end <= node.start]
    if not before:
        return False
    last = before[-1]
    signs = [t.text for t in words.tokens[max(0, last.start - 3) : last.start]]
    if "»" in signs and fold(words.tokens[last.start].text) == "деп":
        return False  # «…», – деп атап өтті: a quotation, not a report
    if isinstance(last, Group):
        tokens = [fold(t.text) for t in words.tokens[last.start : last.end]]
        verb = last.tail[-1] if last.tail else last.verb
        return verb.case == "acc" or tokens[-1] in {"деп", "туралы"} or _is_ekenin(tokens[-1])
    return isinstance(last, Phrase) and _is_ekenin(fold(words.tokens[last.end - 1].text))


def _is_ekenin(word: str) -> bool:
    return word.startswith(("екен", "жоғын", "барын", "екендіг"))


def _content_start(
    words: Words, sentence: Sentence, node: Node, taken: Sequence[tuple[Phrase, str]]
) -> int:
    """After the speaker, else where the sentence begins."""
    subjects = [p for p, marker in taken if marker == "subject" and p.end <= node.start]
    start = subjects[0].end if subjects else node.opens
    start = max([start, *(n.last for n in sentence.nodes if _said_before(sentence, n, node))])
    while start < node.start and words.tokens[start].pos == "PUNCT":
        start += 1
    return start


def _said_before(sentence: Sentence, other: Node, node: Node) -> bool:
    """«қолдау білдіріп, … атап өтті»: what was said first is no part of what is said then."""
    after = sentence.items[other.at + 1] if other.at + 1 < len(sentence.items) else None
    comma = isinstance(after, Border) and after.sign == ","
    chained = other.verb is not None and other.verb.mood == "conv"
    return other.said and chained and comma and other.at < node.at


def _parent(sentence: Sentence, node: Node, order: dict[int, int]) -> int | None:
    """The clause that a converb, a participle or an event noun belongs to: the next verb's."""
    if node.finite:
        return None
    for other in sentence.nodes:
        if other.at > node.at and not other.nominal:
            return order[other.at]
    return None


__all__ = ["clauses", "heads"]
