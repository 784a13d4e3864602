"""The whole path: what of a text is read, and what its ledger says of the rest."""

from __future__ import annotations

import pytest

from elshi import pipeline
from elshi.extract import article
from elshi.records import Capture

TOLD = (
    "President of Kazakhstan Kassym-Jomart Tokayev received Prime Minister of Italy "
    "Giorgia Meloni in Astana."
)


@pytest.mark.parametrize("sign", ["\n", " ", "-"])
def test_of_a_very_long_text_the_beginning_is_read(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "LONGEST", 300)
    rest = sign.join(["word"] * 200)
    reading = pipeline.read(article(Capture("long.txt", f"{TOLD}\n\n{rest}", "text")))
    (left,) = (line for line in reading.unread if line.rule == "long")
    assert [account.kind.value for account in reading.accounts] == ["meeting"]
    assert left.span is not None
    assert left.span.end == len(reading.article.text)
    assert left.span.start <= 300


def test_of_any_other_text_nothing_is_left() -> None:
    reading = pipeline.read(article(Capture("short.txt", TOLD, "text")))
    assert not [line for line in reading.unread if line.rule == "long"]
