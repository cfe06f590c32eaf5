from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "agenda.meetings"
    label = "meetings"
    verbose_name = "Vergaderingen"

    def ready(self) -> None:
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
        from agenda.meetings.domain import sending, setting, texts
        from agenda.meetings.enums import Permission
        from agenda.meetings.models import AgendaItem, Issue, Meeting, WrittenProcedure
        from knelpunten.models import Knelpunt, Pattern
        from portal.privacy import parts
        from portal.privacy.domain import reviewing

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
        parts.register(Meeting, read=Permission.READ)
        parts.register(AgendaItem, read=Permission.READ)
        parts.register(Issue, read=Permission.READ)
        parts.register(WrittenProcedure, read=Permission.READ)
        parts.extend(AgendaItem, texts.beside_item)
        parts.extend(Issue, texts.on_agenda)
        parts.extend(WrittenProcedure, texts.on_agenda)
        for model in (Action, Knelpunt, Pattern):
            parts.extend(model, texts.in_meetings)
        reviewing.COPIES.append(sending.sheets_about)
        reviewing.MADE.append(setting.forget)
