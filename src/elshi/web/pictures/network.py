"""With whom a person takes part: the person in the middle, the others around."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from elshi.web.index.people import PersonRow
from elshi.web.index.records import PersonShown
from elshi.web.naming import named
from elshi.web.pictures.labels import short

WIDTH, HEIGHT = 1000, 520


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the picture."""

    x: float
    y: float
    r: float
    label: str
    lang: str
    anchor: str
    """Where the name stands: `start` right of the dot, `end` left of it."""
    person: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """The picture."""

    middle: Node | None
    nodes: tuple[Node, ...] = ()


def network(person: PersonRow, others: Sequence[tuple[PersonShown, int]], ui: str) -> Network:
    """The network of a person; none without others."""
    if not others:
        return Network(None)
    most = others[0][1]
    nodes = [
        _node(n, len(others), shown.person, (times, most), ui)
        for n, (shown, times) in enumerate(others)
    ]
    name = named(person, ui)
    middle = Node(WIDTH / 2, HEIGHT / 2, 12, short(name.text), name.lang, "middle")
    return Network(middle, tuple(nodes))


def _node(n: int, count: int, person: PersonRow, times: tuple[int, int], ui: str) -> Node:
    angle = 2 * math.pi * n / count - math.pi / 2 + math.pi / max(2, count)
    x = WIDTH / 2 + math.cos(angle) * 270
    y = HEIGHT / 2 + math.sin(angle) * (HEIGHT / 2 - 34)
    name = named(person, ui)
    return Node(
        round(x, 1), round(y, 1), round(5 + 7 * math.sqrt(times[0] / times[1]), 1),
        short(name.text), name.lang, "start" if math.cos(angle) >= 0 else "end",
        person.id, times[0],
    )  # fmt: skip
