"""PDF that everybody can read: typeset by typst, tagged, checked against PDF/UA-1 while it is made.

Text goes in as data, never as markup, so that nothing in it can do anything.
"""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

TEMPLATES = Path(__file__).parent / "typst"
MARK = "mark.typ"  # what stands at the head of all of them
FONTS = settings.LOCAL_DIR / "assets" / "fonts"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff\ufffe\uffff]")
JOINERS = re.compile("[\u200d\ufe0e\ufe0f]")  # tie emoji together, which our fonts do not have
NOT_SHOWN = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.S)
LATIN = 0x24F  # what our fonts surely have
BOX = "\u25a1"
Run = dict[str, Any]


def typeset(template: str, data: dict[str, Any], files: dict[str, bytes] | None = None) -> bytes:
    """The PDF of this data in that template, with these files (pictures, by name).

    Raises typst.TypstError when it would not be accessible.

    A character that no font here has is shown as an empty box.
    """
    import typst  # when it is used: it would slow every start

    unknown: set[str] = set()
    with TemporaryDirectory() as folder:
        own = {name: (TEMPLATES / name).read_bytes() for name in (f"{template}.typ", MARK)}
        for name, content in {**own, **(files or {})}.items():
            (Path(folder) / name).write_bytes(content)
        while True:
            try:
                return _compile(Path(folder) / f"{template}.typ", _cleaned(data, unknown))
            except typst.TypstError as error:
                more = _not_shown(str(error)) - unknown
                if not more:
                    raise
                unknown |= more


def _compile(template: Path, data: dict[str, Any]) -> bytes:
    import typst

    said = {"data": json.dumps(data, ensure_ascii=False)}
    return bytes(
        typst.compile(
            str(template),
            root=str(template.parent),
            format="pdf",
            font_paths=[str(FONTS)],
            sys_inputs=said,
            pdf_standards=["ua-1"],
        )
    )


def _not_shown(error: str) -> set[str]:
    """The characters that the typesetter says it cannot show, and those like them that are surely not in our fonts."""
    match = NOT_SHOWN.search(error)
    return {character for character in match[1] if ord(character) > LATIN} if match else set()


def _cleaned(data: Any, unknown: set[str]) -> Any:
    """The same data without what cannot be printed."""
    if isinstance(data, dict):
        return {name: _cleaned(value, unknown) for name, value in data.items()}
    if isinstance(data, list):
        return [_cleaned(value, unknown) for value in data]
    if isinstance(data, str):
        plain = JOINERS.sub("", UNPRINTABLE.sub("", data))
        return "".join(BOX if character in unknown else character for character in plain)
    return data


def runs(html: str) -> list[Run]:
    """Inline HTML as runs of text: each has `t`, and where they apply `b`, `i`, `sup` and `href`."""
    reader = _Runs()
    reader.feed(html)
    reader.close()
    return reader.found


class _Runs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Run] = []
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._say("\n")
        else:
            self.open.append((tag, dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] == tag:
                del self.open[place]
                return

    def handle_data(self, data: str) -> None:
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._say(unescape(f"&#{name};"))

    def _say(self, text: str) -> None:
        run: Run = {"t": text}
        for tag, href in self.open:
            if tag == "a" and href:
                run["href"] = href
            elif tag in ("b", "i", "sup", "sub"):
                run[tag] = True
        self.found.append(run)
