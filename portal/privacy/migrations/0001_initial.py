import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("question", models.TextField(null=True, verbose_name="vraag")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
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
                "verbose_name": "vraag aan de melder",
                "verbose_name_plural": "vragen aan de melder",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Clarification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(null=True, verbose_name="uitleg")),
                ("given_at", models.DateTimeField(verbose_name="gegeven op")),
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
                    "enquiry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clarification",
                        to="privacy.enquiry",
                        verbose_name="vraag",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitleg van de melder",
                "verbose_name_plural": "uitleg van melders",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="dbb94ec4dc10918a3a9d94f57e4fac21fd9edfd4",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_bdaf4",
                            table="privacy_clarification",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f400344fbda92207292c9dbc2d235aeb5e815282",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_cc6cd",
                            table="privacy_clarification",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="539ac46d4a8e0c9fec45cb4bcbed4ae76ef681c8",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_5c6e5",
                            table="privacy_clarification",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemovalRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("subject_id", models.BigIntegerField()),
                ("parts", models.JSONField(verbose_name="delen")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("persoonsgegevens", "persoonsgegevens (AVG)"),
                            ("bijzonder", "bijzondere of strafrechtelijke persoonsgegevens (AVG)"),
                            ("casus", "gegevens uit een casus (WGS)"),
                        ],
                        max_length=20,
                        verbose_name="grond",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
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
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "verbose_name": "verzoek om verwijdering",
                "verbose_name_plural": "verzoeken om verwijdering",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c31d42a5c6e2ac388bf9518e21f92367935ba137",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_d2cee",
                            table="privacy_removalrequest",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="8ad620c2ea26abd391c04b4070126bb3afaaa225",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_f9681",
                            table="privacy_removalrequest",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="24eb18ab1876ad00d0476f091766232a71ff5731",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_db993",
                            table="privacy_removalrequest",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemovalAnswer",
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
                    "word",
                    models.CharField(
                        choices=[("akkoord", "verwijderd"), ("niet_akkoord", "blijft staan")],
                        max_length=12,
                        verbose_name="antwoord",
                    ),
                ),
                ("why", models.TextField(null=True, verbose_name="waarom")),
                ("answered_at", models.DateTimeField(verbose_name="beantwoord op")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="privacy.removalrequest",
                        verbose_name="verzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op een verzoek om verwijdering",
                "verbose_name_plural": "antwoorden op verzoeken om verwijdering",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("word", "niet_akkoord"), _negated=True),
                            ("why__isnull", False),
                            ("redacted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="removal_refused_with_reason",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="4fed31f7b565ae2d11c1192aa7ca8be1b8f06e21",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_2c3fe",
                            table="privacy_removalanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="1cb714aa63d7717dc862c40d57d30d26c60ad9e4",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_b5e97",
                            table="privacy_removalanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'why' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'why' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.why IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.why, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.why)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="afa57b260a94193d1fa9d38acc595f1b0f2da4eb",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_a7efc",
                            table="privacy_removalanswer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Removal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("subject_id", models.BigIntegerField()),
                ("part", models.CharField(max_length=80, verbose_name="deel")),
                ("row_id", models.BigIntegerField()),
                ("was_decided", models.BooleanField(verbose_name="uit iets dat was besloten")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("persoonsgegevens", "persoonsgegevens (AVG)"),
                            ("bijzonder", "bijzondere of strafrechtelijke persoonsgegevens (AVG)"),
                            ("casus", "gegevens uit een casus (WGS)"),
                        ],
                        max_length=20,
                        verbose_name="grond",
                    ),
                ),
                ("removed_at", models.DateTimeField(verbose_name="verwijderd op")),
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
                    "row_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
                (
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="removals",
                        to="privacy.removalrequest",
                        verbose_name="verzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "verwijdering",
                "verbose_name_plural": "verwijderingen",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["subject_type", "subject_id"], name="removal_about")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2399e2eb7f90699c2d80268bca1fa02c4686e211",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_611f4",
                            table="privacy_removal",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="9fd4ab7f85cac62acf4f5730cf04eba99360553e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_3b219",
                            table="privacy_removal",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="ca873af69f5b59c7e5db49744d2490d549952a51",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_f584b",
                            table="privacy_removal",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("subject_id", models.BigIntegerField()),
                ("part", models.CharField(max_length=80, verbose_name="deel")),
                ("why", models.TextField(null=True, verbose_name="waaraan")),
                ("is_withheld", models.BooleanField(verbose_name="meteen verborgen")),
                ("reported_at", models.DateTimeField(verbose_name="gemeld op")),
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
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "verbose_name": "melding",
                "verbose_name_plural": "meldingen",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["subject_type", "subject_id"], name="report_about"),
                    models.Index(fields=["by_user", "reported_at"], name="report_by_person"),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="37f22e8e0aee7a54be252d5c23e9c4b7270172bf",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_1cfa9",
                            table="privacy_report",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="d7934a9a125cb6a8119d44b4956dedb8cf19ee13",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_40b2e",
                            table="privacy_report",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'why' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'why' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.why IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.why, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.why)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="7af6f4479b89bc92f45284ea5df2b9e95ba4ca72",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_a255d",
                            table="privacy_report",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="enquiry",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="enquiries", to="privacy.report", verbose_name="melding"
            ),
        ),
        migrations.CreateModel(
            name="Verdict",
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
                    "judgement",
                    models.CharField(
                        choices=[("teruggezet", "geen persoonsgegevens: het staat er"), ("verwijderd", "verwijderd")],
                        max_length=12,
                        verbose_name="oordeel",
                    ),
                ),
                ("judged_at", models.DateTimeField(verbose_name="beoordeeld op")),
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
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdict",
                        to="privacy.report",
                        verbose_name="melding",
                    ),
                ),
            ],
            options={
                "verbose_name": "oordeel",
                "verbose_name_plural": "oordelen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="856fcf5eef4d5c190e86bf5aec51b3bc2fffe173",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_c1570",
                            table="privacy_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="7e2d54cf21827273b9b12c812e54e0faf7a2a09d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_1b89a",
                            table="privacy_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="2cc6554b76b1a2b2db21af778302a0bd8cba2ed3",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_d8e8f",
                            table="privacy_verdict",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Withheld",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row_id", models.BigIntegerField()),
                ("texts", models.JSONField(verbose_name="teksten")),
                ("withheld_at", models.DateTimeField(verbose_name="verborgen sinds")),
                (
                    "row_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "verbose_name": "verborgen tekst",
                "verbose_name_plural": "verborgen teksten",
                "constraints": [models.UniqueConstraint(fields=("row_type", "row_id"), name="withheld_once")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="464c0b38bea58d6d639828d63dc4d005aa3a34ec",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_0f648",
                    table="privacy_enquiry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="5d48050b233699a38efdfd1594143a17d1a34376",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_88d3f",
                    table="privacy_enquiry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'question' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'question' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.question IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.question, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.question)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="ff7cd8f0f7c0dc448b9bae4737a890617cfe1492",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_e0218",
                    table="privacy_enquiry",
                    when="BEFORE",
                ),
            ),
        ),
    ]
