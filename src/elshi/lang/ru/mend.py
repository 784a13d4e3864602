"""Trees mended: what the parser hangs wrongly so often that it is known, hung where it belongs.

Each mend is one function from a tree to a tree; the drawings are the parser's own mistakes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from elshi.lang.ru import models
from elshi.lang.ru.morph import CASES
from elshi.pack import Token

Tokens = list[Token]
NOUNS = frozenset({"NOUN", "PROPN"})
WIRES = frozenset({"телефон", "видеосвязь", "видеоконференцсвязь"})
JOURNEYS = frozenset({"визит", "поездка"})
GOES_TO = frozenset({"посетить", "посещать", "покинуть", "покидать"})
REACH = 8
"""Words between a verb and its «с визитом», at most."""


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words, hung where they belong."""
    made = list(tokens)
    for mend in MENDS:
        mend(made)
    return tuple(made)


def _hang(tokens: Tokens, index: int, head: int | None, rel: str) -> None:
    tokens[index] = replace(tokens[index], head=head, rel=rel)


def _verb_above(tokens: Tokens, index: int) -> int | None:
    """The verb that governs a word, however far above."""
    at, steps = tokens[index].head, 0
    while at is not None and tokens[at].pos != "VERB" and steps < REACH:
        at, steps = tokens[at].head, steps + 1
    return at if at is not None and tokens[at].pos == "VERB" else None


def _uncircle(tokens: Tokens) -> None:
    """A noun and its preposition that govern each other: the noun goes to the noun before both."""
    for index, token in enumerate(tokens):
        if token.head is not None and token.pos != "ADP" and circular(tokens, index):
            at = _before(tokens, min(index, token.head))
            rel = "root" if at is None else "obl" if tokens[at].pos == "VERB" else "nmod"
            _hang(tokens, index, at, rel)


def _before(tokens: Tokens, index: int) -> int | None:
    for at in range(index - 1, -1, -1):
        if tokens[at].sentence != tokens[index].sentence:
            return None
        if tokens[at].pos in {*NOUNS, "VERB"}:
            return at
    return None


def _second_root(tokens: Tokens) -> None:
    """вручил | верительные ← грамоты, Президенту: the objects hang on the adjective."""
    roots = {t.sentence: i for i, t in reversed(list(enumerate(tokens))) if _rules(t)}
    for index, token in enumerate(tokens[:-1]):
        verb, noun = roots.get(token.sentence), tokens[index + 1]
        own = noun.pos in NOUNS and noun.head == index
        if verb is not None and token.head is None and token.pos == "ADJ" and own:
            for child, other in enumerate(tokens):
                if other.head == index:
                    _hang(tokens, child, verb, other.rel)
            _hang(tokens, index, index + 1, "amod")


def _rules(token: Token) -> bool:
    return token.head is None and token.pos == "VERB"


def _stray_object(tokens: Tokens) -> None:
    """направил Президенту | телеграмму: a noun left as a root of its own is the verb's object."""
    roots = {t.sentence: i for i, t in reversed(list(enumerate(tokens))) if _rules(t)}
    for index, token in enumerate(tokens):
        verb = roots.get(token.sentence)
        if verb is not None and verb < index and token.head is None and token.pos == "NOUN":
            _hang(tokens, index, verb, "obj" if token.case == "acc" else "obl")


def _early_subject(tokens: Tokens) -> None:
    """Перед подписанием | главы ведомств провели: a plural right before its verb is the subject."""
    for verb, token in enumerate(tokens):
        if token.form == "finite" and token.number == "plur" and not _has_subject(tokens, verb):
            index = _right_before(tokens, verb)
            if index is not None:
                _hang(tokens, index, verb, "nsubj")


def _right_before(tokens: Tokens, verb: int) -> int | None:
    """The genitive right before a verb that may as well be a nominative plural."""
    for index in range(verb - 1, max(verb - REACH, -1), -1):
        token = tokens[index]
        if token.pos in {"PUNCT", "ADP", "VERB"}:
            return None
        plural = (
            token.case == "gen" and token.number == "sing" and token.lemma != token.text.lower()
        )
        if plural and token.pos == "NOUN" and token.rel == "nmod" and may_be_plural(token.text):
            return index
    return None


def may_be_plural(word: str) -> bool:
    """Whether a word can be a nominative plural: «главы», «послы»."""
    return any({"nomn", "plur"} <= parse.tag.grammemes for parse in models.parses(word))


def _by_wire(tokens: Tokens) -> None:
    """разговор по телефону ← Президента: the genitive is the talk's, no telephone has owners."""
    for index, token in enumerate(tokens):
        if token.head is not None and tokens[token.head].lemma in WIRES and token.pos in NOUNS:
            above = tokens[token.head].head
            if above is not None and token.rel in {"nmod", "obl", "conj"}:
                _hang(tokens, index, above, "nmod" if tokens[above].pos in NOUNS else "obl")


