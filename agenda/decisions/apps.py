from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "agenda.decisions"
    label = "decisions"
    verbose_name = "Besluiten"
