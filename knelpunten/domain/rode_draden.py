"""The landelijk bureau bundles knelpunten into a rode draad, and takes them out again. Nothing of a knelpunt changes by it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from knelpunten.domain.steps import houses_behind
from knelpunten.enums import UNSEEN_STATES, Verb
from knelpunten.models import Bundling, Knelpunt, Pattern
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import Theme
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard


class BundlingRefused(Refused):
    pass


def blockers_for_bundling(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why this knelpunt cannot be bundled now."""
    blockers = []
    if knelpunt.state in UNSEEN_STATES or (knelpunt.house_id and knelpunt.submitted_at is None):
        blockers.append(Blocker("not-submitted", "Dit knelpunt is nog niet ingediend."))
    if knelpunt.bundlings.filter(unbundled_at__isnull=True).exists():
        blockers.append(Blocker("bundled", f"“{knelpunt.title}” hoort al bij een rode draad. Haal het daar eerst uit."))
    return blockers


@transaction.atomic
def begin(*, key: UUID, title: str, analysis: str, theme: Theme | None, knelpunten: Iterable[Knelpunt], by: Actor) -> Pattern:
    """Begin a rode draad with these knelpunten; their houses hear of it."""
    guard.refuse_identifiers([title, analysis])

    def make() -> Pattern:
        made = Pattern.objects.create(key=key, title=title, analysis=analysis, theme=theme, begun_at=clock.now())
        record(made, Verb.PATTERN_WRITTEN, by=by)
        bundle(pattern=made, knelpunten=knelpunten, by=by)
        return made

    return make_once(Pattern, key, make)


@transaction.atomic
def revise(*, pattern: Pattern, expected: int, title: str, analysis: str, theme: Theme | None, by: Actor) -> Pattern:
    """Write it better. Raises Stale when a colleague did since version `expected`."""
    guard.refuse_identifiers([title, analysis])
    pattern = Pattern.objects.lock(pattern)
    if pattern.version != expected:
        raise Stale()
    pattern.title, pattern.analysis, pattern.theme, pattern.version = title, analysis, theme, expected + 1
    pattern.save()
    record(pattern, Verb.PATTERN_WRITTEN, by=by)
    return pattern


@transaction.atomic
def bundle(*, pattern: Pattern, knelpunten: Iterable[Knelpunt], by: Actor) -> list[Bundling]:
    """Add knelpunten to a rode draad, all or none."""
    locked = Knelpunt.objects.lock_all(list(knelpunten))
    if blockers := [blocker for knelpunt in locked for blocker in blockers_for_bundling(knelpunt=knelpunt)]:
        raise BundlingRefused(*blockers)
    made = [Bundling.objects.create(pattern=pattern, knelpunt=knelpunt, bundled_at=clock.now()) for knelpunt in locked]
    for bundling in made:
        record(bundling.knelpunt, Verb.BUNDLED, by=by)
        _tell(bundling)
    return made


@transaction.atomic
def unbundle(*, pattern: Pattern, knelpunt: Knelpunt, reason: str, by: Actor) -> Bundling:
    """Take a knelpunt out again, with a reason its houses hear."""
    guard.refuse_identifiers([reason])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    bundling = knelpunt.bundlings.filter(pattern=pattern, unbundled_at__isnull=True).first()
    if bundling is None:
        raise BundlingRefused(Blocker("not-bundled", "Dit knelpunt hoort niet (meer) bij deze rode draad."))
    if not reason.strip():
        raise BundlingRefused(Blocker("no-reason", "Schrijf in een paar woorden waarom. Het huis leest dit.", is_input=True))
    bundling.unbundled_at, bundling.unbundled_reason = clock.now(), reason.strip()
    bundling.save(update_fields=["unbundled_at", "unbundled_reason"])
    record(knelpunt, Verb.UNBUNDLED, by=by)
    _tell(bundling)
    return bundling


def _tell(bundling: Bundling) -> None:
    users = staff_of(*houses_behind(bundling.knelpunt))
    occasion = f"bundling:{bundling.pk}:{'out' if bundling.unbundled_at else 'in'}"
    notifications.tell(users=users, occasion=occasion, path=bundling.knelpunt.get_absolute_url(), about=About.BUNDELING)
