"""`make test-fast`: what a change in one room needs, in a minute or so.

The rooms whose files changed since `main` (on `main` itself: since the last commit), the test
files that changed themselves, and the rules of the house that are cheap to ask. Left out is
what is marked `heavy` or `torture`, browser journeys, and PostgreSQL 15: those are `make test`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ["test_addresses", "test_house_rules", "test_responses", "test_style_sheet"]
# Where a package is tested; a package that is not here is tested in the folder of its own name.
TESTED_IN = {
    "agenda/decisions": ["meetings"],
    "agenda/lists": ["lists"],
    "agenda/meetings": ["meetings"],
    "agenda/ratification": ["ratification"],
    "home": ["documents"],
    "portal/jobs": ["notify"],
    "portal/overview": ["chain"],
    "portal/publish": ["documents"],
    "portal/run": ["localdb"],
}
ANYWHERE = ("portal/ui", "portal/settings", "portal/reference", "templates")  # every room: the house asks


def changed() -> list[str]:
    """The files that differ from `main`, committed or not; on `main` from the commit before where nothing is under way."""
    base = _git("merge-base", "HEAD", "main")[:1] or ["HEAD"]
    under_way = [*_git("diff", "--name-only", "HEAD"), *_git("ls-files", "--others", "--exclude-standard")]
    if base == _git("rev-parse", "HEAD"):
        return under_way or _git("diff", "--name-only", "HEAD~1")
    return sorted({*under_way, *_git("diff", "--name-only", base[0])})


def tests_for(paths: list[str]) -> list[str]:
    """The test files and folders that these files are about."""
    found = {f"tests/house/{name}.py" for name in HOUSE}
    for path in paths:
        if path.startswith("tests/"):
            found |= {path} if Path(path).name.startswith("test_") else set()
        elif not path.startswith(ANYWHERE):
            found |= {f"tests/{room}" for room in _rooms_of(path)}
    folders = {path for path in found if not path.endswith(".py")}
    return sorted(
        path
        for path in found
        if (ROOT / path).exists() and str(Path(path).parent) not in folders and not path.startswith("tests/journeys")
    )


def _rooms_of(path: str) -> list[str]:
    parts = Path(path).parts
    package = parts[0] if parts[0] in ("home", "knelpunten", "ambitions") else "/".join(parts[:2])
    rooms = TESTED_IN.get(package, [Path(package).name])
    return [room for room in rooms if (ROOT / "tests" / room).is_dir()]


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.split("\n")[:-1] if done.returncode == 0 else []


def main() -> int:
    chosen = tests_for(changed())
    print("--- fast:", *chosen, flush=True)
    command = [sys.executable, "-W", "ignore", "-m", "pytest", "-m", "not torture and not heavy", *chosen]
    return subprocess.run([*command, "-n", str(os.cpu_count() or 2), "--dist", "worksteal"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
