"""Which texts an action holds, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from agenda.lists.models import Action
from portal.privacy.domain.reporting import REMOVED_TEXT, REMOVED_TITLE, Part, redacting, replacing


def parts_of_action(action: Action) -> list[Part]:
    """Its own texts, what it contributes and why somebody left, how it goes, and the reasons of its moves."""
    own = replacing(
        action, title=REMOVED_TITLE, goal=REMOVED_TEXT, intended_result=REMOVED_TEXT, without_knelpunt=REMOVED_TEXT if action.without_knelpunt else ""
    )  # fmt: skip
    said = "\n".join(filter(None, (action.title, action.goal, action.intended_result, action.without_knelpunt)))
    parts = [Part("tekst", "Titel en tekst van de actie", said, own)]
    parts += [
        Part(f"bericht-{update.pk}", f"Voortgang van {update.by_label}", "\n".join(filter(None, update.texts)), redacting(update))
        for update in action.updates.all()
    ]
    parts += [
        Part(f"weging-{each.pk}", f"Argument van {each.by_label}", each.argument or "", redacting(each))
        for each in action.weighings.all()
    ]
    for each in action.contributions.select_related("membership__organisation"):
        removed = replacing(each, text=REMOVED_TEXT, left_reason=REMOVED_TEXT if each.left_reason else "")
        parts.append(
            Part(
                f"bijdrage-{each.pk}",
                f"Bijdrage van {each.membership.organisation}",
                f"{each.text}\n{each.left_reason}".strip(),
                removed,
            )
        )
    return parts + [
        Part(f"verplaatsing-{move.pk}", f"Reden bij: naar de {move.get_to_list_display()}", move.reason or "", redacting(move))
        for move in action.moves.all()
    ]
