from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "agenda.meetings"
    label = "meetings"
    verbose_name = "Vergaderingen"

    def ready(self) -> None:
        from agenda.decisions.domain import removing as removing_decisions
        from agenda.lists import cards, flow, weighings
        from agenda.lists.domain import ordering, weighing
        from agenda.lists.models import Action
        from agenda.meetings import (
            action_effects,
            edition_effects,
            knelpunt_effects,
            looking_back,
            party_effects,
            subject_kinds,
            verslag_effects,
        )
        from agenda.meetings.domain import removing, sending, setting
        from agenda.meetings.models import AgendaItem, Issue, WrittenProcedure
        from knelpunten.models import Knelpunt, Pattern
        from portal.privacy.domain import reporting

        action_effects.fill()
        edition_effects.fill()
        knelpunt_effects.fill()
        party_effects.fill()
        verslag_effects.fill()
        subject_kinds.fill()
        weighing.ON_THE_TABLE[:] = [looking_back.on_the_table]
        ordering.OPEN_MEETING[:] = [looking_back.open_meeting]
        cards.MEETINGS[:] = [looking_back.times_on_agenda]
        flow.UNDECIDED[:] = [looking_back.discussed_since_decision]
        weighings.MOMENTS[:] = [looking_back.moments]
        reporting.register(AgendaItem, removing.parts_of_item)
        reporting.register(Issue, removing.parts_of_issue)
        reporting.register(WrittenProcedure, removing.parts_of_procedure)
        for model in (Action, Knelpunt, Pattern):
            reporting.register(model, removing.told_in_meetings(reporting.PARTS[model]))
        removing_decisions.RETOLD[:] = [removing.parts_of_public_lines]
        reporting.COPIES[:] = [sending.redact_sheets_about, setting.forget]
