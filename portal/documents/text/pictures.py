"""Pictures in documents: checked, made small enough to read, and without what a camera tells about who and where."""

from __future__ import annotations

import io
from dataclasses import dataclass
from hashlib import sha256

from django.urls import reverse
from PIL import Image, ImageOps, UnidentifiedImageError

from portal.files.cleaning.pictures import is_bare
from portal.kit.refusals import Blocker, Refused

LARGEST = 20 * 1024 * 1024  # bytes as they come in
MOST_PIXELS = 40_000_000
WIDEST = 1200  # pixels: twice the column on a sharp screen
KINDS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif", "WEBP": "webp"}
READABLE = (*KINDS, "BMP", "TIFF")
# What Pillow raises when a file is not what it says, or is damaged.
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError)


class PictureRefused(Refused):
    """This is no picture that can be shown; the sentence says why."""


@dataclass(frozen=True)
class Drawn:
    """A picture as it will be shown: PNG or JPEG, at most WIDEST pixels wide, nothing in it but the picture."""

    data: bytes
    kind: str  # png or jpeg
    width: int  # pixels
    height: int  # pixels

    @property
    def digest(self) -> str:
        return sha256(self.data).hexdigest()

    @property
    def address(self) -> str:
        return reverse("documents:picture", args=[self.digest, self.kind])


def draw(data: bytes) -> Drawn:
    """The picture in these bytes. Raises PictureRefused when there is none. A picture that was drawn before stays as it is."""
    if len(data) > LARGEST:
        raise PictureRefused(Blocker("too-large", f"De afbeelding is groter dan {LARGEST // 1024 // 1024} MB."))
    try:
        with Image.open(io.BytesIO(data), formats=READABLE) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureRefused(Blocker("too-many-pixels", "De afbeelding heeft te veel beeldpunten."))
            opened.load()
            return _as_it_was(data, opened) or _drawn_again(opened)
    except BROKEN as error:
        raise PictureRefused(Blocker("no-picture", "Dit is geen afbeelding die getoond kan worden.")) from error


def _as_it_was(data: bytes, opened: Image.Image) -> Drawn | None:
    """A small picture that tells nothing but itself, to the last byte."""
    if opened.format in ("PNG", "JPEG") and opened.width <= WIDEST and is_bare(data):
        return Drawn(data, KINDS[opened.format], opened.width, opened.height)
    return None


def _drawn_again(opened: Image.Image) -> Drawn:
    kind = "jpeg" if opened.format == "JPEG" else "png"
    picture = ImageOps.exif_transpose(opened).convert("RGB" if kind == "jpeg" else "RGBA")
    picture.thumbnail((WIDEST, WIDEST * 4))
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    stream = io.BytesIO()
    bare.save(stream, kind.upper(), **({"quality": 85} if kind == "jpeg" else {"optimize": True}))
    return Drawn(stream.getvalue(), kind, bare.width, bare.height)
