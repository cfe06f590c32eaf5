"""The landelijk bureau keeps the ambitions and their action lines, and opens a year for the plans. What was said before stays."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from ambitions.enums import Scope, Verb
from ambitions.models import ActionLine, AmbitionText, LineText, PlanYear
from ambitions.queries.grid import houses_on
from portal.accounts.actor import Actor
from portal.documents.text.content import Block, as_text
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import Ambition, Organisation
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard

WORDS = ("title", "text", "realised_when")
PLANS = "/samenwerkingsagenda/plannen/"
FIRST_YEAR, LAST_YEAR = 2024, 2099


class LineRefused(Refused):
    pass


def texts_of(objective: str, expectations: list[Block], background: list[Block], note: str) -> list[str]:
    """The words that somebody wrote about an ambition."""
    return [objective, as_text(expectations), as_text(background), note]


@transaction.atomic
def write_ambition(
    *, ambition: Ambition, objective: str, expectations: list[Block], background: list[Block], note: str, by: Actor
) -> AmbitionText:
    """Give an ambition the text that the CMS published.

    The one before stays; published again without a change, it is kept once.
    """
    guard.refuse_identifiers(texts_of(objective, expectations, background, note))
    ambition = Ambition.objects.select_for_update(no_key=True).get(pk=ambition.pk)
    said = {"objective": objective, "expectations": expectations, "background": background, "note": note or None}
    last: AmbitionText | None = ambition.texts.order_by("-number").first()  # type: ignore[attr-defined]
    if last and all(getattr(last, name) == value for name, value in said.items()):
        return last
    made: AmbitionText = AmbitionText.objects.write(
        ambition=ambition, number=last.number + 1 if last else 1, written_at=clock.now(), by=by, **said
    )
    record(ambition, Verb.AMBITION_WRITTEN, by=by, facts=[made])
    return made


def blockers_for_line(*, scope: str, owner: Organisation | None, from_year: int) -> list[Blocker]:
    """Why a line cannot be so."""
    blockers = []
    if scope == Scope.LANDELIJK and owner is None:
        blockers.append(Blocker("no-owner", "Een landelijke lijn heeft een eigenaar: kies een organisatie.", is_input=True))
    if scope == Scope.REGIONAAL and owner is not None:
        blockers.append(Blocker("owner", "Een regionale lijn is van alle huizen en heeft geen eigenaar.", is_input=True))
    if not FIRST_YEAR <= from_year <= LAST_YEAR:
        blockers.append(Blocker("no-such-year", f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}.", is_input=True))
    return blockers


@transaction.atomic
def draw(
    *,
    key: UUID,
    ambition: Ambition,
    scope: Scope,
    owner: Organisation | None,
    from_year: int,
    by: Actor,
    is_example: bool = False,
    **words: str,
) -> ActionLine:
    """Add a line to an ambition. Raises LineRefused. Sent twice, it is added once."""
    guard.refuse_identifiers(words.values())
    if blockers := blockers_for_line(scope=scope, owner=owner, from_year=from_year):
        raise LineRefused(*blockers)

    def make() -> ActionLine:
        made = ActionLine.objects.create(
            key=key, ambition=ambition, scope=scope, owner=owner, from_year=from_year, is_example=is_example, **words
        )
        record(made, Verb.LINE_DRAWN, by=by, facts=[_fix(made, "", by)])
        return made

    return make_once(ActionLine, key, make)


@transaction.atomic
def rewrite(*, line: ActionLine, expected: int, note: str, by: Actor, **words: str) -> ActionLine:
    """Change the words of a line: who answered is asked again, and explanations no longer hold. Raises Stale and LineRefused."""
    guard.refuse_identifiers([*words.values(), note])
    line = ActionLine.objects.lock(line)
    if line.version != expected:
        raise Stale
    if all(getattr(line, name) == word for name, word in words.items()):
        raise LineRefused(Blocker("nothing-changed", "Er is niets gewijzigd.", is_input=True))
    for name, word in words.items():
        setattr(line, name, word)
    line.version += 1
    line.save()
    record(line, Verb.LINE_REWRITTEN, by=by, facts=[_fix(line, note, by)])
    return line


@transaction.atomic
def end(*, line: ActionLine, until_year: int, by: Actor) -> ActionLine:
    """Say until which year a line runs. Its answers stay. Raises LineRefused."""
    line = ActionLine.objects.lock(line)
    if not line.from_year <= until_year <= LAST_YEAR:
        raise LineRefused(Blocker("ends-before", f"Deze lijn begint in {line.from_year}. Kies dat jaar of later."))
    line.until_year = until_year
    line.save(update_fields=["until_year"])
    record(line, Verb.LINE_ENDED, by=by)
    return line


def _fix(line: ActionLine, note: str, by: Actor) -> LineText:
    columns: dict[str, Any] = {name: getattr(line, name) for name in WORDS}
    made: LineText = LineText.objects.write(
        line=line, number=line.version, note=note or None, written_at=clock.now(), by=by, **columns
    )
    return made


def blockers_for_year(*, year: int, due_date: date) -> list[Blocker]:
    """Why the plans of this year cannot be asked for."""
    if PlanYear.objects.filter(year=year).exists():
        return [Blocker("opened", f"Om de plannen van {year} is al gevraagd.")]
    blockers = []
    if not ActionLine.objects.of_houses().in_year(year).exists():
        blockers.append(Blocker("no-lines", f"Er zijn voor {year} nog geen regionale lijnen."))
    if due_date < clock.today():
        blockers.append(Blocker("past", "Kies een dag die nog komt.", is_input=True))
    return blockers


@transaction.atomic
def open_year(*, year: int, due_date: date, by: Actor) -> PlanYear:
    """Ask all houses of today for their plan of a year; they hear of it. Raises LineRefused."""
    if blockers := blockers_for_year(year=year, due_date=due_date):
        raise LineRefused(*blockers)
    made: PlanYear = PlanYear.objects.write(year=year, due_date=due_date, opened_at=clock.now(), by=by)
    record(made, Verb.YEAR_OPENED, by=by, facts=[made])
    houses = houses_on(clock.today()).values_list("pk", flat=True)
    notifications.tell(users=staff_of(*houses), occasion=f"plan-year:{year}", path=PLANS, about=About.JAARPLAN)
    return made
