from django.apps import AppConfig


class KnelpuntenConfig(AppConfig):
    name = "knelpunten"
    verbose_name = "Knelpunten"

    def ready(self) -> None:
        from knelpunten.domain import removing
        from knelpunten.models import Inquiry, Knelpunt, Pattern
        from portal.privacy.domain import reporting

        reporting.register(Knelpunt, removing.parts_of_knelpunt)
        reporting.register(Pattern, removing.parts_of_pattern)
        reporting.register(Inquiry, removing.parts_of_inquiry)
