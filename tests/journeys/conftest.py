"""A real portal under gunicorn on a clone that holds the demo, as the role that owns nothing, and a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests import browser as chromium
from tests.journeys.serving import Portal, running_portal


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file: left open until the end, it takes a third of a core from the tests that come after."""
    path = chromium.executable()
    if path is None:
        pytest.fail(chromium.SENTENCE)
    with sync_playwright() as playwright:
        yield _launch(playwright, path)


def _launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal with the demo in it, its own database and mail folder."""
    with running_portal(tmp_path_factory.mktemp("mail")) as running:
        yield running


PATIENCE = 120_000  # milliseconds: on a busy machine a page can take long, and it only costs time where something is wrong
SEEN: set[bytes] = set()  # pages that axe looked at in this process
PARTS = """() => ({
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    parts: [(document.querySelector('main') ?? document.documentElement).outerHTML, document.querySelector('nav')?.outerHTML ?? ''],
})"""  # noqa: E501
ONCE = re.compile(r'name="(?:csrfmiddlewaretoken|key)" value="[^"]+"| nonce="[^"]*"')  # what is never the same twice


class Person:
    """Somebody at a browser of their own.

    Every page visited must be free of axe findings, console errors and sideways scrolling.
    """

    def __init__(self, context: BrowserContext, portal: Portal) -> None:
        self.context, self.portal = context, portal
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))

    def _hear(self, message: ConsoleMessage) -> None:
        is_expected = "the server responded with a status of 4" in message.text
        if message.type in ("error", "warning") and not is_expected:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def becomes(self, slug: str) -> Person:
        self.goes("/demo/")
        self.page.locator(f"form[action='/demo/als/{slug}/'] button").click()
        return self

    def goes(self, path: str) -> Person:
        self.page.goto(path if path.startswith("http") else self.portal.address(path))
        return self

    def opens(self, path: str) -> int:
        """The status of the answer, where `goes` only wants to be there."""
        answer = self.page.goto(self.portal.address(path))
        return answer.status if answer else 0

    def clicks(self, name: str, role: Any = None) -> Person:
        """Click the link or button of the page or the rail that says so, and let the page that follows come in whole."""
        found = (
            self.page.get_by_role(role, name=name, exact=True)
            if role
            else self.page.locator("main :is(a, button, summary), .rail a").filter(has_text=name)
        )
        found.first.click()
        self.page.wait_for_load_state("domcontentloaded")
        return self

    def finds_more(self) -> Person:
        """Open the menu with the other acts of a page about one thing."""
        self.page.locator(".acts-menu > summary").click()
        return self

    def fills(self, **fields: str) -> Person:
        for label, text in fields.items():
            self.page.get_by_label(label.replace("_", " ")).first.fill(text)
        return self

    def reads(self, *texts: str) -> Person:
        words = self.page.locator("main").inner_text()
        for text in texts:
            assert text in words, f"{text!r} does not stand on {self.page.url}: {words[:1500]}"
        return self

    def looks(self) -> Person:
        """Let axe look at the page as it stands, and see that nothing sticks out sideways."""
        if self._is_new():
            found = Axe().run(self.page).response["violations"]
            self.complaints += [f"{self.page.url}: {rule['id']}: {rule['nodes'][0]['html'][:150]}" for rule in found]
        beyond = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beyond > 0:
            self.complaints.append(f"{self.page.url} is {beyond} px wider than the window")
        return self

    def _is_new(self) -> bool:
        """Whether axe has not seen this very page at this width and in this scheme: many a page is the same for many a role."""
        self.page.wait_for_load_state("domcontentloaded")
        shown = self.page.evaluate(PARTS)
        marks = {
            sha256(f"{self.page.viewport_size}{shown['dark']}{ONCE.sub('', part)}".encode()).digest() for part in shown["parts"]
        }
        is_new = not marks <= SEEN
        SEEN.update(marks)
        return is_new


def _window(browser: Browser, *, width: int = 1440, javascript: bool = True, scheme: Any = "light") -> BrowserContext:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, java_script_enabled=javascript, locale="nl-NL", color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    return context


@contextmanager
def at_a_browser(browser: Browser, portal: Portal) -> Iterator[Person]:
    """Somebody at a portal of another kind than the journeys share."""
    context = _window(browser)
    yield Person(context, portal)
    context.close()


@pytest.fixture
def person(browser: Browser, portal: Portal) -> Iterator[Callable[..., Person]]:
    """Makes persons, each in a browser of their own; at the end nobody may have a complaint."""
    people: list[Person] = []

    def make(*, width: int = 1440, javascript: bool = True, scheme: Any = "light") -> Person:
        people.append(Person(_window(browser, width=width, javascript=javascript, scheme=scheme), portal))
        return people[-1]

    yield make
    complaints = [complaint for someone in people for complaint in someone.complaints]
    for someone in people:
        someone.context.close()
    assert complaints == []
