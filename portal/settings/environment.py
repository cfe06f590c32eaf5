"""What is read from the environment: there, of its kind, or one sentence that stops the start."""

from __future__ import annotations

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

HOST = re.compile(r"\.?(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:]+\]")
ADDRESS = re.compile(r"[^@\s<>]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|[^<>\n]+ <[^@\s<>]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+>")
SHORTEST_KEY, FEWEST_CHARACTERS = 50, 5  # what Django's own check of a key asks


def text(name: str) -> str:
    """What must be there."""
    if not (value := os.environ.get(name, "").strip()):
        raise ImproperlyConfigured(f"{name} is not set.")
    return value


def key(name: str) -> str:
    return _strong(name, text(name))


def keys(name: str) -> list[str]:
    """Keys with spaces between them, the newest first."""
    return [_strong(name, value) for value in text(name).split()]


def _strong(name: str, value: str) -> str:
    if len(value) < SHORTEST_KEY or len(set(value)) < FEWEST_CHARACTERS:
        raise ImproperlyConfigured(f"{name} must be {SHORTEST_KEY} or more characters that nobody can guess.")
    return value


def number(name: str, default: int, *, least: int = 0, most: int = 65535) -> int:
    value = os.environ.get(name, str(default)).strip()
    if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a number from {least} to {most}, and is not.")
    return int(value)


def switch(name: str) -> bool:
    value = os.environ.get(name, "0").strip()
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 1 or 0, and is not.")
    return value == "1"


def hosts(name: str) -> list[str]:
    """Names of hosts, apart by commas. A star would let any host in."""
    found = [host.strip() for host in text(name).split(",")]
    if not all(HOST.fullmatch(host) for host in found):
        raise ImproperlyConfigured(f"{name} must be names of hosts with commas between them, such as portaal.example.nl.")
    return found


def name(of: str, default: str) -> str:
    """A name in PostgreSQL."""
    value = os.environ.get(of, default)
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", value):
        raise ImproperlyConfigured(f"{of} must be the name of a role in PostgreSQL, such as {default}.")
    return value


def host(name: str) -> str:
    if not HOST.fullmatch(value := text(name)):
        raise ImproperlyConfigured(f"{name} must be the name of a host, such as mail.example.nl.")
    return value


def address(name: str) -> str:
    if not ADDRESS.fullmatch(value := text(name)):
        raise ImproperlyConfigured(f"{name} must be an address for mail, such as portaal@example.nl.")
    return value


def private_folder(name: str, *, outside: list[Path]) -> Path:
    """Where private files are: a folder that exists, that only this account opens, and that no web server looks in."""
    folder = Path(text(name))
    if not folder.is_absolute() or not folder.is_dir():
        raise ImproperlyConfigured(f"{name} must be the whole path of a folder that exists.")
    folder = folder.resolve()
    for served in outside:
        if served.resolve() in (folder, *folder.parents) or folder in served.resolve().parents:
            raise ImproperlyConfigured(f"{name} must not be inside or around a folder that is served ({served}).")
    if folder.stat().st_mode & 0o007 or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name} must be a folder that this account can write and others cannot open (chmod 700).")
    return folder
