"""The browser that tests drive: Debian's Chromium, quiet, by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = "no Chromium on this machine: `make parts`, or apt-get install chromium"
_QUIET = (
    "--headless", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic", "--no-first-run",
)  # fmt: skip


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window; root has to do without the sandbox."""
    from playwright.sync_api import sync_playwright

    own = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET, *own])
        try:
            yield browser
        finally:
            browser.close()
