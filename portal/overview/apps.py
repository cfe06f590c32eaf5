from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "portal.overview"
    label = "overview"

    def ready(self) -> None:
        from portal.overview.queries import waiting
        from portal.ui.waiting import WAITING

        WAITING.add(waiting.undelivered_mail)
