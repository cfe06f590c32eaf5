from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "agenda.lists"
    label = "lists"
    verbose_name = "Werkagenda"
