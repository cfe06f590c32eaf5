"""Settling where the sections of the edition in force are found in the next one, so that what rests on them lands well."""

from __future__ import annotations

from django.db import transaction

from portal.accounts.actor import Actor
from portal.documents.enums import Verb
from portal.documents.models import Edition, Section, Succession
from portal.documents.queries.comparison import partners, settled_between
from portal.history.domain.recording import record
from portal.kit.refusals import Blocker, Refused


class SuccessionRefused(Refused):
    pass


def blockers_for_settling(*, old: Section, edition: Edition, new: Section | None) -> list[Blocker]:
    """Why this cannot be settled."""
    blockers = []
    if edition.is_adopted:
        blockers.append(Blocker("adopted", f"{edition} is vastgesteld. Waar haar paragrafen vandaan komen, verandert niet meer."))
    if old.edition_id == edition.pk or old.edition.document_id != edition.document_id:
        blockers.append(Blocker("other-document", "Deze paragraaf hoort niet bij de editie die wordt vervangen."))
    if new is not None and new.edition_id != edition.pk:
        blockers.append(Blocker("elsewhere", "Kies een paragraaf van de nieuwe editie.", is_input=True))
    return blockers


@transaction.atomic
def settle(*, old: Section, edition: Edition, new: Section | None, by: Actor) -> Succession:
    """This section is found there in the new edition; without `new` it lapses."""
    edition = _open(old, edition, new)
    settled, _ = Succession.objects.update_or_create(old=old, edition=edition, defaults={"new": new, "is_by_hand": True})
    record(edition, Verb.SETTLED, by=by)
    return settled


@transaction.atomic
def leave_to_comparing(*, old: Section, edition: Edition, by: Actor) -> None:
    """Take back what was settled by hand: what comparing finds stands again."""
    edition = _open(old, edition, None)
    removed, _ = Succession.objects.filter(old=old, edition=edition).delete()
    if removed:
        record(edition, Verb.SETTLED, by=by)


def _open(old: Section, edition: Edition, new: Section | None) -> Edition:
    edition = Edition.objects.lock(edition)
    if blockers := blockers_for_settling(old=old, edition=edition, new=new):
        raise SuccessionRefused(*blockers)
    return edition


def fix(*, before: Edition, edition: Edition) -> None:
    """Write for every section of the edition before where it is found in this one: by
    hand where settled, else as comparing finds."""
    old, new = list(before.sections.all()), list(edition.sections.all())
    found = {was: now for now, was in partners(old, new, {}).items()}
    settled = settled_between(before, edition)
    rows = [Succession(old=each, edition=edition, new_id=found.get(each.pk)) for each in old if each.pk not in settled]
    Succession.objects.bulk_create(rows)
