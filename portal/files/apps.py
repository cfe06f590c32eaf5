from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "portal.files"
    label = "files"
    verbose_name = "Bestanden"

    def ready(self) -> None:
        from portal.files.domain import damage_check
        from portal.history.domain import verifying

        verifying.ALSO.add(damage_check.findings)
