"""Pictures without what stands beside the picture: who made it, where, with what, and what somebody hid behind its end.

JPEG, PNG and JPEG 2000 lose nothing that is seen; other kinds are drawn again. What cannot be made bare is an error.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from lxml import etree
from PIL import Image, ImageSequence

from portal.files.cleaning.office_xml import split

PNG, JPEG, JP2 = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\0\0\0\x0cjP  "
PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"bKGD"}
JPEG_APPLICATION = range(0xE0, 0xF0)
JPEG_KEPT = {0xE0, 0xEE}  # JFIF, and Adobe's word about colours
JPEG_LONGEST = {0xE0: 16, 0xEE: 14}  # bytes; what is longer carries a thumbnail or worse
JP2_DROPPED = {b"xml ", b"uuid", b"uinf", b"jp2i"}
DRAWN_AGAIN = {"GIF", "TIFF", "BMP", "WEBP"}
EMF_HEADER, EMF_COMMENT = 1, 70
WMF_ESCAPE = 0x0626
MOST_PIXELS = 40_000_000
INKSCAPE = ("inkscape", "sodipodi", "adobe", "rdf-syntax", "purl.org/dc")


def bare(data: bytes) -> bytes:
    """The same picture and nothing else. Raises ValueError where that cannot be."""
    if data.startswith(PNG):
        return PNG + b"".join(_png_chunks(data))
    if data.startswith(JPEG):
        return b"".join(_jpeg_segments(data))
    if data.startswith(JP2):
        return b"".join(_boxes(data))
    if data[40:44] == b" EMF":
        return _bare_emf(data)
    if data[:4] == b"\xd7\xcd\xc6\x9a" or data[:4] in (b"\1\0\t\0", b"\2\0\t\0"):
        return _bare_wmf(data)
    if b"<svg" in data[:4096]:
        return _bare_svg(data)
    return _drawn_again(data)


def is_bare(data: bytes) -> bool:
    """Whether there is nothing but the picture in it, to the last byte."""
    try:
        return bare(data) == data
    except ValueError:
        return False


def _png_chunks(data: bytes) -> Iterator[bytes]:
    place = len(PNG)
    while place + 12 <= len(data):
        (size,), kind = struct.unpack(">I", data[place : place + 4]), data[place + 4 : place + 8]
        if kind in PNG_KEPT:
            yield data[place : place + 12 + size]
        place += 12 + size
        if kind == b"IEND":
            return
    raise ValueError("a PNG without an end")


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Up to the end of the picture. Between scans stand tables; a scan goes on until a marker that is none of its own."""
    yield JPEG
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            raise ValueError("no marker where one should be")
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0xD9:
            break
        end = place + 2 + int(struct.unpack(">H", data[place + 2 : place + 4])[0])
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        if marker in JPEG_KEPT:
            yield _short(data[place:end], marker)
        elif marker not in JPEG_APPLICATION and marker != 0xFE:
            yield data[place:end]
        place = end
    yield b"\xff\xd9"


def _short(segment: bytes, marker: int) -> bytes:
    """A segment of at most its ordinary length; JFIF's thumbnail is taken off."""
    body = segment[4 : 2 + JPEG_LONGEST[marker]]
    if marker == 0xE0:
        if not body.startswith(b"JFIF\0"):
            return b""
        body = body[:12] + b"\0\0"
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def _end_of_scan(data: bytes, place: int) -> int:
    while (place := data.find(b"\xff", place)) != -1 and place + 1 < len(data):
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2
    return len(data)


def _boxes(data: bytes) -> Iterator[bytes]:
    place = 0
    while place + 8 <= len(data):
        (size,), kind, head = struct.unpack(">I", data[place : place + 4]), data[place + 4 : place + 8], 8
        if size == 1:
            (size,), head = struct.unpack(">Q", data[place + 8 : place + 16]), 16
        size = size or len(data) - place
        if size < head:
            raise ValueError("a box that is smaller than its head")
        if kind not in JP2_DROPPED:
            yield data[place : place + size]
        place += size


def _bare_emf(data: bytes) -> bytes:
    """Drawings of Office: the description in the head and the notes between are made empty, so that nothing moves."""
    bytes_ = bytearray(data)
    place = 0
    while place + 8 <= len(data):
        kind, size = struct.unpack("<II", data[place : place + 8])
        if size < 8:
            raise ValueError("a record that is smaller than its head")
        if kind == EMF_HEADER:
            length, offset = struct.unpack("<II", data[60:68])
            bytes_[offset : offset + 2 * length] = bytes(len(bytes_[offset : offset + 2 * length]))
        elif kind == EMF_COMMENT and data[place + 12 : place + 16] not in (b"EMF+", b"EMFS"):
            bytes_[place + 12 : place + size] = bytes(len(bytes_[place + 12 : place + size]))
        place += size
    return bytes(bytes_)


def _bare_wmf(data: bytes) -> bytes:
    bytes_ = bytearray(data)
    place = 40 if data[:4] == b"\xd7\xcd\xc6\x9a" else 18
    while place + 6 <= len(data):
        words, function = struct.unpack("<IH", data[place : place + 6])
        if words < 3:
            raise ValueError("a record that is smaller than its head")
        end = min(place + 2 * words, len(data))
        if function == WMF_ESCAPE:
            bytes_[place + 10 : end] = bytes(max(end - place - 10, 0))
        place = end
    return bytes(bytes_[:place])


def _bare_svg(data: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("no SVG") from error
    for element in list(root.iter(etree.Element)):
        parent, (namespace, name) = element.getparent(), split(element.tag)
        if parent is not None and (name in ("metadata", "script", "foreignObject") or _is_editors(namespace)):
            parent.remove(element)
            continue
        for attribute in list(element.attrib):
            namespace, name = split(attribute)
            if _is_editors(namespace) or name.startswith("on"):
                del element.attrib[attribute]
    return etree.tostring(root)


def _is_editors(namespace: str) -> bool:
    return any(word in namespace for word in INKSCAPE)


def _drawn_again(data: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=sorted(DRAWN_AGAIN)) as opened:
            if opened.width * opened.height * getattr(opened, "n_frames", 1) > MOST_PIXELS:
                raise ValueError("too many pixels")
            frames = [_only_pixels(frame) for frame in ImageSequence.Iterator(opened)]
            timing: dict[str, Any] = {name: opened.info[name] for name in ("duration", "loop") if name in opened.info}
            stream = io.BytesIO()
            several: dict[str, Any] = {"save_all": True, "append_images": frames[1:], **timing} if len(frames) > 1 else {}
            frames[0].save(stream, opened.format, **several)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("no picture") from error
    return stream.getvalue()


def _only_pixels(frame: Image.Image) -> Image.Image:
    drawn = Image.new("RGBA" if "A" in frame.mode or "transparency" in frame.info else "RGB", frame.size)
    drawn.paste(frame.convert(drawn.mode))
    return drawn
