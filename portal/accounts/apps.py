from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = "Personen en aanmelden"

    def ready(self) -> None:
        from portal.accounts.domain import letters, password_resets
        from portal.accounts.enums import What
        from portal.kit import logs

        letters.WRITERS[What.RESET] = password_resets.written
        logs.keep_secrets_out()
