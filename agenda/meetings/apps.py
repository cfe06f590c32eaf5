from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "agenda.meetings"
    label = "meetings"
    verbose_name = "Vergaderingen"

    def ready(self) -> None:
        from agenda.decisions.effects import editions, knelpunten, parties
        from agenda.lists import effects as action_effects
        from agenda.lists.domain import list_orders
        from agenda.lists.models import Action
        from agenda.lists.queries import cards, flow, weighings
        from agenda.meetings import effects as verslag_effects
        from agenda.meetings import subject_kinds
        from agenda.meetings.domain import agenda_pdf, agenda_versions, texts
        from agenda.meetings.enums import Permission
        from agenda.meetings.models import AgendaItem, Issue, Meeting, WrittenProcedure
        from agenda.meetings.queries import finding, for_lists, waiting
        from knelpunten.models import Knelpunt, Pattern
        from portal.privacy.domain import reviews
        from portal.privacy.queries import parts
        from portal.ui.finding import FINDING
        from portal.ui.waiting import WAITING

        FINDING.add(finding.findings)
        WAITING.add(waiting.waits_for)
        action_effects.fill()
        editions.fill()
        knelpunten.fill()
        parties.fill()
        verslag_effects.fill()
        subject_kinds.fill()
        weighings.ON_THE_TABLE.fill(for_lists.on_the_table)
        list_orders.OPEN_MEETING.fill(for_lists.open_meeting)
        cards.AGENDAS.fill(for_lists.agendas)
        flow.UNDECIDED.fill(for_lists.discussed_since_decision)
        weighings.MOMENTS.fill(for_lists.moments)
        parts.register(Meeting, read=Permission.READ)
        parts.register(AgendaItem, read=Permission.READ)
        parts.register(Issue, read=Permission.READ)
        parts.register(WrittenProcedure, read=Permission.READ)
        parts.extend(AgendaItem, texts.beside_item)
        parts.extend(Issue, texts.on_agenda)
        parts.extend(WrittenProcedure, texts.on_agenda)
        for model in (Action, Knelpunt, Pattern):
            parts.extend(model, texts.in_meetings)
        reviews.COPIES.add(agenda_versions.sheets_about)
        reviews.MADE.add(agenda_pdf.forget)
