"""What every answer carries: nothing runs that is not ours, nothing is fetched from elsewhere."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guarded:
    """Adds the headers of safety to every answer, and an ETag to what can be asked for again."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One answer, held back until it is whole: pages are small."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        held = _Held(scope, send)
        await self.app(scope, receive, held.take)
        await held.release()


class _Held:
    """An answer on its way."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope, self.send = scope, send
        self.start: Message = {}
        self.body = b""

    async def take(self, message: Message) -> None:
        """Keeps what comes."""
        if message["type"] == "http.response.start":
            self.start = message
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    async def release(self) -> None:
        """Sends it, or says that the asker has it already."""
        if not self.start:
            return
        headers = MutableHeaders(scope=self.start)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        if self.scope["method"] in ("GET", "HEAD") and self.start["status"] == 200:
            self._tag(headers)
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": self.body})

    def _tag(self, headers: MutableHeaders) -> None:
        kept = headers.get("content-type", "").encode() + b"\0" + self.body
        tag = headers.setdefault("etag", f'W/"{hashlib.sha256(kept).hexdigest()[:20]}"')
        headers.setdefault("cache-control", "private, no-cache")
        asked = Headers(scope=self.scope).get("if-none-match", "")
        known = {each.strip().removeprefix("W/") for each in asked.split(",")}
        if tag.removeprefix("W/") in known or "*" in known:
            self.start["status"], self.body = 304, b""
            for name in ("content-length", "content-type"):
                if name in headers:
                    del headers[name]
