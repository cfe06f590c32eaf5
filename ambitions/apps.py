from django.apps import AppConfig


class AmbitionsConfig(AppConfig):
    name = "ambitions"
    verbose_name = "Samenwerkingsagenda"

    def ready(self) -> None:
        from agenda.meetings.domain import texts as meeting_texts
        from ambitions import subjects
        from ambitions.domain import texts
        from ambitions.enums import Permission
        from ambitions.models import ActionLine, Explanation, RegionalPlan
        from ambitions.pages.lines import resting_on
        from ambitions.queries import finding, waiting
        from knelpunten.models import Knelpunt
        from portal.documents.queries import resting
        from portal.privacy.queries import parts
        from portal.ui.finding import FINDING
        from portal.ui.waiting import WAITING

        FINDING.add(finding.findings)
        WAITING.add(waiting.waits_for)
        subjects.fill()
        resting.RESTING.add(resting_on)
        parts.register(ActionLine, read=Permission.READ)
        parts.register(RegionalPlan, read=Permission.READ)
        parts.register(Explanation, read=Permission.READ)
        parts.extend(ActionLine, meeting_texts.in_meetings)
        parts.extend(RegionalPlan, texts.of_plan)
        parts.extend(Explanation, texts.of_explanation)
        parts.extend(Knelpunt, texts.of_knelpunt)
