"""Ordinary files with a person's name in every place that says who made them, and the same words in the text that must stay."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import docx
import pikepdf
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin

from tests.files import hostile

NAME = "Kanarie-Schrijver"
STAYS = "Dit blijft staan."
NOTE = "Deze opmerking blijft."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MS = "http://schemas.microsoft.com/office"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = f'xmlns:r="{OFFICE}/relationships"'
CORE = f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:creator>{NAME}</dc:creator><dc:title>{NAME}</dc:title><cp:lastModifiedBy>{NAME}</cp:lastModifiedBy><cp:keywords>{NAME}</cp:keywords></cp:coreProperties>"""
APP = (
    f'<Properties xmlns="{OFFICE}/extended-properties"><Manager>{NAME}</Manager><Company>{NAME}</Company>'
    f"<Template>{NAME}.dotm</Template></Properties>"
)
CUSTOM = f"""<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{NAME}">
<vt:lpwstr>{NAME}</vt:lpwstr></property></Properties>"""  # noqa: E501


def jpeg() -> bytes:
    """With a maker in EXIF, XMP, IPTC, a comment, a segment of nobody's, and behind the end."""
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x013B], exif[0x8298], exif[0x010E] = NAME, NAME, NAME
    Image.new("RGB", (30, 20), "teal").save(
        stream, "JPEG", exif=exif, comment=NAME, xmp=f"<x>{NAME}</x>".encode(), icc_profile=NAME.encode() * 9
    )
    data = stream.getvalue()
    more = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(NAME) + 2 + len(start)) + start + NAME.encode()
        for marker, start in [
            (0xED, b"Photoshop 3.0\0"),
            (0xE5, b""),
            (0xEC, b"Ducky"),
            (0xEF, b""),
            (0xE0, b"JFXX\0"),
            (0xEE, b"Adobe\0d\0\0\0\0\0\0"),
        ]
    )
    return data[:2] + more + data[2:] + NAME.encode()


def png() -> bytes:
    info, stream = PngImagePlugin.PngInfo(), io.BytesIO()
    info.add_text("Author", NAME)
    info.add_text("Copyright", NAME, zip=True)
    info.add_itxt("XML:com.adobe.xmp", NAME)
    exif = Image.Exif()
    exif[0x013B] = NAME
    Image.new("RGB", (30, 20), "teal").save(stream, "PNG", pnginfo=info, exif=exif)
    data = stream.getvalue()
    own = b"".join(_chunk(kind, NAME.encode()) for kind in (b"naAm", b"caNv", b"tIME"))
    return data[:33] + own + data[33:] + NAME.encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def gif() -> bytes:
    stream = io.BytesIO()
    frames = [Image.new("P", (9, 9), colour) for colour in (1, 2)]
    frames[0].save(stream, "GIF", comment=NAME, save_all=True, append_images=frames[1:])
    return stream.getvalue()


def tiff() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (9, 9)).save(stream, "TIFF", tiffinfo={315: NAME, 305: NAME, 270: NAME})
    return stream.getvalue()


def svg() -> bytes:
    return f"""<?xml version="1.0"?><!-- {NAME} --><svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" sodipodi:docname="{NAME}.svg" inkscape:export-filename="C:\\{NAME}">
<metadata><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">{NAME}</dc:creator></metadata><sodipodi:namedview id="{NAME}"/><rect width="9" height="9"/></svg>""".encode()  # noqa: E501


def emf() -> bytes:
    said = NAME.encode("utf-16-le")
    head = bytearray(108 + len(said) + (-len(said)) % 4)
    struct.pack_into("<II", head, 0, 1, len(head))
    head[40:44] = b" EMF"
    struct.pack_into("<II", head, 60, len(NAME), 108)
    head[108 : 108 + len(said)] = said
    note = NAME.encode() + b"\0" * ((-len(NAME)) % 4)
    comment = struct.pack("<III", 70, 12 + len(note), len(note)) + note
    return bytes(head) + comment + struct.pack("<IIIII", 14, 20, 0, 16, 20)


