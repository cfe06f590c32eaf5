"""Editors add, change and delete words of the word list."""

from django.db import migrations


def let_editors_keep_the_list(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    kind, _ = ContentType.objects.get_or_create(app_label="documents", model="term")
    editors = Group.objects.get(name="Editors")
    for verb in ("add", "change", "delete"):
        named = {"content_type": kind, "codename": f"{verb}_term"}
        permission, _ = Permission.objects.get_or_create(**named, defaults={"name": f"Can {verb} woord van de woordenlijst"})
        editors.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_document_kinds"),
        ("documents", "0005_words"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(let_editors_keep_the_list, migrations.RunPython.noop)]
