"""An edition or a chapter as data for the typesetter."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format

from portal.documents.enums import EditionStatus
from portal.documents.models import Edition, Section
from portal.documents.queries import pictures as kept_pictures
from portal.documents.text import content
from portal.documents.text.content import Block
from portal.history.evidence import canonical, sha256
from portal.publish import pdf

TEMPLATE = "edition"


def typeset(edition: Edition, chapter: str = "") -> bytes:
    """The PDF of an edition, or of one chapter."""
    sections = sections_of(edition, chapter)
    shown = kept_pictures.at([figure["src"] for section in sections for figure in content.figures(section.content)])
    files = {_file(src): bytes(picture.content) for src, picture in shown.items()}
    return pdf.typeset(TEMPLATE, _data(edition, sections), files)


def _file(src: str) -> str:
    return src.rsplit("/", 1)[-1]


def sections_of(edition: Edition, chapter: str) -> list[Section]:
    sections = edition.sections.all()
    return list(sections.filter(chapter=chapter) if chapter else sections)


def version_of(edition: Edition, chapter: str) -> str:
    """Changes with every word of it, with where the edition stands, and with how it is set."""
    layout = (pdf.TEMPLATES / f"{TEMPLATE}.typ").read_text()
    said = [
        edition.title,
        edition.label,
        edition.note,
        standing(edition),
        layout,
        *(section.sha256 for section in sections_of(edition, chapter)),
    ]
    return sha256(canonical(said))


def standing(edition: Edition) -> str:
    """Where the edition stands, for under its title and above each page."""
    if edition.in_force_date is None:
        return "concept, niet vastgesteld"
    since = date_format(edition.in_force_date, "j F Y")
    return {EditionStatus.VASTGESTELD: f"geldt vanaf {since}", EditionStatus.GELDEND: f"geldt sinds {since}"}.get(
        edition.status, "vervangen"
    )


def _data(edition: Edition, sections: list[Section]) -> dict[str, Any]:
    return {
        "title": edition.title,
        "subtitle": f"Editie {edition.label}, {standing(edition)}",
        "running": f"{edition.document}, editie {edition.label}",
        "standing": standing(edition),
        "author": "landelijke Stuurgroep Zorg en Veiligheid",
        "note": edition.note,
        "sections": list(_sections(sections)),
    }


def _sections(sections: list[Section]) -> Any:
    """Headings that follow one another: a reader of headings never meets a skipped level."""
    depth = 0
    for section in sections:
        depth = min(section.level, depth + 1)
        yield {
            "level": depth,
            "title": f"{section.number} {section.title}".strip(),
            "blocks": [_block(block) for block in section.content],
            "notes": {note["mark"]: pdf.runs(note["text"]) for note in section.notes},
        }


def _block(block: Block) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": block["kind"]}
    for name in ("text", "source", "title"):
        made[name] = pdf.runs(block.get(name, ""))
    made |= {name: block[name] for name in ("style", "start", "alt") if name in block}
    if block["kind"] == "figure" and kept_pictures.ADDRESS.search(block["src"]):
        made["file"] = _file(block["src"])
    made["caption"] = pdf.runs(block.get("caption", ""))
    made["head"] = [pdf.runs(text) for text in block.get("head", [])]
    made["rows"] = [[pdf.runs(text) for text in row] for row in block.get("rows", [])]
    made["blocks"] = [_block(under) for under in block.get("blocks", [])]
    made["items"] = [
        {"text": pdf.runs(item["text"]), "items": [_block(under) for under in item["items"]]} for item in block.get("items", [])
    ]
    return made
