"""`make screenshots`: every page at three widths into .local/screenshots, and the README's few into docs/images."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

import django
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (320, 768, 1440)
FOR_README = {
    "thema": ("bureau", "/themas/passende-woonzorgplek/"),
    "knelpunt": ("netwerkmanager", "/knelpunten/{knelpunt:nacht}/"),
    "radar": ("netwerkmanager", "/knelpunten/radar/"),
    "monitor": ("bureau", "/samenwerkingsagenda/monitor/"),
    "vergadering": ("secretaris", "/vergaderingen/{meeting:sg5}/"),
}


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from tests import browser
    from tests.journeys.pages import PAGES
    from tests.journeys.serving import running_portal

    if problem := browser.missing():
        print(problem, file=sys.stderr)
        return 1
    folder = ROOT / ".local" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    (ROOT / "docs" / "images").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as mail, running_portal(Path(mail)) as portal, sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=browser.executable(), args=browser.FLAGS)
        for width in WIDTHS:
            for who, paths in PAGES.items():
                page = chrome.new_context(viewport={"width": width, "height": 900}, locale="nl-NL").new_page()
                _become(page, portal.root, who)
                for path in paths:
                    page.goto(portal.address(path))
                    page.screenshot(path=folder / f"{_name(path)}-{who}-{width}.png", full_page=True)
        for name, (who, path) in FOR_README.items():
            page = chrome.new_context(viewport={"width": 1280, "height": 820}, locale="nl-NL").new_page()
            _become(page, portal.root, who)
            page.goto(portal.address(path))
            page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")
        chrome.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.relative_to(ROOT)}, {len(FOR_README)} in docs/images.")
    return 0


def _become(page: Page, root: str, who: str) -> None:
    if who != "-":
        page.goto(f"{root}/demo/")
        page.locator(f"form[action='/demo/als/{who}/'] button").click()


def _name(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.strip("/")) or "home"


if __name__ == "__main__":
    sys.exit(main())
