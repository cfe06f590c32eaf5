"""The parts of a thing: every row in which people wrote something that stands on its page, as the models themselves say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from portal.files.models import StoredFile
from portal.history.evidence import Evidence
from portal.kit.texts import FreeTexts, models_with_texts, owner_of
from portal.privacy.models import Withheld

Rows = Callable[[Any], Iterable[Model]]


@dataclass(kw_only=True)
class Thing:
    """What can be reported: a kind of thing with a page of its own, who reads that page,
    and rows of other rooms that stand with it."""

    read: str  # the permission
    more: list[Rows] = field(default_factory=list)


THINGS: dict[type[Model], Thing] = {}


def register(model: type[Model], *, read: str) -> None:
    """Let things of this model be reported, with all that models say stands on their page.

    The model has a locking queryset and `visible_to`.
    """
    THINGS[model] = Thing(read=read)


def extend(model: type[Model], rows: Rows) -> None:
    """Let an upper room say which of its rows stand with things of this model."""
    THINGS[model].more.append(rows)


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

    def goes_with(self, rows: set[tuple[type[Model], int]]) -> bool:
        """Whether one of these rows is what it said otherwise or before."""
        name = self.declared.goes_with
        return bool(name) and (self.row._meta.get_field(name).related_model, getattr(self.row, f"{name}_id")) in rows

    @property
    def is_read_by_few(self) -> bool:
        return bool(self.declared.readers or self.declared.few or getattr(self.row, "is_draft", False))


def code_of(row: Model) -> str:
    return f"{row._meta.label_lower}-{row.pk}"


def parts_of(subject: Model) -> list[Part]:
    """Every part of it that still says something, in the order of the rooms.

    A query for each kind of row, and one for what is away.
    """
    own = (row for model, declared, path in _kinds_on(type(subject)) for row in _rows(subject, model, declared, path))
    more = (row for rows in THINGS[type(subject)].more for row in rows(subject))
    return parts_from([*own, *more])


def parts_from(rows: Sequence[Model]) -> list[Part]:
    """These rows as parts, each once, but those that say nothing any more."""
    away, each_once = _away(rows), {(type(row), row.pk): row for row in rows}
    parts = [_part(row, away.get(key)) for key, row in each_once.items()]
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
    text = _away_words(declared, away) if away else "" if _is_gone(row) else declared.said(row)
    return Part(row=row, declared=declared, text=text, away=away, files=files)


def _away_words(declared: FreeTexts, away: Withheld) -> str:
    return "\n".join(away.texts[column] for column in declared.columns if away.texts.get(column))


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
