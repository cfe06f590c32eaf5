from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "portal.documents"
    label = "documents"
    verbose_name = "Documenten"

    def ready(self) -> None:
        from portal.documents.queries import finding, pictures
        from portal.history.domain import verifying
        from portal.ui.finding import FINDING

        FINDING.add(finding.findings)
        verifying.ALSO.add(pictures.findings)