def _office(
    data: bytes,
    add: dict[str, str | bytes],
    replace: dict[str, list[tuple[str, str]]],
    relations: dict[str, list[tuple[str, str]]],
) -> bytes:
    """An archive with parts added, words replaced, and relations from a part to others (type, target).

    A name in every corner of the zip too.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts |= {name: content.encode() if isinstance(content, str) else content for name, content in add.items()}
    for name, pairs in replace.items():
        for old, new in pairs:
            assert old.encode() in parts[name], (name, old, parts[name][:3000])
            parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    for source, targets in relations.items():
        folder, _, base = source.rpartition("/")
        name = f"{folder}/_rels/{base}.rels".lstrip("/") if source else "_rels/.rels"
        rows = "".join(
            f'<Relationship Id="rIdX{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets)
        )
        old = parts.get(
            name, b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        )
        parts[name] = old.replace(b"</Relationships>", rows.encode() + b"</Relationships>")
    known = parts["[Content_Types].xml"].decode()
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="application/xml"/>'
        for name in add
        if name.endswith(".xml") and f'"/{name}"' not in known
    )
    pictures = "".join(
        f'<Default Extension="{e}" ContentType="image/{e}"/>'
        for e in ("png", "jpg", "jpeg", "gif", "tiff", "svg", "emf", "bin", "xlsx")
        if f'Extension="{e}"' not in known
    )
    parts["[Content_Types].xml"] = known.replace("</Types>", f"<!-- {NAME} -->{pictures}{kinds}</Types>").encode()
    parts[f"verstopt/{NAME}.xml"] = f"<a>{NAME}</a>".encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.comment = NAME.encode()
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.comment = NAME.encode()
            info.extra = struct.pack("<HH", 0x7075, len(NAME)) + NAME.encode()
            made.writestr(info, content, zipfile.ZIP_DEFLATED)
    return b"" + stream.getvalue()


PROPERTIES: dict[str, str | bytes] = {
    "docProps/custom.xml": CUSTOM,
    "docMetadata/LabelInfo.xml": f"<l:labelList xmlns:l='x'><l:label id='{NAME}'/></l:labelList>",
}
PACKAGE = [
    (f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
    ("http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml"),
    ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/kiekje.jpeg"),
]


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph(STAYS)
    document.add_paragraph("TEKST")
    for picture in (png(), _readable_jpeg(), gif(), tiff()):
        document.add_picture(io.BytesIO(picture))
    stream = io.BytesIO()
    document.save(stream)
    tracked = f"""</w:t></w:r><w:ins w:id="1" w:author="{NAME}" w:date="2026-01-01T00:00:00Z"><w:r w:rsidR="00AB12CD"><w:t>Toegevoegd.</w:t></w:r></w:ins>
<w:del w:id="2" w:author="{NAME}"><w:r><w:delText>Weggehaald.</w:delText></w:r></w:del><w:moveFrom w:id="3" w:author="{NAME}"><w:r><w:t>v</w:t></w:r></w:moveFrom>
<w:smartTag w:uri="urn:x" w:element="naam"><w:smartTagPr><w:attr w:name="wie" w:val="{NAME}"/></w:smartTagPr><w:r><w:t>slim</w:t></w:r></w:smartTag>
<w:sdt><w:sdtPr><w:tag w:val="{NAME}"/><w:dataBinding w:xpath="/{NAME}" w:storeItemID="x"/></w:sdtPr><w:sdtContent><w:r><w:t>veld</w:t></w:r></w:sdtContent></w:sdt><!-- {NAME} --><w:r><w:t>"""  # noqa: E501
    comments = f"""<w:comments {W}><w:comment w:id="0" w:author="{NAME}" w:initials="{NAME}" w:date="2026-01-01T00:00:00Z"><w:p><w:r><w:t>{NOTE}</w:t></w:r></w:p></w:comment></w:comments>"""  # noqa: E501
    people = f"""<w15:people xmlns:w15="{MS}/word/2012/wordml"><w15:person w15:author="{NAME}"><w15:presenceInfo w15:providerId="AD" w15:userId="{NAME}"/></w15:person></w15:people>"""  # noqa: E501
    settings = f"""<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="{NAME}" w:val="{NAME}"/></w:docVars><w:mailMerge><w:query w:val="{NAME}"/></w:mailMerge>
