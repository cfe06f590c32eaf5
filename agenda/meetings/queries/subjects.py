"""What an agenda item can be about: one line for each kind, filled at start-up by the rooms that own them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Model, QuerySet, prefetch_related_objects

from portal.kit.opaque import of, row_in

Line = tuple[str, str]
MOST = 8  # found at once


@dataclass(frozen=True, kw_only=True)
class SubjectKind:
    """One line of the table.

    `phrase` stands before its name on an agenda ("de actie"); `visible(user)` is what a reader may see of it;
    `status(subject)` says where it stands; `sheet(subject)` is what the oplegger tells, `quotes(subject)` the other things
    whose words stand in it; `choices(user, meeting)` is what an item can be put on the agenda about, asked with `question`,
    or nothing where it is chosen on a page of its own; `search` names the column in which words are looked for.
    """

    name: str
    model: type[Model]
    phrase: str
    visible: Callable[[Any], QuerySet[Any]]
    status: Callable[[Any], str] = lambda subject: ""
    sheet: Callable[[Any], list[Line]] = lambda subject: []
    quotes: Callable[[Any], Iterable[Model]] = lambda subject: ()
    address: Callable[[Any], str] = lambda subject: str(subject.get_absolute_url())
    question: str = ""
    choices: Callable[[Any, Any], QuerySet[Any]] | None = None
    help_text: str = ""
    search: str = ""


KINDS: dict[type[Model], SubjectKind] = {}


def register(kind: SubjectKind) -> None:
    KINDS[kind.model] = kind


def kind_of(subject: Model) -> SubjectKind:
    return KINDS[type(subject)]


def token(subject: Model) -> str:
    """Its name in a form: kind and key."""
    return f"{kind_of(subject).name}:{of(subject)}"


def named(token: str, user: Any) -> Model | None:
    """What a form names, if this reader sees it."""
    name, _, key = token.partition(":")
    kind = next((kind for kind in KINDS.values() if kind.name == name), None)
    if kind is None:
        return None
    found: Model | None = kind.visible(user).filter(pk=row_in(kind.model, key)).first()
    return found


def find(words: str, user: Any) -> list[Model]:
    """What has all these words in its name, as far as this reader sees it. A query for each kind that can be looked for."""
    found: list[Model] = []
    for kind in KINDS.values():
        if kind.search and words.split():
            rows = kind.visible(user)
            for word in words.split():
                rows = rows.filter(**{f"{kind.search}__icontains": word})
            found += rows.order_by(kind.search)[:MOST]
    return found


def read_subjects(rows: list[Any], user: Any) -> None:
    """What these rows are about, together, so that each kind is read once. What this reader may not see is nothing."""
    there = {row.subject_type_id for row in rows}
    subjects: list[Any] = [
        kind.visible(user) for kind in KINDS.values() if ContentType.objects.get_for_model(kind.model).pk in there
    ]
    prefetch_related_objects(rows, GenericPrefetch("subject", subjects))


@dataclass(frozen=True)
class Named:
    """Something one can be about: its name in a form, what it is, and where."""

    token: str
    phrase: str
    name: str
    address: str


def named_as(subject: Any) -> Named:
    kind = kind_of(subject)
    return Named(token(subject), kind.phrase, str(subject), kind.address(subject))
