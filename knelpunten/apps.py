from django.apps import AppConfig


class KnelpuntenConfig(AppConfig):
    name = "knelpunten"
    verbose_name = "Knelpunten"
