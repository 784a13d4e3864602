"""Gate: Kazakh endings: words of UD Kazakh-KTB, and names that qazaq-inflector puts in each case.

From the treebank: how often the case of a noun or a name is right, how often its lemma is among the
keys that tables match on, and the same of verbs. From the inflector: how often stripping brings a
name back, with our tables and with every name unknown to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest.mock import patch

from qazaq_inflector import QazaqNameInflector

from compare import Score
from corpora import corpus
from elshi.lang.kk import lexicon, nominative
from elshi.lang.kk.verbs import infinitive, verb
from elshi.lang.kk.words import keys, tagged
from elshi.pack import Token
from figures import Figure, share

NAME = "morphology"
TREEBANK = "ud-kazakh-ktb"
CASES = {name: name.lower() for name in ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins")}
INFLECTED = ("genitive", "dative", "accusative", "ablative", "instrumental")
VERBAL = frozenset({"Fin", "Conv", "Part", "Inf"})
FIELDS = ("noun case", "case but nominative", "noun lemma", "verb known", "verb lemma")
BACK, BACK_UNKNOWN = "names back", "names back, unknown"


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield from sorted(corpus(TREEBANK).glob("*.conllu"))


def gate(every: int = 1) -> list[Figure]:
    """Shares that are right: of the treebank's words, of the inflector's forms."""
    score = _score(every)
    fields = (*FIELDS, BACK, BACK_UNKNOWN)
    return [share(NAME, "kk", field, (score.right[field], score.gold[field])) for field in fields]


def errors(every: int = 1) -> list[str]:
    """Words whose case or lemma is not the treebank's, names that do not come back."""
    return _score(every).errors


@cache
def _score(every: int) -> Score:
    score = Score()
    for sentence in list(_sentences())[::every]:
        read = {token.text: token for token in tagged(" ".join(row[1] for row in sentence)).tokens}
        for row in sentence:
            _noun(row, read, score)
            _verb(row, score)
    _names(score, BACK)
    with (
        patch.object(nominative, "surnames", frozenset),
        patch.object(nominative, "given", lambda _: False),
    ):
        _names(score, BACK_UNKNOWN)
    return score


def _sentences() -> Iterator[list[list[str]]]:
    """The trees as lists of columns, multiword lines left out."""
    for path in files():
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            yield [line for line in lines if line[0].isdigit()]


def _features(row: list[str]) -> dict[str, str]:
    return dict(pair.split("=") for pair in row[5].split("|") if "=" in pair)


def _noun(row: list[str], read: dict[str, Token], score: Score) -> None:
    word, lemma, case = row[1], row[2], CASES.get(_features(row).get("Case", ""))
    if row[3] not in {"NOUN", "PROPN"} or case is None or word not in read:
        return
    got = read[word].case or "nom"
    for field in FIELDS[:1] if case == "nom" else FIELDS[:2]:
        score.add(field, [got], [case], word)
    score.add("noun lemma", {*keys(word)} & {lemma.lower()}, [lemma.lower()], word)


def _verb(row: list[str], score: Score) -> None:
    if row[3] != "VERB" or _features(row).get("VerbForm") not in VERBAL or not row[2]:
        return
    found = verb(row[1].lower())
    score.add("verb known", ["known"] if found else [], ["known"], row[1])
    if found is not None:
        lemma = infinitive(row[2])
        score.add("verb lemma", [lemma if found.passive else found.lemma], [lemma], row[1])


def _names(score: Score, field: str) -> None:
    """Every surname of our tables in each case, and back."""
    inflector = QazaqNameInflector()
    for name in sorted(lexicon.surnames()):
        word = name.capitalize()
        for case in INFLECTED:
            form = inflector.inflect(word, case) or word
            noun = nominative.case_of(form, frozenset())
            back = form if noun is None else nominative.as_spelled(form, noun)
            score.add(field, [back], [word], form)
