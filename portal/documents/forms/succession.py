from __future__ import annotations

from typing import Any

from django import forms

from portal.documents.models import Edition, Section
from portal.documents.queries.landings import Planned
from portal.kit.forms import PortalForm

COMPARED, NOWHERE = "vergelijking", "nergens"


class SuccessionForm(PortalForm):
    """Where a section of the edition before is found in the new one."""

    lands = forms.ChoiceField(label="Waar staat dit in de nieuwe editie?")

    def __init__(self, *args: Any, edition: Edition, planned: Planned, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"lands": _chosen(planned)})
        super().__init__(*args, **kwargs)
        self.sections = {section.anchor: section for section in edition.sections.only("anchor", "number", "title", "level")}
        named = [(anchor, _name(section)) for anchor, section in self.sections.items()]
        always = [(COMPARED, "Zoals de vergelijking het vindt"), (NOWHERE, "Nergens: deze paragraaf vervalt")]
        self.offer("lands", [*always, ("Paragraaf van de nieuwe editie", named)])

    @property
    def is_left_to_comparing(self) -> bool:
        return bool(self.cleaned_data["lands"] == COMPARED)

    @property
    def section(self) -> Section | None:
        """The section that was chosen; none if it lapses."""
        return self.sections.get(self.cleaned_data["lands"])


def _chosen(planned: Planned) -> str:
    if not planned.is_by_hand:
        return COMPARED
    return planned.new.anchor if planned.new else NOWHERE


def _name(section: Section) -> str:
    return f"{section.number} {section.title}".strip()
