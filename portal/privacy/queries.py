"""What was reported and waits for the privacybeoordelaar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.privacy.domain.reporting import PARTS


@dataclass(frozen=True)
class Reported:
    """Something that is hidden until it is reviewed."""

    kind: str
    title: str
    address: str
    hidden_at: datetime


def reported(user: Any) -> list[Reported]:
    """Everything that is hidden now, the longest first. One query for every kind of thing."""
    found = [
        Reported(str(model._meta.verbose_name), str(row), row.review_address, row.hidden_at)
        for model in PARTS
        for row in model.objects.visible_to(user).filter(hidden_at__isnull=False)  # type: ignore[attr-defined]
    ]
    return sorted(found, key=lambda each: each.hidden_at)
