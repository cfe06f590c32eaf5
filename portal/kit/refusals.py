"""Why something cannot be done now: reasons fit for the screen, and the exception that carries them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Blocker:
    """One reason why not. `code` is for programs and tests, `sentence` is Dutch for the reader.

    `is_input`: it is about what was filled in, or still has to be; else it is about the
        thing as it stands, whatever is filled in.
    """

    code: str
    sentence: str
    is_input: bool = False


def of_the_state(blockers: Iterable[Blocker]) -> list[Blocker]:
    """Why not, whatever is filled in: for a button, before anything was."""
    return [blocker for blocker in blockers if not blocker.is_input]


class Refused(Exception):
    """A verb was refused. Every domain module has its own subclass."""

    status = 422  # of the answer that shows the form again

    def __init__(self, *blockers: Blocker) -> None:
        super().__init__("; ".join(blocker.code for blocker in blockers))
        self.blockers = blockers

    @property
    def sentences(self) -> list[str]:
        return [blocker.sentence for blocker in self.blockers]

    @property
    def codes(self) -> list[str]:
        return [blocker.code for blocker in self.blockers]


class Stale(Refused):
    """Somebody else changed the row since this form was opened."""

    status = 409

    def __init__(self) -> None:
        super().__init__(Blocker("stale", "Iemand anders heeft dit intussen gewijzigd. Bekijk beide teksten en bewaar opnieuw."))
