"""Everything that waits for somebody, of all rooms together: the most urgent first,
and of what is not shown how much there is and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from knelpunten.enums import Permission
from portal.jobs import giving_up
from portal.kit import clock
from portal.overview.queries import given_up_mail
from portal.ui.templatetags.ui import in_words
from portal.ui.waiting import SHOWN, Task, Waiting, counted, read

MOST = 500  # of one kind where all of it is shown


@dataclass(frozen=True, kw_only=True)
class Rest:
    """What waits of one kind and is not shown."""

    kind: str
    number: int
    url: str


@dataclass(frozen=True, kw_only=True)
class Waits:
    """What waits for one person: what is shown, and the rest by kind."""

    tasks: list[Task]
    rest: list[Rest]

    @property
    def total(self) -> int:
        return len(self.tasks) + sum(each.number for each in self.rest)

    @property
    def words(self) -> str:
        """How much it is, as the title of the page."""
        if self.total > 1:
            return f"{in_words(self.total)} dingen vragen iets van u".capitalize()
        return "Eén ding vraagt iets van u" if self.total else "Niets vraagt nu iets van u"


def waits_for(user: Any) -> Waits:
    """What is most urgent of all kinds, and how much more there is of each."""
    kinds = read(user)
    ordered = sorted(((task, at) for at, each in enumerate(kinds) for task in each.rows), key=lambda pair: pair[0].urgency)[
        :SHOWN
    ]
    shown = Counter(at for _, at in ordered)
    rest = [Rest(kind=each.kind, number=each.total - shown[at], url=each.more_url) for at, each in enumerate(kinds)]
    return Waits(tasks=[task for task, _ in ordered], rest=[each for each in rest if each.number])


def all_of(user: Any, code: str) -> Waiting | None:
    """One kind with all that waits of it."""
    return next((each for each in read(user, MOST) if each.code == code), None)


def tasks_of(user: Any) -> list[Task]:
    """All that waits, whatever its kind."""
    return sorted((task for each in read(user, MOST) for task in each.rows), key=lambda task: task.urgency)


def undelivered_mail(user: Any, most: int) -> Iterator[Waiting]:
    """Mail that was given up: one line, however much it is."""
    if not user.may(Permission.READ_MAIL) or (since := giving_up.since(given_up_mail.KINDS)) is None:
        return
    why = "Berichten kwamen na twee dagen proberen niet aan. Kijk wat eraan schort en verstuur ze opnieuw."
    url = reverse("undelivered")
    task = Task(title="Niet verstuurde berichten", url=url, why=why, act="Verstuur opnieuw", since=clock.date_of(since))
    yield counted("niet verstuurde berichten", [task], most, more_url=url)
