from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "agenda.meetings"
    label = "meetings"
    verbose_name = "Vergaderingen"

    def ready(self) -> None:
        from agenda.meetings import action_effects, edition_effects

        action_effects.fill()
        edition_effects.fill()
