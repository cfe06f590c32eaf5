"""The pages of docs/reference, made from the tables in the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import rules
from django.conf import settings

from agenda.decisions.effects.table import EFFECTS
from agenda.lists.enums import LISTS, MOVES, ActionList
from agenda.lists.enums import Verb as ListVerb
from agenda.meetings import enums as meetings
from agenda.meetings.enums import Verb as MeetingVerb
from agenda.ratification import enums as agreements
from ambitions import enums as plans
from knelpunten import enums as knelpunten
from knelpunten.enums import Verb as KnelpuntVerb
from portal.documents import enums as documents
from portal.documents.enums import Verb as DocumentVerb
from portal.kit.routes import routes
from portal.kit.slots import SLOTS
from portal.network.enums import Verb as NetworkVerb
from portal.privacy.enums import Verb as PrivacyVerb

FOLDER = Path(settings.BASE_DIR) / "docs" / "reference"
MADE = "<!-- Made by `make docs` from the tables in the code. Do not edit. -->\n\n"


def matrix() -> list[dict[str, Any]]:
    """The declared table: address, name, and for whom."""
    return [
        {
            "path": f"/{route.path}",
            "name": route.name,
            "permission": (route.access.permission if route.access else None),
            "model": route.access.model._meta.label if route.access and route.access.model else None,
            "public": bool(route.access and route.access.permission is None),
        }
        for route in routes()
        if not route.name.startswith("demo:")
    ]


def pages() -> dict[str, str]:
    """File name to text."""
    return {"access.md": _access(), "states.md": _states(), "events.md": _events(), "slots.md": _slots()}


def write(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text)


def stale(folder: Path = FOLDER) -> list[str]:
    """Pages that no longer say what the code says."""
    return [name for name, text in pages().items() if not (folder / name).exists() or (folder / name).read_text() != text]


def _access() -> str:
    rows = [
        f"| `{row['path']}` | {'anyone' if row['public'] else row['permission']} | {row['model'] or ''} |" for row in matrix()
    ]
    permissions = sorted(name for name in rules.permissions.permissions if "." in name)
    lines = [f"| `{name}` | `{_words(name)}` |" for name in permissions]
    return (
        f"{MADE}# Who may what\n\nWhat cannot be seen is a 404; what can be seen but not done is a 403; "
        "who is not signed in is asked to.\n"
        "Wagtail's editor (`/admin/`) opens only for a seat as redacteur; `/account/` is allauth's.\n\n"
        "| address | permission | object |\n| --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n\n## Permissions and the seats that give them\n\n"
        "| permission | rule over one seat |\n| --- | --- |\n" + "\n".join(lines) + "\n"
    )


def _words(permission: str) -> str:
    """A rule in words; its own signs would break the table."""
    return str(rules.permissions.permissions[permission].name).replace("|", "or").replace("&", "and").replace("~", "not ")


def _states() -> str:
    return (
        f"{MADE}# States and moves\n\n"
        + _diagram("A knelpunt", knelpunten.STEPS, knelpunten.KnelpuntState, knelpunten.STATES)
        + _diagram("An action, from list to list", MOVES, ActionList, LISTS)
        + _diagram("A meeting", meetings.STEPS, meetings.MeetingState, meetings.STATES)
        + _diagram("A national agreement", agreements.STEPS, agreements.AgreementState, agreements.STATES)
        + _diagram("A regional plan", plans.STEPS, plans.PlanState, plans.STATES)
        + _diagram("An edition", _steps_of(documents.STATUSES), documents.EditionStatus, documents.STATUSES)
        + _effects()
    )


def _steps_of(rows: Mapping[Any, Any]) -> dict[Any, set[Any]]:
    return {None: {next(iter(rows))}, **{state: set(row.steps) for state, row in rows.items()}}


def _diagram(title: str, table: Mapping[Any, Any], labels: Any, rows: Mapping[Any, Any]) -> str:
    """Where it can go, and what goes for it in each state."""
    lines = [f"## {title}", "", "```mermaid", "stateDiagram-v2"]
    lines += [f"  {state.value}: {state.label}" for state in labels]
    for origin, targets in table.items():
        lines += [f"  {origin.value if origin else '[*]'} --> {target.value}" for target in labels if target in targets]
    columns = [column.name for column in fields(next(iter(rows.values()))) if column.name != "steps"]
    lines += ["```", "", f"| state | {' | '.join(columns)} |", "| --- " * (len(columns) + 1) + "|"]
    lines += [f"| {state.label} | {' | '.join(_cell(getattr(row, name)) for name in columns)} |" for state, row in rows.items()]
    return "\n".join([*lines, "", ""])


def _cell(value: Any) -> str:
    """What stands in a column, in words."""
    if isinstance(value, Mapping):
        return ", ".join(f"{_cell(key)}: {_cell(each)}" for key, each in value.items())
    if isinstance(value, frozenset):
        return ", ".join(sorted(_cell(each) for each in value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(getattr(value, "label", "" if value is None else value))


def _effects() -> str:
    rows = [f"| {kind.label} | {model._meta.verbose_name if model else 'anything'} |" for kind, model in EFFECTS]
    return "## Decisions and what they can be about\n\n| decision | subject |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def _events() -> str:
    rows = [
        f"| `{verb.value}` | {verb.label} |"
        for verbs in (NetworkVerb, DocumentVerb, PrivacyVerb, KnelpuntVerb, ListVerb, MeetingVerb)
        for verb in verbs
    ]
    return (
        (
            f"{MADE}# Events\n\nWhat the history can say. Every line has an actor, a subject, a moment "
            "and the digests of its facts.\n\n| verb | in words |\n| --- | --- |\n"
        )
        + "\n".join(rows)
        + "\n"
    )


def _slots() -> str:
    rows = [
        (
            f"| {slot.question} | `{slot.place}` | "
            f"{', '.join(f'`{answer.__module__}.{answer.__qualname__}`' for answer in slot.answers)} |"
        )
        for slot in sorted(SLOTS, key=lambda slot: slot.place)
    ]
    return (
        f"{MADE}# What a room asks of rooms above it\n\nImports point down only. "
        "A lower room says the question (`portal.kit.slots`), an upper one"
        " answers; the portal does not start while one has no answer.\n\n| question | asked in | answered by |\n"
        "| --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )
