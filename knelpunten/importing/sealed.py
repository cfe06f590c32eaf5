"""A file between two pages: locked with a key that only the page in the browser
holds, so that what may be refused in it can be read nowhere."""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12  # bytes


def seal(data: bytes) -> tuple[str, bytes]:
    """The key for the page, and the bytes to keep."""
    key, nonce = AESGCM.generate_key(bit_length=256), os.urandom(NONCE)
    return urlsafe_b64encode(key).decode(), nonce + AESGCM(key).encrypt(nonce, data, None)


def unseal(key: str, kept: bytes) -> bytes | None:
    """The bytes again, or None with another key."""
    try:
        return AESGCM(urlsafe_b64decode(key.encode())).decrypt(kept[:NONCE], kept[NONCE:], None)
    except (InvalidTag, ValueError):
        return None
