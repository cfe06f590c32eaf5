"""Text as people paste it from Word, Excel, mail and the web, made plain in one place: the same words on every page, in
every mail and in every file."""

from __future__ import annotations

import re
import unicodedata

JOINER = "\u200d"  # what emoji are made of
# Word's soft return, a page break, and what other programs end a line with.
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Signs that Word sets in Symbol and Wingdings: they have no meaning outside those fonts.
SIGNS = str.maketrans(
    {
        "\uf0b7": "•", "\uf0a7": "•", "\uf0a8": "•", "\uf0d8": "•", "\uf076": "•", "\uf077": "•", "\uf06f": "•", "\uf0b0": "°",
        "\uf0fc": "✓", "\uf0fb": "✗", "\uf0e0": "→", "\uf0e8": "→", "\uf0df": "←", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±",
        "\uf0b4": "×", "\uf02d": "-", "\uf0be": "–",
    }
)  # fmt: skip
# A sign of a list at the head of a line, with the tab or the many spaces that Word puts after it.
BULLET = re.compile(r"^[ \t]*([•·▪▫◦‣●○■□➢✓✗]|[o§](?=\t| {3})|[-–](?=\t))[ \t]+", re.MULTILINE)
CELLS = re.compile(r" *\t[ \t]*")


def tidy(text: str) -> str:
    """The text without characters that hide it, turn it around or mean something in one font only.

    A line of a pasted table keeps its cells apart with a bar; a list keeps its signs; the joiner of emoji stays inside.
    """
    lines = LINE_ENDS.sub("\n", text).translate(SIGNS)
    spaced = "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in lines)
    marked = BULLET.sub(lambda found: f"{'•' if found[1] in 'o§·' else found[1]} ", spaced)
    celled = "\n".join(CELLS.sub(" | ", line.rstrip(" \t").lstrip("\t")) for line in marked.split("\n"))
    return "".join(letter for letter in celled if _is_kept(letter)).strip(f" {JOINER}\n")


def _is_kept(letter: str) -> bool:
    return letter in (JOINER, "\n") or unicodedata.category(letter) not in ("Cf", "Cc", "Co", "Cs", "Cn")
