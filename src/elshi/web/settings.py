"""What an installation decides: where things lie, who may read, what the address is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """How a site is run. `today` is fixed in tests only."""

    chronicle: str
    """SQLite file or postgresql:// address of the store."""
    pages: str = ""
    """File of the page index; beside the chronicle if empty."""
    users: str = ""
    """File of the users who may judge; beside the chronicle if empty."""
    closed: bool = False
    """Whether reading needs a login too."""
    secure: bool = False
    """Whether the site is reached by https, so that cookies never travel without it."""
    address: str = ""
    """How the site is called from outside (https://elshi.example), for feeds; else as asked."""
    watch: float = 10.0
    """Seconds between two looks whether more was read."""
    now: date | None = None

    @property
    def pages_file(self) -> Path:
        """Where the page index lies."""
        return Path(self.pages or f"{_beside(self.chronicle)}.pages")

    @property
    def users_file(self) -> Path:
        """Where the users lie: apart from the chronicle, which may be given to others."""
        return Path(self.users or f"{_beside(self.chronicle)}.users")

    def today(self) -> date:
        """The day on which a page is asked for."""
        return self.now or datetime.now(UTC).date()


def _beside(chronicle: str) -> str:
    return "elshi" if "://" in chronicle else chronicle
