"""The reviewer judges what was reported: hides it meanwhile, puts it back, or removes it.

Out of what was decided two people remove.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from portal.accounts.actor import Actor
from portal.history.domain.recording import record, redact
from portal.history.evidence import Evidence
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.kit.slots import SharedSlot
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard, withheld
from portal.privacy.enums import Ground, Judgement, SecondWord, Verb
from portal.privacy.models import Clarification, Enquiry, Removal, RemovalAnswer, RemovalRequest, Report, Verdict
from portal.privacy.queries.parts import THINGS, Part, parts_from, parts_of
from portal.privacy.queries.reports import second_persons

# Rows that keep what a thing said on a day: they go with it, and are away as long as
# any of it is. Filled by the rooms that keep them.
COPIES: SharedSlot[[Any], list[Any]] = SharedSlot("which rows keep the words of this thing as they were sent", __name__)


# What was made of a thing's words and can be made again: thrown away when those words go. Filled by the rooms that make it.
MADE: SharedSlot[[Any], object] = SharedSlot("what was made of this thing, to be thrown away", __name__)


SAYS = {Judgement.PUT_BACK: Verb.PUT_BACK, Judgement.REMOVED: Verb.REMOVED, Judgement.GONE: Verb.FOUND_GONE}


class ReviewRefused(Refused):
    pass


@transaction.atomic
def hide(*, subject: Any, codes: set[str], by: Actor) -> None:
    """Put these parts away until they are judged. What was decided stays until two persons agree. Raises ReviewRefused."""
    subject = type(subject).objects.lock(subject)
    chosen = _chosen(subject, codes)
    if any(part.is_decided for part in chosen):
        sentence = (
            "Wat besloten, bekrachtigd of vastgesteld is, verbergt niemand alleen. Vraag om verwijdering: "
            "een tweede persoon kijkt dan mee."
        )
        raise ReviewRefused(Blocker("decided", sentence))
    put_away(subject, chosen)
    record(subject, Verb.WITHHELD, by=by)


def put_away(subject: Any, parts: list[Part]) -> None:
    """These parts, and what was kept of the thing on an earlier day. For verbs of this package only."""
    for part in [*parts, *copies_of(subject, parts)]:
        withheld.put_away(part)
    _throw_away_what_was_made(subject)


def copies_of(subject: Any, parts: Iterable[Part] = ()) -> list[Part]:
    """What was kept on an earlier day of the thing, or of things among these parts, and still says something."""
    things = [subject, *(part.row for part in parts if type(part.row) in THINGS)]
    return parts_from([row for thing in things for rows in COPIES.ask(thing) for row in rows])


@transaction.atomic
def put_back(*, subject: Any, codes: set[str] | None = None, by: Actor) -> None:
    """There is no personal data in these parts, or in none of it: everybody who could read them can again."""
    subject = type(subject).objects.lock(subject)
    parts = parts_of(subject) if codes is None else _chosen(subject, codes)
    for part in parts:
        withheld.let_stand(part)
    _let_copies_stand(subject, parts)
    _judge(subject, codes, Judgement.PUT_BACK, by)
    record(subject, Verb.PUT_BACK, by=by)


def _let_copies_stand(subject: Any, parts: Iterable[Part] = ()) -> None:
    """What was kept on an earlier day stands again once nothing of the thing is away."""
    if not any(part.away for part in parts_of(subject)):
        for copy in copies_of(subject, parts):
            withheld.let_stand(copy)


@transaction.atomic
def close_gone(*, subject: Any, by: Actor) -> None:
    """Judge the reports about parts that are not there any more, because whoever wrote
    them took them away or wrote something else."""
    subject = type(subject).objects.lock(subject)
    there = {part.code for part in parts_of(subject)}
    codes = {each.part for each in Report.objects.about(subject).waiting()} - there
    for code in codes:
        withheld.let_go(code)
    _let_copies_stand(subject)
    _judge(subject, codes, Judgement.GONE, by)


@transaction.atomic
def put_back_series(*, reports: Iterable[Report], by: Actor) -> int:
    """Put back everything that one person reported in a row, in one act. Returns how many parts."""
    named: dict[Any, set[str]] = {}
    for each in reports:
        named.setdefault(each.subject, set()).add(each.part)
    for subject, codes in named.items():
        if there := codes & {part.code for part in parts_of(subject)}:
            put_back(subject=subject, codes=there, by=by)
        _judge(subject, codes, Judgement.PUT_BACK, by)
    return sum(len(codes) for codes in named.values())


@transaction.atomic
def remove(*, subject: Any, codes: set[str], ground: Ground, by: Actor) -> RemovalRequest | None:
    """Take these parts away for good.

    Where one was decided, ratified or adopted a second person is asked first, and it is returned.
    """
    subject = type(subject).objects.lock(subject)
    chosen = _chosen(subject, codes)
    if not any(part.is_decided for part in chosen):
        _take_away(subject, chosen, ground=ground, by=by)
        return None
    if request_for(subject) is not None:
        raise ReviewRefused(Blocker("asked", "Hiervoor is al een tweede persoon gevraagd. Wacht op diens antwoord."))
    made: RemovalRequest = RemovalRequest.objects.write(
        subject=subject, parts=sorted(part.code for part in chosen), ground=ground, asked_at=clock.now(), by=by
    )
    record(subject, Verb.REMOVAL_ASKED, by=by, facts=[made])
    asked = [user for user in second_persons() if user != by.user]
    notifications.tell(users=asked, occasion=f"removal-asked:{made.pk}", path=made.get_absolute_url(), about=About.TWEEDE)
    return made


def request_for(subject: Any) -> RemovalRequest | None:
    """What waits for a second person about this thing."""
    found: RemovalRequest | None = RemovalRequest.objects.about(subject).waiting().first()
    return found


def blockers_for_answering(*, request: RemovalRequest, by: Actor) -> list[Blocker]:
    """Why this person cannot be the second one."""
    if hasattr(request, "answer"):
        return [Blocker("answered", "Hierover is al beslist.")]
    if by.user is None or by.user.pk == request.by_user_id:
        return [Blocker("same-person", "Een ander dan wie het vroeg moet hiernaar kijken.")]
    return []


@transaction.atomic
def answer(*, request: RemovalRequest, word: SecondWord, why: str = "", by: Actor) -> RemovalAnswer:
    """The second person agrees, and the words go; or does not, with a reason, and they stay for now. Raises ReviewRefused."""
    guard.refuse_identifiers([why])
    about: Any = request.subject
    subject = type(about).objects.lock(about)
    blockers = blockers_for_answering(request=request, by=by)
    if word == SecondWord.NO and not why.strip():
        blockers.append(Blocker("no-why", "Schrijf in een paar woorden waarom dit moet blijven staan."))
    if blockers:
        raise ReviewRefused(*blockers)
    made: RemovalAnswer = RemovalAnswer.objects.write(
        request=request, word=word, why=why.strip() or None, answered_at=clock.now(), by=by
    )
    if word == SecondWord.NO:
        record(subject, Verb.REMOVAL_REFUSED, by=by, facts=[made])
        return made
    record(request, Verb.REMOVED, by=by, facts=[made])
    there = [part for part in parts_of(subject) if part.code in request.parts]
    _take_away(subject, there, ground=Ground(request.ground), by=by, request=request)
    return made


def _chosen(subject: Any, codes: set[str]) -> list[Part]:
    """The parts with these codes, and with a text also what it said otherwise or before."""
    parts = parts_of(subject)
    rows = {(type(part.row), part.row.pk) for part in parts if part.code in codes}
    chosen = [part for part in parts if part.code in codes or part.goes_with(rows)]
    if not chosen:
        raise ReviewRefused(Blocker("nothing-chosen", "Kies eerst een of meer delen."))
    return chosen


def _take_away(subject: Any, parts: list[Part], *, ground: Ground, by: Actor, request: RemovalRequest | None = None) -> None:
    """What everybody reads about it is written with it."""
    rows = [
        {
            "subject": subject,
            "part": part.code,
            "row_type": ContentType.objects.get_for_model(part.row),
            "row_id": part.row.pk,
            "was_decided": part.is_decided,
            "ground": ground,
            "request": request,
            "removed_at": clock.now(),
        }
        for part in parts
    ]
    for part in parts:
        withheld.take_away(part, ground=ground, by=by)
    for copy in copies_of(subject, parts):
        withheld.take_away(copy, ground=ground, by=by)
    _throw_away_what_was_made(subject)
    removals = Removal.objects.write_all(rows, by=by)
    _judge(subject, {part.code for part in parts}, Judgement.REMOVED, by)
    record(subject, Verb.REMOVED, by=by, facts=removals)


def _throw_away_what_was_made(subject: Any) -> None:
    MADE.ask(subject)


def _judge(subject: Any, codes: set[str] | None, judgement: Judgement, by: Actor) -> None:
    """Judge every report that waits about these parts, or about any.

    What was written about it goes: it may repeat what was reported.
    """
    waiting = Report.objects.about(subject).waiting()
    reports = list(waiting if codes is None else waiting.filter(part__in=codes))
    moment = clock.now()
    verdicts = Verdict.objects.write_all(
        [{"report": each, "judgement": judgement, "judged_at": moment} for each in reports], by=by
    )
    for report, verdict in zip(reports, verdicts, strict=True):
        record(report, SAYS[judgement], by=by, facts=[verdict])
    for row in _written_about(reports):
        redact(row, ground="beoordeeld", by=by)


def _written_about(reports: list[Report]) -> list[Evidence]:
    rows: list[Evidence] = [
        *reports,
        *Enquiry.objects.filter(report__in=reports),
        *Clarification.objects.filter(enquiry__report__in=reports),
    ]
    return [row for row in rows if row.redacted_at is None]
