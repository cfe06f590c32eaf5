"""Which texts an agenda item holds with what was decided at it, and how each is taken away when personal data was found in it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType

from agenda.decisions.domain.removing import parts_of_decision, parts_of_decisions_about, parts_of_facts
from agenda.decisions.models import Decision
from agenda.meetings.domain import papers, sending
from agenda.meetings.models import AgendaItem, Issue, ItemNotes, OwnNote, Paper, PublicLine, VerslagPart, WrittenProcedure
from portal.accounts.actor import Actor
from portal.privacy.domain.reporting import REMOVED_TEXT, REMOVED_TITLE, Part, Parts, replacing


def told_in_meetings(parts: Parts) -> Parts:
    """The texts of a thing, with what was decided about it and the agenda items about it. For the rooms whose things come on agendas."""

    def with_meetings(subject: Any) -> list[Part]:
        kind = ContentType.objects.get_for_model(subject)
        items = AgendaItem.objects.filter(subject_type=kind, subject_id=subject.pk).select_related("meeting")
        return [*parts(subject), *parts_of_decisions_about(subject), *(_own_texts(item) for item in items.order_by("pk"))]

    return with_meetings


def parts_of_item(item: AgendaItem) -> list[Part]:
    """Its own texts and how they were sent, there and where it was carried on; the decision and what was agreed; the verslag; notes and papers."""
    item = AgendaItem.objects.select_related("outcome__decision", "meeting").get(pk=item.pk)
    parts = [_own_texts(each) for each in _carried(item)]
    if item.decision:
        parts += parts_of_decision(item.decision)
    parts += parts_of_facts("afspraak", "Afspraak, vastgelegd door", item.arrangements.all())  # type: ignore[attr-defined]
    parts += parts_of_facts("verslag", "Verslag, geschreven door", VerslagPart.objects.filter(item=item))
    for notes in ItemNotes.objects.filter(item=item):
        parts.append(Part("aantekeningen", "Aantekeningen in de vergadering", notes.text, replacing(notes, text=REMOVED_TEXT)))
    for own in OwnNote.objects.filter(item=item, organisation__isnull=False):
        parts.append(Part(f"notitie-{own.pk}", "Gedeelde notitie", own.text, replacing(own, text=REMOVED_TEXT)))
    for paper in item.papers.filter(removed_at__isnull=True):
        parts.append(Part(f"stuk-{paper.pk}", "Stuk", paper.title, _taking(paper)))
    return parts


def _own_texts(item: AgendaItem) -> Part:
    """What stands at it on that agenda, and in each version that was sent."""
    said = (item.title, item.question, item.presenter, item.advice, item.costs, item.risks)
    gone = {name: REMOVED_TEXT if getattr(item, name) else "" for name in ("question", "advice", "costs", "risks")}
    replace = replacing(item, title=REMOVED_TITLE, presenter="", **gone)

    def remove(by: Actor) -> None:
        replace(by)
        sending.redact_sheets_about(item, by)

    label = f"Titel, vraag, toelichting en inleider op de agenda van {item.meeting}"
    return Part(f"punt-{item.pk}", label, "\n".join(filter(None, said)), remove)


def _carried(item: AgendaItem) -> list[AgendaItem]:
    """It, and the same item on the agendas from which and to which it was carried on."""
    found, rows = [item], AgendaItem.objects.select_related("meeting")
    while (before := found[0].carried_from_id) is not None:
        found.insert(0, rows.get(pk=before))
    while later := rows.filter(carried_from=found[-1]).first():
        found.append(later)
    return sorted(found, key=lambda each: each.pk != item.pk)


def parts_of_public_lines(decision: Decision) -> list[Part]:
    """What the public besluitenlijsten say of it in other words."""
    return parts_of_facts("openbaar", "Openbare besluitenlijst, door", PublicLine.objects.filter(decision=decision))


def _taking(paper: Paper) -> Any:
    def take(by: Actor) -> None:
        papers.take_files(paper)
        Paper.objects.filter(pk=paper.pk).update(title=REMOVED_TITLE)

    return take


def parts_of_issue(issue: Issue) -> list[Part]:
    """Its own texts, and what the Klankbordgroep made of them."""
    own = replacing(issue, title=REMOVED_TITLE, question=REMOVED_TEXT, background=REMOVED_TEXT if issue.background else "")
    parts = [
        Part(
            "vraagstuk",
            "Titel, vraag en achtergrond",
            "\n".join(filter(None, (issue.title, issue.question, issue.background))),
            own,
        )
    ]
    if issue.chosen:
        parts += parts_of_facts("keuze", "Keuze, vastgelegd door", [issue.chosen])
    return parts + _on_agenda(issue)


def parts_of_procedure(procedure: WrittenProcedure) -> list[Part]:
    """Its own texts, what the organisations answered, and the words of its decision."""
    own = replacing(procedure, title=REMOVED_TITLE, question=REMOVED_TEXT)
    parts = [Part("vraag", "Titel en vraag", f"{procedure.title}\n{procedure.question}", own)]
    parts += parts_of_facts("antwoord", "Antwoord van", procedure.answers.all())  # type: ignore[attr-defined]
    return parts + (parts_of_decision(procedure.decision) if procedure.decision else []) + _on_agenda(procedure)


def _on_agenda(source: Issue | WrittenProcedure) -> list[Part]:
    """What an item took over that was made of it."""
    return [_own_texts(each) for each in _carried(source.item)] if source.item else []
