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
        ("decisions", "0001_initial"),
        ("files", "0001_initial"),
        ("network", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                (
                    "route",
                    models.CharField(
                        choices=[("vooraf", "route I: commitment vooraf"), ("achteraf", "route II: commitment achteraf")],
                        max_length=10,
                        verbose_name="route",
                    ),
                ),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("text", models.TextField(max_length=20000, verbose_name="tekst")),
                ("asks", models.TextField(max_length=3000, verbose_name="wat het van wie vraagt")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("evaluate_date", models.DateField(verbose_name="evaluatie")),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("huizen", "Stuurgroep voor de zorg- en veiligheidshuizen"),
                            ("verbinder", "bestuurlijk verbinder in het zorg- en veiligheidsdomein"),
                        ],
                        default="huizen",
                        max_length=12,
                        verbose_name="functie",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("overeengekomen", "als concept overeengekomen"),
                            ("gevraagd", "standpunten gevraagd"),
                            ("voorgelegd", "voorgelegd aan de Stuurgroep"),
                            ("teruggelegd", "teruggelegd"),
                            ("bekrachtigd", "bekrachtigd"),
                            ("vervangen", "vervangen"),
                            ("uitgewerkt", "uitgewerkt"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="concept",
                        max_length=16,
                        verbose_name="stand",
                    ),
                ),
                ("state_since", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="network.organisation",
                        verbose_name="eigenaar",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="ratification.agreement",
                        verbose_name="vervangt",
                    ),
                ),
            ],
            options={
                "verbose_name": "landelijke afspraak",
                "verbose_name_plural": "landelijke afspraken",
                "ordering": ["-state_since", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="state_is_last_step",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE last text; mine text;",
                            func="\n            SELECT state INTO mine FROM ratification_agreement WHERE id = NEW.id;\n            SELECT to_state INTO last FROM ratification_agreementstep WHERE agreement_id = NEW.id ORDER BY id DESC LIMIT 1;\n            IF FOUND AND mine IS DISTINCT FROM last OR NOT FOUND THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', TG_TABLE_NAME, NEW.id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="d5d9903d8cfaf0fa2eed623f0cd083fad405c637",
                            operation='INSERT OR UPDATE OF "state"',
                            pgid="pgtrigger_state_is_last_step_2314e",
                            table="ratification_agreement",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementStep",
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
                            ("overeengekomen", "als concept overeengekomen"),
                            ("gevraagd", "standpunten gevraagd"),
                            ("voorgelegd", "voorgelegd aan de Stuurgroep"),
                            ("teruggelegd", "teruggelegd"),
                            ("bekrachtigd", "bekrachtigd"),
                            ("vervangen", "vervangen"),
                            ("uitgewerkt", "uitgewerkt"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        max_length=16,
                        null=True,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("overeengekomen", "als concept overeengekomen"),
                            ("gevraagd", "standpunten gevraagd"),
                            ("voorgelegd", "voorgelegd aan de Stuurgroep"),
                            ("teruggelegd", "teruggelegd"),
                            ("bekrachtigd", "bekrachtigd"),
                            ("vervangen", "vervangen"),
                            ("uitgewerkt", "uitgewerkt"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        max_length=16,
                    ),
                ),
                ("reason", models.TextField(null=True, verbose_name="reden")),
                ("taken_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="ratification.agreement",
                        verbose_name="afspraak",
                    ),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_steps",
                        to="decisions.decision",
                        verbose_name="besluit",
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
                "verbose_name": "stap van een afspraak",
                "verbose_name_plural": "stappen van afspraken",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision__isnull", True), ("reason__isnull", True), _connector="OR"),
                        name="agreement_step_copies_nothing",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="8a87a5ad792741978de9418e679ba93b02493acd",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_06ac1",
                            table="ratification_agreementstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="c9bf5ab52a6c547266f6e42359b58fd32759ed40",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_2e2d9",
                            table="ratification_agreementstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="f2ca447ba05edba637f6be13490c3970a3019f66",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_9e10d",
                            table="ratification_agreementstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="step_sets_state",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE before text; last text; mine text;",
                            func="\n            SELECT to_state INTO before FROM ratification_agreementstep WHERE agreement_id = NEW.agreement_id AND id < NEW.id ORDER BY id DESC LIMIT 1;\n            IF before IS DISTINCT FROM NEW.from_state THEN\n                RAISE EXCEPTION 'step % of % starts at %, the one before ended at %', NEW.id, TG_TABLE_NAME, NEW.from_state, before;\n            END IF;\n            SELECT to_state INTO last FROM ratification_agreementstep WHERE agreement_id = NEW.agreement_id ORDER BY id DESC LIMIT 1;\n            SELECT state INTO mine FROM ratification_agreement WHERE id = NEW.agreement_id;\n            IF mine IS DISTINCT FROM last THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', 'ratification_agreement', NEW.agreement_id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="b6f584f219e945bb5b0513105b448f90027b1780",
                            operation="INSERT",
                            pgid="pgtrigger_step_sets_state_3ee0d",
                            table="ratification_agreementstep",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                ("title", models.CharField(max_length=140, null=True, verbose_name="titel")),
                ("text", models.TextField(null=True, verbose_name="tekst")),
                ("asks", models.TextField(null=True, verbose_name="wat het van wie vraagt")),
                ("note", models.TextField(null=True, verbose_name="wat er anders is")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("evaluate_date", models.DateField(verbose_name="evaluatie")),
                ("fixed_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="ratification.agreement",
                        verbose_name="afspraak",
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
                "verbose_name": "versie van een afspraak",
                "verbose_name_plural": "versies van afspraken",
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("agreement", "number"), name="agreement_version_number")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e6d2373c840b909a0a754250e4d475399f329c10",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_e13dd",
                            table="ratification_agreementversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="21250b6654424af1d448186125cafd670f9d62fc",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_fb211",
                            table="ratification_agreementversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'title' - 'text' - 'asks' - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'title' - 'text' - 'asks' - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.title IS NULL AND NEW.text IS NULL AND NEW.asks IS NULL AND NEW.note IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.title, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.asks, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.note, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.title)::text, 'null') || ',' || coalesce(to_json(NEW.text)::text, 'null') || ',' || coalesce(to_json(NEW.asks)::text, 'null') || ',' || coalesce(to_json(NEW.note)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="ed940298d798c36f39da436032beb8ea92297832",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_ef9db",
                            table="ratification_agreementversion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Asked",
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
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                (
                    "via",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="constituency",
                        to="ratification.asked",
                        verbose_name="achterban van",
                    ),
                ),
            ],
            options={
                "verbose_name": "gevraagde",
                "verbose_name_plural": "gevraagden",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("house__isnull", True), ("organisation__isnull", False)),
                            models.Q(("house__isnull", False), ("organisation__isnull", True)),
                            _connector="OR",
                        ),
                        name="asked_is_organisation_or_house",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Carrying",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(null=True, verbose_name="hoe")),
                ("carried_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carryings",
                        to="ratification.agreement",
                        verbose_name="afspraak",
                    ),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
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
                "verbose_name": "uitdragen van een afspraak",
                "verbose_name_plural": "uitdragen van afspraken",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="054d11e0926d8c8e84d1eb4a5e55da2e4fb58328",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_8f1f8",
                            table="ratification_carrying",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="5a47d7fc231e946fd688c579ab95ae185694bf8f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_d4419",
                            table="ratification_carrying",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="4a88c4a8d61a35a8ce7f2e229c12cfdcfd5c1304",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_c36d5",
                            table="ratification_carrying",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConstituencyReport",
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
                ("consulted_date", models.DateField(verbose_name="geraadpleegd op")),
                ("how", models.TextField(null=True, verbose_name="hoe")),
                ("with_whom", models.TextField(null=True, verbose_name="met wie")),
                ("outcome", models.TextField(null=True, verbose_name="wat eruit kwam")),
                ("reported_at", models.DateTimeField()),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="ratification.asked",
                        verbose_name="van wie",
                    ),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="document",
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
                "verbose_name": "achterbanverslag",
                "verbose_name_plural": "achterbanverslagen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="77a4e51c65e61da2013ad9b20ed69cf8b7d075c4",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_5e2cd",
                            table="ratification_constituencyreport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="532df3bd510b29b098bb239b487163dbb4069940",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_b03ef",
                            table="ratification_constituencyreport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'how' - 'with_whom' - 'outcome' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'how' - 'with_whom' - 'outcome' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.how IS NULL AND NEW.with_whom IS NULL AND NEW.outcome IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.how, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.with_whom, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.outcome, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.how)::text, 'null') || ',' || coalesce(to_json(NEW.with_whom)::text, 'null') || ',' || coalesce(to_json(NEW.outcome)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="5ee21e1ecfb9dfbb725776b79db6bbee96818c82",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_070b6",
                            table="ratification_constituencyreport",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Position",
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
                    "stance",
                    models.CharField(
                        choices=[
                            ("akkoord", "akkoord"),
                            ("kanttekening", "akkoord met kanttekening"),
                            ("niet_akkoord", "niet akkoord"),
                        ],
                        max_length=14,
                        verbose_name="standpunt",
                    ),
                ),
                ("reason", models.TextField(null=True, verbose_name="reden")),
                ("agreed_by", models.TextField(null=True, verbose_name="met wie afgestemd")),
                ("agreed_date", models.DateField(null=True, verbose_name="afgestemd op")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("portaal", "in het portaal"),
                            ("telefoon", "per telefoon"),
                            ("mail", "per mail"),
                            ("overleg", "in een overleg"),
                        ],
                        default="portaal",
                        max_length=10,
                        verbose_name="hoe het binnenkwam",
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="gegeven op")),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="ratification.asked",
                        verbose_name="van wie",
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
                "verbose_name": "standpunt",
                "verbose_name_plural": "standpunten",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stance", "akkoord"), ("reason__isnull", False), ("redacted_at__isnull", False), _connector="OR"
                        ),
                        name="position_has_its_reason",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="581da2034c5eb0b5453d70d6a73dac9c5cf599a0",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_ad110",
                            table="ratification_position",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="ba8ee092da0043b8b5ac8687aed12faa16b22127",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_ac219",
                            table="ratification_position",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'agreed_by' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'agreed_by' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.agreed_by IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.agreed_by, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ',' || coalesce(to_json(NEW.agreed_by)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="2acb724eecac03739a4a8b6864c545e27dcc4372",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_bf897",
                            table="ratification_position",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PositionConfirmation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("confirmed_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "position",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmation",
                        to="ratification.position",
                        verbose_name="standpunt",
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
                "verbose_name": "bevestiging",
                "verbose_name_plural": "bevestigingen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a0cd1b8ff18369cc521ab0af2bdd85702490675f",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_c298f",
                            table="ratification_positionconfirmation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="5409b7a1762d47a1acfd4a068d8c9bb5b031aad4",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_bee59",
                            table="ratification_positionconfirmation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="f160849d26c5e075b9ee10d0e294df1645d1e209",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_ffe19",
                            table="ratification_positionconfirmation",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ratification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("payload", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("ratified_at", models.DateTimeField(verbose_name="bekrachtigd op")),
                (
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratification",
                        to="ratification.agreement",
                        verbose_name="afspraak",
                    ),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratification",
                        to="decisions.decision",
                        verbose_name="besluit",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratification",
                        to="ratification.agreementversion",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "bekrachtiging",
                "verbose_name_plural": "bekrachtigingen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a9f8e696413b4677ecc691b3d9d6335e46e8e925",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_76b6b",
                            table="ratification_ratification",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="623899eb8727bd349ba6ae855f2cb472dff72204",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_0194b",
                            table="ratification_ratification",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="30cf9887264ff67d74f6c260b4a6fc5530535060",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_68cde",
                            table="ratification_ratification",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_id", models.BigIntegerField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="ratification.agreement",
                        verbose_name="afspraak",
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
                "verbose_name": "verwijzing van een afspraak",
                "verbose_name_plural": "verwijzingen van afspraken",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["subject_type", "subject_id"], name="agreement_reference")],
                "constraints": [
                    models.UniqueConstraint(fields=("agreement", "subject_type", "subject_id"), name="agreement_refers_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RemarkAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(null=True, verbose_name="antwoord")),
                ("answered_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "position",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="ratification.position",
                        verbose_name="standpunt",
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
                "verbose_name": "antwoord op een kanttekening",
                "verbose_name_plural": "antwoorden op kanttekeningen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f85c0ea4874cb0aa92b71781194695a62a498558",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_38382",
                            table="ratification_remarkanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="257b11f20495cde68d08d77834067772c0b3126d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_e4698",
                            table="ratification_remarkanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="14fe6607e12f2ee109a025fffd476cf2c71bf194",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_b17a9",
                            table="ratification_remarkanswer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemarkSettlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("settled_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "position",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlement",
                        to="ratification.position",
                        verbose_name="standpunt",
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
                "verbose_name": "afgedane kanttekening",
                "verbose_name_plural": "afgedane kanttekeningen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b0c9099ac4ebece74a8e5918a49b1b15f17eb207",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_447e2",
                            table="ratification_remarksettlement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f092de996ad5684ff34574838198ff6b320e6a72",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_57bad",
                            table="ratification_remarksettlement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="c938c7cc752e09b90be6576a8016cc5c19a55267",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_6f8e3",
                            table="ratification_remarksettlement",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
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
                ("opened_at", models.DateTimeField(verbose_name="geopend op")),
                ("first_term", models.DateTimeField(verbose_name="termijn bij opening")),
                ("shows_positions", models.BooleanField(default=True, verbose_name="standpunten zichtbaar voor elkaar")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="ratification.agreement",
                        verbose_name="afspraak",
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
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="round",
                        to="ratification.agreementversion",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "ronde",
                "verbose_name_plural": "rondes",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="08ffbb6859354032f4f078746c9d810510158318",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_941ef",
                            table="ratification_round",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="668e59bac2391c837b24fa65d40e785f1179b0d2",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_69932",
                            table="ratification_round",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="5489b6f7112d5c247069d24eb177b80421fca190",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_1d1cb",
                            table="ratification_round",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="asked",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="ratification.round", verbose_name="ronde"
            ),
        ),
        migrations.CreateModel(
            name="RoundEnd",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("termijn", "de termijn is voorbij"),
                            ("allen", "iedereen heeft geantwoord"),
                            ("gewijzigd", "de tekst is gewijzigd"),
                            ("ingetrokken", "de afspraak is ingetrokken"),
                        ],
                        max_length=12,
                        verbose_name="waarom",
                    ),
                ),
                ("ended_at", models.DateTimeField()),
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
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="end",
                        to="ratification.round",
                        verbose_name="ronde",
                    ),
                ),
            ],
            options={
                "verbose_name": "einde van een ronde",
                "verbose_name_plural": "eindes van rondes",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="421280b03adc8de3667426c0f3b2cd5c91da83e1",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_297a5",
                            table="ratification_roundend",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="91ffba4a9d979cc0a132c3054f08a087cfea8c5a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_53152",
                            table="ratification_roundend",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="efec4d8ec4f2e8160f59260215f6a24605cc5bd3",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_8eb8c",
                            table="ratification_roundend",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundExtension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("closes_at", models.DateTimeField(verbose_name="nieuwe termijn")),
                ("reason", models.TextField(null=True, verbose_name="reden")),
                ("extended_at", models.DateTimeField()),
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="ratification.round",
                        verbose_name="ronde",
                    ),
                ),
            ],
            options={
                "verbose_name": "verlenging",
                "verbose_name_plural": "verlengingen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a111cdd8b54174707d691d3cc3908708d6e831a6",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_d08cf",
                            table="ratification_roundextension",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="42824de8ec5c846064344463a965d93263d57eef",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_29c8a",
                            table="ratification_roundextension",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="8480d396318517cbf1723d24772528c0acaa90aa",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_c2b47",
                            table="ratification_roundextension",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uptake",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("werkt", "werkt ermee"),
                            ("begint", "begint ermee"),
                            ("nog_niet", "nog niet begonnen"),
                            ("kan_niet", "kan er niet mee werken"),
                        ],
                        max_length=10,
                        verbose_name="hoe het ermee staat",
                    ),
                ),
                ("text", models.TextField(null=True, verbose_name="toelichting")),
                ("reported_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uptakes",
                        to="ratification.agreement",
                        verbose_name="afspraak",
                    ),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.house", verbose_name="huis"
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
                "verbose_name": "uitvoering door een huis",
                "verbose_name_plural": "uitvoering door huizen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d5d78649938aabc79b111a2eddd6ce0d4cc1999f",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_a894e",
                            table="ratification_uptake",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="c89835f1ecc3d7c0b5ecf941548201a4cb99f47c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_85dd8",
                            table="ratification_uptake",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="3136cc30bb02f1eec117e5e9e88c931826c65fa8",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_fafbb",
                            table="ratification_uptake",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="asked",
            constraint=models.UniqueConstraint(fields=("round", "organisation"), name="asked_organisation_once"),
        ),
        migrations.AddConstraint(
            model_name="asked",
            constraint=models.UniqueConstraint(fields=("round", "house"), name="asked_house_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="asked",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="233cffaaa495426c6ab2c8c00fb224c07d9d2535",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_0fb8b",
                    table="ratification_asked",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="asked",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                    hash="fa1c281d2bc7543555f7437f6c7f68b839f6a969",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_f83ab",
                    table="ratification_asked",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="asked",
            trigger=pgtrigger.compiler.Trigger(
                name="no_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="78d174503e514399212b35969820833216a77720",
                    operation="UPDATE",
                    pgid="pgtrigger_no_update_47da5",
                    table="ratification_asked",
                    when="BEFORE",
                ),
            ),
        ),
    ]
