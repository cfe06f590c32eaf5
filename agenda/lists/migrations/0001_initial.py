import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("decisions", "0001_initial"),
        ("documents", "0001_initial"),
        ("files", "0001_initial"),
        ("knelpunten", "0001_initial"),
        ("network", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("goal", models.TextField(max_length=2000, verbose_name="doel")),
                ("intended_result", models.TextField(max_length=2000, verbose_name="beoogd resultaat")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("signalenknooppunt", "signalenknooppunt"),
                            ("inzicht", "inzicht en overzicht"),
                            ("informatiedeling", "informatiedeling"),
                            ("kennis", "kennis en leren"),
                            ("ontwikkelen", "samen ontwikkelen"),
                        ],
                        max_length=20,
                        verbose_name="soort actie",
                    ),
                ),
                (
                    "ladder",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kennen", "elkaar kennen"),
                            ("informeren", "informeren"),
                            ("afstemmen", "afstemmen"),
                            ("coordineren", "coördineren"),
                            ("programmeren", "samen programmeren"),
                            ("verbinden", "integraal verbinden"),
                            ("geheel", "geheel samenwerken"),
                        ],
                        max_length=14,
                        verbose_name="trede op de ladder",
                    ),
                ),
                ("without_knelpunt", models.TextField(blank=True, max_length=1000, verbose_name="waarom zonder knelpunt")),
                (
                    "list",
                    models.CharField(
                        choices=[
                            ("voorraadlijst", "voorraadlijst"),
                            ("actielijst", "actielijst"),
                            ("gereedlijst", "gereedlijst"),
                        ],
                        default="voorraadlijst",
                        max_length=16,
                        verbose_name="lijst",
                    ),
                ),
                ("list_since", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("afgerond", "afgerond"), ("elders_belegd", "elders belegd")],
                        max_length=14,
                        verbose_name="uitkomst",
                    ),
                ),
                ("is_accepted", models.BooleanField(null=True, verbose_name="door de andere tafel aanvaard")),
                ("proposed_at", models.DateTimeField()),
                ("place", models.PositiveSmallIntegerField(null=True, verbose_name="plaats op de lijst")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "found_desirable_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.decision"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.membership",
                        verbose_name="voorgesteld door",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="network.theme",
                        verbose_name="thema",
                    ),
                ),
                (
                    "trekker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulled_actions",
                        to="network.seat",
                        verbose_name="bestuurlijk trekker",
                    ),
                ),
            ],
            options={
                "verbose_name": "actie",
                "verbose_name_plural": "acties",
                "ordering": ["-list_since", "-pk"],
                "indexes": [models.Index(fields=["theme", "list", "place", "-list_since", "-id"], name="action_list_in_order")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("list__in", ["voorraadlijst", "actielijst", "gereedlijst"])), name="action_list_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("list", "actielijst"), _negated=True), ("trekker__isnull", False), _connector="OR"
                        ),
                        name="action_on_actielijst_has_trekker",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("list", "gereedlijst"), ("outcome__in", ["afgerond", "elders_belegd"])),
                            models.Q(models.Q(("list", "gereedlijst"), _negated=True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="action_outcome_only_when_gereed",
                    ),
                ],
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
            name="ActionKnelpunt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("linked_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="links", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="knelpunten.knelpunt"
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
                "verbose_name": "koppeling",
                "verbose_name_plural": "koppelingen",
                "constraints": [models.UniqueConstraint(fields=("action", "knelpunt"), name="action_serves_knelpunt_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f8053e781aeac8b8d2bc48cb4165684d25268a49",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_e08ba",
                            table="lists_actionknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="4c3dce2304066437090400df55becfbbe7087fe4",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_9d253",
                            table="lists_actionknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="00246ecc4c3fafd81a3ca2803711b127265ae8f4",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_5471c",
                            table="lists_actionknelpunt",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="action",
            name="knelpunten",
            field=models.ManyToManyField(related_name="actions", through="lists.ActionKnelpunt", to="knelpunten.knelpunt"),
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'title' - 'goal' - 'intended_result' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'title' - 'goal' - 'intended_result' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.title IS NULL AND NEW.goal IS NULL AND NEW.intended_result IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.title, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.goal, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.intended_result, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.title)::text, 'null') || ',' || coalesce(to_json(NEW.goal)::text, 'null') || ',' || coalesce(to_json(NEW.intended_result)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="94657a3426983419e19bc23efdf4a9b77be3a5bb",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_8b7c8",
                            table="lists_actionrevision",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionSection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("linked_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="rests_on", to="lists.action"),
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
                    "section",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.section"),
                ),
            ],
            options={
                "verbose_name": "verwijzing naar een paragraaf",
                "verbose_name_plural": "verwijzingen naar paragrafen",
                "indexes": [models.Index(fields=["section"], name="action_section")],
                "constraints": [models.UniqueConstraint(fields=("action", "section"), name="action_rests_on_section_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a5f2b3b7f6f38505c4ac982a2d116b23b9fc7cc9",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_62ef3",
                            table="lists_actionsection",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="58578f28ff4abc5a934bc96ae8617b5547bc6b21",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_e014c",
                            table="lists_actionsection",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="91b37cd5f0fb692278c51c2379ad97cc733b1df1",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_6a970",
                            table="lists_actionsection",
                            when="BEFORE",
                        ),
                    ),
                ],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="8c6e026dd53a27f605f013716c003c144d416bf0",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_c87e8",
                            table="lists_coalitioncall",
                            when="BEFORE",
                        ),
                    ),
                ],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="8ab3c2bf3658ab83e8653ed4783fe2d6c262ba90",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_e004c",
                            table="lists_comment",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=1000, verbose_name="bijdrage")),
                ("freed", models.CharField(blank=True, max_length=200, verbose_name="wie daarvoor vrijgemaakt wordt")),
                ("version", models.PositiveIntegerField(default=1)),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField(null=True)),
                ("left_reason", models.TextField(blank=True, max_length=1000, verbose_name="reden van vertrek")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contributions", to="lists.action"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.seat",
                        verbose_name="contactpersoon",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contributions", to="network.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "bijdrage",
                "verbose_name_plural": "bijdragen",
                "ordering": ["joined_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("left_at__isnull", True)),
                        fields=("action", "membership"),
                        name="organisation_contributes_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                (
                    "from_list",
                    models.CharField(
                        choices=[
                            ("voorraadlijst", "voorraadlijst"),
                            ("actielijst", "actielijst"),
                            ("gereedlijst", "gereedlijst"),
                        ],
                        max_length=16,
                        null=True,
                    ),
                ),
                (
                    "to_list",
                    models.CharField(
                        choices=[
                            ("voorraadlijst", "voorraadlijst"),
                            ("actielijst", "actielijst"),
                            ("gereedlijst", "gereedlijst"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("afgerond", "afgerond"), ("elders_belegd", "elders belegd")], max_length=14
                    ),
                ),
                ("is_accepted", models.BooleanField(null=True, verbose_name="aanvaard")),
                ("moved_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="move", to="decisions.decision"
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.policytable",
                        verbose_name="tafel",
                    ),
                ),
            ],
            options={
                "verbose_name": "verplaatsing",
                "verbose_name_plural": "verplaatsingen",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["action", "-id"], name="action_last_move")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_list__isnull", True), ("to_list", "voorraadlijst")),
                            models.Q(
                                ("from_list__in", ["voorraadlijst", "actielijst", "gereedlijst"]),
                                ("to_list__in", ["voorraadlijst", "actielijst", "gereedlijst"]),
                                models.Q(("from_list", models.F("to_list")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="move_is_one_of_the_table",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_list__isnull", True), ("decision__isnull", False), _connector="OR"),
                        name="move_rests_on_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_list", "gereedlijst"), _negated=True),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="move_to_gereed_has_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_list", "voorraadlijst"), ("to_list", "gereedlijst"), _negated=True),
                            ("outcome", "elders_belegd"),
                            _connector="OR",
                        ),
                        name="move_from_voorraad_to_gereed_is_elsewhere",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "elders_belegd"), _negated=True),
                            models.Q(("is_accepted__isnull", False), ("table__isnull", False)),
                            _connector="OR",
                        ),
                        name="move_elsewhere_names_table",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="557bbf69d672cfd097959a6696ca177cc65a274f",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_b4064",
                            table="lists_listmove",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="636210275f6b3bc417d40a388532ebae10d9aa0c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_9ec62",
                            table="lists_listmove",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="c18c9a3265dce1792266edf2af6ade5864d4a3b7",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_0cf07",
                            table="lists_listmove",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="step_sets_state",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE before text; last text; mine text;",
                            func="\n            SELECT to_list INTO before FROM lists_listmove WHERE action_id = NEW.action_id AND id < NEW.id ORDER BY id DESC LIMIT 1;\n            IF before IS DISTINCT FROM NEW.from_list THEN\n                RAISE EXCEPTION 'step % of % starts at %, the one before ended at %', NEW.id, TG_TABLE_NAME, NEW.from_list, before;\n            END IF;\n            SELECT to_list INTO last FROM lists_listmove WHERE action_id = NEW.action_id ORDER BY id DESC LIMIT 1;\n            SELECT list INTO mine FROM lists_action WHERE id = NEW.action_id;\n            IF mine IS DISTINCT FROM last THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', 'lists_action', NEW.action_id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="ba4f1bcd534bd7c56d6930eeba6017c6018e9362",
                            operation="INSERT",
                            pgid="pgtrigger_step_sets_state_d70f7",
                            table="lists_listmove",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                    "redacted_by",
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
            ],
            options={
                "verbose_name": "gegevens bij een einde",
                "verbose_name_plural": "gegevens bij een einde",
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'noticed' - 'contact' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'noticed' - 'contact' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.noticed IS NULL AND NEW.contact IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.noticed, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.contact, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.noticed)::text, 'null') || ',' || coalesce(to_json(NEW.contact)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="34c283fc80383349d80dbe078284e96afe5c999d",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_8c6e2",
                            table="lists_endingdetails",
                            when="BEFORE",
                        ),
                    ),
                ],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                ],
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)), fields=("action", "house"), name="house_pilots_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressUpdate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("key", models.UUIDField(editable=False, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("op_koers", "op koers"), ("aandacht", "aandacht nodig"), ("stagneert", "stagneert")],
                        max_length=12,
                        verbose_name="hoe het gaat",
                    ),
                ),
                ("happened", models.TextField(null=True, verbose_name="wat is er gebeurd")),
                ("next_step", models.TextField(null=True, verbose_name="volgende stap")),
                ("next_date", models.DateField(null=True, verbose_name="wanneer")),
                ("asks_steering", models.BooleanField(default=False, verbose_name="bijsturing gevraagd")),
                ("steering", models.TextField(null=True, verbose_name="welke bijsturing")),
                ("reported_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="updates", to="lists.action"),
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
                "verbose_name": "voortgangsbericht",
                "verbose_name_plural": "voortgangsberichten",
                "ordering": ["-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e2284f5561db1e13ac47f36b30e732609268248e",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_641b3",
                            table="lists_progressupdate",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="4a544df7bca59f0990ea48422676cd0a15608e11",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_920c8",
                            table="lists_progressupdate",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'happened' - 'next_step' - 'steering' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'happened' - 'next_step' - 'steering' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.happened IS NULL AND NEW.next_step IS NULL AND NEW.steering IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.happened, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.next_step, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.steering, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.happened)::text, 'null') || ',' || coalesce(to_json(NEW.next_step)::text, 'null') || ',' || coalesce(to_json(NEW.steering)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="646e7f1d917eff60524e30c827992b3387c32d5a",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_ab524",
                            table="lists_progressupdate",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressRelease",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("released_at", models.DateTimeField()),
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
                    "update",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="release", to="lists.progressupdate"
                    ),
                ),
            ],
            options={
                "verbose_name": "vrijgave",
                "verbose_name_plural": "vrijgaven",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="12028891ad51b64b8c2b817961600697e6eee58c",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_866a1",
                            table="lists_progressrelease",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="db0204badfb069f4c5f8feba324a2df0662e196d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_36168",
                            table="lists_progressrelease",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="97649c53f25cb9dbd3464d11b3a7fca55c7e9f3d",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_69285",
                            table="lists_progressrelease",
                            when="BEFORE",
                        ),
                    ),
                ],
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
                "constraints": [models.UniqueConstraint(fields=("owner", "name"), name="filter_name_once_a_person")],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.note IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.note, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.note)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="5f5dc5fe71aec3ff45de43201d19d59cc529e323",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_cfa5f",
                            table="lists_tableanswer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrekkerAssignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("assigned_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.decision"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.seat")),
            ],
            options={
                "verbose_name": "aanwijzing van de trekker",
                "verbose_name_plural": "aanwijzingen van de trekker",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="272ed3aa1db744534bace193f720136962a063a2",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_fe138",
                            table="lists_trekkerassignment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="5229f5ebd2742bdfb9aecf4daf39ea466341912b",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_01f22",
                            table="lists_trekkerassignment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3d3282ef60f908dcc7c29ed52154cc3f983e4b46",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_d6be8",
                            table="lists_trekkerassignment",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrekkerOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("offered_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="lists.action"),
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
                ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.seat")),
            ],
            options={
                "verbose_name": "aanbod om te trekken",
                "verbose_name_plural": "aanbiedingen om te trekken",
                "constraints": [models.UniqueConstraint(fields=("action", "seat"), name="trekker_offers_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f55ab8d2efcdbd1a0fe145a4f762f5368e144128",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_7a3c2",
                            table="lists_trekkeroffer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="064af27e82c627fc82534eef59bcebd57ef828de",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_ac0d6",
                            table="lists_trekkeroffer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="6d44fd407feaba9dfc6a57a3b3d198b169b7d106",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_51ce0",
                            table="lists_trekkeroffer",
                            when="BEFORE",
                        ),
                    ),
                ],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                ],
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="4abd992f1c38ea7d71a038faa1bae4ac231fc90c",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_40955",
                            table="lists_trekkerrefusal",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Weighing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("belang", models.PositiveSmallIntegerField(null=True, verbose_name="belang en urgentie")),
                ("uitvoerbaarheid", models.PositiveSmallIntegerField(null=True, verbose_name="uitvoerbaarheid")),
                ("impact", models.PositiveSmallIntegerField(null=True, verbose_name="impact op de praktijk")),
                ("argument", models.TextField(null=True, verbose_name="argument")),
                ("weighed_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="weighings", to="lists.action"),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.membership"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "weging",
                "verbose_name_plural": "wegingen",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["action", "membership", "-id"], name="weighing_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("belang__range", (1, 5)), ("belang__isnull", True), _connector="OR"),
                        name="weighing_scores_are_1_to_5",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uitvoerbaarheid__range", (1, 5)), ("uitvoerbaarheid__isnull", True), _connector="OR"
                        ),
                        name="weighing_feasibility_is_1_to_5",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("impact__range", (1, 5)), ("impact__isnull", True), _connector="OR"),
                        name="weighing_impact_is_1_to_5",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b588e2e0d9c3c24aa2e66a746cec7576b12eb2ad",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_213d4",
                            table="lists_weighing",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="dd874bcdad812d9c5eb7bee6a498ed7957c99857",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_2bd32",
                            table="lists_weighing",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'argument' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'argument' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.argument IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.argument, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.argument)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="eaad95f583641d577e3b1ce23764db6b023e9bc3",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_b16be",
                            table="lists_weighing",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
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
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
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
                "constraints": [models.UniqueConstraint(fields=("action", "ambition"), name="action_serves_ambition_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                    pgtrigger.compiler.Trigger(
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
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="list_is_last_step",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    declare="DECLARE last text; mine text;",
                    func="\n            SELECT list INTO mine FROM lists_action WHERE id = NEW.id;\n            SELECT to_list INTO last FROM lists_listmove WHERE action_id = NEW.id ORDER BY id DESC LIMIT 1;\n            IF FOUND AND mine IS DISTINCT FROM last OR NOT FOUND THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', TG_TABLE_NAME, NEW.id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="4d836ffff002944b0a04413b6d44530a54174d8c",
                    operation='INSERT OR UPDATE OF "list"',
                    pgid="pgtrigger_list_is_last_step_cd450",
                    table="lists_action",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
