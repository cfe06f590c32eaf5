"""The demo's own short text of the Landelijk Kader: same chapters and numbers, our own words.

`manage.py import_kader FILE --edition 2024 …` puts the real text at the same addresses.
"""

from datetime import date

from home import importing
from portal.accounts.actor import operator
from portal.demo.script import DATA
from portal.documents.domain import editions
from portal.documents.importing import kader

NOTE = "Dit is een korte weergave in eigen woorden, voor de demo. De vastgestelde tekst staat in het document zelf."
IN_FORCE = date(2024, 11, 8)


def publish_kader() -> None:
    outline = kader.read((DATA / "kader.txt").read_text())
    page = importing.publish(
        outline, document_title="Landelijk Kader", document_slug="kader", edition="2024", title="Landelijk Kader", note=NOTE
    )
    editions.enter_existing(edition=page.edition, in_force_date=IN_FORCE, by=operator("demo"))
