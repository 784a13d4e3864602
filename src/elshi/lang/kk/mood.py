"""What a Kazakh verb says of its deed: when, whether, planned, possible, called off."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lang.kk.items import Border, Group, Item, Phrase
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.words import Words
from elshi.pack import Modality, Tense
from elshi.text import fold


def final(group: Group) -> bool:
    """Whether a group of verbs can end a sentence."""
    last = group.tail[-1] if group.tail else group.verb
    return last.form == "finite" or bool(group.words)


def reads(words: Words, start: int, form: Sequence[str]) -> bool:
    """Whether a form's words stand from a token on, one verb after them."""
    return (
        all(word in words.tokens[start + n].keys for n, word in enumerate(form))
        and words.tokens[start].sentence == words.tokens[start + len(form)].sentence
    )


def role_of(words: Words, group: Group, lexicon: Lexicon) -> str | None:
    """What a group does with an event: occur, carry, join, arrive, modal."""
    last = group.tail[-1].lemma if group.tail else group.verb.lemma
    if group.verb.lemma == "ету" and not _PRESIDING.isdisjoint(_before(words, group)):
        return "join"  # «отырысқа төрағалық етті»
    if group.verb.lemma in lexicon.lights:
        return lexicon.lights[group.verb.lemma]
    planned = last == "болу" and _modal_of(words, group, lexicon)  # «белгіленген болатын»
    if last in lexicon.lights and not planned:
        return lexicon.lights[last]
    return "modal" if _modal_of(words, group, lexicon) else None


_PRESIDING = kind("presiding")


def _before(words: Words, group: Group) -> tuple[str, ...]:
    return words.tokens[group.start - 1].keys if group.start else ()


def described(found: Sequence[Item], at: int, words: Words, lexicon: Lexicon) -> Modality | None:
    """«белгіленген кездесу», «өтетін сапар»: planned."""
    near = at - 1
    while near > 0 and isinstance(found[near], Phrase) and found[near].end == found[near + 1].start:
        near -= 1
    before = found[near] if near >= 0 else None
    if not isinstance(before, Group) or before.verb.form != "participle" or before.verb.case:
        return None
    if before.verb.mood == "habitual":
        return "planned"
    return _modal_of(words, before, lexicon)


def negated(group: Group) -> bool:
    """Whether the text says that it was not done."""
    if "жоқ" in group.words or "емес" in group.words:
        return True
    return group.verb.negated or any(v.negated for v in group.tail)


def tense(words: Words, found: Sequence[Item], at: int, speech: bool) -> Tense | None:
    """The tense of a group of verbs; a verb of saying has its present for the press's."""
    group = found[at]
    assert isinstance(group, Group)
    last = group.tail[-1] if group.tail else group.verb
    if "еді" in group.words or last.mood in {"past", "narr", "part"}:
        return "past"
    if last.lemma == "болу" and last.mood == "habitual" and group.tail:
        return "past"
    bare = not group.tail and not group.words and group.verb.case != "loc"
    if group.verb.mood == "inf" and bare:
        return _tense_after(words, found, at, speech)
    if (last.lemma in {"отыру", "жату", "тұру", "жүру"} and last.person) or last.mood == "inf":
        return "present"
    if last.form == "gerund":
        return _tense_after(words, found, at, speech)
    return "present" if speech or last.lemma in _STANDING else "future"


_STANDING = frozenset({"басқару"})
"""Verbs of what one does all the while: «делегацияны … басқарады» is no plan."""


def _tense_after(words: Words, found: Sequence[Item], at: int, speech: bool) -> Tense | None:
    """A converb has the tense of the verb that ends its chain."""
    for later in range(at + 1, len(found)):
        item = found[later]
        if isinstance(item, Group) and _ends(item):
            return tense(words, found, later, speech)
    return None


def _ends(group: Group) -> bool:
    """«қатысты», «қатысқан еді»: a verb with a tense of its own."""
    return "еді" in group.words or (group.tail[-1] if group.tail else group.verb).form == "finite"


