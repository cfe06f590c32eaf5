from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = "Personen en aanmelden"

    def ready(self) -> None:
        from portal.accounts.domain import posting, resetting
        from portal.accounts.enums import What
        from portal.kit import logs

        posting.WRITERS[What.RESET] = resetting.written
        logs.keep_secrets_out()