</w:settings>"""  # noqa: E501
    add = {
        **PROPERTIES,
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "docProps/kiekje.jpeg": jpeg(),
        "word/comments.xml": comments,
        "word/people.xml": people,
        "customXml/item1.xml": f"<a>{NAME}</a>",
        "word/glossary/document.xml": f"<w:glossaryDocument {W}>{NAME}</w:glossaryDocument>",
        "word/documenttasks/documenttasks1.xml": f"<t:Tasks xmlns:t='x'><t:User userName='{NAME}'/></t:Tasks>",
        "word/media/teken.svg": svg(),
        "word/media/oud.emf": emf(),
        "word/media/foto.jpg": jpeg(),
        "word/printerSettings/printerSettings1.bin": NAME.encode("utf-16-le"),
        "word/embeddings/getallen.xlsx": excel(),
    }
    document_to = [
        (f"{OFFICE}/relationships/comments", "comments.xml"),
        (f"{MS}/2011/relationships/people", "people.xml"),
        (f"{OFFICE}/relationships/customXml", "../customXml/item1.xml"),
        (f"{OFFICE}/relationships/glossaryDocument", "glossary/document.xml"),
        (f"{MS}/2019/05/relationships/documenttasks", "documenttasks/documenttasks1.xml"),
        (f"{OFFICE}/relationships/image", "media/teken.svg"),
        (f"{OFFICE}/relationships/image", "media/oud.emf"),
        (f"{OFFICE}/relationships/image", "media/foto.jpg"),
        (f"{OFFICE}/relationships/printerSettings", "printerSettings/printerSettings1.bin"),
        (f"{OFFICE}/relationships/package", "embeddings/getallen.xlsx"),
    ]
    replace = {
        "word/document.xml": [("TEKST", tracked), ('name="image.png"', f'name="{NAME}.png"')],
        "word/settings.xml": [("</w:settings>", settings)],
    }
    return _office(stream.getvalue(), add, replace, {"": PACKAGE, "word/document.xml": document_to})


def _readable_jpeg() -> bytes:
    """python-docx reads less of a JPEG than a camera writes."""
    stream, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = NAME
    Image.new("RGB", (9, 9)).save(stream, "JPEG", exif=exif, dpi=(72, 72))
    return stream.getvalue()


def excel() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet["A1"] = STAYS
    sheet["A1"].comment = Comment(f"{NAME}:\n{NOTE}", NAME)
    stream = io.BytesIO()
    book.save(stream)
    workbook = f"""<fileSharing userName="{NAME}"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15">
