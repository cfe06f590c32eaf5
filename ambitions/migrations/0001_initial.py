import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("files", "0001_initial"),
        ("knelpunten", "0001_initial"),
        ("network", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                (
                    "scope",
                    models.CharField(
                        choices=[("landelijk", "landelijk"), ("regionaal", "regionaal")], max_length=10, verbose_name="waar"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("text", models.TextField(max_length=3000, verbose_name="wat er gebeurt")),
                ("realised_when", models.TextField(max_length=1000, verbose_name="wanneer het gerealiseerd is")),
                ("from_year", models.PositiveSmallIntegerField(verbose_name="vanaf jaar")),
                ("until_year", models.PositiveSmallIntegerField(null=True, verbose_name="tot en met jaar")),
                ("is_example", models.BooleanField(default=False, verbose_name="voorbeeld")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "ambition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="network.ambition",
                        verbose_name="ambitie",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="network.organisation",
                        verbose_name="eigenaar",
                    ),
                ),
            ],
            options={
                "verbose_name": "actielijn",
                "verbose_name_plural": "actielijnen",
                "ordering": ["ambition__number", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("owner__isnull", False), ("scope", "landelijk")),
                            models.Q(("owner__isnull", True), ("scope", "regionaal")),
                            _connector="OR",
                        ),
                        name="line_owner_when_national",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_year__isnull", True), ("until_year__gte", models.F("from_year")), _connector="OR"
                        ),
                        name="line_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AmbitionText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="uitgave")),
                ("objective", models.TextField(null=True, verbose_name="doel voor 2030")),
                ("expectations", models.JSONField(null=True, verbose_name="wat partners van elkaar mogen verwachten")),
                ("background", models.JSONField(null=True, verbose_name="achtergrond")),
                ("note", models.TextField(null=True, verbose_name="wat er anders is")),
                ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                (
                    "ambition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="network.ambition",
                        verbose_name="ambitie",
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
            ],
            options={
                "verbose_name": "tekst van een ambitie",
                "verbose_name_plural": "teksten van ambities",
                "ordering": ["ambition__number", "number"],
                "constraints": [models.UniqueConstraint(fields=("ambition", "number"), name="ambition_text_number")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ca0bef4ffac9cfea815323db988fedd70ca4a8b0",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_6618f",
                            table="ambitions_ambitiontext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="665a30930bab4b3b8cafcb958fa98ea9935f369c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_289a4",
                            table="ambitions_ambitiontext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'objective' - 'expectations' - 'background' - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'objective' - 'expectations' - 'background' - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.objective IS NULL AND NEW.expectations IS NULL AND NEW.background IS NULL AND NEW.note IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="eb76463134bbdf7ace1716b278898b1d1abf6276",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_fdd78",
                            table="ambitions_ambitiontext",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Explanation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("line_number", models.PositiveIntegerField(verbose_name="nummer van de tekst")),
                ("text", models.TextField(max_length=3000, verbose_name="toelichting")),
                ("holds_until", models.DateField(null=True, verbose_name="geldt tot en met")),
                ("shared_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_reason", models.TextField(blank=True, max_length=1000, verbose_name="waarom niet meer")),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explanations",
                        to="network.house",
                        verbose_name="huis",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explanations",
                        to="ambitions.actionline",
                        verbose_name="actielijn",
                    ),
                ),
            ],
            options={
                "verbose_name": "toelichting bij een actielijn",
                "verbose_name_plural": "toelichtingen bij actielijnen",
                "ordering": ["-shared_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("house", "line"),
                        name="one_open_explanation_of_house_on_line",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExplanationKnelpunt",
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
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "explanation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="became",
                        to="ambitions.explanation",
                        verbose_name="toelichting",
                    ),
                ),
                (
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explained_by",
                        to="knelpunten.knelpunt",
                        verbose_name="knelpunt",
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
                "verbose_name": "knelpunt van een toelichting",
                "verbose_name_plural": "knelpunten van toelichtingen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="78c9ceada3ee0193a6606e2b7419978f748fa9ef",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_11009",
                            table="ambitions_explanationknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="ac6a67d562bab2a401a5cf154f9f5ce4e3f1678e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_a5f47",
                            table="ambitions_explanationknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="d2afc15c141273074027fe5cab64a04b35a3a9c1",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_256b7",
                            table="ambitions_explanationknelpunt",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(null=True, verbose_name="wat samen is gevonden")),
                ("found_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "explanation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="ambitions.explanation",
                        verbose_name="toelichting",
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
                "verbose_name": "antwoord op een toelichting",
                "verbose_name_plural": "antwoorden op toelichtingen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="012d768217fc4e084b32793a2a8146d6b4006bb1",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_76723",
                            table="ambitions_finding",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="dfc5416edd564c8b5b500c44db2083b8d515fbb7",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_0bd5c",
                            table="ambitions_finding",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="33f142066939360225a043a5ebe422dc34e357f5",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_eed17",
                            table="ambitions_finding",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(null=True, verbose_name="wat wij bieden")),
                ("offered_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "explanation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="ambitions.explanation",
                        verbose_name="toelichting",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.house",
                        verbose_name="huis",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                        verbose_name="organisatie",
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
                "verbose_name": "aanbod van hulp",
                "verbose_name_plural": "aanbiedingen van hulp",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="0dcb5f0a27035fcc85aa9c92029a4ecba6b2c028",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_43245",
                            table="ambitions_helpoffer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="4fe36022d87fbec05b7e2fb31bc4ccf933183517",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_af3a0",
                            table="ambitions_helpoffer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="1100802f836f9d5a4b30d709da34f6bdc60ec5b4",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_e6f85",
                            table="ambitions_helpoffer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("line_number", models.PositiveIntegerField(verbose_name="nummer van de tekst")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gerealiseerd", "gerealiseerd"),
                            ("op_koers", "op koers"),
                            ("loopt_achter", "loopt achter"),
                            ("niet_gestart", "nog niet gestart"),
                            ("niet_haalbaar", "(deels) niet haalbaar"),
                        ],
                        max_length=14,
                        verbose_name="hoe het staat",
                    ),
                ),
                ("planned", models.TextField(null=True, verbose_name="wat er gepland is")),
                ("explanation", models.TextField(null=True, verbose_name="toelichting")),
                ("is_carried", models.BooleanField(default=False, verbose_name="overgenomen van het jaar ervoor")),
                ("given_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "explained_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_over",
                        to="ambitions.explanation",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="ambitions.actionline",
                        verbose_name="actielijn",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_over",
                        to="ambitions.lineanswer",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op een actielijn",
                "verbose_name_plural": "antwoorden op actielijnen",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="explanation",
            name="answer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shared_as",
                to="ambitions.lineanswer",
                verbose_name="uit jaarplan",
            ),
        ),
        migrations.CreateModel(
            name="LineKnelpunt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("is_taken_up", models.BooleanField(verbose_name="opgenomen")),
                ("written_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="knelpunten.knelpunt",
                        verbose_name="knelpunt",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="knelpunten",
                        to="ambitions.actionline",
                        verbose_name="actielijn",
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
                "verbose_name": "knelpunt bij een actielijn",
                "verbose_name_plural": "knelpunten bij actielijnen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="29367a1bb6a559ba9d7370a158e96753945b605e",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_bb015",
                            table="ambitions_lineknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="4090e90717a567288b21f76884b6d8da7081a668",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_4a355",
                            table="ambitions_lineknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="b5e68baac54d86fa968d03e55c1f395793cd8cd9",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_83ddf",
                            table="ambitions_lineknelpunt",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.PositiveIntegerField(verbose_name="nummer")),
                ("title", models.CharField(max_length=120, null=True, verbose_name="titel")),
                ("text", models.TextField(null=True, verbose_name="wat er gebeurt")),
                ("realised_when", models.TextField(null=True, verbose_name="wanneer het gerealiseerd is")),
                ("note", models.TextField(null=True, verbose_name="wat er anders is")),
                ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="ambitions.actionline",
                        verbose_name="actielijn",
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
                "verbose_name": "tekst van een actielijn",
                "verbose_name_plural": "teksten van actielijnen",
                "ordering": ["line", "number"],
                "constraints": [models.UniqueConstraint(fields=("line", "number"), name="line_text_number")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="dbfc23078562c248fb219f8b17bc0706127daee2",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_8943d",
                            table="ambitions_linetext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f85ed8be83f9c01d094fe9b019c8259f7caec76a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_be1db",
                            table="ambitions_linetext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'title' - 'text' - 'realised_when' - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'title' - 'text' - 'realised_when' - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.title IS NULL AND NEW.text IS NULL AND NEW.realised_when IS NULL AND NEW.note IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.title, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.realised_when, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.note, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.title)::text, 'null') || ',' || coalesce(to_json(NEW.text)::text, 'null') || ',' || coalesce(to_json(NEW.realised_when)::text, 'null') || ',' || coalesce(to_json(NEW.note)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="a5b9725b7c471e2f72e1d3e2392b833267d46554",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_4c1d0",
                            table="ambitions_linetext",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NationalReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                ("half", models.PositiveSmallIntegerField(verbose_name="halfjaar")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gerealiseerd", "gerealiseerd"),
                            ("op_koers", "op koers"),
                            ("loopt_achter", "loopt achter"),
                            ("niet_gestart", "nog niet gestart"),
                            ("niet_haalbaar", "(deels) niet haalbaar"),
                        ],
                        max_length=14,
                        verbose_name="hoe het staat",
                    ),
                ),
                ("text", models.TextField(null=True, verbose_name="toelichting")),
                ("reported_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="ambitions.actionline",
                        verbose_name="actielijn",
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
                "verbose_name": "halfjaarbericht",
                "verbose_name_plural": "halfjaarberichten",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("half__in", [1, 2])), name="report_half_is_one_or_two")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c7376cde67ead86055d730e3554214f6ac1da095",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_4e118",
                            table="ambitions_nationalreport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f9a94d4350c6a7ee6ae78558c06beb05146744ff",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_a7017",
                            table="ambitions_nationalreport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="b5cc89f02deb553d11f91400da03697bfa1807df",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_e8447",
                            table="ambitions_nationalreport",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="jaar")),
                ("due_date", models.DateField(verbose_name="plannen uiterlijk op")),
                ("opened_at", models.DateTimeField()),
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
                "verbose_name": "planjaar",
                "verbose_name_plural": "planjaren",
                "ordering": ["-year"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="0b4221d54cb19800acefcc63bedcc3d54050ec96",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_6b3e0",
                            table="ambitions_planyear",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="1522b6a7489d47987f070086d94982740726c725",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_b8890",
                            table="ambitions_planyear",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="f2c2a2601335afd0e26fe3e36dc9cabd48025dbe",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_ca290",
                            table="ambitions_planyear",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Freeze",
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
                ("lines", models.JSONField()),
                ("houses", models.JSONField()),
                ("cells", models.JSONField()),
                ("unsolved", models.JSONField()),
                ("frozen_at", models.DateTimeField(verbose_name="vastgelegd op")),
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
                    "plan_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="freezes",
                        to="ambitions.planyear",
                        verbose_name="jaar",
                    ),
                ),
            ],
            options={
                "verbose_name": "vastgelegde stand",
                "verbose_name_plural": "vastgelegde standen",
                "ordering": ["-frozen_at", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="359eaf3e8b9fa7efa27c6f2cb79932a5f6bd79c3",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_1f63d",
                            table="ambitions_freeze",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="1cbfdc30e49880193aa3a2ac0d1b6bea59242ae1",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_f5991",
                            table="ambitions_freeze",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="8aaf61eb6de2ac0c7bd490fe8fbdc9b68f291d1e",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_0c0ed",
                            table="ambitions_freeze",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionalPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("ingediend", "ingediend"),
                            ("terug", "terug met vragen"),
                            ("vastgesteld", "vastgesteld"),
                        ],
                        default="concept",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("state_since", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="ingediend op")),
                ("approved_date", models.DateField(null=True, verbose_name="akkoord van de regionale stuurgroep op")),
                ("approved_by", models.CharField(blank=True, max_length=200, verbose_name="wie er akkoord gaf")),
                ("is_public", models.BooleanField(default=False, verbose_name="openbaar")),
                (
                    "approval",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approves_plan",
                        to="files.storedfile",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="network.house", verbose_name="huis"
                    ),
                ),
                (
                    "plan_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="ambitions.planyear",
                        verbose_name="jaar",
                    ),
                ),
            ],
            options={
                "verbose_name": "regionaal jaarplan",
                "verbose_name_plural": "regionale jaarplannen",
                "ordering": ["-plan_year__year", "house__sort_key"],
                "constraints": [models.UniqueConstraint(fields=("house", "plan_year"), name="one_plan_of_house_in_year")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="state_is_last_step",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE last text; mine text;",
                            func="\n            SELECT state INTO mine FROM ambitions_regionalplan WHERE id = NEW.id;\n            SELECT to_state INTO last FROM ambitions_planstep WHERE plan_id = NEW.id ORDER BY id DESC LIMIT 1;\n            IF FOUND AND mine IS DISTINCT FROM last OR NOT FOUND THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', TG_TABLE_NAME, NEW.id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="91622ee1de7d6353456f4d3bee0f1be83022d1a4",
                            operation='INSERT OR UPDATE OF "state"',
                            pgid="pgtrigger_state_is_last_step_253ce",
                            table="ambitions_regionalplan",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("priorities", models.TextField(null=True, verbose_name="eigen prioriteiten")),
                ("offers", models.TextField(null=True, verbose_name="wat het huis anderen biedt")),
                ("asks", models.TextField(null=True, verbose_name="wat het huis van anderen vraagt")),
                ("written_at", models.DateTimeField()),
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
                    "taken_from",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="taken_over", to="ambitions.plantext"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="ambitions.regionalplan",
                        verbose_name="jaarplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tekst van een jaarplan",
                "verbose_name_plural": "teksten van jaarplannen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b53800f7bcd8df0bd8a7353774cac28f6d2f3daa",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_1e70b",
                            table="ambitions_plantext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="3faf5614670a4e1209f002bfeedcdca5639891f1",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_176ce",
                            table="ambitions_plantext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'priorities' - 'offers' - 'asks' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'priorities' - 'offers' - 'asks' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.priorities IS NULL AND NEW.offers IS NULL AND NEW.asks IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.priorities, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.offers, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.asks, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.priorities)::text, 'null') || ',' || coalesce(to_json(NEW.offers)::text, 'null') || ',' || coalesce(to_json(NEW.asks)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="d3af2dbc485e77a558fa427c0a8aac7ef92919a2",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_158b7",
                            table="ambitions_plantext",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanStep",
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
                    "from_state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("ingediend", "ingediend"),
                            ("terug", "terug met vragen"),
                            ("vastgesteld", "vastgesteld"),
                        ],
                        max_length=12,
                        null=True,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("ingediend", "ingediend"),
                            ("terug", "terug met vragen"),
                            ("vastgesteld", "vastgesteld"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.TextField(null=True, verbose_name="reden")),
                ("taken_at", models.DateTimeField()),
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="ambitions.regionalplan",
                        verbose_name="jaarplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap van een jaarplan",
                "verbose_name_plural": "stappen van jaarplannen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="48c53070c378c957cfd3521c305d825a6407da94",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_72492",
                            table="ambitions_planstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="cc9a0293d63dcabadf982e9fff2225331adf4c3d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_640a2",
                            table="ambitions_planstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="8e55e2684fceabf5107180e12aabefca6ce964a6",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_e84cd",
                            table="ambitions_planstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="step_sets_state",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE before text; last text; mine text;",
                            func="\n            SELECT to_state INTO before FROM ambitions_planstep WHERE plan_id = NEW.plan_id AND id < NEW.id ORDER BY id DESC LIMIT 1;\n            IF before IS DISTINCT FROM NEW.from_state THEN\n                RAISE EXCEPTION 'step % of % starts at %, the one before ended at %', NEW.id, TG_TABLE_NAME, NEW.from_state, before;\n            END IF;\n            SELECT to_state INTO last FROM ambitions_planstep WHERE plan_id = NEW.plan_id ORDER BY id DESC LIMIT 1;\n            SELECT state INTO mine FROM ambitions_regionalplan WHERE id = NEW.plan_id;\n            IF mine IS DISTINCT FROM last THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', 'ambitions_regionalplan', NEW.plan_id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="0e219a8be642dda51a8953e218cadc9e402eec6f",
                            operation="INSERT",
                            pgid="pgtrigger_step_sets_state_5fcc7",
                            table="ambitions_planstep",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="lineanswer",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="ambitions.regionalplan",
                verbose_name="jaarplan",
            ),
        ),
        migrations.CreateModel(
            name="ReportOffer",
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
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "freeze",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offer",
                        to="ambitions.freeze",
                        verbose_name="vastgelegde stand",
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
                "verbose_name": "aangeboden stand",
                "verbose_name_plural": "aangeboden standen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="db88b4fed4e1ef45a8ec320d34240e8126011ddc",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_e2b46",
                            table="ambitions_reportoffer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f25a1b1b3157b5642fa25a82b23dcdc6975f5df1",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_151cc",
                            table="ambitions_reportoffer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="2b7c01dd95db7d2d9596423023353d286068ec8b",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_39532",
                            table="ambitions_reportoffer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="explanation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="da8e9e5ce6f0c801e8c999225fef6172fdf379ae",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_a4ac4",
                    table="ambitions_explanation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="explanation",
            trigger=pgtrigger.compiler.Trigger(
                name="stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."house_id" IS DISTINCT FROM (NEW."house_id") OR OLD."line_id" IS DISTINCT FROM (NEW."line_id") OR OLD."line_number" IS DISTINCT FROM (NEW."line_number") OR OLD."answer_id" IS DISTINCT FROM (NEW."answer_id") OR OLD."holds_until" IS DISTINCT FROM (NEW."holds_until") OR OLD."shared_at" IS DISTINCT FROM (NEW."shared_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0cf67109f7dcaee2976eb23d96e1b00658ded77e",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_adcfe",
                    table="ambitions_explanation",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="lineanswer",
            index=models.Index(fields=["plan", "line", "-id"], name="line_answer_newest"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lineanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="40ed0f9eb45be2e55ead242cd835cfbc335ca9c0",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_f62ae",
                    table="ambitions_lineanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lineanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="d586f8b70dbed962d48caa863b953acd19be9bd8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_5e835",
                    table="ambitions_lineanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lineanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="only_redaction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'planned' - 'explanation' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'planned' - 'explanation' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.planned IS NULL AND NEW.explanation IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.planned, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.explanation, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.planned)::text, 'null') || ',' || coalesce(to_json(NEW.explanation)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                    hash="902fcb1023cd6098b85873e9616b328e74c88ef3",
                    operation="UPDATE",
                    pgid="pgtrigger_only_redaction_8243e",
                    table="ambitions_lineanswer",
                    when="BEFORE",
                ),
            ),
        ),
    ]
