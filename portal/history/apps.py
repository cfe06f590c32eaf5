from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "portal.history"
    label = "history"
    verbose_name = "Geschiedenis"

    def ready(self) -> None:
        from portal.history import checks  # noqa: F401
