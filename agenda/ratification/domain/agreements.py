"""Writing an agreement, until its text is fixed as a version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from agenda.meetings.queries.subjects import KINDS
from agenda.ratification.domain.steps import AgreementRefused, step
from agenda.ratification.enums import WRITABLE_STATES, AgreementState, Route, Verb
from agenda.ratification.models import Agreement, AgreementStep, AgreementVersion, Reference
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Stale
from portal.privacy.domain import guard

TEXTS = ("title", "text", "asks")
WRITTEN = (*TEXTS, "from_date", "evaluate_date", "owner", "replaces")


@transaction.atomic
def draft(*, key: UUID, route: Route, by: Actor, **written: Any) -> Agreement:
    """Begin an agreement along a route. Raises AgreementRefused and PersonalDataRefused. Sent twice, it is begun once."""
    check(written)

    def make() -> Agreement:
        moment = clock.now()
        made = Agreement.objects.create(key=key, route=route, state_since=moment, **written)
        first = AgreementStep.objects.write(
            agreement=made, from_state=None, to_state=AgreementState.CONCEPT, taken_at=moment, by=by
        )
        record(made, Verb.DRAFTED, by=by, facts=[first])
        return made

    return make_once(Agreement, key, make)


def check(written: dict[str, Any]) -> None:
    """Whether these words and days can be of an agreement. Raises AgreementRefused and PersonalDataRefused."""
    guard.refuse_identifiers([written[name] for name in TEXTS if name in written])
    start, evaluated = written.get("from_date"), written.get("evaluate_date")
    if start and evaluated and evaluated <= start:
        raise AgreementRefused(
            Blocker("evaluated-before", "De evaluatie komt na de dag waarop de afspraak begint.", is_input=True)
        )


def blockers_for_writing(*, agreement: Agreement) -> list[Blocker]:
    """Why its text cannot be written freely: once it is asked about, another text asks again."""
    if agreement.state in WRITABLE_STATES:
        return []
    return [Blocker("text-fixed", f"De tekst ligt vast: deze afspraak staat nu op “{agreement.get_state_display()}”.")]


@transaction.atomic
def rewrite(*, agreement: Agreement, expected: int, by: Actor, **written: Any) -> Agreement:
    """Write it better, before it is asked about. Raises Stale, AgreementRefused and PersonalDataRefused."""
    check(written)
    agreement = Agreement.objects.lock(agreement)
    if blockers := blockers_for_writing(agreement=agreement):
        raise AgreementRefused(*blockers)
    return write(agreement, expected=expected, by=by, **written)


def write(agreement: Agreement, *, expected: int, by: Actor, **written: Any) -> Agreement:
    """Put the words in their place. For verbs of this package only, which hold the lock. Raises Stale."""
    if agreement.version != expected:
        raise Stale
    for name in WRITTEN:
        if name in written:
            setattr(agreement, name, written[name])
    agreement.version += 1
    agreement.save()
    record(agreement, Verb.REWRITTEN, by=by)
    return agreement


def fix(agreement: Agreement, *, by: Actor, note: str = "") -> AgreementVersion:
    """The text as it stands, as a version: the last one when nothing changed since. For verbs of this package only."""
    last = agreement.last_version
    number = last.number + 1 if last else 1
    columns = {name: getattr(agreement, name) for name in (*TEXTS, "from_date", "evaluate_date")}
    if last and all(getattr(last, name) == value for name, value in columns.items()) and not hasattr(last, "round"):
        return last
    made: AgreementVersion = AgreementVersion.objects.write(
        agreement=agreement, number=number, note=note or None, fixed_at=clock.now(), by=by, **columns
    )
    return made


@transaction.atomic
def refer(*, agreement: Agreement, subject: models.Model, by: Actor) -> Reference:
    """Say that it is about this, or rests on it. Said twice, it is said once. Raises AgreementRefused."""
    if type(subject) not in KINDS:
        raise AgreementRefused(Blocker("no-subject", "Daarnaar kan een afspraak niet verwijzen.", is_input=True))
    agreement = Agreement.objects.lock(agreement)
    kind = ContentType.objects.get_for_model(subject)
    made, is_new = Reference.objects.get_or_create(agreement=agreement, subject_type=kind, subject_id=subject.pk)
    if is_new:
        record(agreement, Verb.REWRITTEN, by=by)
    return made


@transaction.atomic
def part(*, agreement: Agreement, subject: models.Model, by: Actor) -> None:
    """Say no longer that it is about this."""
    agreement = Agreement.objects.lock(agreement)
    kind = ContentType.objects.get_for_model(subject)
    gone, _ = Reference.objects.filter(agreement=agreement, subject_type=kind, subject_id=subject.pk).delete()
    if gone:
        record(agreement, Verb.REWRITTEN, by=by)


@transaction.atomic
def drop(*, agreement: Agreement, reason: str, by: Actor) -> None:
    """Withdraw a concept before anybody was asked; later only a meeting withdraws.

    Raises AgreementRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers([reason])
    agreement = Agreement.objects.lock(agreement)
    if agreement.state != AgreementState.CONCEPT:
        raise AgreementRefused(Blocker("was-asked", "Alleen een vergadering kan deze afspraak nog intrekken."))
    step(agreement, AgreementState.INGETROKKEN, by=by, reason=reason.strip())
