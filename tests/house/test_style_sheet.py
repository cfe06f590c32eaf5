"""The style sheet keeps what pages name of the components, and nothing that they do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.ui import build

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("templates", "agenda", "knelpunten", "ambitions", "home", "portal")
# Names that templates put together: the kinds of buttons and of messages.
TOGETHER = {f"utrecht-button--{kind}" for kind in ("primary-action", "secondary-action", "subtle")} | {
    f"utrecht-alert--{kind}" for kind in ("error", "ok", "info")
}


@pytest.fixture(scope="module")
def kept() -> set[str]:
    return set(build.CLASS.findall(build.style_sheet()))


def test_every_component_class_that_a_page_names_has_its_rules(kept: set[str]) -> None:
    texts = [path.read_text() for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in (".html", ".py")]
    named = set(re.findall(r"\b(?:utrecht|nl)-[a-z]+(?:-[a-z]+)*(?:--[a-z]+(?:-[a-z]+)*)?\b(?!-)", "\n".join(texts))) | TOGETHER
    offered = set(build.CLASS.findall(build.component_css()))
    assert {name for name in named & offered if name not in kept} == set()
    assert named & offered >= TOGETHER


def test_what_no_page_names_is_left_out(kept: set[str]) -> None:
    assert "utrecht-breadcrumb-nav__item" not in kept
    assert "utrecht-button--primary-action" in kept