<x15ac:absPath xmlns:x15ac="{MS}/spreadsheetml/2010/11/ac" url="C:\\Users\\{NAME}\\"/></mc:Choice></mc:AlternateContent><workbookPr"""  # noqa: E501
    views = (
        f'<customWorkbookViews><customWorkbookView name="{NAME} - Persoonlijke weergave" '
        f'guid="{{9FA1BC52-6A2B-4D1C-9E0F-0123456789AB}}" windowWidth="1" windowHeight="1" activeSheetId="1"/>'
        "</customWorkbookViews></workbook>"
    )
    comments = (
        f'<comments {X}><authors><author>{NAME}</author></authors><commentList><comment ref="A1" authorId="0"><text><r>'
        f"<t>{NAME}:</t></r><r><t>{NOTE}</t></r></text></comment></commentList></comments>"
    )
    add = {
        **PROPERTIES,
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "docProps/kiekje.jpeg": jpeg(),
        "xl/persons/person.xml": (
            f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments">'
            f'<person displayName="{NAME}" id="{{1}}" userId="{NAME}" providerId="{NAME}"/></personList>'
        ),
        "xl/threadedComments/threadedComment1.xml": (
            f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments">'
            f'<threadedComment ref="A1" personId="{{1}}" id="{{2}}"><text>{NOTE}</text></threadedComment></ThreadedComments>'
        ),
        "xl/revisions/revisionHeaders.xml": f'<headers {X} guid="x"><header userName="{NAME}" guid="x"/></headers>',
        "xl/revisions/userNames.xml": f'<users {X} count="1"><userInfo name="{NAME}" guid="x" id="1"/></users>',
        "xl/printerSettings/printerSettings1.bin": NAME.encode("utf-16-le"),
        "xl/pivotCache/pivotCacheDefinition1.xml": (
            f'<pivotCacheDefinition {X} refreshedBy="{NAME}" refreshedDate="1"><cacheSource type="worksheet"/>'
            "</pivotCacheDefinition>"
        ),
        "xl/media/foto.jpeg": jpeg(),
        "xl/media/teken.png": png(),
        "xl/comments/comment1.xml": comments,
    }
    workbook_to = [
        (f"{MS}/2017/10/relationships/person", "persons/person.xml"),
        (f"{OFFICE}/relationships/revisionHeaders", "revisions/revisionHeaders.xml"),
        (f"{OFFICE}/relationships/usernames", "revisions/userNames.xml"),
        (f"{OFFICE}/relationships/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
    ]
    sheet_to = [
        (f"{OFFICE}/relationships/printerSettings", "../printerSettings/printerSettings1.bin"),
        (f"{OFFICE}/relationships/image", "../media/foto.jpeg"),
        (f"{OFFICE}/relationships/image", "../media/teken.png"),
        (f"{MS}/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"),
    ]
    sheet_xml = (
        f'<scenarios><scenario name="a" user="{NAME}" comment="Gemaakt door {NAME}" count="1"><inputCells r="A1" val="1"/>'
        "</scenario></scenarios><pageMargins"
    )
    replace = {
        "xl/workbook.xml": [("<workbookPr", workbook), ("</workbook>", views)],
        "xl/worksheets/sheet1.xml": [
            ("<pageMargins", sheet_xml),
            ("<legacyDrawing", f'<pageSetup {R} r:id="rIdX0"/><legacyDrawing'),
        ],
    }
    return _office(
        stream.getvalue(), add, replace, {"": PACKAGE, "xl/workbook.xml": workbook_to, "xl/worksheets/sheet1.xml": sheet_to}
    )


def powerpoint() -> bytes:
    """Small and by hand: there is no library for it among ours."""
    slide = f"""<p:sld {P} {A} {R}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel 1"/>
