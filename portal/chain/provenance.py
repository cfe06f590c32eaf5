"""Where something comes from and what came of it, both ways: section, ambition,
knelpunt, action, weighings, decisions and answer.

Built round actions, since everything passes through one. Later rooms add a column to `COLUMNS` and a reader to `READERS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from agenda.decisions.models import Decision
from agenda.lists.models import Action, ActionAmbition, ActionKnelpunt, ActionSection, Weighing
from agenda.lists.queries import weighings
from ambitions.models import Explanation
from knelpunten.models import Knelpunt
from portal.documents.models import Section
from portal.ui.templatetags.ui import day

COLUMNS = ("Documenten en ambities", "Knelpunten", "Acties", "Wegingen", "Besluiten", "Antwoorden")
SOURCES, KNELPUNTEN, ACTIONS, WEIGHINGS, DECISIONS, ANSWERS = range(len(COLUMNS))
MOST = 12  # nodes drawn in one column; the rest is counted
Key = tuple[str, int]


@dataclass(frozen=True)
class Node:
    """Something in the picture: in which column, what it is called, and where it can be read."""

    key: Key
    column: int
    title: str
    note: str
    url: str = ""


@dataclass
class Web:
    """Everything round some actions, and what is tied to what."""

    nodes: dict[Key, Node] = field(default_factory=dict)
    ties: list[tuple[Key, Key]] = field(default_factory=list)

    def add(self, node: Node, *tied: Key) -> None:
        self.nodes[node.key] = node
        self.ties += [(node.key, other) for other in tied]

    def columns(self) -> list[tuple[str, list[Node]]]:
        grouped: dict[int, list[Node]] = defaultdict(list)
        for node in self.nodes.values():
            grouped[node.column].append(node)
        return [(name, grouped[number]) for number, name in enumerate(COLUMNS)]

    def beside(self, key: Key) -> list[Node]:
        """What a node is tied to, on either side."""
        others = [left if right == key else right for left, right in self.ties if key in (left, right)]
        return [self.nodes[other] for other in others if other in self.nodes]


def actions_round(kind: str, pk: int, user: Any) -> tuple[Any, list[Action]]:
    """The thing that is asked about, as far as this reader may see it, and the actions it is tied to.

    Nothing for what is not there.
    """
    visible = Action.objects.visible_to(user)
    if kind == "actie":
        found: Any = visible.filter(pk=pk).first()
        return found, [found] if found else []
    if kind == "knelpunt":
        found = Knelpunt.objects.visible_to(user).filter(pk=pk).first()
        return found, list(visible.filter(links__knelpunt=pk)) if found else []
    found = Section.objects.filter(pk=pk, edition__in_force_date__isnull=False).select_related("edition__document").first()
    return found, list(visible.filter(rests_on__section=pk)) if found else []


def web(kind: str, subject: Any, actions: list[Action], user: Any) -> Web:
    """The picture round these actions. Eight queries, however many there are."""
    made = Web()
    if kind == "knelpunt" and not actions:
        made.add(_knelpunt(subject))
    if kind == "paragraaf" and not actions:
        made.add(_section(subject))
    for action in actions:
        made.add(Node(("actie", action.pk), ACTIONS, action.title, action.get_list_display(), action.get_absolute_url()))
    for read in READERS:
        read(made, actions, user)
    return made


def _add_sources(made: Web, actions: list[Action], user: Any) -> None:
    for link in ActionSection.objects.filter(action__in=actions).select_related("section__edition__document"):
        made.add(_section(link.section), ("actie", link.action_id))
    for each in ActionAmbition.objects.filter(action__in=actions).select_related("ambition"):
        url = reverse("ambitions:ambition", args=[each.ambition.slug])
        node = Node(("ambitie", each.ambition_id), SOURCES, each.ambition.name, "Samenwerkingsagenda", url)
        made.add(node, ("actie", each.action_id))


def _section(section: Section) -> Node:
    return Node(("paragraaf", section.pk), SOURCES, section.citation, section.title, section.get_absolute_url())


def _add_knelpunten(made: Web, actions: list[Action], user: Any) -> None:
    """The knelpunten that these actions serve, and the answers that were given to them."""
    visible = Knelpunt.objects.visible_to(user)
    links = ActionKnelpunt.objects.filter(action__in=actions, knelpunt__in=visible.values("pk"))
    for link in links.select_related("knelpunt__house").order_by("knelpunt__title"):
        made.add(_knelpunt(link.knelpunt), ("actie", link.action_id))
        if link.knelpunt.answered_at:
            said = f"op {day(timezone.localtime(link.knelpunt.answered_at))}"
            answer = Node(("antwoord", link.knelpunt_id), ANSWERS, link.knelpunt.title, said, link.knelpunt.get_absolute_url())
            made.add(answer, ("knelpunt", link.knelpunt_id))


def _add_explanations(made: Web, actions: list[Action], user: Any) -> None:
    """What houses explained about a line of the Samenwerkingsagenda, where a knelpunt was made of it."""
    knelpunten = [pk for kind, pk in made.nodes if kind == "knelpunt"]
    seen = Explanation.objects.visible_to(user).filter(became__knelpunt__in=knelpunten)
    for each in seen.select_related("house", "line", "became"):
        node = Node(("toelichting", each.pk), SOURCES, str(each), "(deels) niet haalbaar", each.get_absolute_url())
        made.add(node, ("knelpunt", each.became.knelpunt_id))


def _knelpunt(knelpunt: Knelpunt) -> Node:
    return Node(("knelpunt", knelpunt.pk), KNELPUNTEN, knelpunt.title, str(knelpunt.raised_by), knelpunt.get_absolute_url())


def _add_weighings(made: Web, actions: list[Action], user: Any) -> None:
    """How many organisations weighed each; what they made of it stands with the action, for who may see it."""
    counted = (
        Weighing.objects.filter(action__in=actions).order_by().values("action_id").annotate(n=Count("membership", distinct=True))
    )
    numbers = {row["action_id"]: row["n"] for row in counted}
    weighed = [action for action in actions if action.pk in numbers]
    seen = weighings.results_seen(weighed, user) if weighed else set()
    for action in weighed:
        title = "1 organisatie woog" if numbers[action.pk] == 1 else f"{numbers[action.pk]} organisaties wogen"
        note = "de uitkomst staat bij de actie" if action.pk in seen else "de ronde is nog open"
        made.add(Node(("weging", action.pk), WEIGHINGS, title, note, f"{action.get_absolute_url()}#weging"), ("actie", action.pk))


def _add_decisions(made: Web, actions: list[Action], user: Any) -> None:
    subject = {"subject_type": ContentType.objects.get_for_model(Action), "subject_id__in": [action.pk for action in actions]}
    taken = Decision.objects.filter(**subject)
    for decision in taken.select_related("taken_at_item__item").order_by("pk"):
        note = f"{decision.get_kind_display()}, {day(decision.taken_at)}"
        url = decision.taken_at_item.item.get_absolute_url()
        made.add(Node(("besluit", decision.pk), DECISIONS, str(decision), note, url), ("actie", decision.subject_id))


READERS: list[Callable[[Web, list[Action], Any], None]] = [
    _add_sources,
    _add_knelpunten,
    _add_explanations,
    _add_weighings,
    _add_decisions,
]
