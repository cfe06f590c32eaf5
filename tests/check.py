"""`make check`: what can be said about the code without running it, each with the time it took."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("portal", "agenda", "knelpunten", "ambitions", "home")


READ_WHOLE = ("portal", "knelpunten", "home")
UNREAD = {"migrations", "demo", "run"}


def decided() -> list[str]:
    """The files that mypy reads strictly: some packages whole; of the others enums, rules, queries, pages and domain."""
    names = ("enums.py", "rules.py", "effects.py")
    files = [path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return [
        str(path)
        for path in files
        if (path.parts[0] in READ_WHOLE and not UNREAD & set(path.parts))
        or path.name in names
        or {"kit", "queries", "pages", "domain", "effects", "importing", "text", "noticing"} & set(path.parts)
    ]


CHECKS: list[tuple[str, list[str]]] = [
    ("ruff", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy", *decided()]),
    ("layers", ["-c", "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("templates", ["-m", "djlint", "--lint", "--quiet", "templates", *PACKAGES]),
    ("django", ["manage.py", "check", "--database", "default"]),
    ("migrations", ["manage.py", "makemigrations", "--check", "--dry-run"]),
    ("reference", ["manage.py", "write_reference", "--check"]),
    ("snapshot", ["manage.py", "write_snapshot", "--check"]),
]


def main() -> int:
    failed = []
    for name, command in CHECKS:
        started = time.monotonic()
        done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
        print(f"{name:<12}{'ok' if done.returncode == 0 else 'FAILED':<8}{time.monotonic() - started:6.1f} s", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout[-6000:] + done.stderr[-3000:])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
