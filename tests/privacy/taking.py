"""Putting parts of a thing away and taking them away, as reviewers and second persons do: for tests of every room."""

from __future__ import annotations

from typing import Any

from portal.privacy.domain import reports, reviews
from portal.privacy.enums import Ground, SecondWord
from portal.privacy.models import Report
from portal.privacy.queries.parts import parts_of
from tests import factories as make

WHY = "Leeftijd en dorp staan bij elkaar."


def reviewer() -> Any:
    return make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor


def codes_of(subject: Any) -> set[str]:
    """Of the thing as it is now, whatever its story made of it since."""
    return {part.code for part in parts_of(type(subject).objects.get(pk=subject.pk))}


def code(row: Any) -> str:
    return f"{row._meta.label_lower}-{row.pk}"


def hide(subject: Any, *codes: str) -> Any:
    """These parts are away until they are judged; all where none is named, also what was decided."""
    reviews.put_away(subject, [part for part in parts_of(subject) if not codes or part.code in codes])
    return type(subject).objects.get(pk=subject.pk)


def remove(subject: Any, *codes: str) -> None:
    """These parts go for good; all where none is named. With a second person where that must be."""
    asked = reviews.remove(subject=subject, codes=set(codes) or codes_of(subject), ground=Ground.PERSONAL, by=reviewer())
    if asked is not None:
        reviews.answer(request=asked, word=SecondWord.YES, by=make.board())


def report(subject: Any, by: Any = None) -> Report:
    """Somebody reports the first part that person reads."""
    by = by or make.secretaris()
    part = reports.reportable(subject, by.user)[0]
    return reports.report(subject=subject, code=part.code, why=WHY, by=by)