def _two_objects(tokens: Tokens) -> None:
    """направил телеграмму | соболезнования: the second is the first one's genitive."""
    for index in range(1, len(tokens)):
        first, second = tokens[index - 1], tokens[index]
        same = first.head is not None and first.head == second.head
        if same and first.case == "acc" and second.case == "gen" and second.rel == "obj":
            _hang(tokens, index - 1, first.head, "obj")
            _hang(tokens, index, index - 1, "nmod")


def _to_whom(tokens: Tokens) -> None:
    """телеграмму соболезнования ← Президенту: to whom is the verb's."""
    for index, token in enumerate(tokens):
        asked = token.rel == "iobj" or (token.rel == "nmod" and _is_bare_dative(tokens, index))
        if asked and token.head is not None and tokens[token.head].pos in NOUNS:
            verb = _verb_above(tokens, index)
            if verb is not None:
                _hang(tokens, index, verb, "iobj")


def _is_bare_dative(tokens: Tokens, index: int) -> bool:
    """«письмо ← Президенту» in the accusative and the dative, with no preposition."""
    token, near = tokens[index], tokens[max(0, index - 4) : index]
    asked = any(t.head == index and t.rel == "case" for t in near)
    letter = tokens[token.head] if token.head is not None else token
    return token.case == "dat" and letter.case == "acc" and not asked


def _direct_object(tokens: Tokens) -> None:
    """направил ← телеграмму: what is in the accusative is no one to whom."""
    for index, token in enumerate(tokens):
        if token.rel == "iobj" and token.case == "acc" and token.pos == "NOUN":
            _hang(tokens, index, token.head, "obj")


def _same_again(tokens: Tokens) -> None:
    """МИД Казахстана и ← МИД Монголии: the second is beside the first, not beside its state."""
    for index, token in enumerate(tokens):
        if token.rel != "conj" or token.head is None:
            continue
        first = tokens[token.head].head
        if first is not None and tokens[first].lemma == token.lemma and first < token.head:
            _hang(tokens, index, first, "conj")


def _late_subject(tokens: Tokens) -> None:
    """вручил грамоты ← посол: a nominative after the object is the verb's subject."""
    for index, token in enumerate(tokens):
        if token.case != "nom" or token.rel not in {"nmod", "obl", "obj"} or token.head is None:
            continue
        noun = tokens[token.head]
        verb = noun.head if noun.pos in NOUNS and noun.case != "nom" else None
        if verb is not None and tokens[verb].form == "finite" and not _has_subject(tokens, verb):
            _hang(tokens, index, verb, "nsubj")


def _right_after(tokens: Tokens) -> None:
    """посетил город, где провёл | переговоры: what follows a verb is its object, not another's."""
    taken = {t.head for t in tokens if t.rel == "obj"}
    for index, token in enumerate(tokens[1:], 1):
        verb = tokens[index - 1]
        acts = (verb.pos, verb.form, verb.voice) == ("VERB", "finite", "act")
        astray = token.rel == "obj" and token.head is not None and token.head < index - 1
        if astray and acts and index - 1 not in taken:
            _hang(tokens, index, index - 1, "obj")


def _goal_first(tokens: Tokens) -> None:
    """Нур-Султан ← посетил → секретарь: of two subjects the one ahead is where he goes."""
    for verb in [n for n, token in enumerate(tokens) if token.lemma in GOES_TO]:
        own = [i for i, t in enumerate(tokens) if t.head == verb and t.rel == "nsubj"]
        if len(own) > 1 and own[0] < verb < own[-1]:
            _hang(tokens, own[0], verb, "obj")


def _has_subject(tokens: Tokens, verb: int) -> bool:
    return any(t.head == verb and t.rel.startswith("nsubj") for t in tokens)


def _on_a_journey(tokens: Tokens) -> None:
    """находящийся в Нью-Йорке с визитом … встретился: the visit is of the verb right before it."""
    for index, token in enumerate(tokens):
        if token.lemma in JOURNEYS and token.case == "ins" and _with(tokens, index):
            for at in range(index - 1, max(index - REACH, -1), -1):
                if tokens[at].pos == "VERB" and tokens[at].sentence == token.sentence:
                    _hang(tokens, index, at, "obl")
                    break


def _across_the_verb(tokens: Tokens) -> None:
    """Президент провёл беседу с президентом ← Рахмоном: no phrase goes on behind its verb."""
    for index, token in enumerate(tokens):
        if token.head is None or token.rel not in {"appos", "flat", "flat:name", "nmod"}:
            continue
        verb = tokens[token.head].head
        if token.pos not in NOUNS or verb is None or tokens[verb].form != "finite":
            continue
        at = None
        if token.head < verb < index:
            at = _same_case_before(tokens, index, verb)
            at = index - 1 if at is None and _goes_on(tokens, index) else at
        elif index < verb < token.head and token.rel == "appos":
            at = index - 1 if _goes_on(tokens, index) else None
        if at is not None:
            _hang(tokens, index, at, "appos")


