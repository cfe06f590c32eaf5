"""The digest of a file becomes a fact; nights of tidying; which folder belongs to this database."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


def write_facts(apps, schema_editor):
    """What was kept before digests were facts, becomes one. The domain writes it: a fact and the event that names it are no plain rows."""
    from portal.accounts.actor import operator
    from portal.files.domain import keeping
    from portal.files.models import StoredFile
    from portal.history.domain.recording import redact

    by = operator("bestanden")
    digests = apps.get_model("files", "StoredFile").objects.values_list("pk", "sha256")
    for pk, digest in list(digests):
        file = StoredFile.objects.get(pk=pk)
        fact = keeping.write_fact(file, digest, by=by)
        if file.removed_at:
            redact(fact, ground=keeping.GROUND, by=by)


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_files"),
        ("history", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Tidying",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ran_at", models.DateTimeField(verbose_name="wanneer")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("done", "Er is opgeruimd."),
                            ("other_folder", "De map met bestanden hoort niet bij deze database. Er is niets opgeruimd."),
                            (
                                "strangers",
                                "In de map liggen bestanden die deze database niet kent: zij is ouder dan de map. Er is niets opgeruimd.",
                            ),
                            ("too_many", "Er zou meer worden opgeruimd dan in één nacht past. Er is niets opgeruimd."),
                        ],
                        max_length=20,
                        verbose_name="uitkomst",
                    ),
                ),
                ("set_aside", models.PositiveIntegerField(default=0, verbose_name="opzij gelegd")),
                ("thrown_away", models.PositiveIntegerField(default=0, verbose_name="weggegooid")),
                ("strangers", models.PositiveIntegerField(default=0, verbose_name="van niemand")),
                ("damaged", models.PositiveIntegerField(default=0, verbose_name="beschadigd of weg")),
            ],
            options={
                "verbose_name": "opruimbeurt",
                "verbose_name_plural": "opruimbeurten",
                "ordering": ["-pk"],
            },
        ),
        migrations.AddField(
            model_name="storedfile",
            name="damage_seen_at",
            field=models.DateTimeField(null=True, verbose_name="beschadigd gevonden op"),
        ),
        migrations.CreateModel(
            name="FileKept",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("size", models.PositiveIntegerField(verbose_name="grootte")),
                ("sha256", models.CharField(max_length=64, null=True)),
                ("kept_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fact",
                        to="files.storedfile",
                        verbose_name="bestand",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "bewaring van een bestand",
                "verbose_name_plural": "bewaringen van bestanden",
            },
        ),
        migrations.CreateModel(
            name="Folder",
            fields=[
                ("only", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("word", models.UUIDField()),
            ],
            options={
                "verbose_name": "map met bestanden",
                "verbose_name_plural": "mappen met bestanden",
                "constraints": [models.CheckConstraint(condition=models.Q(("only", True)), name="one_folder")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filekept",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="71de8df8f0893ed9a9f2b7fb6df00c7fdf437472",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_38bee",
                    table="files_filekept",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filekept",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="cabcfa99b4b25cfba82d4f2d921f983f2c01e1fa",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_61f92",
                    table="files_filekept",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filekept",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.sha256 IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'sha256' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'sha256' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="23461595c841d84a551bf8bf919e4e912fec8aff",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_b0135",
                    table="files_filekept",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(write_facts, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="storedfile",
            name="sha256",
        ),
    ]
