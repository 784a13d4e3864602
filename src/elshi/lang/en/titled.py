"""Where the name behind a title begins: past all that the title governs.

Minister | of Foreign Affairs of the Republic of Belarus | Maxim Ryzhenkov
Ambassador | of Japan to Kazakhstan, | Yasumasa Iijima | today said
"""

from __future__ import annotations

from elshi.lang.en import words
from elshi.lang.en.calendar import CALENDAR
from elshi.lang.en.capitals import is_place, is_word, may_be_name
from elshi.lang.en.morph import fold
from elshi.lang.en.tree import Tree
from elshi.pack import Token

_MAX_OFFICE = 24
_OF_OFFICE = frozenset(
    {"of", "the", "and", "&", "for", "to", "in", "at", "on", "(", ")", "-", "'s"}
)
"""Small words and signs inside what a title governs."""
_WHEN = CALENDAR | {"on", "today", "yesterday", "here"}
"""What follows a name set off by one comma: a verb, or when he did it."""


def past_honours(tree: Tree, index: int) -> int:
    """«President of the Islamic Republic of Iran | Sayyid | Ebrahim Raisi»."""
    last = len(tree.tokens) - 1
    while index < last and fold(tree.tokens[index].text) in words.honorifics():
        index += 1
    return index


def past_state(tree: Tree, index: int) -> int:
    """Past «of Uzbekistan», «of the Republic of Belarus», «of the Senate» after a title."""
    forms = [fold(token.text) for token in tree.tokens[index : index + 9]]
    end = 1
    while end < len(forms) and (forms[end] in words.state_words() or forms[end] in words.CHAMBERS):
        end += 1
    named = forms[:1] == ["of"] and any(not _is_small(form) for form in forms[1:end])
    return index + end if named and index + end < len(tree.tokens) else index


def one_man(title: Token) -> bool:
    """Whether a title is of those before whose holder's surname alone may stand."""
    return fold(title.text) in {"minister", "president", "ambassador", "speaker"}


def ends_there(tree: Tree, at: int, *, told: bool = False) -> bool:
    """Whether a phrase ends before a word: a sign or a verb; or when he did it (`told`)."""
    if at >= len(tree.tokens) or tree.tokens[at].pos in {"PUNCT", "VERB", "AUX"}:
        return True
    return told and (tree.tokens[at].pos == "ADV" or fold(tree.tokens[at].text) in _WHEN)


def past_office(tree: Tree, index: int, *, stop: str = "") -> int:
    """Past all that a title governs: «of the Friendship Group of the Majlis (Parliament) of Iran».

    The words of states and bodies, and the small ones between them, up to a name, or to the sign
    `stop`; `index` where what follows is neither.
    """
    end = index
    while end < len(tree.tokens) and _of_office(tree, end, index):
        end += 1
    if end <= index or end >= len(tree.tokens) or not tree.tokens[end - 1].text[0].isupper():
        return index
    found = tree.tokens[end].text == stop if stop else may_be_name(tree, end)
    return end if found else index


def _of_office(tree: Tree, at: int, start: int) -> bool:
    """Whether a word is a part of what a title governs."""
    token = tree.tokens[at]
    if at - start > _MAX_OFFICE or token.sentence != tree.tokens[start].sentence:
        return False
    word = fold(token.text)
    if word in _OF_OFFICE:
        return at > start or word not in {"and", "&", "("}
    if token.text == ",":
        beside = (tree.tokens[at - 1], tree.tokens[min(at + 1, len(tree.tokens) - 1)])
        return all(fold(each.text) in words.state_words() for each in beside)
    return token.text[0].isupper() and (is_word(word) or is_place(word))


def _is_small(word: str) -> bool:
    return word in {"of", "the", "and"}
