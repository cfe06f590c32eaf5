"""Who may read an item, a paper or a decision: a class, and one row per class."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices


class Visibility(TextChoices):
    """Who may read it, the narrowest first as the default asks for it."""

    VERTROUWELIJK = "vertrouwelijk", "vertrouwelijk"
    LEDEN = "leden", "voor leden"
    OPEN = "open", "openbaar"

    @property
    def row(self) -> VisibilityRow:
        return VISIBILITIES[self]

    @property
    def narrowness(self) -> int:
        return self.row.narrowness

    @property
    def is_confidential(self) -> bool:
        return self.row.is_confidential


@dataclass(frozen=True, kw_only=True)
class VisibilityRow:
    """narrowness: the wider, the lower: what fewer may read stands further on, so that nobody sees a gap.

    is_confidential: whether only whoever sits in the body reads it; else every member does.
    series: the letter in the number of a decision of this class, so that nobody sees a gap there either.
    readers: whom one chooses by it, in a form.
    """

    narrowness: int
    is_confidential: bool
    series: str
    readers: str


V = Visibility

VISIBILITIES: dict[Visibility, VisibilityRow] = {
    V.OPEN: VisibilityRow(narrowness=0, is_confidential=False, series="", readers="Iedereen: het besluit kan openbaar worden"),
    V.LEDEN: VisibilityRow(narrowness=1, is_confidential=False, series="L", readers="Alle leden van het netwerk"),
    V.VERTROUWELIJK: VisibilityRow(narrowness=2, is_confidential=True, series="V", readers="Alleen wie in dit gremium zit"),
}
# What every member reads.
SHARED = [visibility for visibility, row in VISIBILITIES.items() if not row.is_confidential]
