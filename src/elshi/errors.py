"""What can go wrong, and what to do about it.

    ElshiError
    ├── InputError        one input could not be read; the run goes on
    │   ├── EmptyInput
    │   ├── BinaryInput
    │   ├── TooLarge
    │   ├── BadEncoding
    │   ├── BadRow        a line of JSONL or CSV is not what it should be
    │   └── BadDate       a date that cannot be, or lies in the future
    ├── NoPack            no language pack for this text
    ├── StoreError        the chronicle file cannot be used as it is
    └── UsageError        the command was called with words that do not fit

Each message is one line: what is wrong with which input, and what to do next.
"""

from __future__ import annotations


class ElshiError(Exception):
    """The root: catch this to catch all that Elshi raises on purpose."""


class InputError(ElshiError):
    """One input could not be read; it costs that article and never the run."""


class EmptyInput(InputError):
    """Nothing to read: the file, the page or the field is empty."""


class BinaryInput(InputError):
    """The bytes are no text (an image, an archive, a PDF)."""


class TooLarge(InputError):
    """The page is larger than the limit, or grows beyond it when parsed."""


class BadEncoding(InputError):
    """The bytes are text in no encoding that we can tell."""


class BadRow(InputError):
    """A line of JSONL or CSV that is not what it should be."""


class BadDate(InputError):
    """A publishing date that cannot be, or that lies in the future."""


class NoPack(InputError):
    """The text is in a language (or a script) for which there is no pack."""


class StoreError(ElshiError):
    """The chronicle's file cannot be used as it is."""


class UsageError(ElshiError):
    """A command or a function was called with words that do not fit."""
