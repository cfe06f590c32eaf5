"""The site starts with our own home page; editors may publish below it, and keep the word list."""

from django.db import migrations

INTRODUCTION = (
    "<p>In de Zorg- en Veiligheidshuizen werken zorg, veiligheid en gemeenten samen aan problemen die niemand alleen oplost. "
    "Loopt dat vast op het stelsel zelf, dan komt het hier op tafel: van knelpunt naar actie, naar besluit, en terug met een antwoord.</p>"
)


def create_home_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("home", "HomePage")

    Page.objects.filter(slug="home", depth=2).delete()
    root = Page.objects.get(depth=1)
    content_type, _ = ContentType.objects.get_or_create(model="homepage", app_label="home")
    page = HomePage.objects.create(
        title="Portaal Zorg en Veiligheid",
        draft_title="Portaal Zorg en Veiligheid",
        slug="home",
        introduction=INTRODUCTION,
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=Locale.objects.get(),
    )
    Page.objects.filter(pk=root.pk).update(numchild=1)
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost", port=80, root_page_id=page.pk, is_default_site=True, site_name="Portaal Zorg en Veiligheid"
    )


def let_editors_publish(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    HomePage = apps.get_model("home", "HomePage")
    editors = Group.objects.get(name="Editors")
    page = HomePage.objects.get()
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=editors, page_id=page.pk, permission=permission)


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
        ("home", "0001_initial"),
        ("documents", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(create_home_page, migrations.RunPython.noop),
        migrations.RunPython(let_editors_publish, migrations.RunPython.noop),
        migrations.RunPython(let_editors_keep_the_list, migrations.RunPython.noop),
    ]
