"""The agenda with its opleggers as one PDF for one reader: asked for, made in the
background, kept until something in it changes."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agenda.meetings.models import AgendaSet, Meeting
from agenda.meetings.queries import prints
from portal.accounts.models import User
from portal.history.evidence import canonical, sha256
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.publish.printed import as_pdf


def digest_for(meeting: Meeting, user: Any) -> str:
    """Changes with every word that this reader gets, and with who the reader is."""
    printed = prints.agenda(meeting, user)
    parts = [[part.title, part.meta, part.lead, part.paragraphs, part.terms] for part in printed.parts]
    return sha256(canonical([user.pk, printed.title, printed.subtitle, parts]))


def current(*, meeting: Meeting, user: Any) -> AgendaSet | None:
    """The set of this reader as the agenda is now, made or on its way."""
    digest = digest_for(meeting, user)
    return AgendaSet.objects.filter(meeting=meeting, user=user, digest=digest).defer("content").first()


@transaction.atomic
def ask(*, meeting: Meeting, user: Any) -> AgendaSet:
    """Have it made, unless it is there or on its way; one that failed is tried again."""
    digest = digest_for(meeting, user)
    existing = AgendaSet.objects.filter(meeting=meeting, user=user).first()
    if existing and existing.digest == digest and not existing.failure:
        return existing
    fresh = {
        "digest": digest,
        "asked_at": clock.now(),
        "begun_at": None,
        "made_at": None,
        "done": 0,
        "total": 0,
        "failure": "",
        "content": None,
    }
    asked, _ = AgendaSet.objects.update_or_create(meeting=meeting, user=user, defaults=fresh)
    put_off("meetings.agenda_set", agenda_set=asked.pk)
    return asked


def forget(subject: Any) -> None:
    """Words went somewhere: every set that was made is made anew when it is asked for.

    Registered with the removal of personal data.
    """
    AgendaSet.objects.all().delete()


def make(*, pk: int) -> None:
    """Make one set, saying how far it is. What the reader may read is asked anew.

    What cannot be made says so, and can be asked for again.
    """
    import typst  # when it is used: it would slow every start

    asked = AgendaSet.objects.filter(pk=pk, made_at__isnull=True).select_related("meeting__body", "user").first()
    if asked is None:
        return
    reader = User.objects.get(pk=asked.user_id)
    AgendaSet.objects.filter(pk=pk).update(begun_at=clock.now())
    printed = prints.agenda(
        asked.meeting, reader, progress=lambda done, total: AgendaSet.objects.filter(pk=pk).update(done=done, total=total)
    )
    try:
        AgendaSet.objects.filter(pk=pk, digest=asked.digest).update(content=as_pdf(printed), made_at=clock.now())
    except typst.TypstError as error:
        AgendaSet.objects.filter(pk=pk).update(failure=str(error)[:300])
