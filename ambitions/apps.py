from django.apps import AppConfig


class AmbitionsConfig(AppConfig):
    name = "ambitions"
    verbose_name = "Samenwerkingsagenda"

    def ready(self) -> None:
        from ambitions import line_subjects
        from ambitions.domain import removing
        from ambitions.models import ActionLine, Explanation, RegionalPlan
        from ambitions.pages import resting_on
        from portal.documents import resting
        from portal.privacy.domain import reporting

        line_subjects.fill()
        resting.register(resting_on)
        reporting.register(ActionLine, removing.parts_of_line)
        reporting.register(RegionalPlan, removing.parts_of_plan)
        reporting.register(Explanation, removing.parts_of_explanation)
