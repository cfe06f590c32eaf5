"""When the largest thing of a page is painted, and whether anything shifts, in a browser whose processor is four times slower."""

from __future__ import annotations

import statistics
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests import browser

SLOWER, ROUNDS = 4, 7
WATCH = """
    window.painted = 0; window.shifted = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) window.painted = entry.startTime; })
        .observe({type: 'largest-contentful-paint', buffered: true});
    new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; })
        .observe({type: 'layout-shift', buffered: true});
"""


def beside_floor(port: int, session: str, path: str, floor: str) -> dict[str, Any]:
    """Largest contentful paint of the page and of its floor in ms (medians of turns), and the layout shift of the page."""
    painted: dict[str, list[float]] = {path: [], floor: []}
    shifts = []
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=browser.executable(), args=browser.FLAGS)
        for _ in range(ROUNDS):
            for address in (path, floor):
                context = chrome.new_context(
                    viewport={"width": 1440, "height": 900}, extra_http_headers={"X-Forwarded-Proto": "https"}
                )
                context.add_cookies([{"name": "sessionid", "value": session, "url": f"http://127.0.0.1:{port}"}])
                page = context.new_page()
                at, shift = _visit(page, f"http://127.0.0.1:{port}{address}")
                painted[address].append(at)
                if address == path:
                    shifts.append(shift)
                context.close()
        chrome.close()
    mine, bare = statistics.median(painted[path]), statistics.median(painted[floor])
    return {
        "page": "theme-paint",
        "ratio": round(mine / bare, 2),
        "page_ms": round(mine),
        "floor_ms": round(bare),
        "shift": max(shifts),
    }


def _visit(page: Page, address: str) -> tuple[float, float]:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    return float(page.evaluate("window.painted")), float(page.evaluate("window.shifted"))
