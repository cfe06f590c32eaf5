"""Correcting what stands inside the sections of a draft: move pieces, make a section
of them, leave them out or take them back."""

from __future__ import annotations

from copy import deepcopy
from html import escape
from typing import Any

from django.db import transaction

from home.models import ImportDraft
from home.reading_in.drafts import DraftRefused, keep, opened
from portal.accounts.actor import Actor
from portal.documents.importing.blocks import count_words
from portal.documents.importing.headings import anchor_for
from portal.documents.text import content
from portal.kit.refusals import Blocker

BY_HAND = "weggelaten bij het nakijken"
LONGEST_TITLE = 200
Piece = dict[str, Any]


@transaction.atomic
def move(*, draft: ImportDraft, expected: int, place: int, chosen: list[int], to: int, at_start: bool, by: Actor) -> ImportDraft:
    """Put the chosen pieces of the section at `place` in another one, or elsewhere in the same, with the footnotes they name."""
    draft, sections = _sections(draft, expected)
    taken = _take(sections[place], chosen)
    _put(sections[to], taken, at_start=at_start)
    _bring_notes(sections[place], sections[to])
    return _kept(draft, sections, by)


@transaction.atomic
def split(*, draft: ImportDraft, expected: int, place: int, chosen: list[int], title: str, level: int, by: Actor) -> ImportDraft:
    """Make a section of the chosen pieces, right after the one they stood in."""
    draft, sections = _sections(draft, expected)
    taken = _take(sections[place], chosen)
    made: dict[str, Any] = {
        "number": None,
        "title": title,
        "level": level,
        "words": count_words(title),
        "footnotes": 0,
        "guessed": False,
        "anchor": _free_anchor(title, sections),
        "content": [],
        "notes": [],
    }
    _put(made, taken, at_start=False)
    _bring_notes(sections[place], made)
    return _kept(draft, [*sections[: place + 1], made, *sections[place + 1 :]], by)


@transaction.atomic
def leave_out(*, draft: ImportDraft, expected: int, place: int, chosen: list[int], by: Actor) -> ImportDraft:
    """Take the chosen pieces out; they stand with what was left out, and can come back."""
    draft, sections = _sections(draft, expected)
    gone = [{"text": content.as_text([piece]), "reason": BY_HAND} for piece in _take(sections[place], chosen)]
    return _kept(draft, sections, by, left_out=[*draft.outline["left_out"], *(each for each in gone if each["text"])])


@transaction.atomic
def take_back(*, draft: ImportDraft, expected: int, chosen: list[int], to: int, by: Actor) -> ImportDraft:
    """Put what was left out at the end of a section after all."""
    draft, sections = _sections(draft, expected)
    pieces = draft.outline["left_out"]
    _check(chosen, len(pieces))
    lines = [line for place in chosen for line in pieces[place]["text"].splitlines() if line.strip()]
    _put(sections[to], [{"kind": "paragraph", "text": escape(line.strip(), quote=False)} for line in lines], at_start=False)
    return _kept(draft, sections, by, left_out=[piece for place, piece in enumerate(pieces) if place not in chosen])


@transaction.atomic
def describe(*, draft: ImportDraft, expected: int, place: int, alts: list[str], by: Actor) -> ImportDraft:
    """Say of each figure in a section what is to be seen on it."""
    draft, sections = _sections(draft, expected)
    for figure, alt in zip(content.figures(sections[place]["content"]), alts, strict=False):
        figure["alt"] = alt
    return _kept(draft, sections, by)


def _sections(draft: ImportDraft, expected: int) -> tuple[ImportDraft, list[Piece]]:
    draft = opened(draft, expected)
    return draft, deepcopy(draft.outline["sections"])


def _kept(draft: ImportDraft, sections: list[Piece], by: Actor, **changed: Any) -> ImportDraft:
    return keep(draft, {**draft.outline, "sections": sections, **changed}, by)


def _take(section: Piece, chosen: list[int]) -> list[content.Block]:
    blocks = section["content"]
    _check(chosen, len(blocks))
    taken = [blocks[place] for place in sorted(set(chosen))]
    section["content"] = [block for place, block in enumerate(blocks) if place not in chosen]
    section["words"] -= count_words(content.as_text(taken))
    return taken


def _put(section: Piece, blocks: list[content.Block], *, at_start: bool) -> None:
    section["content"] = [*blocks, *section["content"]] if at_start else [*section["content"], *blocks]
    section["words"] += count_words(content.as_text(blocks))


def _bring_notes(source: Piece, target: Piece) -> None:
    """Footnotes go where the texts that name them went."""
    if source is target:
        return
    stay = [note for note in source["notes"] if _names(source, note) or not _names(target, note)]
    moved = [note for note in source["notes"] if _names(target, note)]
    source["notes"], target["notes"] = stay, [*target["notes"], *moved]
    for section in (source, target):
        section["footnotes"] = len(section["notes"])


def _names(section: Piece, note: dict[str, str]) -> bool:
    return any(f"<sup>{note['mark']}</sup>" in text for text in content.texts(section["content"]))


def _free_anchor(title: str, sections: list[Piece]) -> str:
    taken, wanted = {section["anchor"] for section in sections}, anchor_for("", title)
    return next(name for name in (wanted, *(f"{wanted}-{n}" for n in range(2, len(sections) + 3))) if name not in taken)


def _check(chosen: list[int], length: int) -> None:
    if not chosen:
        raise DraftRefused(Blocker("nothing-chosen", "Kies eerst één of meer stukken."))
    if not all(0 <= place < length for place in chosen):
        raise DraftRefused(Blocker("no-such-piece", "Een stuk dat u koos, staat hier niet meer. Kijk opnieuw."))
