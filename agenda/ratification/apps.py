from django.apps import AppConfig


class RatificationConfig(AppConfig):
    name = "agenda.ratification"
    label = "ratification"
    verbose_name = "Bekrachtiging"

    def ready(self) -> None:
        from agenda.meetings.domain import texts
        from agenda.ratification import effects
        from agenda.ratification.enums import Permission
        from agenda.ratification.models import Agreement
        from agenda.ratification.pages.agreement import resting_on
        from agenda.ratification.queries import finding, waiting
        from portal.documents.queries import resting
        from portal.privacy.queries import parts
        from portal.ui.finding import FINDING
        from portal.ui.waiting import WAITING

        FINDING.add(finding.findings)
        WAITING.add(waiting.waits_for)
        effects.fill()
        resting.RESTING.add(resting_on)
        parts.register(Agreement, read=Permission.READ)
        parts.extend(Agreement, texts.in_meetings)
