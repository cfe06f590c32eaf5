"""That the contracts on imports see every module: an import that climbs is planted in each, and each is caught."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
HOUSE, ROOM = LINTER["contracts"]


@cache
def _as_it_is() -> grimp.ImportGraph:
    return grimp.build_graph(*LINTER["root_packages"], exclude_type_checking_imports=True, cache_dir=None)


def _graph() -> grimp.ImportGraph:
    return deepcopy(_as_it_is())


@pytest.fixture(scope="module")
def modules() -> set[str]:
    return set(_as_it_is().modules)


def _is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _named(layer: str) -> list[str]:
    return [name.strip(" ()") for name in layer.replace(":", "|").split("|")]


def _layer_of(module: str, layers: list[list[str]]) -> int | None:
    return next((place for place, names in enumerate(layers) if any(_is_in(module, name) for name in names)), None)


def test_every_module_has_a_place_in_the_house(modules: set[str]) -> None:
    """But the settings, which are read before there is a house."""
    layers = [_named(layer) for layer in HOUSE["layers"]]
    homeless = {module for module in modules if _layer_of(module, layers) is None and not _is_in(module, "portal.settings")}
    assert homeless == {"portal", "agenda"}


def test_every_room_with_doors_is_held_to_them(modules: set[str]) -> None:
    rooms = {module.rsplit(".", 1)[0] for module in modules if module.endswith(".models")}
    assert rooms - set(ROOM["containers"]) == set() and ROOM["exhaustive"] is True


def _layers(rows: list[str], among: set[str], under: str = "") -> list[grimp.Layer]:
    """The contract's layers, without those that this room does not have."""
    found = [(row, [name for name in _named(row) if f"{under}{name}" in among]) for row in rows]
    return [grimp.Layer(*names, independent="|" in row or len(names) == 1) for row, names in found if names]


def _caught(graph: grimp.ImportGraph, layers: list[grimp.Layer], **more: set[str]) -> set[str]:
    """The modules at the lower end of every import that climbs."""
    broken = graph.find_illegal_dependencies_for_layers(layers=layers, **more)
    return {head for dependency in broken for route in dependency.routes for head in route.heads}


def test_an_import_that_climbs_out_of_any_module_is_caught(modules: set[str]) -> None:
    """One import of what stands highest is planted in every module below it, and each of them is found."""
    graph = _graph()
    layers = _layers(HOUSE["layers"], modules)
    assert _caught(graph, layers) == set()
    top = _named(HOUSE["layers"][0])
    below = {module for module in modules if any(_is_in(module, name) for row in HOUSE["layers"][1:] for name in _named(row))}
    for module in below:
        graph.add_import(importer=module, imported=top[0])
    assert below - _caught(graph, layers) == set() and len(below) > 400


@pytest.mark.parametrize("room", ROOM["containers"])
def test_an_import_that_climbs_inside_a_room_is_caught(room: str, modules: set[str]) -> None:
    graph = _graph()
    doors = _layers(ROOM["layers"], modules, f"{room}.")
    assert _caught(graph, doors, containers={room}) == set()
    below = {module for module in modules if module.startswith(f"{room}.") and not _is_in(module, f"{room}.apps")}
    for module in below:
        graph.add_import(importer=module, imported=f"{room}.apps")
    assert below - _caught(graph, doors, containers={room}) == set() and below


def test_no_module_imports_itself_by_way_of_others(modules: set[str]) -> None:
    """Circles of imports: strongly connected parts of what imports what, by Kosaraju's two walks."""
    graph = _as_it_is()
    imports = {module: sorted(graph.find_modules_directly_imported_by(module)) for module in modules}
    imported = {module: sorted(graph.find_modules_that_directly_import(module)) for module in modules}
    left: list[str] = []
    seen: set[str] = set()
    for module in sorted(modules):
        _walk(module, imports, seen, left)
    circles, seen = [], set()
    for module in reversed(left):
        part: list[str] = []
        _walk(module, imported, seen, part)
        if len(part) > 1:
            circles.append(sorted(part))
    assert circles == []


def _walk(module: str, to: dict[str, list[str]], seen: set[str], left: list[str]) -> None:
    """Depth first; a module is put in `left` when all it leads to was."""
    if module in seen:
        return
    seen.add(module)
    for each in to[module]:
        _walk(each, to, seen, left)
    left.append(module)
