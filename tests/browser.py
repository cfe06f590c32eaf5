"""Which browser the journeys use: the machine's, else Playwright's own, else Debian's package when root."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
SENTENCE = "The journeys need a browser: install Chromium (apt-get install chromium, or .venv/bin/playwright install chromium)."


@cache
def executable() -> str | None:
    """The path of a Chromium, installed from Debian when that is the only way and possible."""
    return _on_machine() or _of_playwright() or _from_debian()


def missing() -> str | None:
    """One sentence when there is no browser and none could be had."""
    return None if executable() else SENTENCE


def _on_machine() -> str | None:
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


def _of_playwright() -> str | None:
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    return next((str(path) for path in sorted(folder.glob("chromium-*/chrome-linux*/chrome"))), None)


def _from_debian() -> str | None:
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return None
    print("No browser here: installing Debian's Chromium …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, **quiet)  # type: ignore[call-overload]
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=environment, **quiet)  # type: ignore[call-overload]
    return _on_machine()
