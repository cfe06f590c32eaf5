"""The row queries of every page of the bench, as tuples of the columns it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import Count, Exists, F, OuterRef, Subquery

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList
from agenda.lists.models import (
    Action,
    ActionAmbition,
    ActionFile,
    ActionKnelpunt,
    ActionSection,
    CoalitionCall,
    Contribution,
    ListMove,
    Milestone,
    Pilot,
    ProgressUpdate,
    SavedFilter,
    TableAnswer,
    TrekkerOffer,
    TrekkerRequest,
    Weighing,
)
from agenda.lists.queries.attention import not_taken_over
from agenda.lists.queries.choice import ORDER
from agenda.lists.queries.coalition import standing
from agenda.meetings.enums import HELD_STATES
from agenda.meetings.models import AgendaItem, AgendaVersion, Meeting, Mention, NotedKnelpunt, OwnNote, Paper, PaperVersion
from agenda.ratification.models import (
    Agreement,
    AgreementStep,
    AgreementVersion,
    Asked,
    ConstituencyReport,
    Position,
    Reference,
    Round,
    RoundExtension,
)
from bench import knelpunt_rows, list_rows
from bench import plans as plan_rows
from bench.run import LOOKED_FOR
from knelpunten.models import Knelpunt
from portal.documents.models import Edition, Section
from portal.kit import clock
from portal.network.models import Membership, Organisation, Seat, Theme

ACTION = (
    "pk",
    "title",
    "list",
    "list_since",
    "outcome",
    "found_desirable_by_id",
    "proposed_at",
    "trekker__until_date",
    "trekker__user__name",
    "trekker__membership__organisation__short_name",
)
KNELPUNT = ("pk", "title", "state", "state_since", "drafted_at", "house__name", "theme__title", "ambition__name")
LINK = ("action_id", "knelpunt_id", "linked_at")
FOLD = 25
FIVE_YEARS_AGO = datetime(2021, 11, 24, 22, 59, 59, tzinfo=UTC)

Querysets = list[Iterable[Any]]


def _seats(user: Any) -> Any:
    places = ("function", "membership__body__kind", "membership__organisation__short_name", "membership__house__name")
    return Seat.objects.valid_on(clock.today()).filter(user=user).values_list("pk", *places)


def _decisions(ids: list[int]) -> Any:
    about = Decision.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=ids)
    return about.values_list(
        "pk", "number", "kind", "taken_at", "subject_id", "taken_at_item__item__number", "taken_at_item__item__meeting_id"
    )


def _references(model: Any, ids: list[int]) -> Any:
    about = Reference.objects.filter(subject_type=ContentType.objects.get_for_model(model), subject_id__in=ids)
    return about.values_list("subject_id", "agreement_id", "agreement__title", "agreement__ratification__ratified_at")


def _action_chains(actions: list[Any]) -> Querysets:
    ids = [row[0] for row in actions]
    return [
        actions,
        ActionKnelpunt.objects.filter(action__in=ids).values_list(*LINK, "knelpunt__title", "knelpunt__state"),
        _decisions(ids),
        _references(Action, ids),
    ]


def _knelpunt_chains(knelpunten: list[Any]) -> Querysets:
    ids = [row[0] for row in knelpunten]
    links = list(ActionKnelpunt.objects.filter(knelpunt__in=ids).values_list(*LINK, "action__title", "action__list"))
    return [knelpunten, links, _decisions([link[0] for link in links]), _references(Knelpunt, ids)]


def _theme(user: Any, path: str) -> Querysets:
    theme = Theme.objects.get(slug="acute-onveiligheid")
    lists = [Action.objects.filter(theme=theme, list=which).values_list(*ACTION)[:FOLD] for which in ActionList]
    shared = [
        Knelpunt.objects.filter(theme=theme, state=state).values_list(*KNELPUNT)[:FOLD]
        for state in ("op_de_lijst", "elders_belegd")
    ]
    counted = [
        model.objects.filter(theme=theme).values_list(by).annotate(n=Count("*"))
        for model, by in ((Action, "list"), (Knelpunt, "state"))
    ]
    actions, knelpunten = list(lists[0].union(*lists[1:], all=True)), list(shared[0].union(shared[1], all=True))
    cards = list_rows.cards([row[0] for row in actions])
    return [_seats(user), *counted, *_action_chains(actions), *_knelpunt_chains(knelpunten), *cards, list_rows.order()]


def _list(user: Any, path: str) -> Querysets:
    theme = Theme.objects.get(slug="acute-onveiligheid")
    rows = Action.objects.filter(theme=theme, list="actielijst").order_by("-list_since", "-pk")
    shown = list(rows.values_list(*ACTION)[:FOLD])
    return [_seats(user), range(rows.count() and 0), *_action_chains(shown), *list_rows.cards([row[0] for row in shown])]


def _all(user: Any, path: str) -> Querysets:
    """What can be chosen, what stands on each list of each theme, and the first page of everything."""
    rows = Action.objects.order_by("theme__number", ORDER, "place", "-list_since", "-pk")
    shown = list(rows.values_list(*ACTION, "theme__title")[:FOLD])
    seats = Seat.objects.filter(membership__body__kind="stuurgroep", pulled_actions__isnull=False).distinct()
    members = Organisation.objects.filter(memberships__body__kind__in=["stuurgroep", "klankbordgroep"]).distinct()
    counted = [
        model.objects.order_by().values_list("theme", by).annotate(n=Count("*"))
        for model, by in ((Action, "list"), (Knelpunt, "state"))
    ]
    return [
        _seats(user),
        *counted,
        Theme.objects.values_list("slug", "title"),
        members.values_list("slug", "name"),
        seats.values_list("pk", "user__name", "membership__organisation__short_name"),
        SavedFilter.objects.filter(owner=user).values_list("name"),
        range(rows.count() and 0),
        *_action_chains(shown),
        *list_rows.cards([row[0] for row in shown]),
    ]


def _as_of(user: Any, path: str) -> Querysets:
    held = Meeting.objects.filter(body__kind="stuurgroep", state__in=HELD_STATES).values_list("title", "starts_at")
    theme = Theme.objects.get(slug="acute-onveiligheid")
    return [_seats(user), held, *list_rows.as_of(theme, FIVE_YEARS_AGO)]


def _brief(user: Any, path: str) -> Querysets:
    """With what asks something of a member of the Stuurgroep: what it is asked to pull, pulls and did not weigh."""
    seat = user.seats_today[0]
    held = Meeting.objects.filter(body__kind="stuurgroep", state__in=HELD_STATES).values_list("title", "starts_at")
    since = max(at for _, at in held)
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")
    pulled: Any = Action.objects.filter(trekker=seat.pk, list="actielijst").annotate(
        last=Subquery(last.values("pk")[:1]),
        released=Subquery(last.values("release")[:1]),
        at=Subquery(last.values("reported_at")[:1]),
    )
    mine = Weighing.objects.filter(action=OuterRef("pk"), membership=seat.membership_id)
    return [
        _seats(user),
        held,
        held[:1],
        TrekkerRequest.objects.filter(seat=seat.pk).values_list("action__title", "asked_at"),
        pulled.order_by("list_since").values_list("pk", "title", "last", "released", "at")[:12],
        Action.objects.filter(~Exists(mine), list="voorraadlijst")
        .order_by("theme__number", "place", "pk")
        .values_list("pk")[:99],
        *list_rows.brief(since),
    ]


def _overzicht(user: Any, path: str) -> Querysets:
    since = clock.now() - timedelta(days=60)
    waiting = Knelpunt.objects.filter(state__in=["ingediend", "in_beoordeling"]).order_by("state_since")
    linked = (
        Knelpunt.objects.filter(state="gekoppeld")
        .exclude(actions__list__in=["voorraadlijst", "actielijst"])
        .order_by("state_since")
    )
    return [
        _seats(user),
        Meeting.objects.filter(state="gesloten").order_by("-starts_at").values_list("starts_at")[:1],
        waiting.values_list(*KNELPUNT)[:12],
        not_taken_over().values_list("pk", "title")[:12],
        linked.values_list(*KNELPUNT)[:12],
        ListMove.objects.filter(moved_at__gte=since)
        .order_by("-pk")
        .values_list("pk", "action__title", "to_list", "moved_at")[:12],
        Decision.objects.filter(taken_at__gte=since)
        .order_by("-pk")
        .values_list("pk", "number", "kind", "taken_at", "taken_at_item__item__title")[:12],
        Meeting.objects.exclude(state="gesloten").values_list("pk", "title", "starts_at", "state", "body__name")[:4],
    ]


def _action(user: Any, path: str) -> Querysets:
    pk = int(path.strip("/").split("/")[-1])
    row = list(
        Action.objects.filter(pk=pk).values_list(
            *ACTION, "goal", "intended_result", "kind", "ladder", "theme__title", "theme__slug"
        )
    )
    return [
        _seats(user),
        *_action_chains(row),
        Contribution.objects.filter(action=pk).values_list("pk", "text", "left_at", "membership__organisation__short_name"),
        TrekkerOffer.objects.filter(action=pk).values_list("seat__user__name", "seat__membership__organisation__short_name"),
        ListMove.objects.filter(action=pk).values_list(
            "to_list", "outcome", "moved_at", "by_label", "decision__number", "decision__wording", "table__name"
        ),
        ProgressUpdate.objects.filter(action=pk).values_list(
            "pk", "status", "happened", "next_step", "reported_at", "release__released_at"
        )[:20],
        standing(clock.today()).filter(action=pk).values_list("membership_id"),
        CoalitionCall.objects.filter(action=pk).order_by("-pk").values_list("text", "closes_date", "by_label")[:1],
        Pilot.objects.filter(action=pk).values_list("text", "house__name", "ended_at"),
        Milestone.objects.filter(action=pk).values_list("pk", "title", "due_date", "reached_date"),
        ActionFile.objects.filter(action=pk, file__removed_at__isnull=True).values_list(
            "pk", "title", "file__name", "file__size"
        ),
        TrekkerRequest.objects.filter(action=pk).values_list("seat__user__name", "asked_at", "refusal__reason"),
        ActionAmbition.objects.filter(action=pk).values_list("ambition__name"),
        ActionSection.objects.filter(action=pk).values_list("section__title"),
        TableAnswer.objects.filter(move__action=pk).values_list("note"),
        *weighed_rows(pk),
    ]


def weighed_rows(pk: int) -> Querysets:
    """How it was weighed: the newest of each organisation, all over time, the members, and the meetings since."""
    rows = Weighing.objects.filter(action=pk)
    newest = rows.order_by("membership_id", "-pk").distinct("membership_id")
    scores = ("belang", "uitvoerbaarheid", "impact")
    return [
        newest.values_list(
            "membership_id", *scores, "argument", "weighed_at", "membership__organisation__name", "membership__body__kind"
        ),
        rows.values_list("membership_id", *scores, "weighed_at"),
        Membership.objects.valid_on(clock.today())
        .filter(body__kind__in=["stuurgroep", "klankbordgroep"])
        .values_list("body__kind"),
        Meeting.objects.filter(body__kind="stuurgroep", state__in=HELD_STATES).values_list("title", "starts_at"),
    ]


def _onze_inbreng(user: Any, path: str) -> Querysets:
    rows = Knelpunt.objects.filter(house__slug="twente").order_by("-state_since", "-pk")
    knelpunten = list(rows.values_list(*KNELPUNT)[:FOLD])
    reasons = [row[0] for row in knelpunten]
    last = Knelpunt.objects.filter(pk__in=reasons).values_list("pk", "steps__reason", "steps__rests_on__decision__wording")
    return [_seats(user), range(rows.count() and 0), last, *_knelpunt_chains(knelpunten)]


def _meeting(user: Any, path: str) -> Querysets:
    pk = int(path.strip("/").split("/")[-1])
    items = AgendaItem.objects.filter(meeting=pk).values_list(
        "number",
        "kind",
        "title",
        "question",
        "minutes",
        "presenter",
        "serves",
        "subject_id",
        "outcome__decision__number",
        "outcome__decision__kind",
        "outcome__decision__wording",
        "outcome__decision__taken_at",
        "outcome__decision__by_label",
        "pk",
        "visibility",
        "advice",
        "version",
    )
    rows = list(items)
    subjects = Action.objects.filter(pk__in=[row[7] for row in rows]).values_list("pk", "title", "list", "outcome")
    return [
        _seats(user),
        Meeting.objects.filter(pk=pk).values_list("title", "starts_at", "state", "location", "body__name"),
        rows,
        subjects,
        ProgressUpdate.objects.filter(action__in=[row[7] for row in rows], release__isnull=False).values_list(
            "action_id", "status", "happened"
        ),
        NotedKnelpunt.objects.filter(meeting=pk).values_list("knelpunt"),
        Paper.objects.filter(item__meeting=pk, removed_at__isnull=True).values_list("pk", "item", "title", "visibility"),
        PaperVersion.objects.filter(paper__item__meeting=pk).values_list("paper", "number", "added_at"),
        OwnNote.objects.filter(item__meeting=pk).values_list("item", "text", "user__name"),
        AgendaVersion.objects.filter(meeting=pk).values_list("number"),
        Mention.objects.filter(item__meeting=pk).values_list("item", "subject_type", "subject_id"),
    ]


def _agreement(user: Any, path: str) -> Querysets:
    pk = int(path.strip("/").split("/")[-1])
    rounds = list(
        Round.objects.filter(agreement=pk)
        .order_by("-pk")
        .values_list("pk", "opened_at", "first_term", "version__number", "end__outcome")[:1]
    )
    asked = Asked.objects.filter(round=rounds[0][0])
    newest = Position.objects.filter(asked__round=rounds[0][0]).order_by("asked_id", "-pk").distinct("asked_id")
    return [
        _seats(user),
        Agreement.objects.filter(pk=pk).values_list("title", "text", "asks", "state", "state_since", "owner__name", "route"),
        AgreementVersion.objects.filter(agreement=pk).values_list("number", "title", "text", "asks", "note", "fixed_at"),
        rounds,
        RoundExtension.objects.filter(round=rounds[0][0]).values_list("closes_at", "reason"),
        asked.values_list("pk", "via", "organisation__name", "house__name"),
        newest.values_list(
            "asked", "stance", "reason", "given_at", "agreed_by", "channel", "answer__text", "settlement", "confirmation"
        ),
        ConstituencyReport.objects.filter(asked__round=rounds[0][0]).values_list("asked", "how", "with_whom", "outcome"),
        AgreementStep.objects.filter(agreement=pk).values_list(
            "to_state", "taken_at", "by_label", "reason", "decision__number", "decision__wording"
        ),
        Reference.objects.filter(agreement=pk).values_list("subject_type", "subject_id"),
    ]


def _kader(user: Any, path: str) -> Querysets:
    document, label, chapter = path.strip("/").split("/")
    edition = Edition.objects.filter(document__slug=document, label=label).values_list(
        "pk", "title", "label", "in_force_date", "document__title"
    )
    (pk, *_) = edition[0]
    sections = Section.objects.filter(edition=pk).order_by("order")
    return [
        sections.values_list("number", "anchor", "title", "level", "chapter"),
        sections.filter(chapter=chapter).values_list("number", "anchor", "title", "level", "content", "notes"),
    ]


def _kader_whole(user: Any, path: str) -> Querysets:
    sections = Section.objects.filter(edition__document__slug="bench-kader", edition__label="e1").order_by("order")
    return [
        Edition.objects.filter(document__slug="bench-kader", label="e1").values_list("pk", "title", "document__title"),
        sections.values_list("number", "anchor", "title", "level", "chapter"),
        sections.values_list("number", "anchor", "title", "level", "content", "notes"),
    ]


def _kader_compare(user: Any, path: str) -> Querysets:
    columns = ("number", "anchor", "title", "level", "order", "content", "notes", "text", "sha256")
    return [
        queryset
        for label in ("e1", "e2")
        for queryset in (
            Edition.objects.filter(document__slug="bench-kader", label=label).values_list("pk", "title", "document__title"),
            Section.objects.filter(edition__document__slug="bench-kader", edition__label=label)
            .order_by("order")
            .values_list(*columns),
        )
    ]


def _kader_search(user: Any, path: str) -> Querysets:
    """One indexed full-text query, and how many it finds."""
    query = SearchQuery("overlast & regio:*", config="dutch", search_type="raw")
    hit = SearchHeadline("text", query, config="dutch", max_words=40, min_words=20, short_word=0)
    found = Section.objects.filter(edition__document__slug="bench-kader", found_by=query)
    ranked = found.annotate(rank=SearchRank(F("found_by"), query), hit=hit).order_by("-rank", "order")
    return [
        Edition.objects.filter(document__slug="bench-kader").values_list("pk", "label", "title", "document__title"),
        range(found.count() and 0),
        ranked.values_list("number", "title", "anchor", "edition__label", "hit")[:FOLD],
    ]


def _with_chains(user: Any, parts: Querysets) -> Querysets:
    *rest, rows = parts
    return [_seats(user), *rest, *_knelpunt_chains(list(rows))]


ROWS: dict[str, Callable[[Any, str], Querysets]] = {
    "yardstick": _list,
    "theme": _theme,
    "werkagenda": _all,
    "as-of": _as_of,
    "brief": _brief,
    "overzicht": _overzicht,
    "action": _action,
    "onze-inbreng": _onze_inbreng,
    "meeting": _meeting,
    "agreement": _agreement,
    "monitor": lambda user, path: [_seats(user), *plan_rows.monitor_rows(user, path)],
    "kader": _kader,
    "kader-whole": _kader_whole,
    "kader-compare": _kader_compare,
    "kader-search": _kader_search,
    "knelpunten": lambda user, path: _with_chains(user, knelpunt_rows.listed()),
    "search": lambda user, path: _with_chains(user, knelpunt_rows.found("wachtlijst overdracht")),
    "look-alikes": lambda user, path: _with_chains(user, knelpunt_rows.alike(" ".join(text for _, text in LOOKED_FOR))),
    "worklist": lambda user, path: [_seats(user), *knelpunt_rows.waiting()],
    "radar": lambda user, path: [_seats(user), *knelpunt_rows.counted()],
    "radar-house": lambda user, path: [_seats(user), *knelpunt_rows.counted()],
}
