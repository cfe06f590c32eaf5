"""Whoever reads personal data says where, and why: the reviewer hears of it, and
what few read or what the finder knows is away at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Model

from portal.accounts.actor import Actor
from portal.accounts.models import User
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import SeatFunction
from portal.network.queries.staff import holders_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard, reviews
from portal.privacy.enums import Verb
from portal.privacy.models import Clarification, Enquiry, Report
from portal.privacy.queries.parts import Part, code_of, part_of, parts_of

# How many parts one person reports before somebody has to speak to that person.
MOST = {timedelta(hours=1): 6, timedelta(days=1): 15}
SHORTEST_WHY = 10  # characters


class ReportRefused(Refused):
    pass


def reportable(subject: Model, user: Any) -> list[Part]:
    """The parts that this reader of the thing reads, and can report."""
    return [part for part in parts_of(subject) if part.away is None and _reads(user, part, subject)]


def _reads(user: Any, part: Part, subject: Model) -> bool:
    declared = part.declared
    row = getattr(part.row, declared.seen_with) if declared.seen_with else part.row
    manager: Any = type(row)._default_manager
    if row != subject and hasattr(manager, "visible_to") and not manager.visible_to(user).filter(pk=row.pk).exists():
        return False
    return not declared.readers or part.is_decided or user.may(declared.readers, subject)


def blockers_for_reporting(*, user: User | None) -> list[Blocker]:
    """Why this person cannot report more now."""
    for span, most in MOST.items():
        if Report.objects.filter(by_user=user, reported_at__gt=clock.now() - span).count() >= most:
            sentence = (
                "U meldde in korte tijd veel teksten. Bel of mail het landelijk bureau: "
                "dan kijkt de privacybeoordelaar meteen met u mee."
            )
            return [Blocker("too-many", sentence)]
    return []


@transaction.atomic
def report(*, subject: Any, code: str, why: str, by: Actor) -> Report:
    """Say that somebody can be recognised in this part. Tells the reviewers. Raises ReportRefused."""
    guard.refuse_identifiers([why])
    subject = type(subject).objects.lock(subject)
    part = next((part for part in reportable(subject, by.user) if part.code == code), None)
    blockers = blockers_for_reporting(user=by.user)
    if part is None:
        blockers.append(
            Blocker("no-part", "Kies in welk deel van deze pagina het staat. Misschien is dat deel intussen al verborgen.")
        )
    if len(why.strip()) < SHORTEST_WHY:
        blockers.append(
            Blocker("no-why", "Schrijf in een paar woorden waaraan iemand te herkennen is. Noem de persoon zelf niet.")
        )
    if blockers or part is None:
        raise ReportRefused(*blockers)
    goes = goes_at_once(part)
    made: Report = Report.objects.write(
        subject=subject, part=code, why=why.strip(), is_withheld=goes, reported_at=clock.now(), by=by
    )
    if goes:
        reviews.put_away(subject, [part])
    record(subject, Verb.REPORTED, by=by, facts=[made])
    _tell_reviewers(subject)
    return made


@transaction.atomic
def hold(*, subject: Any, row: Model, why: str, by: Actor) -> Report:
    """The portal itself found what may describe a person in a row on this page: away until a reviewer judged it."""
    code = code_of(row)
    subject = type(subject).objects.lock(subject)
    made: Report = Report.objects.write(subject=subject, part=code, why=why, is_withheld=True, reported_at=clock.now(), by=by)
    reviews.put_away(subject, [still_there(subject, code)])
    record(subject, Verb.REPORTED, by=by, facts=[made])
    _tell_reviewers(subject)
    return made


def goes_at_once(part: Part) -> bool:
    """Whether a report alone hides this part: never what was decided; else when the finder agrees, or few read it anyway."""
    if part.is_decided:
        return False
    return part.is_read_by_few or guard.may_describe_somebody([part.text])


def _tell_reviewers(subject: Any) -> None:
    """Once a day for each thing: a series of reports is no series of mails."""
    occasion = f"reported:{subject._meta.label_lower}:{subject.pk}:{clock.today()}"
    reviewers = holders_of(SeatFunction.PRIVACYBEOORDELAAR)
    notifications.tell(users=reviewers, occasion=occasion, path=subject.review_address, about=About.PERSOONSGEGEVENS)


@transaction.atomic
def enquire(*, report: Report, question: str, by: Actor) -> Enquiry:
    """Ask whoever reported it to explain. Raises ReportRefused."""
    guard.refuse_identifiers([question])
    if hasattr(report, "verdict"):
        raise ReportRefused(Blocker("judged", "Deze melding is al beoordeeld."))
    if not question.strip():
        raise ReportRefused(Blocker("no-question", "Schrijf wat u van de melder wilt weten."))
    made: Enquiry = Enquiry.objects.write(report=report, question=question.strip(), asked_at=clock.now(), by=by)
    record(report, Verb.ENQUIRED, by=by, facts=[made])
    if report.by_user is not None:
        occasion = f"report-enquiry:{made.pk}"
        notifications.tell(users=[report.by_user], occasion=occasion, path=report.get_absolute_url(), about=About.MELDING)
    return made


@transaction.atomic
def clarify(*, enquiry: Enquiry, text: str, by: Actor) -> Clarification:
    """Answer the reviewer's question, once. Raises ReportRefused."""
    guard.refuse_identifiers([text])
    if hasattr(enquiry, "clarification") or hasattr(enquiry.report, "verdict"):
        raise ReportRefused(Blocker("answered", "Deze vraag is al beantwoord, of de melding is beoordeeld."))
    if not text.strip():
        raise ReportRefused(Blocker("no-text", "Schrijf uw antwoord."))
    made: Clarification = Clarification.objects.write(enquiry=enquiry, text=text.strip(), given_at=clock.now(), by=by)
    record(enquiry.report, Verb.CLARIFIED, by=by, facts=[made])
    subject: Any = enquiry.report.subject
    occasion = f"report-clarified:{made.pk}"
    notifications.tell(users=[enquiry.by_user], occasion=occasion, path=subject.review_address, about=About.PERSOONSGEGEVENS)  # type: ignore[list-item]
    return made


def still_there(subject: Any, code: str) -> Part:
    """The part with this code. Raises ReportRefused when it says nothing any more."""
    part = part_of(subject, code)
    if part is None:
        raise ReportRefused(Blocker("gone", "Dit deel is er niet meer."))
    return part
