"""Every variable of the environment, missing, empty and nonsense: the start stops
with one sentence, and no embedded PostgreSQL is started."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import ROOT

READERS = {"text", "key", "keys", "number", "switch", "hosts", "host", "address", "name", "private_folder"}
# Has a default that is right for most, so it may be missing.
MAY_BE_MISSING = {
    "EMAIL_PORT",
    "EMAIL_USE_TLS",
    "TRUSTED_PROXY_COUNT",
    "PORTAL_APP_ROLE",
    "DEMO",
    "PORTAL_WEB",
    "PORTAL_DATABASE_ROLE",
}
NONSENSE = {
    "DEMO": ["1", "ja"],
    "DATABASE_URL": [
        "",
        "sqlite:///x",
        "postgres://",
        "postgres://x@h:port/d",
        "postgres://x@h:99999/d",
        "postgres://x@h/d?sslmoed=require",
        "onzin",
    ],
    "SECRET_KEY": ["", "kort", "a" * 60],
    "ADDRESS_KEYS": ["", "kort", f"{'ab12c' * 12} kort"],
    "ALLOWED_HOSTS": ["", "*", "https://a.nl", "a.nl,,b.nl", "a b"],
    "DEFAULT_FROM_EMAIL": ["", "geen adres", "a@b"],
    "EMAIL_HOST": ["", "https://mail", "a b"],
    "EMAIL_PORT": ["", "x", "0", "-1", "70000", "25.5"],
    "EMAIL_USE_TLS": ["", "ja", "2"],
    "TRUSTED_PROXY_COUNT": ["", "x", "-1", "99"],
    "PORTAL_APP_ROLE": ["", "een rol; DROP", "1x"],
    "PORTAL_PRIVATE_ROOT": ["", "nergens", "/bestaat/niet", str(ROOT / ".local" / "static"), str(ROOT / ".local"), "{open}"],
}
NOT_OF_PRODUCTION = {"PORTAL_WEB", "PORTAL_DATABASE_ROLE"}  # set by our own programs


def read_by(file: str) -> set[str]:
    """The names that a module of settings reads: from os.environ, or with a function of environment.py."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / "portal" / "settings" / file).read_text())):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            whose = ast.unparse(node.func.value)
            if whose == "os.environ" or (whose == "environment" and node.func.attr in READERS):
                names.add(str(node.args[0].value))
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ" and isinstance(node.slice, ast.Constant):
            names.add(str(node.slice.value))
    return names


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    private, opened = tmp_path / "private", tmp_path / "open"
    private.mkdir(mode=0o700)
    opened.mkdir()
    opened.chmod(0o755)
    return {
        "PATH": "",
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "PORTAL_POSTGRES_HOME": str(tmp_path / "pg"),
        "DATABASE_URL": f"postgres://x@/x?host={tmp_path}&sslmode=verify-full&connect_timeout=2",
        "SECRET_KEY": "ab12c" * 12,
        "ADDRESS_KEYS": "cd34e" * 12,
        "ALLOWED_HOSTS": "portaal.example.nl",
        "DEFAULT_FROM_EMAIL": "Portaal <portaal@example.nl>",
        "EMAIL_HOST": "mail.example.nl",
        "PORTAL_PRIVATE_ROOT": str(private),
    }


def start(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )


def test_the_table_names_every_variable_that_production_reads() -> None:
    read = read_by("production.py") | read_by("base.py") | read_by("databases.py") | read_by("environment.py")
    assert read - NOT_OF_PRODUCTION == set(NONSENSE)


# Each start is a child of one process that read the libraries already: fifty starts in the time of one.
TRYING = """
import csp.constants, io, json, os, psycopg.conninfo, sys
from portal import settings
from portal.kit import limits
from portal.settings import databases, environment
for name, value in json.loads(sys.argv[1]):
    read, write = os.pipe()
    if (pid := os.fork()) == 0:
        os.environ.pop(name, None) if value == "missing" else os.environ.update({name: value})
        try:
            with settings.in_one_sentence():
                import portal.settings.production
        except SystemExit as ended:
            os.write(write, str(ended.code).encode())
            os._exit(1)
        os._exit(0)
    os.close(write)
    _, status = os.waitpid(pid, 0)
    print(os.waitstatus_to_exitcode(status), os.read(read, 2000).decode().replace("\\n", " "), sep="\t", flush=True)
"""


def test_each_stops_the_start_with_one_sentence(surroundings: dict[str, str], tmp_path: Path) -> None:
    tried = [(name, value.replace("{open}", str(tmp_path / "open"))) for name, values in NONSENSE.items() for value in values]
    tried += [(name, "missing") for name in NONSENSE if name not in MAY_BE_MISSING]
    tried = [(name, value) for name, value in tried if (name, value) != ("DEMO", "")]

    done = start(surroundings, "-c", TRYING, json.dumps(tried))
    outcomes = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(outcomes) == len(tried), done.stderr
    wrong = {
        (name, value): said
        for (name, value), (code, said) in zip(tried, outcomes, strict=True)
        if code != "1" or name not in said
    }
    assert wrong == {}
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "pg").exists()


PROGRAMS = {
    "web": ("-m", "gunicorn", "portal.wsgi", "--bind", "127.0.0.1:0"),
    "worker": ("-m", "portal.run.work"),
    "command": ("manage.py", "migrate"),
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_says_it_in_a_sentence(program: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    """With a setting that cannot be honoured, without the name of its settings, and with a database that does not answer."""
    for changed, words in (
        ({"DATABASE_URL": ""}, "DATABASE_URL is not set"),
        ({"DJANGO_SETTINGS_MODULE": ""}, "DJANGO_SETTINGS_MODULE is not set"),
        ({}, "the database does not answer"),
    ):
        done = start(surroundings | changed, *PROGRAMS[program])
        assert done.returncode != 0, changed
        assert words in done.stderr, (changed, done.stderr)
        assert "Traceback" not in done.stderr, changed
    assert not (tmp_path / "pg").exists()


def test_what_libpq_knows_goes_through(surroundings: dict[str, str]) -> None:
    done = start(
        surroundings, "-c", "import portal.settings.production as p; print(p.DATABASES['default']['OPTIONS']['sslmode'])"
    )
    assert done.stdout.strip() == "verify-full", done.stderr
