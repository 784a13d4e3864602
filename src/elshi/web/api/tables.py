"""Lists as CSV: one row an item, what is a list joined by `; `, for a spreadsheet or R."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from elshi.export import csv_text
from elshi.web.api.models import Listed, Out

MEDIA = "text/csv; charset=utf-8"


def asked(request: Request) -> bool:
    """Whether CSV is asked for, by suffix or by Accept."""
    return request.url.path.endswith(".csv") or "text/csv" in request.headers.get("accept", "")


def answer(request: Request, found: Listed[Any], kind: type[Out]) -> Response:
    """A list as CSV; the cursor of the next part is in the header `link`."""
    header = list(kind.model_fields)
    rows = [[_cell(getattr(item, name)) for name in header] for item in found.items]
    response = Response(csv_text([header, *rows]), media_type=MEDIA)
    if found.after:
        url = request.url.include_query_params(after=found.after)
        response.headers["link"] = f'<{url.path}?{url.query}>; rel="next"'
    response.headers["vary"] = "accept"
    return response


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Out):
        return _named(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(_cell(each) for each in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _named(value: Out) -> str:
    """A participant by name and side, an account by its article, a spelling by its text."""
    names = [getattr(value, field, None) for field in ("name", "text", "article")]
    side = getattr(value, "side", None)
    return f"{next(filter(None, names), '')}{f' ({side})' if side else ''}"