<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{STAYS}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"""  # noqa: E501
    presentation = (
        f'<p:presentation {P} {R}><p:sldIdLst><p:sldId id="256" r:id="rIdX0"/></p:sldIdLst><p:custDataLst>'
        '<p:custData r:id="rIdX5"/></p:custDataLst></p:presentation>'
    )
    start = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{OFFICE}/relationships/officeDocument" Target="ppt/presentation.xml"/>'
            "</Relationships>"
        ),
        "ppt/presentation.xml": presentation,
        "ppt/slides/slide1.xml": slide,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in start.items():
            archive.writestr(name, content)
    add = {
        **PROPERTIES,
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "docProps/kiekje.jpeg": jpeg(),
        "ppt/commentAuthors.xml": (
            f'<p:cmAuthorLst {P}><p:cmAuthor id="1" name="{NAME}" initials="{NAME}" lastIdx="1" clrIdx="0"><p:extLst>'
            f'<p:ext uri="x"><p15:presenceInfo xmlns:p15="x" userId="{NAME}" providerId="AD"/></p:ext></p:extLst>'
            "</p:cmAuthor></p:cmAuthorLst>"
        ),
        "ppt/authors.xml": (
            f'<p188:authorLst xmlns:p188="{MS}/powerpoint/2018/8/main">'
            f'<p188:author id="{{1}}" name="{NAME}" initials="{NAME}" userId="{NAME}" providerId="{NAME}"/></p188:authorLst>'
        ),
        "ppt/comments/comment1.xml": (
            f'<p:cmLst {P}><p:cm authorId="1" idx="1"><p:pos x="1" y="1"/><p:text>{NOTE}</p:text></p:cm></p:cmLst>'
        ),
        "ppt/changesInfos/changesInfo1.xml": f'<pc:chgInfo xmlns:pc="x"><pc:chgData name="{NAME}" userId="{NAME}"/></pc:chgInfo>',
        "ppt/revisionInfo.xml": f'<r:revInfo xmlns:r="x"><r:client id="{NAME}"/></r:revInfo>',
        "customXml/item1.xml": f"<a>{NAME}</a>",
        "ppt/tags/tag1.xml": f'<p:tagLst {P}><p:tag name="WIE" val="{NAME}"/></p:tagLst>',
        "ppt/media/foto.jpg": jpeg(),
        "ppt/media/teken.png": png(),
        "ppt/embeddings/getallen.xlsx": excel(),
    }
    to = [
        (f"{OFFICE}/relationships/slide", "slides/slide1.xml"),
        (f"{OFFICE}/relationships/commentAuthors", "commentAuthors.xml"),
        (f"{MS}/2018/10/relationships/authors", "authors.xml"),
        (f"{MS}/2016/11/relationships/changesInfo", "changesInfos/changesInfo1.xml"),
        (f"{MS}/2015/10/relationships/revisionInfo", "revisionInfo.xml"),
        (f"{OFFICE}/relationships/customXml", "../customXml/item1.xml"),
        (f"{OFFICE}/relationships/tags", "tags/tag1.xml"),
    ]
    slide_to = [
        (f"{OFFICE}/relationships/comments", "../comments/comment1.xml"),
        (f"{OFFICE}/relationships/image", "../media/foto.jpg"),
        (f"{OFFICE}/relationships/image", "../media/teken.png"),
        (f"{OFFICE}/relationships/package", "../embeddings/getallen.xlsx"),
    ]
    return _office(stream.getvalue(), add, {}, {"": PACKAGE, "ppt/presentation.xml": to, "ppt/slides/slide1.xml": slide_to})


D, N, S = pikepdf.Dictionary, pikepdf.Name, pikepdf.String


def pdf() -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page().obj
    page.Contents = made.make_stream(f"BT /F1 12 Tf 20 20 Td ({STAYS}) Tj ET".encode())
    xmp = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part><dc:creator xmlns:dc="x">{NAME}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"""  # noqa: E501
    metadata = made.make_stream(xmp.encode(), Type=N.Metadata, Subtype=N.XML)
    picture = made.make_stream(
        jpeg(),
        Type=N.XObject,
        Subtype=N.Image,
        Width=30,
        Height=20,
        ColorSpace=N.DeviceRGB,
        BitsPerComponent=8,
        Filter=N.DCTDecode,
    )
    picture.Metadata = made.make_stream(xmp.encode(), Type=N.Metadata)
    packed = made.make_stream(
        zlib.compress(jpeg()), Type=N.XObject, Subtype=N.Image, Width=30, Height=20, ColorSpace=N.DeviceRGB, BitsPerComponent=8
    )
    packed.Filter = pikepdf.Array([N.FlateDecode, N.DCTDecode])
    page.Resources = D(XObject=D(Im1=picture, Im2=packed))
    private = D(Illustrator=D(LastModified=S("D:2026"), Private=D(Wie=S(NAME))))
    page.PieceInfo, page.LastModified, page.Metadata = private, S(NAME), metadata
    page.Thumb = made.make_stream(NAME.encode(), Width=1, Height=1)
    page[N("/Eigen")] = S(NAME)
    page.Annots = made.make_indirect(
        [
            D(
                Type=N.Annot,
                Subtype=N.Text,
                Rect=[0, 0, 9, 9],
                Contents=S(NOTE),
                T=S(NAME),
                Subj=S(NAME),
                NM=S(NAME),
                RC=S(f"<p>{NAME}</p>"),
                M=S("D:2026"),
            ),
            made.make_indirect(
                D(Type=N.Annot, Subtype=N.Highlight, Rect=[0, 0, 9, 9], T=S(NAME), Contents=S(NOTE), QuadPoints=[0] * 8)
            ),
            D(Type=N.Annot, Subtype=N.Popup, Rect=[0, 0, 9, 9], T=S(NAME)),
        ]
    )
    made.Root.Metadata, made.Root.PieceInfo = metadata, private
    made.Root[N("/SpiderInfo")] = D(V=1.0, C=[D(U=S(NAME))])
    made.Root[N("/Threads")] = pikepdf.Array([made.make_indirect(D(I=D(Author=S(NAME)), F=D(P=page)))])
    made.Root[N("/Eigen")] = D(Wie=S(NAME))
    made.Root.Names = D(IDS=D(Names=[S(NAME), D(Wie=S(NAME))]))
    made.Root.OCProperties = D(
        OCGs=[made.make_indirect(D(Type=N.OCG, Name=S("Laag"), Usage=D(CreatorInfo=D(Creator=S(NAME), Subtype=N.Artwork))))],
        D=D(),
    )
    tag = D(Type=N.StructElem, S=N.P, A=D(O=N.UserProperties, P=[D(N=S("Wie"), V=S(NAME))]))
    made.Root.StructTreeRoot = made.make_indirect(D(Type=N.StructTreeRoot, K=made.make_indirect(tag)))
    made.trailer.Info = made.make_indirect(
        D(Author=S(NAME), Title=S(NAME), Creator=S(NAME), Producer=S(NAME), Keywords=S(NAME), Eigen=S(NAME))
    )
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue().replace(b"%PDF-", b"%PDF-", 1) + f"\n% {NAME}\n".encode()


