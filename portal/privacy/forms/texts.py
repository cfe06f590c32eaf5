"""Texts that regions and members write.

Identifiers are refused where they stand; what may describe a person has to be looked at once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal.privacy.noticing.find import Find
from portal.privacy.noticing.judgement import judge
from portal.privacy.noticing.known import names

AROUND = 30  # characters shown on either side of a find
LOOK_AGAIN = "Lees dit nog eens na. Het mag niet over één persoon gaan."
CONFIRM = "Ik heb dit nagelezen: het gaat over een patroon, niet over één persoon"


def marked(text: str, find: Find) -> SafeString:
    """The find in the words around it, marked, and what to do instead."""
    before, after = text[max(0, find.start - AROUND) : find.start], text[find.end : find.end + AROUND]
    return format_html("“…{}<mark>{}</mark>{}…” {}", before, text[find.start : find.end], after, find.sentence)


class WatchedForm(forms.Form):
    """Put this before PortalForm. What is refused goes back to the browser and nowhere else."""

    MOST = 5  # finds shown of one field

    unwatched: ClassVar[set[str]] = set()  # fields in which a name or an address belongs
    is_asking = True  # whether what may describe a person has to be confirmed now

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_soft_finds = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        written = [name for name, value in cleaned.items() if isinstance(value, str) and self._is_text(name)]
        known: re.Pattern[str] | None = None
        doubts: list[SafeString] = []
        for name, text in [(name, cleaned[name]) for name in written]:
            judged = judge(text)
            if judged.soft:  # perhaps only a name of the network: most texts need not ask
                known = known or names()
                judged = judge(text, known)
            for find in judged.hard[: self.MOST]:
                self.add_error(name, marked(text, find))
            doubts += [marked(text, find) for find in judged.soft[: self.MOST]]
        self.has_soft_finds = bool(doubts)
        if doubts and self.is_asking:
            self._ask(doubts)
        return self.cleaned_data

    def _is_text(self, name: str) -> bool:
        return type(self.fields[name]) is forms.CharField and name not in self.unwatched

    def _ask(self, doubts: list[SafeString]) -> None:
        """A box to tick appears; until it is ticked the form is not right."""
        self.fields["confirmed"] = forms.BooleanField(
            label=CONFIRM, required=False, widget=forms.CheckboxInput(attrs={"class": "utrecht-checkbox"})
        )
        if not self.data.get(self.add_prefix("confirmed")):
            self.add_error("confirmed", [LOOK_AGAIN, *doubts])

    @property
    def is_confirmed(self) -> bool:
        """Whether the writer looked again at what may describe a person."""
        return self.has_soft_finds and bool(self.data.get(self.add_prefix("confirmed")))


def doubts_in(texts: Iterable[str]) -> list[SafeString]:
    """What in these texts may describe a person, each in the words around it."""
    known = names()
    return [marked(text, find) for text in texts for find in judge(text, known).finds]
