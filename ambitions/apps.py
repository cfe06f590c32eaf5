from django.apps import AppConfig


class AmbitionsConfig(AppConfig):
    name = "ambitions"
    verbose_name = "Samenwerkingsagenda"

    def ready(self) -> None:
        from agenda.meetings.domain.removing import told_in_meetings
        from ambitions import line_subjects
        from ambitions.domain import removing
        from ambitions.models import ActionLine, Explanation, RegionalPlan
        from ambitions.pages import resting_on
        from knelpunten.models import Knelpunt
        from portal.documents import resting
        from portal.privacy.domain import reporting

        line_subjects.fill()
        resting.register(resting_on)
        reporting.register(ActionLine, told_in_meetings(removing.parts_of_line))
        reporting.register(RegionalPlan, removing.parts_of_plan)
        reporting.register(Explanation, removing.parts_of_explanation)
        reporting.register(Knelpunt, removing.told_by_houses(reporting.PARTS[Knelpunt]))
