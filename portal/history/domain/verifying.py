"""Reading the chain back: every link, every event and every fact, and a sentence for each that is not as written."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps

from portal.history.domain.recording import payload_of
from portal.history.evidence import Evidence, evidence_models, sha256
from portal.history.models import Event, HistoryLink
from portal.kit.slots import SharedSlot

CHUNK = 2000
# What else was kept as it was: a room above registers what it holds against it, when it starts.
ALSO: SharedSlot[[], Iterator[str]] = SharedSlot("what else, kept outside of the history, is no longer as it was", __name__)


def findings(*, anchor: tuple[int, str] | None = None) -> Iterator[str]:
    """Everything wrong with history, facts or what they are about, one sentence each; nothing when all is as it was written.

    `anchor` is a (seq, hash) kept outside the database: it shows when the end of the chain was cut off and rewritten.
    """
    yield from _chain_findings(anchor)
    yield from _fact_findings()
    for found in ALSO.ask():
        yield from found


def head() -> tuple[int, str]:
    """The last link, to be kept outside the database."""
    last = HistoryLink.objects.order_by("-seq").first()
    return (last.seq, last.hash) if last else (0, "")


def _chain_findings(anchor: tuple[int, str] | None) -> Iterator[str]:
    expected, previous = 1, ""
    anchored = anchor is None
    for link in HistoryLink.objects.select_related("event").order_by("seq").iterator(CHUNK):
        if link.seq != expected:
            yield f"link {expected} is missing (found {link.seq})"
        if payload_of(link.event) != link.event.payload:
            yield f"event {link.event_id} was changed"
        if sha256(previous + link.event.payload) != link.hash:
            yield f"link {link.seq} does not follow from link {link.seq - 1} and event {link.event_id}"
        if anchor and link.seq == anchor[0]:
            anchored = True
            if link.hash != anchor[1]:
                yield f"link {link.seq} is not the anchored one"
        expected, previous = link.seq + 1, link.hash
    if not anchored and anchor:
        yield f"link {anchor[0]}, the anchored one, is missing: the end was cut"
    for event in Event.objects.filter(link__isnull=True):
        yield f"event {event.pk} has no link"


def _fact_findings() -> Iterator[str]:
    named = _digests_by_fact()
    for model in evidence_models():
        label = model._meta.label_lower
        known = named.pop(label, {})
        for fact in model.objects.order_by("pk").iterator(CHUNK):
            yield from _findings_about(fact, known.pop(fact.pk, None))
        for missing in known:
            yield f"{label} {missing} is missing"
    for label in named:
        yield f"facts of an unknown kind {label} are named" if label not in _labels() else f"{label} is no evidence"


def _findings_about(fact: Evidence, digest: str | None) -> Iterator[str]:
    name = f"{fact._meta.label_lower} {fact.pk}"
    if digest is None:
        yield f"{name} is named by no event"
    elif fact.digest != digest:
        yield f"{name} was changed"
    if not fact.texts_match:
        yield f"{name} has another text than was written"


def _digests_by_fact() -> dict[str, dict[int, str]]:
    named: dict[str, dict[int, str]] = {}
    for facts in Event.objects.exclude(facts=[]).values_list("facts", flat=True).iterator(CHUNK):
        for fact in facts:
            named.setdefault(fact["model"], {})[fact["pk"]] = fact["digest"]
    return named


def _labels() -> set[str]:
    return {model._meta.label_lower for model in apps.get_models()}
