"""Official lists of participants: which lines they have, as gold; and the page with its lines back.

С российской стороны:
ЛАВРОВ Сергей Викторович – Министр иностранных дел Российской Федерации
С монгольской стороны:
Алтангэрэл БЯМБАЖАРГАЛ – Секретарь Совета Национальной безопасности Монголии
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HEAD = re.compile(r"С(?:о)? (?P<side>[а-я]+)ой стороны ?:|\* \* \*|[А-ЯЁ][а-яё][а-яё, ]+ ?: ")
_OWN = r"[А-ЯЁ]{2,}(?:-[А-ЯЁ]+)? [А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?"
_FOREIGN = r"(?:[А-ЯЁҮӨ][а-яёүө]+ ){1,3}[А-ЯЁҮӨ]{2,}(?:[- ][А-ЯЁҮӨ]{2,})*"
_NAME = re.compile(rf"(?:{_OWN}|{_FOREIGN})(?= – )")
_OF_POST = re.compile(
    r"^(?:(?:Монголии|Венесуэла|Республики|Российской|Федерации|Хурала|Президента|Белоруссия"
    r"|Боливарианской|Администрации) )+"
)
"""Last words of a post, which stand before a name that is not in capitals from its first word."""
_END = re.compile(r" Смотрите также .*")
SIDES = {"российск": "RU", "монгольск": "MN", "венесуэльск": "VE", "белорусск": "BY"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: the name as it stands, the post, the side of its section or none."""

    name: str
    post: str
    side: str | None


def lines(page: str) -> list[Line]:
    """The lines of a page of participants."""
    return list(_lines(_END.sub("", page)))


def page_of(page: str) -> str:
    """The page as it is seen: each heading and each line on a line of its own."""
    text = _END.sub("", page)
    starts = sorted({at for at, _ in _names(text)} | {m.start() for m in _HEAD.finditer(text)})
    cuts = [0, *starts, len(text)]
    return "\n".join(text[a:b].strip() for a, b in pairwise(cuts) if b > a)


def _names(text: str) -> Iterator[tuple[int, str]]:
    for match in _NAME.finditer(text):
        name = _OF_POST.sub("", match[0])
        yield match.end() - len(name), name


def _lines(text: str) -> Iterator[Line]:
    marks = sorted(
        [(at, name) for at, name in _names(text)] + [(m.start(), "") for m in _HEAD.finditer(text)]
    )
    side = None
    ends = [*(at for at, _ in marks), len(text)][1:]
    for (at, name), end in zip(marks, ends, strict=True):
        if name:
            yield Line(name, text[at + len(name) : end].strip(" –"), side)
        else:
            found = _HEAD.match(text, at)
            side = SIDES.get(found["side"]) if found and found["side"] else None