def _modal_of(words: Words, group: Group, lexicon: Lexicon) -> Modality | None:
    """What a verb makes of the event beside it: жоспарлау, кейінге қалдыру, бас тарту."""
    for token, read in [(group.start + n, v) for n, v in enumerate((group.verb, *group.tail))]:
        for form in lexicon.modals_by_last.get(read.lemma, ()):
            start = token - len(form) + 1
            if start >= 0 and reads(words, start, form[:-1]):
                return lexicon.modals[" ".join(form)]  # type: ignore[return-value]
        if read.lemma in lexicon.modals:
            return lexicon.modals[read.lemma]  # type: ignore[return-value]
    return None


_AFTER = {
    "тиіс": "planned",
    "керек": "planned",
    "қажет": "planned",
    "мүмкін": "possible",
    "ықтимал": "possible",
}


def modality(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Modality | None:
    """Planned, cancelled, possible or wanted, by the verb's form and by what follows it."""
    group = found[at]
    assert isinstance(group, Group)
    for word in group.words:
        if word in _AFTER:
            return _AFTER[word]  # type: ignore[return-value]
    if group.verb.mood == "wish":
        return "wanted"
    if (group.tail[-1] if group.tail else group.verb).mood == "cond":
        return "possible"  # «диалог басталса»
    if group.verb.negated and group.tail and group.tail[-1].lemma == "болу":
        return "cancelled"
    received = group.verb.lemma == "күту" and group.tail and group.tail[-1].lemma == "алу"
    modal = role_of(words, group, lexicon) == "modal" and not received  # «күтіп алды»
    own = _modal_of(words, group, lexicon) if modal else None
    return (
        own
        or _governor(words, found, at, lexicon)
        or ("planned" if group.verb.mood == "plan" else None)
    )


_UNDECIDED = kind("undecided")
_OF_WHICH = frozenset({"жөніндегі", "туралы", "жайлы", "жайындағы"})


def _undecided(words: Words, found: Sequence[Item], at: int) -> bool:
    """«кездесетіні жөніндегі шешім», «кездесу мүмкіндігі»: it is only thought of."""
    after = found[at + 2] if at + 2 < len(found) else None
    link = found[at + 1] if at + 1 < len(found) else None
    about = isinstance(link, Border) and fold(words.tokens[link.start].text) in _OF_WHICH
    thought = isinstance(after, Phrase) and about
    return thought and not _UNDECIDED.isdisjoint(words.tokens[after.head].keys)  # type: ignore[union-attr]


_FOR = frozenset({"үшін", "мақсатында"})


def _purpose(words: Words, found: Sequence[Item], at: int) -> bool:
    after = found[at + 1] if at + 1 < len(found) else None
    return isinstance(after, Border) and fold(words.tokens[after.start].text) in _FOR


def _governor(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Modality | None:
    """«баруды жоспарлап отыр», «келеді деп күтілуде», «келуге шақырды»."""
    group = found[at]
    assert isinstance(group, Group)
    if _undecided(words, found, at):
        return "possible"
    following = [item for item in found[at + 1 :] if isinstance(item, Group)]
    if not following:
        return None
    direct = following[0]
    if group.verb.mood == "inf" and (direct.start == group.end or _purpose(words, found, at)):
        own = _modal_of(words, direct, lexicon)  # «қатысу үшін Анкараға шақырды»
        return own if direct.start == group.end or own == "wanted" else None
    if group.verb.possessive and group.verb.mood in {"inf", "part"}:
        said_ = _modal_of(words, direct, lexicon)
        return None if said_ == "wanted" else said_
    said = direct.verb.lemma == "деу" and direct.start == group.end
    if said and len(following) > 1:
        found_ = _modal_of(words, following[1], lexicon)
        return found_ if found_ in {"planned", "possible"} else None
    return None
