"""A token in every text that somebody may not see, looked for in every page and mail of everybody who may not."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from agenda.lists.domain import coalitions, progress
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.meetings.enums import MeetingState
from knelpunten.domain import recognising
from knelpunten.enums import KnelpuntState as S
from portal.accounts.models import User
from portal.kit.routes import routes
from portal.notify.models import Notification
from tests import factories as make
from tests.house.addresses import filled
from tests.house.who_may import HOUSE, IN_STUURGROEP, MEMBERS, ROLES

pytestmark = pytest.mark.django_db

OWN_AND_BUREAU = {*HOUSE, "landelijk bureau"}
MAY_READ = {
    S.CONCEPT: HOUSE,
    S.PRIVACYTOETS: {*HOUSE, "privacybeoordelaar"},
    S.INGEDIEND: OWN_AND_BUREAU,
    S.IN_BEOORDELING: OWN_AND_BUREAU,
    S.TERUG_NAAR_INDIENER: OWN_AND_BUREAU,
    S.HOORT_IN_DE_REGIO: OWN_AND_BUREAU,
    S.NIET_OPGENOMEN: OWN_AND_BUREAU | IN_STUURGROEP,
    S.SAMENGEVOEGD: OWN_AND_BUREAU,
    S.NAAR_SAMENWERKINGSAGENDA: MEMBERS,
    S.INGETROKKEN: HOUSE,
    S.OP_DE_LIJST: MEMBERS,
    S.GEKOPPELD: MEMBERS,
    S.BEANTWOORD: MEMBERS,
    S.ELDERS_BELEGD: MEMBERS,
}


WITH_REASON = set(MAY_READ) - {S.CONCEPT, S.PRIVACYTOETS, S.INGEDIEND, S.IN_BEOORDELING, S.GEKOPPELD}


def plant() -> dict[str, set[str]]:
    """Tokens in every confidential text, each with the roles that may read it."""
    tokens: dict[str, set[str]] = {}

    def token(name: str, roles: set[str]) -> str:
        text = f"kanarie{len(tokens)}{name.replace('_', '')}"
        tokens[text] = roles
        return text

    for state, roles in MAY_READ.items():
        texts = {field: token(f"{state}{field}", roles) for field in ("title", "pattern", "would_help")}
        if state in WITH_REASON:
            texts["reason"] = token(f"{state}reason", roles)
        texts["tried"] = token(f"{state}tried", roles)
        knelpunt = make.knelpunt(state, **texts)
        if roles == MEMBERS:
            recognising.recognise(knelpunt=knelpunt, note=token(f"{state}note", roles), by=make.manager("zeeland"))
    make.pattern(title=token("patterntitle", MEMBERS), analysis=token("patternanalysis", MEMBERS))
    action = make.action_on(
        ActionList.ACTIELIJST, **{field: token(f"action{field}", MEMBERS) for field in ("title", "goal", "intended_result")}
    )
    by = make.member("klankbordgroep", "psd")
    coalitions.join(action=action, text=token("contribution", MEMBERS), by=by)
    progress.report(
        key=make.uuid4(), action=action, status=ProgressStatus.AANDACHT, happened=token("happened", MEMBERS),
        next_step=token("next", MEMBERS), steering=token("steering", MEMBERS), by=by,
    )  # fmt: skip
    meeting = make.meeting(MeetingState.STUKKEN_VERZONDEN)
    meeting.__class__.objects.filter(pk=meeting.pk).update(title=token("meeting", MEMBERS), location=token("location", MEMBERS))
    meeting.items.update(title=token("item", MEMBERS), question=token("question", MEMBERS), presenter=token("presenter", MEMBERS))
    tokens["kanariepersoon@example.nl"] = MEMBERS
    User.objects.filter(pk=by.user.pk).update(email="kanariepersoon@example.nl", name=token("person", MEMBERS))  # type: ignore[union-attr]
    return tokens


def pages_of(client: Client) -> str:
    """Everything this reader gets to see: every address, with every object there is."""
    texts = [client.get(address).content.decode(errors="replace") for address in ("/", "/kader/", "/admin/", "/themas/")]
    for route in routes():
        model = route.access.model if route.access else None
        for number in model._default_manager.values_list("pk", flat=True) if model else [0]:
            texts.append(client.get(filled(route.path, pk=number)).content.decode(errors="replace"))
    return "\n".join(texts)


def person_for(role: str) -> User | None:
    from tests.house.test_access import _person

    return _person(role)


def test_no_token_reaches_who_may_not_read_it() -> None:
    tokens = plant()
    leaks, unread = [], set(tokens)
    for role in ROLES:
        client = Client()
        if user := person_for(role):
            client.force_login(user, backend="portal.accounts.backends.SeatBackend")
        seen = pages_of(client)
        found = {token for token in tokens if token in seen}
        leaks += [(role, token) for token in found if role not in tokens[token]]
        unread -= found
    assert leaks == []
    assert unread == set(), "a token that nobody sees proves nothing"


def test_no_token_is_in_any_mail() -> None:
    from portal.notify.domain import telling

    make.employee()
    tokens = plant()
    for notification in Notification.objects.all():
        telling.send(pk=notification.pk)
    sent = "\n".join(f"{message.subject}{message.body}" for message in mail.outbox)
    assert len(mail.outbox) > 5
    assert [token for token in tokens if token in sent] == []
