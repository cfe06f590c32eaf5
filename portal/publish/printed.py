"""A plain document of parts with paragraphs and lists, as tagged PDF and as DOCX: agendas, besluitenlijsten, verslagen."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from portal.publish import pdf

TEMPLATE = "printed"


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it: a line in small, a line to stand out, paragraphs, and terms with their texts."""

    title: str
    meta: str = ""
    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Printed:
    """The document: what it is called, what stands under its title, and its parts."""

    title: str
    subtitle: str
    made: str  # where it comes from and of which day, for the foot of each page
    parts: list[Part] = field(default_factory=list)
    empty: str = ""


def as_pdf(printed: Printed) -> bytes:
    """PDF/UA-1. Raises typst.TypstError when it would not be accessible."""
    return pdf.typeset(TEMPLATE, _data(printed))


def _data(printed: Printed) -> dict[str, Any]:
    parts = [
        {
            "title": part.title or "-",
            "meta": part.meta,
            "lead": part.lead,
            "paragraphs": [each for each in part.paragraphs if each.strip()],
            "terms": [{"term": term, "text": text} for term, text in part.terms if text.strip()],
        }
        for part in printed.parts
    ]
    return {"title": printed.title, "subtitle": printed.subtitle, "made": printed.made, "empty": printed.empty, "parts": parts}


def as_docx(printed: Printed) -> bytes:
    """A Word file with real headings, in Dutch."""
    from docx import Document  # when it is used: it would slow every start
    from docx.shared import Pt

    document: Any = Document()
    document.core_properties.title = printed.title
    document.core_properties.language = "nl-NL"
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)
    style.element.get_or_add_rPr().append(_language())
    document.add_heading(_plain(printed.title), level=0)
    document.add_paragraph(_plain(printed.subtitle))
    if not printed.parts and printed.empty:
        document.add_paragraph(_plain(printed.empty))
    for part in printed.parts:
        _add(document, part)
    document.sections[0].footer.paragraphs[0].text = _plain(printed.made)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: Any, part: Part) -> None:
    document.add_heading(_plain(part.title), level=1)
    if part.meta:
        document.add_paragraph().add_run(_plain(part.meta)).italic = True
    if part.lead:
        document.add_paragraph().add_run(_plain(part.lead)).bold = True
    for text in part.paragraphs:
        if text.strip():
            document.add_paragraph(_plain(text))
    for term, text in part.terms:
        if text.strip():
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{_plain(term)}: ").bold = True
            paragraph.add_run(_plain(text))


def _plain(text: str) -> str:
    """Without what a Word file cannot hold."""
    return pdf.UNPRINTABLE.sub("", text)


def _language() -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    return language
