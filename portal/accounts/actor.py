"""Who does something, and from which seat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class Actor:
    """A person acting from a seat. `seat_label` is what the history shows; it names no person."""

    user: User | None
    seat_id: int | None
    seat_label: str

    @property
    def stamp(self) -> dict[str, Any]:
        """The columns in which every fact says who wrote it."""
        return {"by_user": self.user, "by_seat": self.seat_id, "by_label": self.seat_label}


def operator(what: str) -> Actor:
    """Whoever runs a command on the server: `what` names the command."""
    return Actor(None, None, f"beheer: {what}")
