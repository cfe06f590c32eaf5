"""The demo's own short text of the Landelijk Kader: same chapters and numbers, our own words; and a concept that changes it.

`manage.py import_kader FILE --edition 2024 …` puts a real text at such addresses.
"""

from __future__ import annotations

from datetime import date

from home.reading_in import drafts, publishing
from portal.accounts.actor import operator
from portal.demo.rows import DATA, told
from portal.demo.script import key_of
from portal.documents.domain import editions
from portal.documents.enums import DocumentKind
from portal.documents.importing import plain_text
from portal.documents.models import Term

NOTE = "Dit is een korte weergave in eigen woorden, voor de demo. De vastgestelde tekst staat in het document zelf."
NEXT = "Dit concept is verzonnen voor de demo, om te laten zien hoe een nieuwe editie ontstaat."
IN_FORCE = date(2024, 11, 8)


def publish_kader() -> None:
    """The edition in force, and the concept of the next one with its changes explained."""
    Term.objects.bulk_create([Term(**row) for row in told("terms")])
    text = (DATA / "kader.txt").read_text()
    named = {"document_title": "Landelijk Kader", "document_slug": "kader", "title": "Landelijk Kader"}
    page = publishing.publish(plain_text.read(text), edition="2024", note=NOTE, **named)
    editions.enter_existing(edition=page.edition, in_force_date=IN_FORCE, by=operator("demo"))
    changes = told("kader_changes")
    for change in changes:
        text = text.replace(change["was"], change["becomes"])
    outline = plain_text.read(text)
    reasons = {change["anchor"]: change["why"] for change in changes}
    for section in outline.sections:
        section.change_note = reasons.get(section.anchor, "")
    publishing.publish(outline, edition="2027", note=NEXT, **{**named, "title": "Landelijk Kader 2027"})
    _read_protocol()


def _read_protocol() -> None:
    """A file that the landelijk bureau read in and still has to look at."""
    data, name = (DATA / "protocol.md").read_bytes(), "protocol gegevensdeling v0.3.md"
    about = {
        "document": "protocol-gegevensdeling",
        "title": "Protocol gegevensdeling",
        "kind": DocumentKind.MODEL,
        "label": "2027",
    }
    drafts.read(key=key_of("import", "protocol"), name=name, data=data, by=operator("demo"), **about)
