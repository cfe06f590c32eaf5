"""Why something cannot be done now: reasons fit for the screen, and the exception that carries them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Blocker:
    """One reason why not. `code` is for programs and tests, `sentence` is Dutch for the reader."""

    code: str
    sentence: str


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
