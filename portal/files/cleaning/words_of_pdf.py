"""The words on the pages of a PDF, as far as its letters say what they are. What is drawn or scanned says nothing."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf

MOST_PAGES = 500
DEEPEST = 4  # drawings within drawings
NEW_LINE = {"Td", "TD", "T*", "Tm", "'", '"', "BT"}
SHOWS = {"Tj", "TJ", "'", '"'}
GAP = -180  # thousandths of a letter: from here a space was meant
PAIRS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
LARGEST_MAP = 2_000_000  # bytes


class Font:
    """How the bytes of one font read as letters."""

    def __init__(self, found: Any) -> None:
        self.is_wide = str(found.get("/Subtype", "")) == "/Type0"
        self.letters: dict[int, str] = {}
        said = found.get("/ToUnicode")
        if isinstance(said, pikepdf.Stream):
            self._read(said.read_bytes()[:LARGEST_MAP])

    def _read(self, said: bytes) -> None:
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", said, re.S):
            for code, letter in PAIRS.findall(block):
                self.letters[int(code, 16)] = _letters(letter)
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", said, re.S):
            for first, last, letter, each in RANGES.findall(block):
                start, count = int(first, 16), min(int(last, 16) - int(first, 16) + 1, 65536)
                if letter:
                    begin = _letters(letter)
                    for step in range(count):
                        self.letters[start + step] = begin[:-1] + chr(min(ord(begin[-1]) + step, 0x10FFFF)) if begin else ""
                else:
                    for step, one in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", each)[:count]):
                        self.letters[start + step] = _letters(one)

    def read(self, said: bytes) -> str:
        if self.is_wide:
            codes = [int.from_bytes(said[place : place + 2], "big") for place in range(0, len(said) - 1, 2)]
            return "".join(self.letters.get(code, "") for code in codes)
        if self.letters:
            return "".join(self.letters.get(code, bytes([code]).decode("cp1252", "replace")) for code in said)
        return said.decode("cp1252", "replace")


def _letters(said: bytes) -> str:
    return bytes.fromhex((said + b"0" * (len(said) % 2)).decode()).decode("utf-16-be", "replace")


def pages(data: bytes) -> list[tuple[str, str]]:
    """Each page with its words."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made = []
        for number, page in enumerate(pdf.pages[:MOST_PAGES], 1):
            notes = [
                said
                for note in page.obj.get("/Annots", [])
                if isinstance(note, pikepdf.Dictionary)
                for said in (
                    str(note.get("/Contents", "")),
                    str(note.get("/A", pikepdf.Dictionary()).get("/URI", "")).removeprefix("mailto:"),
                )
            ]
            made.append((f"bladzijde {number}", "\n".join(["".join(_words(page.obj, 0)), *filter(None, notes)])))
        return made


def has_pictures(data: bytes, legible: int) -> bool:
    """Whether a picture of at least so many pixels either way stands in it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return any(
            isinstance(each, pikepdf.Stream)
            and str(each.get("/Subtype", "")) == "/Image"
            and min(int(each.get("/Width", legible)), int(each.get("/Height", legible))) >= legible
            for each in pdf.objects
        )


def _words(place: Any, depth: int) -> list[str]:
    resources = place.get("/Resources", pikepdf.Dictionary())
    fonts = {name: Font(found) for name, found in resources.get("/Font", {}).items()}
    said: list[str] = []
    font: Font | None = None
    for instruction in pikepdf.parse_content_stream(place):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name in NEW_LINE and said and not said[-1].endswith("\n"):
            said.append("\n" if name != "Td" or _goes_down(operands) else " ")
        if name == "Tf":
            font = fonts.get(str(operands[0]))
        elif name in SHOWS and font:
            said.append(_shown(operands[-1], font))
        elif name == "Do" and depth < DEEPEST:
            drawn = resources.get("/XObject", {}).get(str(operands[0]))
            if isinstance(drawn, pikepdf.Stream) and str(drawn.get("/Subtype", "")) == "/Form":
                said += _words(drawn, depth + 1)
    return said


def _goes_down(operands: Any) -> bool:
    return float(operands[1]) != 0


def _shown(found: Any, font: Font) -> str:
    if not isinstance(found, pikepdf.Array):
        return font.read(bytes(found))
    return "".join(
        font.read(bytes(each)) if isinstance(each, pikepdf.String) else " " if float(each) < GAP else "" for each in found
    )
