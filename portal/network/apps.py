from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "portal.network"
    label = "network"
    verbose_name = "Netwerk"

    def ready(self) -> None:
        from portal.network.queries import waiting
        from portal.ui.waiting import WAITING

        WAITING.add(waiting.waits_for)
