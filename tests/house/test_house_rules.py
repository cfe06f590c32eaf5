"""The rules of the house that matter, each as a test."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.http import HttpResponse
from django.test import RequestFactory

from portal.kit.access import DeclaredViewsOnly
from portal.kit.routes import routes
from portal.reference import pages

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("portal", "agenda", "knelpunten", "ambitions", "home")
CODE = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = [path for package in (*PACKAGES, "templates") for path in (ROOT / package).rglob("*.html")]


def test_a_view_that_says_nothing_answers_404() -> None:
    from django.http import Http404

    def undeclared(request: object) -> HttpResponse:
        return HttpResponse("hier had niemand mogen komen")

    middleware = DeclaredViewsOnly(lambda request: HttpResponse())
    with pytest.raises(Http404):
        middleware.process_view(RequestFactory().get("/iets/"), undeclared, (), {})


def test_rows_are_locked_in_one_way_only() -> None:
    """With NO KEY: a lock that also stopped who only refers to a row would have two verbs wait for each other."""
    calls = [
        (path.name, ast.unparse(node))
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "select_for_update"
    ]
    assert len(calls) > 3
    assert [call for call in calls if "no_key=True" not in call[1].rpartition("select_for_update")[2]] == []
    written = re.compile(r"\bFOR (NO KEY )?UPDATE\b|\bLOCK TABLE\b")
    assert [str(path) for path in CODE if written.search(path.read_text(encoding="utf-8"))] == [], "no lock is written by hand"


TIMED = re.compile(r"(_at|_date|_since|^since)$")


def _orders(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Every order that this file asks for: the line, and its fields."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        fields: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "order_by":
            fields = list(node.args)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.List) and ast.unparse(node.targets[0]) == "ordering":
            fields = list(node.value.elts)
        yield getattr(node, "lineno", 0), [str(each.value) for each in fields if isinstance(each, ast.Constant)]


def test_no_order_ends_in_a_moment_or_a_day() -> None:
    """Two rows of one moment would stand in either order, and tell of what lies between them."""
    found = [(path.name, line, fields) for path in CODE for line, fields in _orders(path) if fields and TIMED.search(fields[-1])]
    assert found == []


def test_no_error_is_swallowed() -> None:
    swallowed = re.compile(r"except( Exception)?:|except BaseException")
    assert [str(path) for path in CODE if swallowed.search(path.read_text())] == []


def test_domain_and_models_know_no_requests() -> None:
    requests = re.compile(r"^from django\.(http|shortcuts|contrib\.messages)|^from django\.contrib import messages", re.MULTILINE)
    inner = [
        path
        for path in CODE
        if path.parts[len(ROOT.parts)] != "home" and {"domain", "models", "queries"} & set(path.with_suffix("").parts)
    ]
    assert [str(path) for path in inner if requests.search(path.read_text())] == []


def test_no_signals() -> None:
    assert [str(path) for path in CODE if "django.dispatch" in path.read_text() or "@receiver" in path.read_text()] == []


def test_no_attic() -> None:
    """A file that grows past these sizes is split by concept."""
    assert [str(path) for path in CODE if len(path.read_text().splitlines()) > 320] == []
    assert [(str(path), path.stat().st_size) for path in TEMPLATES if path.stat().st_size > 6 * 1024] == []


def test_templates_say_one_thing_a_line() -> None:
    """How they read is in docs/components.md."""
    lines = [(str(path), number, len(line)) for path in TEMPLATES for number, line in enumerate(path.read_text().splitlines(), 1)]
    assert len(lines) > 3000
    assert [place for place in lines if place[2] > 160] == []


def test_no_style_or_script_in_templates() -> None:
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", re.IGNORECASE)
    assert [str(path) for path in TEMPLATES if inline.search(path.read_text())] == []


def test_generated_reference_is_current() -> None:
    assert pages.stale() == []


def test_lock_files_name_no_place() -> None:
    locks = [*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json", ROOT / ".npmrc"]
    assert [str(path) for path in locks if re.search(r"https?://|--index-url|--find-links", path.read_text())] == []


def test_glossary_has_every_model() -> None:
    from django.apps import apps

    text = (ROOT / "docs" / "glossary.md").read_text()
    own = [model for model in apps.get_models() if model.__module__.startswith(PACKAGES)]
    assert [model.__name__ for model in own if f"`{model.__name__}`" not in text] == []


def test_access_matrix_prints_every_address() -> None:
    out = StringIO()
    call_command("access_matrix", json=True, stdout=out)
    rows = json.loads(out.getvalue())
    assert {row["name"] for row in rows} == {route.name for route in routes() if not route.name.startswith("demo:")}


def test_no_migration_knows_a_word_of_a_screen() -> None:
    """A choice is called otherwise without a migration: what a field offers is kept out (`CodeField`, `BlocksField`)."""
    written = [path for package in PACKAGES for path in (ROOT / package).rglob("migrations/*.py")]
    assert len(written) > 12
    assert [
        str(path) for path in written if re.search(r"choices=|block_lookup|'choices'", path.read_text(encoding="utf-8"))
    ] == []
    fields = [field for model in apps.get_models() for field in model._meta.get_fields() if model.__module__.startswith(PACKAGES)]
    offering = [field for field in fields if getattr(field, "choices", None)]
    assert len(offering) > 60 and [field for field in offering if "choices" in field.deconstruct()[3]] == []


def test_no_long_row_is_filled_by_place() -> None:
    """What a page is made of, and whatever has more than six fields, is built by the
    names of its fields: by place, one is soon another."""
    rows = [
        (path, node, {ast.unparse(each) for each in node.decorator_list})
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    made = [(path, node, said) for path, node, said in rows if any(each.startswith("dataclass") for each in said)]
    long = [
        (path, node.name, said)
        for path, node, said in made
        if "pages" in path.parts or sum(isinstance(each, ast.AnnAssign) for each in node.body) > 6
    ]
    assert len(long) > 40
    assert [f"{path}: {name}" for path, name, said in long if not any("kw_only=True" in each for each in said)] == []
