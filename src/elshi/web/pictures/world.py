"""The map: outlines of states from a package, a disc where contacts took place."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WIDTH, HEIGHT = 1000, 460
SOUTH, NORTH = -58.0, 80.0
"""The ice at both ends is left out: nobody meets there."""
LARGEST = 26.0
COARSE = 0.35
"""Degrees below which a corner of an outline is not worth its bytes."""


@dataclass(frozen=True, slots=True)
class Land:
    """A state's outline and the middle of it."""

    code: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Disc:
    """Contacts in a state: the area of the disc is their number."""

    code: str
    x: float
    y: float
    r: float
    count: int


@dataclass(frozen=True, slots=True)
class World:
    """The picture, and how many contacts it cannot place."""

    lands: tuple[Land, ...]
    discs: tuple[Disc, ...]
    nowhere: int


def world(counts: Sequence[tuple[str, int]]) -> World:
    """The map of contacts by country."""
    known = lands()
    placed = [(known[code], count) for code, count in counts if code in known]
    most = max((count for _, count in placed), default=1)
    discs = [
        Disc(land.code, land.x, land.y, _radius(count / most), count) for land, count in placed
    ]
    nowhere = sum(count for code, count in counts if code not in known)
    return World(tuple(known.values()), tuple(discs), nowhere)


def _radius(part: float) -> float:
    return round(max(9.0, LARGEST * math.sqrt(part)), 1)


@cache
def lands() -> Mapping[str, Land]:
    """All states of the package, by code."""
    folder = files("countryinfo") / "data"
    paths = (path for path in folder.iterdir() if path.name.endswith(".json"))
    found = (_land(json.loads(path.read_text(encoding="utf-8"))) for path in paths)
    return {land.code: land for land in sorted(filter(None, found), key=lambda land: land.code)}


def _land(tree: dict[str, Any]) -> Land | None:
    code, middle = tree.get("ISO", {}).get("alpha2", "").upper(), tree.get("latlng")
    if not code or code == "AQ" or not middle:
        return None
    shapes = tree.get("geoJSON", {}).get("features", [])
    path = "".join(_path(ring) for shape in shapes for ring in _rings(shape.get("geometry") or {}))
    x, y = _placed(middle[1], middle[0])
    return Land(code, path, x, y)


def _rings(geometry: dict[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    corners = geometry.get("coordinates", [])
    if geometry.get("type") == "Polygon":
        yield from corners
    elif geometry.get("type") == "MultiPolygon":
        for polygon in corners:
            yield from polygon


def _path(ring: Iterable[Sequence[float]]) -> str:
    points: list[tuple[float, float]] = []
    last = (1e9, 1e9)
    for east, north, *_ in ring:
        if abs(east - last[0]) + abs(north - last[1]) >= COARSE:
            points.append(_placed(east, north))
            last = (east, north)
    return f"M{'L'.join(f'{x:g},{y:g}' for x, y in points)}Z" if len(points) > 2 else ""


def _placed(east: float, north: float) -> tuple[float, float]:
    """Plain degrees, a little flattened: honest about directions, wrong about areas."""
    x = (east + 180) / 360 * WIDTH
    y = (NORTH - max(SOUTH, min(NORTH + 4, north))) / (NORTH - SOUTH) * HEIGHT
    return round(x, 1), round(y, 1)
