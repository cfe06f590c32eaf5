"""The parts of a thing: every row in which people wrote something that stands on its page, as the models themselves say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from portal.files.models import StoredFile
from portal.history.evidence import Evidence
from portal.kit.texts import VISIBLE, FreeTexts, models_with_texts, owner_of
from portal.privacy.models import Withheld


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What can be reported: a kind of thing with a page of its own, and who reads that page."""

    model: type[Model]
    read: str  # the permission
    also: tuple[tuple[type[Model], str], ...] = ()  # rows of lower rooms that stand on its page, and their path to it


THINGS: dict[type[Model], Thing] = {}


def register(model: type[Model], *, read: str, also: dict[type[Model], str] | None = None) -> None:
    """Let things of this model be reported, with all that models say stands on their page. The model has a locking queryset and `visible_to`."""
    THINGS[model] = Thing(model=model, read=read, also=tuple((also or {}).items()))


@dataclass(frozen=True, kw_only=True)
class Part:
    """One row with what was written in it. `text` is what it says, also while that is away."""

    row: Model
    declared: FreeTexts
    text: str
    away: Withheld | None
    files: tuple[StoredFile, ...] = ()

    @property
    def code(self) -> str:
        return code_of(self.row)

    @property
    def label(self) -> str:
        return self.declared.called(self.row)

    @property
    def is_decided(self) -> bool:
        """Whether it was decided, ratified or adopted."""
        return bool(getattr(self.row, "is_decided", False))

    @property
    def is_own(self) -> bool:
        """Whether it is the text of the thing itself, and not of something that stands with it."""
        return not self.declared.of

    @property
    def is_read_by_few(self) -> bool:
        return self.declared.readers not in ("", VISIBLE) or bool(getattr(self.row, "is_draft", False))


def code_of(row: Model) -> str:
    return f"{row._meta.label_lower}-{row.pk}"


def parts_of(subject: Model) -> list[Part]:
    """Every part of it that still says something, in the order of the rooms. A query for each kind of row, and one for what is away."""
    kinds = _kinds_on(type(subject))
    return parts_from([row for model, declared, path in kinds for row in _rows(subject, model, declared, path)])


def parts_from(rows: Sequence[Model]) -> list[Part]:
    """These rows as parts, but those that say nothing any more."""
    away = _away(rows)
    parts = [_part(row, away.get((type(row), row.pk))) for row in rows]
    return [part for part in parts if part.text or part.files]


def part_of(subject: Model, code: str) -> Part | None:
    return next((part for part in parts_of(subject) if part.code == code), None)


def _kinds_on(subject: type[Model]) -> Iterator[tuple[type[Model], FreeTexts, str]]:
    """The kinds of rows on the page of such a thing, with their path to it: its own texts first."""
    declared = dict(models_with_texts())
    if subject in declared:
        yield subject, declared[subject], ""
    for model, texts in declared.items():
        if texts.of and owner_of(model, texts.of) is subject:
            yield model, texts, texts.of
    for model, path in THINGS[subject].also:
        yield model, declared[model], path


def _rows(subject: Model, model: type[Model], declared: FreeTexts, path: str) -> list[Model]:
    if not path:
        return [subject]
    only: dict[str, Any] = {path: subject, **declared.only}
    return list(model._default_manager.filter(**only).order_by("pk").distinct())


def _part(row: Model, away: Withheld | None) -> Part:
    declared: FreeTexts = row.FREE_TEXTS  # type: ignore[attr-defined]
    files = (
        tuple(StoredFile.objects.filter(pk__in=_file_keys(row, declared.file), removed_at__isnull=True)) if declared.file else ()
    )
    text = "\n".join(text for text in away.texts.values() if text) if away else "" if _is_gone(row) else declared.said(row)
    return Part(row=row, declared=declared, text=text, away=away, files=files)


def _is_gone(row: Model) -> bool:
    return isinstance(row, Evidence) and row.redacted_at is not None


def _file_keys(row: Model, path: str) -> list[int]:
    found = type(row)._default_manager.filter(pk=row.pk).values_list(path, flat=True)
    return [key for key in found if key is not None]


def _away(rows: Sequence[Model]) -> dict[tuple[type[Model], int], Withheld]:
    """What is away of these rows. One query."""
    kinds = ContentType.objects.get_for_models(*{type(row) for row in rows})
    models = {kind.pk: model for model, kind in kinds.items()}
    found = Withheld.objects.filter(row_type__in=models, row_id__in=[row.pk for row in rows])
    return {(models[each.row_type_id], each.row_id): each for each in found}
