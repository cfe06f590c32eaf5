"""Putting a part away for a while, letting it back, and taking it away for good. For verbs of this package only."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Model

from portal.accounts.actor import Actor
from portal.files.domain import stored_files
from portal.history.domain.recording import let_back, redact, withhold
from portal.history.evidence import WITHHELD, Evidence
from portal.kit import clock
from portal.privacy.enums import Ground
from portal.privacy.models import Withheld
from portal.privacy.queries.parts import Part, parts_from

REMOVED_TITLE = "Tekst verwijderd"
REMOVED_TEXT = "De privacybeoordelaar heeft deze tekst verwijderd, omdat er persoonsgegevens in stonden."
SHORT = 300  # characters: a column this small holds a name or a title, not a text


def put_away(part: Part) -> None:
    """A sentence stands in its place, wherever it is read; its files are not sent. What it said is kept for the reviewer."""
    row = part.row
    if part.away or not _can_be_away(row):
        return
    texts = {column: getattr(row, column) for column in part.declared.columns}
    Withheld.objects.create(row_type=ContentType.objects.get_for_model(row), row_id=row.pk, texts=texts, withheld_at=clock.now())
    if isinstance(row, Evidence):
        withhold(row)
    else:
        _write(row, {column: WITHHELD if text else text for column, text in texts.items()})
    stored_files.hold_back([file.pk for file in part.files])


def let_stand(part: Part) -> None:
    """It reads again as it was written. What was rewritten meanwhile stays as it is now."""
    if part.away is None:
        return
    row, texts = part.row, part.away.texts
    if isinstance(row, Evidence):
        let_back(row, texts)
    else:
        _write(row, {column: text for column, text in texts.items() if getattr(row, column) == (WITHHELD if text else text)})
    stored_files.hold_back([file.pk for file in part.files], held=False)
    part.away.delete()


def let_go(code: str) -> None:
    """Of a part that stands on no page any more: its writer gets the words back, or they go where the row is gone."""
    label, _, number = code.rpartition("-")
    kind = ContentType.objects.get_by_natural_key(*label.split("."))
    rows = list(kind.get_all_objects_for_this_type(pk=int(number)))
    for part in parts_from(rows):
        let_stand(part)
    if not rows:
        Withheld.objects.filter(row_type=kind, row_id=int(number)).delete()


def take_away(part: Part, *, ground: Ground, by: Actor) -> None:
    """Its texts and files go for good."""
    if isinstance(part.row, Evidence):
        if part.declared.columns:
            redact(part.row, ground=ground.label, by=by)
    else:
        _write(part.row, {column: _stand_in(part.row, column) for column in part.declared.columns})
    for file in part.files:
        stored_files.remove(file=file, by=by)
    if part.away:
        part.away.delete()


def _can_be_away(row: Model) -> bool:
    """A fact of which a text is no plain text cannot come back as it was, and so is not put away."""
    if not isinstance(row, Evidence):
        return True
    return not any(isinstance(row._meta.get_field(name), models.JSONField) for name in row.TEXTS)


def _stand_in(row: Model, column: str) -> Any:
    """What is read where a text of this column was removed: a sentence, or nothing where a name may be missing."""
    field: Any = row._meta.get_field(column)
    text = getattr(row, column)
    if not text or isinstance(field, models.JSONField):
        return type(text)()
    if field.max_length is None or field.max_length > SHORT:
        return REMOVED_TEXT
    return "" if field.blank else REMOVED_TITLE


def _write(row: Model, columns: dict[str, Any]) -> None:
    """Without `save`: nothing else of the row changes, but that whoever has it open is told that it did."""
    changed = columns | ({"version": F("version") + 1} if hasattr(row, "version") else {})
    type(row)._default_manager.filter(pk=row.pk).update(**changed)
