from django.apps import AppConfig


class RunConfig(AppConfig):
    name = "portal.run"
    label = "run"
