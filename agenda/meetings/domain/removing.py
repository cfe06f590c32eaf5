"""Which texts an agenda item holds with what was decided at it, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from agenda.decisions.models import Decision
from agenda.lists.models import ListMove
from agenda.meetings.models import AgendaItem
from knelpunten.models import KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import redact
from portal.privacy.domain.reporting import GROUND, REMOVED_TEXT, REMOVED_TITLE, Part, replacing


def parts_of_item(item: AgendaItem) -> list[Part]:
    """Its title, question and who presents it; the words of the decision."""
    own = replacing(item, title=REMOVED_TITLE, question=REMOVED_TEXT if item.question else "", presenter="")
    parts = [Part("punt", "Titel, vraag en inleider", "\n".join(filter(None, (item.title, item.question, item.presenter))), own)]
    decision = AgendaItem.objects.select_related("outcome__decision").get(pk=item.pk).decision
    if decision:
        parts.append(Part("besluit", f"Tekst van {decision}", decision.wording or "", lambda by: _redact(decision, by)))
    return parts


def _redact(decision: Decision, by: Actor) -> None:
    """Its words, also where an effect took them over as a reason."""
    words = decision.wording
    copies: list[ListMove | KnelpuntStep] = [
        *ListMove.objects.filter(decision=decision, redacted_at__isnull=True),
        *KnelpuntStep.objects.filter(reason=words),
    ]
    for fact in [decision, *(copy for copy in copies if copy.reason)]:
        redact(fact, ground=GROUND, by=by)
