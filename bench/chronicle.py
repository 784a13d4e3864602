"""How well, how fast and in how much memory a made corpus of known truth becomes contacts.

python bench/chronicle.py 10000 100000
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable

from world import Said, corpus

from elshi.chronicle import Contact, Growth

Truth = dict[str, str]


def pairwise(contacts: Iterable[Contact], truth: Truth) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of accounts."""
    found, both, true = Counter[str](), Counter[tuple[str, str]](), Counter[str]()
    for contact in contacts:
        for entry in contact.accounts:
            known = truth[entry.ref]
            found[contact.id] += 1
            both[contact.id, known] += 1
            true[known] += 1
    right = _pairs(both.values())
    precision, recall = right / _pairs(found.values()), right / _pairs(true.values())
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def measured(articles: int) -> dict[str, float | int]:
    """Figures for a corpus of one size."""
    growth, truth, last = Growth(), Truth(), list[Said]()
    started = time.process_time()
    made = 0.0
    source = corpus(articles + 50)
    for _ in range(articles):
        before = time.process_time()
        said = next(source)
        made += time.process_time() - before
        truth |= _truth(said)
        growth.add(said.reading)
    growth.settle()
    built = time.process_time() - started - made
    last = list(source)
    contacts = growth.contacts()
    precision, recall, f1 = pairwise(contacts, truth)
    return {
        "articles": articles,
        "accounts": sum(len(c.accounts) for c in contacts),
        "contacts": len(contacts),
        "cells": len(growth.cells),
        "largest island": max(len(keys) for keys in growth.islands.values()),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "seconds": round(built, 1),
        "one more, most seconds": round(max(_one_more(growth, said) for said in last), 4),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _truth(said: Said) -> Truth:
    article = said.reading.article.id
    pairs = zip(said.reading.accounts, said.truth, strict=True)
    return {f"{article}/{account.id}": known for account, known in pairs}


def _one_more(growth: Growth, said: Said) -> float:
    """Seconds that one more article costs until its contacts can be shown."""
    started = time.process_time()
    growth.add(said.reading)
    growth.around(said.reading.article.id)
    return time.process_time() - started


def main(sizes: list[str]) -> None:
    """Prints a line of figures for each size."""
    for size in sizes or ["10000", "100000"]:
        print(json.dumps(measured(int(size))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
