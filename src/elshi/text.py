"""Small verbs on text: cleaning it once, folding it for comparison, finding its paragraphs.

`cleaned` may change the length and is used once, before an article is made. From then on only
`fold` is used, and it never changes the length: a place in the fold is a place in the text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from elshi.records import Span

_TWINS = ("aceiopxykhəɵjACEIOPXYKHMTBƏƟJ", "асеіорхукһәөјАСЕІОРХУКНМТВӘӨЈ")
"""Latin letters and the Cyrillic ones that are drawn like them."""
_TO_CYRILLIC = str.maketrans(*_TWINS)
_TO_LATIN = str.maketrans(*reversed(_TWINS))

_DASHES = "‐‑‒–—―−﹘﹣－─"
_QUOTES = "«»„“”‟‹›❝❞〝〞＂"
_APOSTROPHES = "‘’‚‛ʼʹ´`′＇"
_SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))

_FOLD = (
    {"ё": "е", "Ё": "е", "İ": "i"}
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_SPACES, " ")
)
_LINE = 400
_FOLDED = re.compile("[" + "".join(map(re.escape, _FOLD)) + "]")
"""Four times as fast as `str.translate`, which looks every Cyrillic letter up."""

_CYRILLIC = "\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u024f\u0259\u0275"
_MIXED = re.compile(f"(?:[{_LATIN}][{_CYRILLIC}])|(?:[{_CYRILLIC}][{_LATIN}])")
_WORD = re.compile(f"[{_LATIN}{_CYRILLIC}]+")
_TWIN = "[асеіорхуАСЕІОРХУКНМТВ]"
_LONE = re.compile(rf"(?<![^\W_]){_TWIN}(?=-?\d)|(?<=\d){_TWIN}(?![^\W_])")
_BY_FIGURE = re.compile(rf"\d(?:(?<={_TWIN}.)|(?<={_TWIN}-.)|(?={_TWIN}))")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")


def fold(text: str) -> str:
    """The text as matching sees it: small letters, ё as е, one dash, one quote, one space.

    Look-alikes of the other alphabet are folded only where a word mixes the two («Тоқaев» with a
    Latin a), and in a letter beside a figure, which becomes Latin: С5+1 and C5+1 are one.
    The length never changes.
    """
    return _fold_of_line(text) if len(text) <= _LINE else _fold(text)


@lru_cache(maxsize=4096)
def _fold_of_line(line: str) -> str:
    """A line is asked for by many rules: the same fold need not be made a dozen times."""
    return _fold(line)


def _fold(text: str) -> str:
    folded = _FOLDED.sub(_plain, text)
    if _MIXED.search(folded):
        folded = _WORD.sub(_one_script, folded)
    if _BY_FIGURE.search(folded):
        folded = _LONE.sub(_latin_letter, folded)
    return folded.lower()


def _plain(match: re.Match[str]) -> str:
    return _FOLD[match[0]]


def _one_script(match: re.Match[str]) -> str:
    """A word in one alphabet: the one to which its letters without a twin belong."""
    word = match[0]
    if not _MIXED.search(word):
        return word
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    strange_in_latin = len(_CYRILLIC_LETTER.findall(latin))
    strange_in_cyrillic = len(word) - len(_CYRILLIC_LETTER.findall(cyrillic))
    return cyrillic if strange_in_cyrillic <= strange_in_latin else latin


def _latin_letter(match: re.Match[str]) -> str:
    return match[0].translate(_TO_LATIN)


_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufe00-\ufe0f\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e007f]"
)
"""Control, bidirectional, zero-width, soft-hyphen, private and half-surrogate characters."""
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
_GAPS = re.compile(f"[ {_SPACES}]+")
_EDGES = re.compile(r" *\n *")


def cleaned(text: str) -> str:
    """The text with one kind of line break and of space, composed (NFC), without unseen signs.

    What a page's source leaves behind (`&nbsp;`, `&laquo;`) is read as the sign it stands for.
    """
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    text = _EDGES.sub("\n", _GAPS.sub(" ", text)).strip()
    return unicodedata.normalize("NFC", text)


_PARAGRAPH = re.compile(r"[^\s][^\n]*")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of an article's text: its lines that are not blank, without outer spaces."""
    return [
        Span(match.start(), match.start() + len(match[0].rstrip()))
        for match in _PARAGRAPH.finditer(text)
    ]
