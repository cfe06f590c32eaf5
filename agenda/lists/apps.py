from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "agenda.lists"
    label = "lists"
    verbose_name = "Werkagenda"

    def ready(self) -> None:
        from agenda.lists.enums import Permission
        from agenda.lists.models import Action
        from agenda.lists.pages.action import resting_on
        from agenda.lists.queries import finding, waiting
        from agenda.lists.queries.themes import is_done_for
        from knelpunten.queries import worklist
        from portal.documents.queries import resting
        from portal.privacy.queries import parts
        from portal.ui.finding import FINDING
        from portal.ui.waiting import WAITING

        FINDING.add(finding.findings)
        WAITING.add(waiting.waits_for)
        resting.RESTING.add(resting_on)
        parts.register(Action, read=Permission.READ)
        worklist.SOLVED.fill(is_done_for)
