"""What can go wrong on a page, each with its status and what to do.

ElshiError
└── WebError
    ├── NotHere       404   no such contact, person, article …
    ├── Unfit         422   a filter that cannot be understood
    ├── CursorGone    410   the list changed while it was read
    ├── NotAllowed    403   not logged in, or the form is not ours
    └── TooMany       429   too many attempts
"""

from __future__ import annotations

from elshi.errors import ElshiError


class WebError(ElshiError):
    """The root: a status, a key of the table of words, and what it is about."""

    status = 500
    key = "error.other"

    def __init__(self, about: str = "", key: str = "") -> None:
        super().__init__(about)
        self.about = about
        self.key = key or self.key


class NotHere(WebError):
    """There is no such thing in this chronicle."""

    status = 404
    key = "error.gone"


class Unfit(WebError):
    """A filter that cannot be understood."""

    status = 422
    key = "error.unfit"


class CursorGone(WebError):
    """The chronicle was made anew while a list was read, and the place in it is gone."""

    status = 410
    key = "error.cursor"


class NotAllowed(WebError):
    """Writing without a login, or from a form that is not ours."""

    status = 403
    key = "error.login"


class TooMany(WebError):
    """Too many attempts in too short a time."""

    status = 429
    key = "error.many"
