"""Members of the Klankbordgroep bring in vraagstukken and dilemma's; its meeting chooses and words them for the Stuurgroep."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from agenda.meetings.enums import IssueKind, MeetingState, Verb
from agenda.meetings.models import Issue, IssueChoice, Meeting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import BodyKind
from portal.network.models import Theme
from portal.network.queries.seats import seat_of
from portal.privacy.domain import guard


class IssueRefused(Refused):
    pass


@transaction.atomic
def raise_issue(
    *, key: UUID, kind: IssueKind, title: str, question: str, by: Actor, background: str = "", theme: Theme | None = None
) -> Issue:
    """Bring in a vraagstuk or dilemma for one's own organisation. Raises PersonalDataRefused."""
    guard.refuse_identifiers((title, question, background))

    def make() -> Issue:
        issue = Issue.objects.create(
            key=key,
            kind=kind,
            title=title,
            question=question,
            background=background,
            theme=theme,
            membership=seat_of(by).membership,
            raised_at=clock.now(),
        )
        record(issue, Verb.ISSUE_RAISED, by=by)
        return issue

    return make_once(Issue, key, make)


def blockers_for_choice(*, issue: Issue, meeting: Meeting) -> list[Blocker]:
    """Why this meeting cannot choose it now."""
    if issue.chosen:
        return [Blocker("chosen", "Hierover is al gekozen.")]
    if meeting.body.kind != BodyKind.KLANKBORDGROEP or meeting.state != MeetingState.GEOPEND:
        return [Blocker("not-open", "De Klankbordgroep kiest terwijl haar vergadering open is.")]
    return []


@transaction.atomic
def choose(*, issue: Issue, meeting: Meeting, wording: str, by: Actor, is_chosen: bool = True) -> IssueChoice:
    """Put it to the Stuurgroep in these words, or do not and say why. Said twice, the first stands.

    Raises IssueRefused, PersonalDataRefused.
    """
    guard.refuse_identifiers([wording])
    meeting = Meeting.objects.select_related("body").get(pk=Meeting.objects.lock(meeting).pk)
    issue = Issue.objects.lock(issue)
    if blockers := blockers_for_choice(issue=issue, meeting=meeting):
        raise IssueRefused(*blockers)
    choice: IssueChoice = IssueChoice.objects.write(
        issue=issue, meeting=meeting, is_chosen=is_chosen, wording=wording.strip(), chosen_at=clock.now(), by=by
    )
    record(issue, Verb.ISSUE_CHOSEN if is_chosen else Verb.ISSUE_DROPPED, by=by, facts=[choice])
    return choice
