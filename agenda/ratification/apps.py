from django.apps import AppConfig


class RatificationConfig(AppConfig):
    name = "agenda.ratification"
    label = "ratification"
    verbose_name = "Bekrachtiging"

    def ready(self) -> None:
        from agenda.meetings.domain.removing import told_in_meetings
        from agenda.ratification import agreement_effects
        from agenda.ratification.domain import removing
        from agenda.ratification.models import Agreement
        from agenda.ratification.pages import resting_on
        from portal.documents import resting
        from portal.privacy.domain import reporting

        agreement_effects.fill()
        resting.register(resting_on)
        reporting.register(Agreement, told_in_meetings(removing.parts_of))
