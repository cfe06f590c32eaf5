import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("decisions", "0003_knelpunt_elders"),
        ("files", "0001_files"),
        ("knelpunten", "0010_hideable"),
        ("lists", "0005_weighing"),
        ("network", "0002_landscape"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionAmbition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("linked_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="serves", to="lists.action"),
                ),
                (
                    "ambition",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.ambition"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "verbose_name": "verwijzing naar een ambitie",
                "verbose_name_plural": "verwijzingen naar ambities",
            },
        ),
        migrations.CreateModel(
            name="ActionFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=140, verbose_name="wat is het")),
                ("attached_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="lists.action"),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="bestand",
                    ),
                ),
            ],
            options={
                "verbose_name": "document bij een actie",
                "verbose_name_plural": "documenten bij acties",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ActionRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("title", models.CharField(max_length=140, null=True, verbose_name="titel")),
                ("goal", models.TextField(null=True, verbose_name="doel")),
                ("intended_result", models.TextField(null=True, verbose_name="beoogd resultaat")),
                ("revised_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="revisions", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "verbose_name": "herschrijving",
                "verbose_name_plural": "herschrijvingen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="CoalitionCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("text", models.TextField(null=True, verbose_name="wie we zoeken")),
                ("closes_date", models.DateField(verbose_name="tot wanneer")),
                ("called_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "verbose_name": "oproep",
                "verbose_name_plural": "oproepen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("text", models.TextField(null=True, verbose_name="bericht")),
                ("said_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "verbose_name": "bericht in de coalitie",
                "verbose_name_plural": "berichten in de coalitie",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="EndingDetails",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("noticed", models.TextField(null=True, verbose_name="wat regio's ervan merken")),
                ("contact", models.TextField(null=True, verbose_name="wie daar het aanspreekpunt is")),
                ("check_date", models.DateField(null=True, verbose_name="wanneer we navragen")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "move",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="details", to="lists.listmove"
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
                "verbose_name": "gegevens bij een einde",
                "verbose_name_plural": "gegevens bij een einde",
            },
        ),
        migrations.CreateModel(
            name="ListOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("actions", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("set_in", models.CharField(blank=True, max_length=120, verbose_name="vastgesteld in")),
                ("proposed_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="orders", to="network.theme"),
                ),
            ],
            options={
                "verbose_name": "volgorde",
                "verbose_name_plural": "volgordes",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("title", models.CharField(max_length=140, verbose_name="mijlpaal")),
                ("due_date", models.DateField(verbose_name="op")),
                ("reached_date", models.DateField(null=True, verbose_name="gehaald op")),
                ("dropped_date", models.DateField(null=True, verbose_name="vervallen op")),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="lists.action"),
                ),
            ],
            options={
                "verbose_name": "mijlpaal",
                "verbose_name_plural": "mijlpalen",
                "ordering": ["due_date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Pilot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=1000, verbose_name="wat het huis wil beproeven")),
                ("offered_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_reason", models.TextField(blank=True, max_length=1000, verbose_name="waarom het stopt")),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="pilots", to="lists.action"),
                ),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pilots",
                        to="network.house",
                        verbose_name="Zorg- en Veiligheidshuis",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilotregio",
                "verbose_name_plural": "pilotregio's",
                "ordering": ["offered_at"],
            },
        ),
        migrations.CreateModel(
            name="ProposalDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("answers", models.JSONField(verbose_name="antwoorden")),
                ("saved_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name": "concept van een voorstel",
                "verbose_name_plural": "concepten van voorstellen",
                "ordering": ["-saved_at"],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="naam")),
                ("query", models.CharField(max_length=400, verbose_name="keuze")),
                (
                    "owner",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name": "bewaarde keuze",
                "verbose_name_plural": "bewaarde keuzes",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="TableAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("is_accepted", models.BooleanField(verbose_name="aanvaard")),
                ("note", models.TextField(null=True, verbose_name="wat die tafel zei")),
                ("answered_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "move",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="lists.listmove"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord van een tafel",
                "verbose_name_plural": "antwoorden van tafels",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TrekkerRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("asked_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="trekker_requests", to="lists.action"
                    ),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="trekker_requests", to="network.seat"
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag om te trekken",
                "verbose_name_plural": "vragen om te trekken",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TrekkerRefusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("reason", models.TextField(null=True, verbose_name="waarom niet")),
                ("refused_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refusal", to="lists.trekkerrequest"
                    ),
                ),
            ],
            options={
                "verbose_name": "afgeslagen vraag",
                "verbose_name_plural": "afgeslagen vragen",
            },
        ),
        migrations.RemoveIndex(
            model_name="action",
            name="action_list_newest",
        ),
        migrations.AddField(
            model_name="action",
            name="place",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="plaats op de lijst"),
        ),
        migrations.AddField(
            model_name="action",
            name="proposed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.membership",
                verbose_name="voorgesteld door",
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="contribution",
            name="contact",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.seat",
                verbose_name="contactpersoon",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="freed",
            field=models.CharField(blank=True, max_length=200, verbose_name="wie daarvoor vrijgemaakt wordt"),
        ),
        migrations.AddField(
            model_name="contribution",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["theme", "list", "place", "-list_since", "-id"], name="action_list_in_order"),
        ),
        migrations.AddConstraint(
            model_name="actionambition",
            constraint=models.UniqueConstraint(fields=("action", "ambition"), name="action_serves_ambition_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionambition",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="cc9c7242053cc414a6787d76e8d3ba11ad735ae6",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_dab88",
                    table="lists_actionambition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionambition",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="d37371b9192d20cd105ff451f9c0441d7ca031db",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_91d99",
                    table="lists_actionambition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionambition",
            trigger=pgtrigger.compiler.Trigger(
                name="no_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="12e37556bcbe061834254d0919b3db936f455269",
                    operation="UPDATE",
                    pgid="pgtrigger_no_update_cae86",
                    table="lists_actionambition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionrevision",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="39660cdc5be842e0d52201f01ea03c6e3fe6317e",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_05829",
                    table="lists_actionrevision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionrevision",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="425f4683297d9c93b320dff974c130cff35f721e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_98f10",
                    table="lists_actionrevision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionrevision",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.title IS NULL AND NEW.goal IS NULL AND NEW.intended_result IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'title' - 'goal' - 'intended_result' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'title' - 'goal' - 'intended_result' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="97bdd225b1ee6d0f5d41f2afabdaa9f18a05d5b6",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_8b7c8",
                    table="lists_actionrevision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coalitioncall",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="e69a75e9f289ee2f293573deb3116c133a0ca47e",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_e77cb",
                    table="lists_coalitioncall",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coalitioncall",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="e95d4d1dc4929449520355e5f10ce07f5f698cfb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_ba0fc",
                    table="lists_coalitioncall",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coalitioncall",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.text IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="7c754a4f096f5732d1d8ee2261ad85e981facedb",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_c87e8",
                    table="lists_coalitioncall",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="55f8bd6f1d057407bf1ffbd3e25c644aa3c8a39c",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_d7515",
                    table="lists_comment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="fa93b0681340c1e855c465ec179e748f8a27671b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_d6248",
                    table="lists_comment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.text IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="db8d296b3df07d0f6e81e754e0bc9e88d23f0797",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_e004c",
                    table="lists_comment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="endingdetails",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="d4802f4112b812553b83c968cee2e5e15cb699c3",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_1eb7e",
                    table="lists_endingdetails",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="endingdetails",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="2fcaec916ca16afab3d5da302ba77b25a3db4865",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_0b853",
                    table="lists_endingdetails",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="endingdetails",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.noticed IS NULL AND NEW.contact IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'noticed' - 'contact' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'noticed' - 'contact' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="6608f92446d9c6c45fd2fb836e927e547b787e61",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_8c6e2",
                    table="lists_endingdetails",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listorder",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="aa039e3786cda63e033cb907d1032d39252fb085",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_5958a",
                    table="lists_listorder",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listorder",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="5f83765140580f99e726740eea5217d09d40a61b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_134a4",
                    table="lists_listorder",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="listorder",
            trigger=pgtrigger.compiler.Trigger(
                name="no_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="81ef4252010d6f3c170e3f845686717137ec1000",
                    operation="UPDATE",
                    pgid="pgtrigger_no_update_b233f",
                    table="lists_listorder",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pilot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)), fields=("action", "house"), name="house_pilots_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="filter_name_once_a_person"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tableanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="2c6685d0f5edeb3d9c40afe3b3799c6bf6701b82",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_7f71f",
                    table="lists_tableanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tableanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="5825f90a55736ea795e5161ef77a88e559001cf4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_74f19",
                    table="lists_tableanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tableanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.note IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="7b037404d7822dd83675a16d44f6bc8dd974809e",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_cfa5f",
                    table="lists_tableanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trekkerrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="5aaa27153d00ee053d1f25b84469981997339138",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_5ef33",
                    table="lists_trekkerrequest",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trekkerrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="9166aa19f3356d0b6f175dbfe86eb295ac592181",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_6ff5a",
                    table="lists_trekkerrequest",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trekkerrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="no_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="192660d43dbf8c54281559eccb65690752641f17",
                    operation="UPDATE",
                    pgid="pgtrigger_no_update_0d2cb",
                    table="lists_trekkerrequest",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trekkerrefusal",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="2475fc52cb6da1677d4bd9f250162e653693bd78",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_6c51d",
                    table="lists_trekkerrefusal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trekkerrefusal",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="b2a8bf5e9c05bf39dcd6171449c888acb989918a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_077a4",
                    table="lists_trekkerrefusal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trekkerrefusal",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL\n               AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n               AND (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground') = (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground')\n            THEN RETURN NEW;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="fa403678db3539453006e968fb29e692e4e17ba4",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_40955",
                    table="lists_trekkerrefusal",
                    when="BEFORE",
                ),
            ),
        ),
    ]
