"""An agreement with twelve versions, each asked of every member and every house: some six hundred positions."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.db import connection

VERSIONS = 12
TITLE = "Een afspraak van de bench"


def fill(database: str) -> None:
    """Walk it there by the verbs of the domain."""
    from agenda.ratification.domain import positions, rounds
    from agenda.ratification.enums import Channel, Stance
    from agenda.ratification.models import Agreement, Asked
    from portal.kit import clock
    from portal.network.models import Seat

    connection.close()
    connection.settings_dict["NAME"] = database
    made = Agreement.objects.get(state="gevraagd", route="achteraf")
    by = Seat.objects.with_places().get(user__email="secretaris@demo.example.nl", membership__body__slug="stuurgroep").actor
    stances = (Stance.AKKOORD, Stance.AKKOORD, Stance.KANTTEKENING, Stance.NIET_AKKOORD)
    for number in range(VERSIONS):
        made = rounds.change_text(
            key=uuid4(),
            agreement=made,
            expected=Agreement.objects.get(pk=made.pk).version,
            note=f"Ronde {number}.",
            title=TITLE,
            text="\n\n".join(
                f"In alinea {each} van versie {number} staat wat de partners van elkaar mogen verwachten." for each in range(12)
            ),
            closes_date=clock.today() + timedelta(days=30),
            by=by,
        ).agreement
        asked = Asked.objects.filter(round__agreement=made, round__end__isnull=True).select_related("round__agreement")
        for place, each in enumerate(asked):
            positions.record_on_behalf(
                key=uuid4(), asked=each, stance=stances[place % 4], reason="Daarom.", channel=Channel.TELEFOON, by=by
            )
    connection.close()
