"""The row queries of every page of the bench, as tuples of the columns it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import Count, F

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ActionKnelpunt, Contribution, ListMove, ProgressUpdate, TrekkerOffer
from agenda.meetings.models import AgendaItem, Meeting, NotedKnelpunt
from bench import knelpunt_rows
from bench.run import LOOKED_FOR
from knelpunten.models import Knelpunt
from portal.documents.models import Edition, Section
from portal.kit import clock
from portal.network.models import Seat, Theme

ACTION = ("pk", "title", "list", "list_since", "outcome", "found_desirable_by_id", "proposed_at", "trekker__until_date", "trekker__user__name", "trekker__membership__organisation__short_name")  # fmt: skip
KNELPUNT = ("pk", "title", "state", "state_since", "drafted_at", "house__name", "theme__title", "ambition__name")
LINK = ("action_id", "knelpunt_id", "linked_at")
FOLD = 25

Querysets = list[Iterable[Any]]


def _seats(user: Any) -> Any:
    places = ("function", "membership__body__kind", "membership__organisation__short_name", "membership__house__name")
    return Seat.objects.valid_on(clock.today()).filter(user=user).values_list("pk", *places)


def _decisions(ids: list[int]) -> Any:
    about = Decision.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=ids)
    return about.values_list(
        "pk", "number", "kind", "taken_at", "subject_id", "taken_at_item__item__number", "taken_at_item__item__meeting_id"
    )


def _action_chains(actions: list[Any]) -> Querysets:
    ids = [row[0] for row in actions]
    return [
        actions,
        ActionKnelpunt.objects.filter(action__in=ids).values_list(*LINK, "knelpunt__title", "knelpunt__state"),
        _decisions(ids),
    ]


def _knelpunt_chains(knelpunten: list[Any]) -> Querysets:
    ids = [row[0] for row in knelpunten]
    links = list(ActionKnelpunt.objects.filter(knelpunt__in=ids).values_list(*LINK, "action__title", "action__list"))
    return [knelpunten, links, _decisions([link[0] for link in links])]


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
    return [_seats(user), *counted, *_action_chains(actions), *_knelpunt_chains(knelpunten)]


def _list(user: Any, path: str) -> Querysets:
    theme = Theme.objects.get(slug="acute-onveiligheid")
    rows = Action.objects.filter(theme=theme, list="actielijst").order_by("-list_since", "-pk")
    return [_seats(user), range(rows.count() and 0), *_action_chains(list(rows.values_list(*ACTION)[:FOLD]))]


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
            "to_list", "outcome", "reason", "moved_at", "by_label", "decision__number", "table__name"
        ),
        ProgressUpdate.objects.filter(action=pk).values_list(
            "pk", "status", "happened", "next_step", "reported_at", "release__released_at"
        )[:20],
    ]


def _onze_inbreng(user: Any, path: str) -> Querysets:
    rows = Knelpunt.objects.filter(house__slug="twente").order_by("-state_since", "-pk")
    knelpunten = list(rows.values_list(*KNELPUNT)[:FOLD])
    reasons = [row[0] for row in knelpunten]
    last = Knelpunt.objects.filter(pk__in=reasons).values_list("pk", "steps__reason")
    return [_seats(user), range(rows.count() and 0), last, *_knelpunt_chains(knelpunten)]


def _meeting(user: Any, path: str) -> Querysets:
    pk = int(path.strip("/").split("/")[-1])
    items = AgendaItem.objects.filter(meeting=pk).values_list(
        "number", "kind", "title", "question", "minutes", "presenter", "serves", "subject_id", "outcome__decision__number",
        "outcome__decision__kind", "outcome__decision__wording", "outcome__decision__taken_at", "outcome__decision__by_label",
    )  # fmt: skip
    rows = list(items)
    subjects = Action.objects.filter(pk__in=[row[7] for row in rows]).values_list("pk", "title", "list", "outcome")
    return [
        _seats(user),
        Meeting.objects.filter(pk=pk).values_list("title", "starts_at", "state", "location", "body__name"),
        rows,
        subjects,
        NotedKnelpunt.objects.filter(meeting=pk).values_list("knelpunt"),
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
    "overzicht": _overzicht,
    "action": _action,
    "onze-inbreng": _onze_inbreng,
    "meeting": _meeting,
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
