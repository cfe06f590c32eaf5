"""Every column in which somebody can write is declared by its model and can be
removed, or is excused here by name with the reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db import models

from portal.history.evidence import Evidence
from portal.kit.texts import models_with_texts, owner_of
from portal.privacy.domain import reviews
from portal.privacy.queries.parts import THINGS

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ("portal", "agenda", "knelpunten", "ambitions", "home")
# Columns every fact has: who wrote it, and marks of the machinery.
OF_FACTS = {"by_label", "text_salt", "text_digest", "redacted_ground"}

REFERENCE = "reference data about the network: no free text, kept by the landelijk bureau"
PUBLIC = "public text of the CMS: written and withdrawn by editors, guarded when it is published"
ADOPTED = "an adopted document, published by the Stuurgroep: nobody changes a word of it"
MACHINE = "written by the machine"
EXCUSED = {
    "accounts.User": "an account: its person's own name and address",
    "accounts.Invitation": MACHINE,
    "accounts.Letter": "sealed while it waits, and emptied when it was sent",
    "history.Event": MACHINE,
    "history.HistoryLink": MACHINE,
    "network.Domain": REFERENCE,
    "network.Region": REFERENCE,
    "network.House": REFERENCE,
    "network.HouseName": REFERENCE,
    "network.ActorGroup": REFERENCE,
    "network.Organisation": REFERENCE,
    "network.AgendaPeriod": REFERENCE,
    "network.Theme": REFERENCE,
    "network.Ambition": REFERENCE,
    "network.Body": REFERENCE,
    "network.PolicyTable": "the landelijk bureau keeps it and rewrites it on its own page; nothing earlier is kept",
    "notify.Notification": MACHINE,
    "files.StoredFile": "goes with the part that the file belongs to",
    "files.FileKept": MACHINE,
    "documents.Document": ADOPTED,
    "documents.Edition": ADOPTED,
    "documents.Section": ADOPTED,
    "documents.Picture": MACHINE,
    "documents.EditionPdf": MACHINE,
    "documents.Term": "the word list of the landelijk bureau, rewritten on its own page",
    "knelpunten.KnelpuntList": "read by the landelijk bureau alone; judged row by row before anything is taken over",
    "knelpunten.ReasonText": "a fixed text of the landelijk bureau, rewritten on its own page; nothing earlier is kept",
    "decisions.DecisionSeal": MACHINE,
    "decisions.EditionAdoption": MACHINE,
    "lists.ListOrder": "names the meeting in which an order was set",
    "lists.ProposalDraft": "read by its writer alone, who can throw it away",
    "lists.SavedFilter": "read by its writer alone, who can throw it away",
    "meetings.StandingItem": "a fixed title, rewritten by the secretaris; nothing earlier is kept",
    "meetings.CalendarFeed": MACHINE,
    "meetings.AgendaSet": "made of other texts, and thrown away with them",
    "meetings.PaperOpening": "names a seat",
    "meetings.BodyRules": REFERENCE,
    "privacy.Report": "goes with the verdict on it",
    "privacy.Enquiry": "goes with the verdict on the report",
    "privacy.Clarification": "goes with the verdict on the report",
    "privacy.RemovalRequest": MACHINE,
    "privacy.RemovalAnswer": "read by reviewers and second persons alone",
    "privacy.Removal": MACHINE,
    "privacy.Withheld": "goes with the verdict on the part",
    "ratification.Ratification": MACHINE,
    "ambitions.AmbitionText": PUBLIC,
    "ambitions.Freeze": "names and codes as they were, of what is public",
    "home.HomePage": PUBLIC,
    "home.DocumentPage": PUBLIC,
    "home.EditionPage": PUBLIC,
    "home.ChapterPage": PUBLIC,
    "home.AmbitionPage": PUBLIC,
    "home.ImportDraft": "read by its writer alone, and becomes public text or goes",
    "meetings.ItemNotes.saved_by": "names a seat",
    "meetings.SentItem.visibility": MACHINE,
    "decisions.Decision.number": MACHINE,
}


def text_columns() -> Iterator[tuple[type[models.Model], str]]:
    """Every column of ours that can hold a text, but those with a fixed set of values."""
    for model in apps.get_models():
        if model.__module__.split(".")[0] not in OURS:
            continue
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField | models.JSONField)
            if is_text and not field.choices and field.name not in OF_FACTS:
                yield model, field.name


def test_every_text_column_is_declared_or_excused_with_its_reason() -> None:
    declared = {(model, column) for model, texts in models_with_texts() for column in texts.columns}
    forgotten = [
        f"{model._meta.label}.{column}"
        for model, column in text_columns()
        if (model, column) not in declared and not {model._meta.label, f"{model._meta.label}.{column}"} & set(EXCUSED)
    ]
    assert forgotten == []


def test_nothing_is_excused_that_is_declared_or_gone() -> None:
    labels = {model._meta.label for model in apps.get_models()}
    declared = {model._meta.label for model, _ in models_with_texts()}
    assert {name for name in EXCUSED if ".".join(name.split(".")[:2]) not in labels} == set()
    assert {name for name in EXCUSED if name in declared} == set()


def test_every_declared_text_stands_on_the_page_of_a_thing_that_can_be_reported() -> None:
    with_what_was_decided = {"decisions.Decision", "decisions.Reservation", "meetings.PublicLine"}  # by `parts.extend`
    copies = {"meetings.SentItem"}  # goes with the thing it is a copy of
    homeless = [
        model._meta.label
        for model, texts in models_with_texts()
        if model not in THINGS
        and model._meta.label not in copies | with_what_was_decided
        and (not texts.of or owner_of(model, texts.of) not in THINGS)
    ]
    assert homeless == [] and len(reviews.COPIES.answers) == len(copies)


def test_facts_declare_all_their_texts() -> None:
    wrong = [
        model._meta.label
        for model, texts in models_with_texts()
        if issubclass(model, Evidence) and texts.columns != tuple(model.TEXTS)
    ]
    assert wrong == []


def test_every_thing_says_where_it_is_reported_and_judged() -> None:
    for model in THINGS:
        row = model(pk=1)
        assert row.report_address != row.review_address  # type: ignore[attr-defined]


# --- the verb that writes a text asks the guard ---------------------------------------------------------------

# Verbs that write a text and leave the asking to whoever calls them.
ASKED_BEFORE = {
    "agenda.decisions.domain.decisions.write": "part of `deciding.take`, which asks",
    "agenda.decisions.domain.decisions.reserve": "part of `deciding.reserve`, which asks",
    "agenda.lists.domain.moves.write_move": "part of `moves.move` and of proposing, which ask",
    "agenda.ratification.domain.agreements.fix": "part of `asking.open_round`, which asks",
    "agenda.ratification.domain.steps.step": "part of verbs of this room, which ask",
    "ambitions.domain.lines.texts_of": "only lists them",
    "portal.accounts.domain.letters.write_to": "a mail of the portal, in its own words",
    "portal.network.domain.landscape.add": "a contact at another table belongs there; the landelijk bureau rewrites it",
    "portal.network.domain.landscape.revise": "a contact at another table belongs there; the landelijk bureau rewrites it",
    "knelpunten.domain.steps.write_step": "part of `steps.take` and of verbs of this room, which ask",
}


@dataclass(frozen=True)
class Verb:
    module: str
    node: ast.FunctionDef

    @property
    def name(self) -> str:
        return f"{self.module}.{self.node.name}"


def _modules() -> dict[str, ast.Module]:
    """Every `domain` module by its name."""
    paths = (path for package in OURS for path in sorted((ROOT / package).rglob("domain/*.py")))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


MODULES = _modules()
FUNCTIONS = {
    f"{module}.{node.name}": Verb(module, node)
    for module, tree in MODULES.items()
    for node in tree.body
    if isinstance(node, ast.FunctionDef)
}


def _verbs() -> list[Verb]:
    """Every public function of every `domain` module that does something."""
    return [
        verb
        for verb in FUNCTIONS.values()
        if not verb.node.name.startswith(("_", "blockers_for_")) and verb.name not in ASKED_BEFORE
    ]


def _names_in(module: str) -> dict[str, str]:
    """What the names that a module imports stand for."""
    imports = (node for node in ast.walk(MODULES[module]) if isinstance(node, ast.ImportFrom))
    return {each.asname or each.name: f"{node.module}.{each.name}" for node in imports for each in node.names}


def _called(verb: Verb) -> set[str]:
    """The full names of what this function calls, as far as they are functions of a `domain` module or the guard."""
    names, found = _names_in(verb.module), set()
    for call in (each.func for each in ast.walk(verb.node) if isinstance(each, ast.Call)):
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name):
            found.add(f"{names.get(call.value.id, call.value.id)}.{call.attr}")
        elif isinstance(call, ast.Name):
            found.add(names.get(call.id, f"{verb.module}.{call.id}"))
    return found


def _asks(verb: Verb) -> bool:
    """Whether this function, or one that it calls, asks the guard."""
    seen: set[str] = set()
    todo = [verb]
    while todo:
        current = todo.pop()
        seen.add(current.name)
        called = _called(current)
        if "portal.privacy.domain.guard.refuse_identifiers" in called:
            return True
        todo += [FUNCTIONS[name] for name in called if name in FUNCTIONS and name not in seen]
    return False


def _texts_taken(node: ast.FunctionDef) -> set[str]:
    """The parameters of this verb that are columns somebody writes in."""
    columns = {column for _, texts in models_with_texts() for column in texts.columns}
    return {
        each.arg
        for each in [*node.args.args, *node.args.kwonlyargs]
        if each.arg in columns and each.annotation is not None and "str" in ast.unparse(each.annotation)
    }


def test_every_verb_that_takes_a_text_asks_the_guard() -> None:
    takes = [verb for verb in _verbs() if _texts_taken(verb.node)]
    assert len(takes) > 40
    assert [f"{verb.name}: {sorted(_texts_taken(verb.node))}" for verb in takes if not _asks(verb)] == []


def test_what_leaves_the_asking_to_others_is_there() -> None:
    assert set(ASKED_BEFORE) <= set(FUNCTIONS)


def test_a_careless_verb_is_found() -> None:
    node = ast.parse("def keep(*, text: str) -> None: Note.objects.write(text=text)").body[0]
    assert isinstance(node, ast.FunctionDef)
    assert _texts_taken(node) == {"text"} and not _asks(Verb("portal.privacy.domain.reports", node))
