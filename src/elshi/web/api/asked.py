"""What the API is asked with: each part of an address with its meaning and an example."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Query

from elshi.records import Level
from elshi.web.api.models import ARTICLE, CONTACT
from elshi.web.filters import PERSON
from elshi.web.page import Ui


def _id(example: str) -> Any:
    return Path(description="Its id.", examples=[example])


def _words(text: str, example: str, **more: Any) -> Any:
    return Query(max_length=200, description=text, examples=[example], **more)


def _most(text: str, example: int, limit: int) -> Any:
    return Query(ge=1, le=limit, description=text, examples=[example])


ContactId = Annotated[str, _id(CONTACT)]
PersonId = Annotated[str, _id(PERSON)]
ArticleId = Annotated[str, _id(ARTICLE)]
SideName = Annotated[
    str, Path(description="A state or an organisation, by code or by name.", examples=["KZ"])
]
OtherSide = Annotated[str, Path(description="Another side.", examples=["US"])]
Rung = Annotated[
    Level, Path(description="Rung of the ladder of offices.", examples=["foreign minister"])
]
House = Annotated[
    str, Query(max_length=80, description="Code of the institution.", examples=["mfa"])
]
After = Annotated[
    str, Query(max_length=80, description="Cursor: `after` of the part before.", examples=[CONTACT])
]
Most = Annotated[int, _most("How many at most.", 50, 500)]
MostFound = Annotated[int, _most("How many of each at most.", 10, 100)]
MostTold = Annotated[int, _most("Sentences a heading.", 5, 100)]
Name = Annotated[str, _words("Words of the name, any script.", "Тоқаев")]
Words = Annotated[str, _words("Words, in any form.", "переговоры")]
Searched = Annotated[str, _words("Words, in any form and any script.", "Тоқаев", min_length=1)]
Outlet = Annotated[str, _words("Who published it, as articles name it.", "Elshi Herald")]
Spoken = Annotated[Ui, Query(description="Language of the brief.", examples=["ru"])]
