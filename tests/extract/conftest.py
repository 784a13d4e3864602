import pytest

from elshi.extract import languages


@pytest.fixture(autouse=True)
def three_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of other languages must not hang on which packs this tree holds."""
    monkeypatch.setattr(languages, "_packs", lambda: ("en", "kk", "ru"))
