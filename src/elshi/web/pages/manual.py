"""The manual of the API, from its own description: nothing on it is written twice."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from elshi.web.page import Wanted as PageOf

router = APIRouter()
PROBLEMS = ("side", "date", "pair", "unfit", "gone", "cursor", "login", "many", "method", "other")


@router.get("/{ui}/api")
def manual(page: PageOf) -> Response:
    """Every question and every field, with examples."""
    described = page.request.app.openapi()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in described["paths"].items():
        told = methods["get"] | {"path": path, "example": _example(methods["get"], described)}
        groups.setdefault(told["tags"][0], []).append(told)
    return page.render(
        "manual.html", groups=groups, schemas=described["components"]["schemas"], name=_name,
        problems=PROBLEMS,
    )  # fmt: skip


def _example(told: dict[str, Any], described: dict[str, Any]) -> str:
    """An answer made from the examples of its fields."""
    content = told["responses"]["200"].get("content", {}).get("application/json", {})
    made = _made(content.get("schema", {}), described["components"]["schemas"])
    return json.dumps(made, ensure_ascii=False, indent=2) if made else ""


def _made(schema: dict[str, Any], known: dict[str, Any]) -> Any:
    if "examples" in schema:
        return schema["examples"][0]
    if "$ref" in schema:
        return _made(known[_name(schema)], known)
    if "properties" in schema:
        return {name: _made(field, known) for name, field in schema["properties"].items()}
    if schema.get("type") == "array":
        return [_made(schema["items"], known)]
    options = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
    return _made(options[0], known) if options else None


def _name(schema: dict[str, Any]) -> str:
    """The name of the record that a schema points to."""
    return str(schema.get("$ref", "")).rpartition("/")[2]
