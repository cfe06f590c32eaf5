from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "portal.privacy"
    label = "privacy"
    verbose_name = "Persoonsgegevens"

    def ready(self) -> None:
        from portal.privacy.queries import waiting
        from portal.ui.waiting import WAITING

        WAITING.add(waiting.waits_for)
