"""Editions for tests, published as an editor would."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command

from portal.accounts.actor import operator
from portal.documents.domain import editions
from portal.documents.models import Edition

TEXT = """# 1 Begin

De opening van dit hoofdstuk.

## 1.1 Eerste

Een alinea met een noot[^1] en **vet**.

1. het ene
2. het andere

[^1]: De noot zelf.

## 1.2 Tweede

Mensen met overlast en onveiligheid krijgen hulp van partners in de regio.

# 2 Vervolg

## 2.1 Derde

| Kop | Andere |
| --- | --- |
| cel | nog een |

::: kader Let op

Binnen het kader.

:::

> Een citaat.
"""


def published(text: str = TEXT, *, edition: str = "2024", since: date | None = None, document: str = "kader") -> Edition:
    """An edition of this Markdown, as a concept, or in force since that date."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tekst.md"
        file.write_text(text)
        call_command("import_kader", str(file), edition=edition, title="Landelijk Kader", document=document, stdout=StringIO())
    made = Edition.objects.get(document__slug=document, label=edition)
    if since:
        editions.enter_existing(edition=made, in_force_date=since, by=operator("test"))
    return Edition.objects.with_document().get(pk=made.pk)
