from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "portal.network"
    label = "network"
    verbose_name = "Netwerk"

    def ready(self) -> None:
        from portal.network.queries import finding, waiting
        from portal.ui.finding import FINDING
        from portal.ui.waiting import WAITING

        FINDING.add(finding.findings)
        WAITING.add(waiting.waits_for)
