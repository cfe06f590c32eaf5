from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "portal.documents"
    label = "documents"
    verbose_name = "Documenten"

    def ready(self) -> None:
        from portal.documents.queries import pictures
        from portal.history.domain import verifying

        verifying.ALSO.add(pictures.findings)
