"""What only this portal can read: for a secret that has to wait in the database until the worker has mailed it."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class Unreadable(Exception):
    """Sealed with a key that this portal no longer has."""


def seal(content: dict[str, Any]) -> str:
    return _keys().encrypt(json.dumps(content).encode()).decode()


def unseal(sealed: str) -> dict[str, Any]:
    """Raises Unreadable when SECRET_KEY is another one since, and not among SECRET_KEY_FALLBACKS."""
    from cryptography.fernet import InvalidToken  # when it is used: it would slow every start

    try:
        content: dict[str, Any] = json.loads(_keys().decrypt(sealed.encode()))
    except InvalidToken:
        raise Unreadable from None
    return content


def _keys() -> MultiFernet:
    from cryptography.fernet import Fernet, MultiFernet

    secrets: list[Any] = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"letters:{each}".encode()).digest())) for each in secrets]
    )
