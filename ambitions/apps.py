from django.apps import AppConfig


class AmbitionsConfig(AppConfig):
    name = "ambitions"
    verbose_name = "Samenwerkingsagenda"

    def ready(self) -> None:
        from ambitions import line_subjects
        from ambitions.enums import Permission
        from ambitions.models import ActionLine, Explanation, RegionalPlan
        from ambitions.pages import resting_on
        from portal.documents import resting
        from portal.privacy import parts

        line_subjects.fill()
        resting.register(resting_on)
        parts.register(ActionLine, read=Permission.READ)
        parts.register(RegionalPlan, read=Permission.READ)
        parts.register(Explanation, read=Permission.READ)
