"""`make test`: the whole suite on both cores, the part marked `database` once more on PostgreSQL 15 where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests import browser

ROOT = Path(__file__).resolve().parent.parent
OLD_POSTGRESQL = Path("/usr/lib/postgresql/15/bin")


def main(arguments: list[str]) -> int:
    if problem := browser.missing():
        print(problem, file=sys.stderr)
        return 1
    code = _timed(
        "suite",
        ["-n", str(os.cpu_count() or 2), "--dist", "worksteal", "--durations=12", "--instafail", *arguments],
        os.environ.copy(),
    )
    if code == 0 and not arguments and (OLD_POSTGRESQL / "initdb").exists():
        code = _on_old_postgresql()
    return code


def _on_old_postgresql() -> int:
    """Migrations, triggers and the chain on the oldest PostgreSQL that is supported, in a cluster that is thrown away."""
    home = Path(tempfile.mkdtemp(prefix="portal-pg15-"))
    home.chmod(0o755)
    try:
        environment = {**os.environ, "PORTAL_POSTGRES_BIN": str(OLD_POSTGRESQL), "PORTAL_POSTGRES_HOME": str(home)}
        return _timed("PostgreSQL 15", ["-m", "database", *_files_with("mark.database")], environment)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _files_with(words: str) -> list[str]:
    """The files of tests in which these words stand: reading in all the others takes longer than running these."""
    return [str(path) for path in sorted((ROOT / "tests").rglob("test_*.py")) if words in path.read_text()]


def _timed(name: str, arguments: list[str], environment: dict[str, str]) -> int:
    started = time.monotonic()
    print(f"--- {name}", flush=True)
    code = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=False
    ).returncode
    print(f"--- {name}: {time.monotonic() - started:.0f} s", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
