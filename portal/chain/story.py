"""The story of a knelpunt: read, never copied, from every fact about it and about
what carries it on, as far as this reader may know.

A step, a rode draad, a merger; an action with its moves, decisions, trekker, reports and result; an action line; an agreement.
Its page, *Onze inbreng* and the print for the regionale stuurgroep read this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType

from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Outcome, ProgressStatus
from agenda.lists.models import Action, ActionKnelpunt, ListMove, ProgressUpdate, TrekkerAssignment
from agenda.ratification.enums import AgreementState
from agenda.ratification.models import AgreementStep
from ambitions.models import LineKnelpunt
from knelpunten.enums import KnelpuntState as S
from knelpunten.enums import NoteKind
from knelpunten.models import Bundling, Knelpunt, KnelpuntNote, KnelpuntStep, Pattern
from portal.chain.links import (
    ACTION,
    AGREEMENT,
    LINE,
    MEETING,
    MOVE,
    PATTERN,
    KnelpuntLinks,
    grouped,
)
from portal.chain.places import places_of
from portal.chain.reading import chains_of
from portal.ui.chains import Link, Standing, Told

# Decisions that move nothing, of which the story of what they are about tells.
TELLING = {DecisionKind.WENSELIJK, DecisionKind.BLIJFT, DecisionKind.BIJSTUREN, DecisionKind.AANHOUDEN}
HEADS = {
    DecisionKind.WENSELIJK: "De Stuurgroep acht de actie wenselijk",
    DecisionKind.BLIJFT: "De actie blijft waar zij staat",
    DecisionKind.BIJSTUREN: "De actie wordt bijgestuurd",
    DecisionKind.AANHOUDEN: "Het besluit is aangehouden",
}
STEP_HEADS = {
    S.CONCEPT: "opgeschreven",
    S.INGEDIEND: "ingediend",
    S.PRIVACYTOETS: "ingediend, naar de privacytoets",
    S.IN_BEOORDELING: "in beoordeling",
}
AGREEMENT_HEADS = {
    AgreementState.OVEREENGEKOMEN: "De Stuurgroep is het eens over een concept-afspraak",
    AgreementState.GEVRAAGD: "Over een afspraak worden standpunten gevraagd",
    AgreementState.VOORGELEGD: "De afspraak ligt voor aan de Stuurgroep",
    AgreementState.TERUGGELEGD: "De afspraak is teruggelegd",
    AgreementState.BEKRACHTIGD: "De afspraak is bekrachtigd",
    AgreementState.VERVANGEN: "De afspraak is vervangen",
    AgreementState.UITGEWERKT: "De afspraak is uitgewerkt",
    AgreementState.INGETROKKEN: "De afspraak is ingetrokken",
}
# What stands out of view of who brought it in: a step of its own house, or one that says nothing yet.
NOT_AN_ANSWER = {S.CONCEPT, S.INGEDIEND, S.PRIVACYTOETS, S.INGETROKKEN}


def standings_of(knelpunten: list[Knelpunt], user: Any) -> dict[int, Standing]:
    """How each stands, with its story. Some fifteen queries, however many."""
    if not knelpunten:
        return {}
    links = KnelpuntLinks(knelpunten, user)
    chains, told, places = chains_of(links), _told(links), places_of(links)
    found = {}
    for knelpunt in links.asked:
        story = tuple(_in_order([*told[knelpunt.pk], *_since_joined(knelpunt, links, told)]))
        answer = next((each for each in story if each.is_answer), None)
        found[knelpunt.pk] = Standing(chain=chains[knelpunt.pk], places=places[knelpunt.pk], answer=answer, story=story)
    return found


def _in_order(told: list[Told]) -> list[Told]:
    """Newest first; of two at one moment the later written first."""
    last_written_first = told[::-1]
    return sorted(last_written_first, key=lambda each: each.at, reverse=True)


def _since_joined(knelpunt: Knelpunt, links: KnelpuntLinks, told: dict[int, list[Told]]) -> Iterator[Told]:
    """What happened to the one it joined, from then on."""
    other = links.joined.get(knelpunt.pk)
    if other is None:
        return
    for each in told[other.pk]:
        if each.at >= knelpunt.state_since:
            yield Told(**{**vars(each), "of": each.of or other.title})


def _told(links: KnelpuntLinks) -> dict[int, list[Told]]:
    """Everything that happened, by knelpunt, each kind of fact in the order in which it was written."""
    found: dict[int, list[Told]] = defaultdict(list)
    by_action = _of_actions(links)
    kinds = (
        _steps(links),
        _notes(links),
        _bundlings(links),
        _links_with_actions(links, by_action),
        _lines(links),
        _agreements(links),
    )
    for pk, told in chain.from_iterable(kinds):
        found[pk].append(told)
    return found


def is_away(row: Any) -> bool:
    """Its words were removed, or are away until somebody judged them."""
    return bool(row.redacted_at or row.withheld_at)


def _steps(links: KnelpuntLinks) -> Iterator[tuple[int, Told]]:
    for step in KnelpuntStep.objects.filter(knelpunt__in=links.keys).select_related("table", "rests_on__decision").order_by("pk"):
        state, fact = S(step.to_state), step.says_why
        yield step.knelpunt_id, Told(
            head=f"{STEP_HEADS.get(state, state.label)}{f': {step.table}' if step.table else ''}",
            at=step.taken_at, by=step.by_label, text=step.words, is_removed=is_away(fact), is_answer=state not in NOT_AN_ANSWER,
        )  # fmt: skip


def _notes(links: KnelpuntLinks) -> Iterator[tuple[int, Told]]:
    for note in KnelpuntNote.objects.filter(knelpunt__in=links.keys).order_by("pk"):
        yield note.knelpunt_id, Told(
            head=NoteKind(note.kind).label, at=note.written_at, by=note.by_label, text=note.text, is_removed=is_away(note),
            is_answer=note.kind == NoteKind.ANTWOORD,
        )  # fmt: skip


def _bundlings(links: KnelpuntLinks) -> Iterator[tuple[int, Told]]:
    rows = Bundling.objects.filter(knelpunt__in=links.keys, pattern__in=Pattern.objects.visible_to(links.user))
    for row in rows.select_related("pattern").order_by("pk"):
        leads = (Link(row.pattern.title, PATTERN, row.pattern_id),)
        yield row.knelpunt_id, Told(head="Hoort bij een rode draad", at=row.bundled_at, links=leads)
        if row.unbundled_at:
            yield (
                row.knelpunt_id,
                Told(head="Hoort niet meer bij de rode draad", at=row.unbundled_at, text=row.unbundled_reason, links=leads),
            )


def _links_with_actions(links: KnelpuntLinks, by_action: dict[int, list[Told]]) -> Iterator[tuple[int, Told]]:
    """What happened to an action tells of a knelpunt from the day it carries it."""
    rows = (
        ActionKnelpunt.objects.filter(knelpunt__in=links.keys, action__in=links.actions).select_related("action").order_by("pk")
    )
    for row in rows:
        leads = (Link(row.action.title, ACTION, row.action_id),)
        yield row.knelpunt_id, Told(head="Gekoppeld aan een actie", at=row.linked_at, links=leads, is_answer=True)
        for told in by_action[row.action_id]:
            if told.at >= row.linked_at:
                yield row.knelpunt_id, told


def _of_actions(links: KnelpuntLinks) -> dict[int, list[Told]]:
    """What is told of each action: moves, decisions, trekkers, and the reports that were released."""
    found: dict[int, list[Told]] = defaultdict(list)
    if links.actions:
        titles = {action.pk: action.title for actions in links.carried.values() for action in actions}
        for pk, told in [*_moves(links, titles), *_decisions(links, titles), *_trekkers(links, titles), *_reports(links, titles)]:
            found[pk].append(told)
    return found


def _at_the_table(row: Any) -> tuple[Link, ...]:
    if not row.taken_at_item__item__meeting_id:
        return ()
    return (
        Link(f"Besluit {row.number}", MEETING, row.taken_at_item__item__meeting_id, f"#punt-{row.taken_at_item__item__number}"),
    )


DECISION = (
    "pk",
    "subject_id",
    "kind",
    "number",
    "wording",
    "redacted_at",
    "withheld_at",
    "taken_at",
    "by_label",
    "taken_at_item__item__meeting_id",
    "taken_at_item__item__number",
)


def _moves(links: KnelpuntLinks, titles: dict[int, str]) -> Iterator[tuple[int, Told]]:
    """From list to list. The words are those of the decision, where this reader reads it."""
    rows = list(
        ListMove.objects.filter(action__in=links.actions, from_list__isnull=False).order_by("pk").values_list(*MOVE, named=True)
    )
    seen = Decision.objects.visible_to(links.user).filter(pk__in=[row.decision_id for row in rows])
    decisions = {row.pk: row for row in seen.values_list(*DECISION, named=True)}
    for row in rows:
        decision = decisions.get(row.decision_id)
        yield (
            row.action_id,
            Told(
                head=_moved(row),
                at=row.moved_at,
                by=row.by_label,
                of=titles[row.action_id],
                is_answer=True,
                text=decision.wording if decision else None,
                is_removed=bool(decision and is_away(decision)),
                links=(Link(titles[row.action_id], ACTION, row.action_id), *(_at_the_table(decision) if decision else ())),
            ),
        )


def _moved(row: Any) -> str:
    if row.outcome == Outcome.AFGEROND:
        return "De actie is afgerond"
    if row.outcome:
        return f"De actie is elders belegd{f' bij {row.table__name}' if row.table__name else ''}"
    back = "terug " if row.to_list == ActionList.VOORRAADLIJST else ""
    return f"De actie gaat {back}naar de {ActionList(row.to_list).label}"


def _decisions(links: KnelpuntLinks, titles: dict[int, str]) -> Iterator[tuple[int, Told]]:
    about = Decision.objects.visible_to(links.user).filter(
        subject_type=ContentType.objects.get_for_model(Action), subject_id__in=links.actions, kind__in=TELLING, move__isnull=True
    )
    for row in about.order_by("pk").values_list(*DECISION, named=True):
        yield (
            row.subject_id,
            Told(
                head=HEADS[DecisionKind(row.kind)],
                at=row.taken_at,
                by=row.by_label,
                of=titles[row.subject_id],
                is_answer=True,
                text=row.wording,
                is_removed=is_away(row),
                links=(Link(titles[row.subject_id], ACTION, row.subject_id), *_at_the_table(row)),
            ),
        )


def _trekkers(links: KnelpuntLinks, titles: dict[int, str]) -> Iterator[tuple[int, Told]]:
    rows = (
        TrekkerAssignment.objects.filter(action__in=links.actions).select_related("seat__membership__organisation").order_by("pk")
    )
    for row in rows:
        yield (
            row.action_id,
            Told(
                head=f"Bestuurlijk trekker: {row.seat.membership.organisation}",
                at=row.assigned_at,
                by=row.by_label,
                of=titles[row.action_id],
                links=(Link(titles[row.action_id], ACTION, row.action_id),),
            ),
        )


def _reports(links: KnelpuntLinks, titles: dict[int, str]) -> Iterator[tuple[int, Told]]:
    """What was released to the Stuurgroep."""
    rows = ProgressUpdate.objects.filter(action__in=links.actions, release__isnull=False).select_related("release").order_by("pk")
    for row in rows:
        yield (
            row.action_id,
            Told(
                head=f"Voortgang van de actie: {ProgressStatus(row.status).label}",
                at=row.release.released_at,  # type: ignore[attr-defined]
                by=row.by_label,
                of=titles[row.action_id],
                text=row.happened,
                is_removed=is_away(row),
                is_answer=True,
                links=(Link(titles[row.action_id], ACTION, row.action_id),),
            ),
        )


def _lines(links: KnelpuntLinks) -> Iterator[tuple[int, Told]]:
    for row in LineKnelpunt.objects.filter(knelpunt__in=links.keys).select_related("line").order_by("pk"):
        head = (
            "Een actielijn van de Samenwerkingsagenda neemt het op" if row.is_taken_up else "De actielijn neemt het niet meer op"
        )
        yield (
            row.knelpunt_id,
            Told(head=head, at=row.written_at, by=row.by_label, links=(Link(row.line.title, LINE, row.line_id),), is_answer=True),
        )


def _agreements(links: KnelpuntLinks) -> Iterator[tuple[int, Told]]:
    """The steps of the agreements about it, or about an action that carries it, after the concept."""
    about = {
        knelpunt.pk: {row.agreement_id: row.agreement__title for row in links.agreements_of(knelpunt)} for knelpunt in links.all
    }
    keys = {pk for titles in about.values() for pk in titles}
    if not keys:
        return
    steps = AgreementStep.objects.filter(agreement__in=keys).exclude(to_state=AgreementState.CONCEPT).order_by("pk")
    by_agreement = grouped(steps, "agreement_id")
    for knelpunt, titles in about.items():
        for pk, title in titles.items():
            for step in by_agreement[pk]:
                yield (
                    knelpunt,
                    Told(
                        head=AGREEMENT_HEADS[AgreementState(step.to_state)],
                        at=step.taken_at,
                        by=step.by_label,
                        of=title,
                        links=(Link(title, AGREEMENT, pk),),
                        is_answer=True,
                    ),
                )