def open_document(kind: str) -> bytes:
    """With a maker in properties, settings, remarks, tracked changes, fields, a picture, and parts that nothing leads to."""
    remark = (
        f"<office:annotation><dc:creator>{NAME}</dc:creator><meta:creator-initials>{NAME}</meta:creator-initials>"
        f"<text:p>{NOTE}</text:p></office:annotation>"
    )
    tracked = f"<office:change-info><dc:creator>{NAME}</dc:creator></office:change-info>"
    fields = (
        f"<text:author-name>{NAME}</text:author-name><text:file-name>{NAME}.odt</text:file-name>"
        f"<text:sender-lastname>{NAME}</text:sender-lastname>"
    )
    shown = (
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame><draw:frame><draw:object xlink:href="./Object 1"/>'
        "</draw:frame>"
    )
    text = f"<text:p>{STAYS}{remark}{fields}</text:p><text:p>{shown}</text:p>"
    body = {
        "text": f"<text:tracked-changes><text:changed-region>{tracked}</text:changed-region></text:tracked-changes>{text}",
        "spreadsheet": (
            f'<table:tracked-changes>{tracked}</table:tracked-changes><table:table table:name="Blad"><table:table-row>'
            f"<table:table-cell>{text}</table:table-cell></table:table-row></table:table>"
        ),
    }[kind]
    said = hostile.opened("", "chart", before=f"<!--{NAME}-->")
    with zipfile.ZipFile(io.BytesIO(said)) as archive:
        chart = archive.read("content.xml")
    beside = f"<a>{NAME}</a>".encode()
    lying = (
        "meta.xml",
        "settings.xml",
        "manifest.rdf",
        "Object 1/meta.xml",
        "META-INF/documentsignatures.xml",
        "Configurations2/menubar/x.xml",
        "layout-cache",
    )
    parts = {
        "styles.xml": f"<office:document-styles{hostile.NAMESPACES}><!--{NAME}--></office:document-styles>".encode(),
        "Pictures/a.png": png(),
        "Object 1/content.xml": chart,
        "Thumbnails/thumbnail.png": png(),
        "ObjectReplacements/Object 1": beside,
        **dict.fromkeys(lying, beside),
    }
    return hostile.opened(body, kind, parts)


def every() -> Iterator[tuple[str, bytes]]:
    yield from (
        ("docx", word()),
        ("xlsx", excel()),
        ("pptx", powerpoint()),
        ("odt", open_document("text")),
        ("ods", open_document("spreadsheet")),
        ("pdf", pdf()),
        ("png", png()),
        ("jpg", jpeg()),
    )
