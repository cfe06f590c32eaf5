from django.apps import AppConfig


class KnelpuntenConfig(AppConfig):
    name = "knelpunten"
    verbose_name = "Knelpunten"

    def ready(self) -> None:
        from knelpunten.enums import Permission
        from knelpunten.models import Inquiry, Knelpunt, Pattern
        from knelpunten.queries import finding, waiting
        from portal.privacy.queries import parts
        from portal.ui.finding import FINDING
        from portal.ui.waiting import WAITING

        FINDING.add(finding.findings)
        WAITING.add(waiting.waits_for)
        parts.register(Knelpunt, read=Permission.READ)
        parts.register(Pattern, read=Permission.READ_PATTERNS)
        parts.register(Inquiry, read=Permission.READ_INQUIRIES)
