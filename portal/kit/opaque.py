"""Keys that tell nothing: the number of a row as a word that only this portal can make and read back (ADR 17).

The word is the same for every reader and for ever, and different for each kind of thing. It is SIV: a keyed digest of the number,
and the number under a mask that is made of that digest. What somebody makes up is no word, and is refused before any query.
"""

from __future__ import annotations

from base64 import b32decode, b32encode
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from hmac import compare_digest
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.urls import register_converter

NUMBER, CHECK = 6, 9  # bytes: fifteen together are 24 letters, with nothing left over
SHAPE = "[a-z2-7]{24}"


def of(row: Model) -> str:
    """The word for this row."""
    return write(kind_of(type(row)), row.pk)


def kind_of(model: type[Model]) -> str:
    return str(model._meta.concrete_model._meta.model_name)  # type: ignore[union-attr]


def write(kind: str, number: int) -> str:
    """The word for this number of this kind."""
    return _write(settings.ADDRESS_KEYS[0], kind, number)


def read(kind: str, word: str) -> int:
    """The number that this word stands for. Refuses what no key of ours made for this kind."""
    for key in settings.ADDRESS_KEYS:
        if (number := _read(key, kind, word)) is not None:
            return number
    raise ValueError("no word of ours")


def row_in(model: type[Model], word: str) -> int:
    """The number of the row that an address or a form names by this word, or 0, which is the number of none."""
    return number_in(kind_of(model), word)


def number_in(kind: str, word: str) -> int:
    """The number that this word stands for, or 0, which is the number of none."""
    try:
        return read(kind, word)
    except ValueError:
        return 0


def rows_in(model: type[Model], words: Iterable[str]) -> list[int]:
    """The numbers among these words, in their order."""
    return [number for word in words if (number := row_in(model, word))]


def register(models: Iterable[type[Model]]) -> None:
    """Let every address name a row of these models by its word: `<knelpunt:pk>`."""
    for model in models:
        register_converter(_converter(model), kind_of(model))


def _converter(of_model: type[Model]) -> type[Any]:
    kind = kind_of(of_model)

    class Opaque:
        model, field = of_model, "pk"
        regex = SHAPE

        def to_python(self, value: str) -> int:
            return read(kind, value)

        def to_url(self, value: Any) -> str:
            return write(kind, int(value))

    return Opaque


@lru_cache(maxsize=50_000)
def _write(key: str, kind: str, number: int) -> str:
    if not 0 <= number < 1 << 8 * NUMBER:
        raise ValueError("no number of a row")
    plain = number.to_bytes(NUMBER, "big")
    check = _digest(key, kind, "check", plain, CHECK)
    return b32encode(check + _masked(key, kind, check, plain)).decode().lower()


def _read(key: str, kind: str, word: str) -> int | None:
    try:
        sent = b32decode(word, casefold=True)
    except ValueError:
        return None
    number = int.from_bytes(_masked(key, kind, sent[:CHECK], sent[CHECK:]), "big")
    return number if compare_digest(_write(key, kind, number).encode(), word.encode()) else None


def _masked(key: str, kind: str, check: bytes, number: bytes) -> bytes:
    mask = _digest(key, kind, "mask", check, NUMBER)
    return bytes(one ^ other for one, other in zip(number, mask, strict=False))


def _digest(key: str, kind: str, purpose: str, content: bytes, size: int) -> bytes:
    made = blake2b(content, digest_size=size, key=_long(key), person=purpose.encode())
    made.update(kind.encode())
    return made.digest()


@cache
def _long(key: str) -> bytes:
    """A key of the length that the digest takes."""
    return blake2b(key.encode()).digest()