def _same_case_before(tokens: Tokens, index: int, verb: int) -> int | None:
    """The nearest noun between a verb and a word that stands in the case of the word."""
    if tokens[index - 1].pos not in {*NOUNS, "ADJ"}:
        return None
    near = range(index - 1, verb, -1)
    nouns = [n for n in near if tokens[n].pos in NOUNS and tokens[n].case == tokens[index].case]
    return nouns[0] if nouns else None


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a noun stands right before a word, in its sentence: «по приглашению X | Y»."""
    before = tokens[index - 1] if index else None
    return before is not None and before.pos in NOUNS and before.sentence == tokens[index].sentence


def _before_and(tokens: Tokens) -> None:
    """принял грамоты от послов | и ← поздравил: what stands before «и» is the first verb's."""
    for index, token in enumerate(tokens):
        verb = token.head
        if token.rel != "cc" or verb is None or verb < index:
            continue
        first = tokens[verb].head
        if tokens[verb].form != "finite" or tokens[verb].rel != "conj" or first is None:
            continue
        for child in range(first + 1, index):
            if tokens[child].head == verb and tokens[child].rel in {"obl", "obj", "iobj"}:
                _hang(tokens, child, first, tokens[child].rel)


def _second_subject(tokens: Tokens) -> None:
    """Премьер перенёс визит, где его ждали ← министры: a verb has one subject, the next its own."""
    for index, token in enumerate(tokens):
        verb = token.head
        if token.rel != "nsubj" or verb is None or not verb < index:
            continue
        if not any(t.head == verb and t.rel == "nsubj" for t in tokens[:verb]):
            continue
        between = [n for n in range(verb + 1, index) if tokens[n].form == "finite"]
        if between and not _has_subject(tokens, between[-1]):
            _hang(tokens, index, between[-1], "nsubj")


def _crossed_subjects(tokens: Tokens) -> None:
    """X → поговорил с Y, лидеры → обсудили: subjects that changed their verbs change back."""
    subjects = [n for n, t in enumerate(tokens) if t.rel == "nsubj" and t.head is not None]
    for one, other in pairwise(subjects):
        first, second = tokens[other].head or 0, tokens[one].head or 0
        if one < first < other < second and tokens[first].form == tokens[second].form == "finite":
            _hang(tokens, one, first, "nsubj")
            _hang(tokens, other, second, "nsubj")


def _led_by(tokens: Tokens) -> None:
    """делегацию Чехии ← во главе с ← министром: who leads it belongs to the delegation."""
    for index in range(1, len(tokens) - 3):
        words = [token.text.lower() for token in tokens[index : index + 3]]
        before = index - 1
        if words != ["во", "главе", "с"] or tokens[before].pos not in NOUNS:
            continue
        leader = next((n for n in range(index + 3, index + 9) if _is_noun(tokens, n, index)), None)
        if leader is not None:
            _hang(tokens, leader, before, "nmod")
            _hang(tokens, index, leader, "case")
            _hang(tokens, index + 1, index, "fixed")
            _hang(tokens, index + 2, index, "fixed")


def _is_noun(tokens: Tokens, index: int, near: int) -> bool:
    if index >= len(tokens) or tokens[index].sentence != tokens[near].sentence:
        return False
    return tokens[index].pos in NOUNS


def _past_its_head(tokens: Tokens) -> None:
    """с прибывшей в страну ← делегацией: a noun is not of what stands behind its preposition."""
    for index, token in enumerate(tokens):
        if token.pos != "ADP" or token.head is None or token.rel != "case":
            continue
        noun, head = token.head, tokens[token.head].head
        while head is not None and index < head < noun and tokens[head].pos in NOUNS:
            head = tokens[head].head
        if head is not None and head != tokens[noun].head and not index < head < noun:
            _hang(tokens, noun, head, "obl" if tokens[head].pos == "VERB" else "nmod")


def _only_case(tokens: Tokens) -> None:
    """«делегацией» is no genitive: a noun stands in the case that its form allows."""
    for index, token in enumerate(tokens):
        if token.pos not in {"NOUN", "ADJ"} or not token.case:
            continue
        known = [p.tag for p in models.parses(token.text) if p.is_known]
        cases = {CASES.get(str(tag.case), "") for tag in known}
        if len(cases) == 1 and token.case not in cases and all("NOUN" in tag for tag in known):
            tokens[index] = replace(token, pos="NOUN", case=cases.pop())


def _with(tokens: Tokens, index: int) -> bool:
    return any(
        t.head == index and t.lemma in {"с", "со"} for t in tokens[max(0, index - 4) : index]
    )


MENDS: tuple[Callable[[Tokens], None], ...] = (
    _only_case,
    _uncircle,
    _second_root,
    _stray_object,
    _early_subject,
    _by_wire,
    _two_objects,
    _direct_object,
    _to_whom,
    _same_again,
    _late_subject,
    _right_after,
    _goal_first,
    _on_a_journey,
    _across_the_verb,
    _led_by,
    _past_its_head,
    _before_and,
    _second_subject,
    _crossed_subjects,
)


def circular(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is, through others, its own governor."""
    seen, at = {index}, tokens[index].head
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = tokens[at].head
    return False
