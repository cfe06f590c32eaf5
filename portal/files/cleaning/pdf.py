"""A PDF without hidden names: its description is written anew, and nothing in it says who made it or what with.

Pages, text, bookmarks, tags and the text of notes stay. The writer of a note and its date go.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import Any
from xml.sax.saxutils import escape

import pikepdf

from portal.files.cleaning import pictures

DEEPEST = 60
LARGEST_PICTURE = 100 * 1024 * 1024  # bytes
ROOT_KEPT = {
    "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences", "/PageLayout",
    "/PageMode", "/Outlines", "/OpenAction", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties",
    "/AcroForm",
}  # fmt: skip
PAGE_KEPT = {
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Contents", "/Rotate",
    "/Group", "/Annots", "/StructParents", "/Tabs", "/UserUnit", "/Dur", "/Trans",
}  # fmt: skip
TRAILER_KEPT = {"/Root", "/Size"}
NAMES_KEPT = {"/Dests"}
# Wherever they stand.
GONE = {"/Metadata", "/PieceInfo", "/LastModified", "/CreatorInfo", "/Thumb"}
NOTE_GONE = {"/T", "/M", "/CreationDate", "/NM", "/Subj", "/RC", "/RT", "/IRT", "/ExData", "/Popup"}
OTHER_GONE = {"/UserProperties", "/Private"}
CLAIM = re.compile(
    rb"<(pdfuaid:part|pdfaid:part|pdfaid:conformance)>\s*([0-9]|[ABU])\s*<|(pdfuaid:part|pdfaid:part|pdfaid:conformance)=[\"']([0-9]|[ABU])[\"']"
)
DESCRIPTION = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{claims}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""  # noqa: E501


def cleaned(pdf: pikepdf.Pdf, *, title: str) -> bytes:
    """The same pages. What it says of being accessible or for the archive stays said; its title is the name it is kept under."""
    claims = _claims(pdf)
    for found in pdf.objects:
        _clean(found, 0)
    for page in pdf.pages:
        _only(page.obj, PAGE_KEPT)
    _only(pdf.Root, ROOT_KEPT)
    if "/Names" in pdf.Root:
        _only(pdf.Root.Names, NAMES_KEPT)
    _only(pdf.trailer, TRAILER_KEPT)
    description = DESCRIPTION.format(
        title=escape(title), claims="".join(f"<{name}>{said}</{name}>" for name, said in claims.items())
    )
    pdf.Root.Metadata = pdf.make_stream(description.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True, fix_metadata_version=False)
    return stream.getvalue()


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether somebody signed it: cleaning would break that."""
    return any(isinstance(found, pikepdf.Dictionary) and "/ByteRange" in found and "/Contents" in found for found in pdf.objects)


def _claims(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Which of the standards it says it follows."""
    metadata = pdf.Root.get("/Metadata")
    said = CLAIM.findall(metadata.read_bytes()[:200_000]) if isinstance(metadata, pikepdf.Stream) else []
    return {(first or second).decode(): (one or other).decode() for first, one, second, other in said}


def _clean(found: Any, depth: int) -> None:
    """An object, and what stands in it directly."""
    if depth > DEEPEST:
        raise ValueError("too deep")
    if isinstance(found, pikepdf.Array):
        for each in found:
            if not getattr(each, "is_indirect", False):
                _clean(each, depth + 1)
        return
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return
    for key in GONE | (NOTE_GONE if _is_note(found) else set()):
        if key in found:
            del found[key]
    if str(found.get("/O", "")) == "/UserProperties":
        found.P = pikepdf.Array()
    if isinstance(found, pikepdf.Stream) and str(found.get("/Subtype", "")) == "/Image":
        _clean_picture(found)
    for key in list(found.keys()):
        value = found.get(key)
        if not getattr(value, "is_indirect", False):
            _clean(value, depth + 1)


def _is_note(found: Any) -> bool:
    """An annotation that somebody wrote: a link has no writer, and the name of a form's field is no person."""
    return "/Subtype" in found and "/Rect" in found and str(found.Subtype) not in ("/Widget", "/Link")


def _clean_picture(image: pikepdf.Stream) -> None:
    """A photo is stored as it came from the camera, with where and by whom."""
    filters = image.get("/Filter")
    names = [str(each) for each in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if names[-1] not in ("/DCTDecode", "/JPXDecode") or names[:-1] not in ([], ["/FlateDecode"]):
        return
    raw = image.read_raw_bytes()
    if names[:-1]:
        raw = zlib.decompressobj().decompress(raw, LARGEST_PICTURE)
        image.Filter = pikepdf.Name(names[-1])
        if isinstance(image.get("/DecodeParms"), pikepdf.Array):
            del image["/DecodeParms"]
    parameters: Any = image.get("/DecodeParms")
    image.write(pictures.bare(raw), filter=pikepdf.Name(names[-1]), decode_parms=parameters)


def _only(found: Any, kept: set[str]) -> None:
    for key in set(found.keys()) - kept:
        del found[key]
