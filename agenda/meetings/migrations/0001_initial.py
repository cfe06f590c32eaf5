import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("decisions", "0001_initial"),
        ("files", "0001_initial"),
        ("knelpunten", "0001_initial"),
        ("network", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "ter opening"),
                            ("informatie", "ter informatie"),
                            ("bespreking", "ter bespreking"),
                            ("besluitvorming", "ter besluitvorming"),
                            ("bekrachtiging", "ter bekrachtiging"),
                            ("rondvraag", "rondvraag"),
                        ],
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("question", models.TextField(blank=True, max_length=1000, verbose_name="vraag aan de tafel")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minuten")),
                ("presenter", models.CharField(blank=True, max_length=120, verbose_name="wie leidt in")),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("huizen", "Stuurgroep voor de zorg- en veiligheidshuizen"),
                            ("verbinder", "bestuurlijk verbinder in het zorg- en veiligheidsdomein"),
                        ],
                        max_length=12,
                        verbose_name="functie",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("vertrouwelijk", "vertrouwelijk"), ("leden", "voor leden"), ("open", "openbaar")],
                        default="open",
                        max_length=14,
                        verbose_name="wie het leest",
                    ),
                ),
                ("advice", models.TextField(blank=True, max_length=2000, verbose_name="advies van de Klankbordgroep")),
                ("costs", models.TextField(blank=True, max_length=1000, verbose_name="geld")),
                ("risks", models.TextField(blank=True, max_length=1000, verbose_name="risico's")),
                ("subject_id", models.BigIntegerField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "carried_from",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="meetings.agendaitem",
                        verbose_name="stond eerder op",
                    ),
                ),
                (
                    "subject_type",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "verbose_name": "agendapunt",
                "verbose_name_plural": "agendapunten",
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("visibility", "vertrouwelijk"), _negated=True),
                            ("subject_type__isnull", True),
                            _connector="OR",
                        ),
                        name="confidential_item_is_about_nothing_on_the_lists",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Arrangement",
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
                    "kind",
                    models.CharField(
                        choices=[("toezegging", "toezegging"), ("afspraak", "afspraak")], max_length=12, verbose_name="soort"
                    ),
                ),
                ("text", models.TextField(null=True, verbose_name="wat is afgesproken")),
                ("due_date", models.DateField(null=True, verbose_name="uiterlijk op")),
                ("made_at", models.DateTimeField(verbose_name="afgesproken op")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.membership",
                        verbose_name="wie doet het",
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
                "verbose_name": "afspraak of toezegging",
                "verbose_name_plural": "afspraken en toezeggingen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d7829f504ab07373074000a5a4ebf7232454c5b5",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_dc6c4",
                            table="meetings_arrangement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="d735831caa441a9399c4cc7a2fabfa7e2df0e768",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_d0633",
                            table="meetings_arrangement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="9f79c8b278a0e7c82103848e137dcc9ea2f6f936",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_34d09",
                            table="meetings_arrangement",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ArrangementEnd",
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
                        choices=[("nagekomen", "nagekomen"), ("vervangen", "vervangen"), ("uitgewerkt", "uitgewerkt")],
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("note", models.TextField(null=True, verbose_name="toelichting")),
                ("ended_at", models.DateTimeField()),
                (
                    "arrangement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="end",
                        to="meetings.arrangement",
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
                "verbose_name": "einde van een afspraak",
                "verbose_name_plural": "eindes van afspraken",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e7d8a24b5288df13e6d855e06d68947f3f9c9b00",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_15ca1",
                            table="meetings_arrangementend",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="d4e87dbdb2f4525f7272dc726637a15d003df893",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_18bc1",
                            table="meetings_arrangementend",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'note' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.note IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.note, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.note)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="0f4a10cdeb348ba7e8cedd0a8ac6f9591f288a90",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_c3c20",
                            table="meetings_arrangementend",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quorum",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="zoveel organisaties moeten er zijn"),
                ),
                ("allows_written", models.BooleanField(default=False, verbose_name="besluit ook schriftelijk")),
                ("source", models.CharField(blank=True, max_length=140, verbose_name="waar dat staat")),
                (
                    "body",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="own_rules",
                        to="network.body",
                        verbose_name="gremium",
                    ),
                ),
            ],
            options={
                "verbose_name": "eigen regels van een gremium",
                "verbose_name_plural": "eigen regels van gremia",
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="ingetrokken op")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda-abonnement",
                "verbose_name_plural": "agenda-abonnementen",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Guest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("invited_at", models.DateTimeField(verbose_name="uitgenodigd op")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guests",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guest_of",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "gast",
                "verbose_name_plural": "gasten",
                "constraints": [models.UniqueConstraint(fields=("item", "user"), name="guest_once_an_item")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5a7da994c45ae70b6bfb552037d9f1ff79ee5bb5",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_b6b62",
                            table="meetings_guest",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="22b89127d3263b8d718c39b583255a2c7ab34a2b",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_2b6c6",
                            table="meetings_guest",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="9b5f2d69fda22e6feb2ecc9238151f66bf44bdd1",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_68249",
                            table="meetings_guest",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("vraagstuk", "vraagstuk"), ("dilemma", "dilemma")], max_length=12, verbose_name="soort"
                    ),
                ),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("question", models.TextField(max_length=1000, verbose_name="vraag")),
                ("background", models.TextField(blank=True, max_length=2000, verbose_name="achtergrond")),
                ("raised_at", models.DateTimeField(verbose_name="aangedragen op")),
                (
                    "item",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="issue",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.membership",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.theme",
                        verbose_name="thema",
                    ),
                ),
            ],
            options={
                "verbose_name": "vraagstuk of dilemma",
                "verbose_name_plural": "vraagstukken en dilemma's",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ItemDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="taken_at_item", to="decisions.decision"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="outcome", to="meetings.agendaitem"
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
                "verbose_name": "besluit bij een agendapunt",
                "verbose_name_plural": "besluiten bij agendapunten",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d67160f1d253f772b46818b63893dbf1830bcd83",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_6130a",
                            table="meetings_itemdecision",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="544e6a87332596668dfb424ca28fca189f52988c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_1516c",
                            table="meetings_itemdecision",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="7691290f82b71b8b27808bade7e4e5b26d919b1e",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_9309e",
                            table="meetings_itemdecision",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemNotes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(blank=True, max_length=8000, verbose_name="aantekeningen")),
                ("version", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(null=True, verbose_name="bewaard op")),
                ("saved_by", models.CharField(blank=True, max_length=200, verbose_name="door")),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "aantekeningen",
                "verbose_name_plural": "aantekeningen",
            },
        ),
        migrations.CreateModel(
            name="ItemTreatment",
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
                            ("besproken", "besproken"),
                            ("niet_behandeld", "niet behandeld: gaat door naar de volgende vergadering"),
                        ],
                        max_length=16,
                        verbose_name="wat ermee gebeurde",
                    ),
                ),
                ("treated_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="treatment", to="meetings.agendaitem"
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
                "verbose_name": "behandeling",
                "verbose_name_plural": "behandelingen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a0786d51852a61d318b7e649c3a2f7cf073b7b0e",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_9a3e5",
                            table="meetings_itemtreatment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="96dedbf56157a772fe179b61cc533faaed474307",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_84635",
                            table="meetings_itemtreatment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="ceb860c0dc98ff840b4c914323436b571dcad85c",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_7fbce",
                            table="meetings_itemtreatment",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("starts_at", models.DateTimeField(verbose_name="begint")),
                ("ends_at", models.DateTimeField(null=True, verbose_name="eindigt")),
                ("location", models.CharField(blank=True, max_length=120, verbose_name="plaats")),
                ("is_confidential", models.BooleanField(default=False, verbose_name="vertrouwelijke vergadering")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gepland", "gepland"),
                            ("in_voorbereiding", "agenda in voorbereiding"),
                            ("stukken_verzonden", "stukken verzonden"),
                            ("geopend", "geopend"),
                            ("gesloten", "gesloten"),
                            ("verslag_concept", "verslag concept"),
                            ("verslag_vastgesteld", "verslag vastgesteld"),
                            ("vervallen", "gaat niet door"),
                        ],
                        default="gepland",
                        max_length=20,
                        verbose_name="stand",
                    ),
                ),
                ("current_since", models.DateTimeField(null=True, verbose_name="aan de orde sinds")),
                ("sequence", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="network.body",
                        verbose_name="gremium",
                    ),
                ),
                (
                    "current_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="meetings.agendaitem",
                        verbose_name="aan de orde",
                    ),
                ),
                (
                    "prepares",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prepared_by",
                        to="meetings.meeting",
                        verbose_name="bereidt voor",
                    ),
                ),
            ],
            options={
                "verbose_name": "vergadering",
                "verbose_name_plural": "vergaderingen",
                "ordering": ["-starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "gepland",
                                    "in_voorbereiding",
                                    "stukken_verzonden",
                                    "geopend",
                                    "gesloten",
                                    "verslag_concept",
                                    "verslag_vastgesteld",
                                    "vervallen",
                                ],
                            )
                        ),
                        name="meeting_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__isnull", True), ("ends_at__gt", models.F("starts_at")), _connector="OR"),
                        name="meeting_ends_after_start",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="state_is_last_step",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE last text; mine text;",
                            func="\n            SELECT state INTO mine FROM meetings_meeting WHERE id = NEW.id;\n            SELECT to_state INTO last FROM meetings_meetingstep WHERE meeting_id = NEW.id ORDER BY id DESC LIMIT 1;\n            IF FOUND AND mine IS DISTINCT FROM last OR NOT FOUND THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', TG_TABLE_NAME, NEW.id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="bf4e4212db82728e4899603b4dcaa988b125e7e8",
                            operation='INSERT OR UPDATE OF "state"',
                            pgid="pgtrigger_state_is_last_step_c61de",
                            table="meetings_meeting",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IssueChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("is_chosen", models.BooleanField(verbose_name="voorgelegd")),
                ("wording", models.TextField(null=True, verbose_name="de vraag aan de Stuurgroep, of waarom niet")),
                ("chosen_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "issue",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choice",
                        to="meetings.issue",
                        verbose_name="vraagstuk",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.meeting",
                        verbose_name="vergadering",
                    ),
                ),
            ],
            options={
                "verbose_name": "keuze van de Klankbordgroep",
                "verbose_name_plural": "keuzes van de Klankbordgroep",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="7e4c765ab649588f4d4c9d565a41cc24bad06cc0",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_7d0f8",
                            table="meetings_issuechoice",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="d355fceec360c5599991182d650b7959973ae3e1",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_21177",
                            table="meetings_issuechoice",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'wording' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'wording' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.wording IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.wording, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.wording)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="c332481b0a0dc30387d1364b3cab9aeebf6da137",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_d5b83",
                            table="meetings_issuechoice",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiscussionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("reason", models.TextField(null=True, verbose_name="waarom")),
                ("asked_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "knelpunt",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="knelpunten.knelpunt"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="discussion_requests", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "verzoek om bespreking",
                "verbose_name_plural": "verzoeken om bespreking",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "knelpunt", "by_seat"), name="member_asks_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="3280c3ee0cde1204fd6fb6f5259fb04df267a0b6",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_4ac35",
                            table="meetings_discussionrequest",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="fd522aacc295ecedfb2eb0ae45d40928bba7710d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_e58db",
                            table="meetings_discussionrequest",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="4a7fe81775b5a9d3480bc2d881b3fb7724da7f2d",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_b955b",
                            table="meetings_discussionrequest",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("indienen", "punten en stukken indienen"),
                            ("weging", "wegen sluit"),
                            ("consultatie", "achterban raadplegen"),
                            ("stukken", "stukken versturen"),
                            ("verslag", "verslag in concept"),
                        ],
                        max_length=12,
                        verbose_name="waarvoor",
                    ),
                ),
                ("date", models.DateField(verbose_name="uiterlijk op")),
                ("is_own", models.BooleanField(default=False, verbose_name="met de hand gezet")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="meetings.meeting",
                        verbose_name="vergadering",
                    ),
                ),
            ],
            options={
                "verbose_name": "termijn",
                "verbose_name_plural": "termijnen",
                "ordering": ["date", "pk"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "kind"), name="deadline_once_a_meeting")],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("aanwezig", "aanwezig"),
                            ("vervangen", "vervangen"),
                            ("afgemeld", "afgemeld"),
                            ("afwezig", "afwezig"),
                        ],
                        max_length=10,
                        verbose_name="aanwezigheid",
                    ),
                ),
                ("replaced_by", models.CharField(blank=True, max_length=120, verbose_name="door wie vervangen")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.membership",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="meetings.meeting",
                        verbose_name="vergadering",
                    ),
                ),
            ],
            options={
                "verbose_name": "presentie",
                "verbose_name_plural": "presentie",
                "constraints": [models.UniqueConstraint(fields=("meeting", "membership"), name="attendance_once_a_meeting")],
            },
        ),
        migrations.CreateModel(
            name="AgendaVersion",
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
                ("sent_at", models.DateTimeField(verbose_name="verstuurd op")),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="meetings.meeting",
                        verbose_name="vergadering",
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een agenda",
                "verbose_name_plural": "versies van agenda's",
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "number"), name="agenda_version_in_meeting")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2bb314b990cfb6c90f6dd5333ff6049d2c286430",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_af893",
                            table="meetings_agendaversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="9fe83df0ae8ddaa9d58785391c953e54ec8352bc",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_2e857",
                            table="meetings_agendaversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="190aeac184c1867160042739bceb82a70123aace",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_de16e",
                            table="meetings_agendaversion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("asked_at", models.DateTimeField()),
                ("begun_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField(null=True)),
                ("done", models.PositiveSmallIntegerField(default=0)),
                ("total", models.PositiveSmallIntegerField(default=0)),
                ("failure", models.CharField(blank=True, max_length=300)),
                ("content", models.BinaryField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sets",
                        to="meetings.meeting",
                        verbose_name="vergadering",
                    ),
                ),
            ],
            options={
                "verbose_name": "vergaderset",
                "verbose_name_plural": "vergadersets",
                "constraints": [models.UniqueConstraint(fields=("meeting", "user"), name="one_set_a_reader")],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="meetings.meeting",
                verbose_name="vergadering",
            ),
        ),
        migrations.CreateModel(
            name="MeetingInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveIntegerField(verbose_name="volgnummer")),
                ("is_cancelled", models.BooleanField(default=False, verbose_name="afgezegd")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="verstuurd op")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="meetings.meeting",
                        verbose_name="vergadering",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging voor een vergadering",
                "verbose_name_plural": "uitnodigingen voor vergaderingen",
                "constraints": [models.UniqueConstraint(fields=("meeting", "user", "sequence"), name="invitation_once_a_change")],
            },
        ),
        migrations.CreateModel(
            name="MeetingMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("from_starts_at", models.DateTimeField(verbose_name="was")),
                ("to_starts_at", models.DateTimeField(null=True, verbose_name="wordt")),
                ("reason", models.TextField(null=True, verbose_name="reden")),
                ("moved_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="meetings.meeting"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "verplaatsing van een vergadering",
                "verbose_name_plural": "verplaatsingen van vergaderingen",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="69c0fb152deed175ae8e7439ff4bb489405caf65",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_baa19",
                            table="meetings_meetingmove",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="86a9a46da73bbeb2f60bbb6451a06332fcad1fc6",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_3d1d6",
                            table="meetings_meetingmove",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="a2af2cd8e555a05135eedb162f1c1fea1fb86362",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_4bf10",
                            table="meetings_meetingmove",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingStep",
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
                            ("gepland", "gepland"),
                            ("in_voorbereiding", "agenda in voorbereiding"),
                            ("stukken_verzonden", "stukken verzonden"),
                            ("geopend", "geopend"),
                            ("gesloten", "gesloten"),
                            ("verslag_concept", "verslag concept"),
                            ("verslag_vastgesteld", "verslag vastgesteld"),
                            ("vervallen", "gaat niet door"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("gepland", "gepland"),
                            ("in_voorbereiding", "agenda in voorbereiding"),
                            ("stukken_verzonden", "stukken verzonden"),
                            ("geopend", "geopend"),
                            ("gesloten", "gesloten"),
                            ("verslag_concept", "verslag concept"),
                            ("verslag_vastgesteld", "verslag vastgesteld"),
                            ("vervallen", "gaat niet door"),
                        ],
                        max_length=20,
                    ),
                ),
                ("taken_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="meetings.meeting"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "stap",
                "verbose_name_plural": "stappen",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["meeting", "-id"], name="meeting_last_step")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e6389195cb24caeb1e7f7c9de7b3ee58369849a4",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_4cb6e",
                            table="meetings_meetingstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="e04b912b7ef4a756db1148c2bdaf957ec57ecbae",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_12971",
                            table="meetings_meetingstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="2459be355a55de906c747c705b9245ead20fe774",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_02a4b",
                            table="meetings_meetingstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="step_sets_state",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE before text; last text; mine text;",
                            func="\n            SELECT to_state INTO before FROM meetings_meetingstep WHERE meeting_id = NEW.meeting_id AND id < NEW.id ORDER BY id DESC LIMIT 1;\n            IF before IS DISTINCT FROM NEW.from_state THEN\n                RAISE EXCEPTION 'step % of % starts at %, the one before ended at %', NEW.id, TG_TABLE_NAME, NEW.from_state, before;\n            END IF;\n            SELECT to_state INTO last FROM meetings_meetingstep WHERE meeting_id = NEW.meeting_id ORDER BY id DESC LIMIT 1;\n            SELECT state INTO mine FROM meetings_meeting WHERE id = NEW.meeting_id;\n            IF mine IS DISTINCT FROM last THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', 'meetings_meeting', NEW.meeting_id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="f8cd13510e1bc3bee8e45b990c1863b9c8db8cc3",
                            operation="INSERT",
                            pgid="pgtrigger_step_sets_state_7dd57",
                            table="meetings_meetingstep",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_id", models.BigIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
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
                "verbose_name": "onderwerp van een agendapunt",
                "verbose_name_plural": "onderwerpen van agendapunten",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["subject_type", "subject_id"], name="mention_subject")],
                "constraints": [
                    models.UniqueConstraint(fields=("item", "subject_type", "subject_id"), name="item_mentions_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NotedKnelpunt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("ended_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "knelpunt",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="knelpunten.knelpunt"),
                ),
                (
                    "meeting",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="noted", to="meetings.meeting"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "knelpunt ter kennisname",
                "verbose_name_plural": "knelpunten ter kennisname",
                "constraints": [models.UniqueConstraint(fields=("meeting", "knelpunt"), name="knelpunt_is_noted_once_a_meeting")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="88cd31a0e4eaa52c2005f959dfe0721d683693c2",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_1224a",
                            table="meetings_notedknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="50995ddeb8750ab288ac02cc0cea6ef4c483976c",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_5e3cb",
                            table="meetings_notedknelpunt",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="e9713015154c4d73379cdd1163adebb209c7b059",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_ae9b4",
                            table="meetings_notedknelpunt",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="notitie")),
                ("is_marked", models.BooleanField(default=False, verbose_name="gemarkeerd")),
                ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_notes",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                        verbose_name="gedeeld met",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "eigen notitie",
                "verbose_name_plural": "eigen notities",
                "constraints": [models.UniqueConstraint(fields=("item", "user"), name="own_note_once_an_item")],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                (
                    "visibility",
                    models.CharField(
                        choices=[("vertrouwelijk", "vertrouwelijk"), ("leden", "voor leden"), ("open", "openbaar")],
                        default="vertrouwelijk",
                        max_length=14,
                        verbose_name="wie het leest",
                    ),
                ),
                ("is_for_klankbordgroep", models.BooleanField(default=False, verbose_name="ook voor de Klankbordgroep")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="weggehaald op")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "stuk",
                "verbose_name_plural": "stukken",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperVersion",
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
                ("added_at", models.DateTimeField()),
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
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="bestand",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="meetings.paper",
                        verbose_name="stuk",
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
                "verbose_name": "versie van een stuk",
                "verbose_name_plural": "versies van stukken",
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("paper", "number"), name="paper_version_number")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="0e8b3aefa4d7b6d981e7d52171e7dedb2fb5cd6d",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_4178a",
                            table="meetings_paperversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="213b3faf88dd24a3712e855667b74472224c37dc",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_3dcaf",
                            table="meetings_paperversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="5a1b90e77d26e7f1e314964d3d2f1f6179e2f6ee",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_ddbf7",
                            table="meetings_paperversion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=200, verbose_name="namens")),
                ("opened_at", models.DateTimeField(verbose_name="voor het eerst geopend")),
                ("times", models.PositiveIntegerField(default=1, verbose_name="keren")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="meetings.paperversion",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "opening van een stuk",
                "verbose_name_plural": "openingen van stukken",
                "ordering": ["opened_at"],
                "constraints": [models.UniqueConstraint(fields=("version", "user"), name="opening_once_a_person")],
            },
        ),
        migrations.CreateModel(
            name="PaperWidening",
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
                    "visibility",
                    models.CharField(
                        choices=[("vertrouwelijk", "vertrouwelijk"), ("leden", "voor leden"), ("open", "openbaar")],
                        max_length=14,
                        verbose_name="wordt",
                    ),
                ),
                ("is_for_klankbordgroep", models.BooleanField(verbose_name="ook voor de Klankbordgroep")),
                ("asked_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="widenings",
                        to="meetings.paper",
                        verbose_name="stuk",
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
                "verbose_name": "vraag om meer lezers",
                "verbose_name_plural": "vragen om meer lezers",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b43e372735c18018890b22be24bfce65e3790f72",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_7ed54",
                            table="meetings_paperwidening",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="ef925dae270276d8d0f1afc6c585547c8cb3c3e6",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_94b8b",
                            table="meetings_paperwidening",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="a0b15f6bc0b8f1e9e983999f352018409e1d9075",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_e4d3d",
                            table="meetings_paperwidening",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperConfirmation",
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
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "widening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="confirmation", to="meetings.paperwidening"
                    ),
                ),
            ],
            options={
                "verbose_name": "akkoord van een tweede persoon",
                "verbose_name_plural": "akkoorden van een tweede persoon",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="0b3a0b99d631e6cc2789fa51c46e1f29ed1ba0c5",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_b8a2e",
                            table="meetings_paperconfirmation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="e4b85685e496b5ec20e392d6d06c88dd11c32283",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_b2d7a",
                            table="meetings_paperconfirmation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="d8eff7a7a1db1265d7f513c18722f24b67a22406",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_8ab7c",
                            table="meetings_paperconfirmation",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicList",
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
                ("published_at", models.DateTimeField(verbose_name="openbaar sinds")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_lists",
                        to="meetings.meeting",
                        verbose_name="vergadering",
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
                "verbose_name": "openbare besluitenlijst",
                "verbose_name_plural": "openbare besluitenlijsten",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "number"), name="public_list_version")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f841b65f0b8583c195cce675bab686d4f4e56365",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_0b03d",
                            table="meetings_publiclist",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="ccaaf0347f143dd52509320fe4db4ee119a583ea",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_39e0e",
                            table="meetings_publiclist",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="c34de359e8eec1700bf6940bfe96959c06267163",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_d0933",
                            table="meetings_publiclist",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("title", models.TextField(null=True, verbose_name="titel")),
                ("text", models.TextField(null=True, verbose_name="tekst")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_lines",
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
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="meetings.publiclist",
                        verbose_name="lijst",
                    ),
                ),
            ],
            options={
                "verbose_name": "regel van een openbare besluitenlijst",
                "verbose_name_plural": "regels van openbare besluitenlijsten",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a35fbe1847612ac182aa97156aa0cbe4df7e2f94",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_0b01a",
                            table="meetings_publicline",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="6349d0ea295a41c66effb4e104049558da67cea7",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_d3b89",
                            table="meetings_publicline",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'title' - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'title' - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.title IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.title, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.title)::text, 'null') || ',' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="23047afff5ad401c0cf68998cbd7f391c830d857",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_dfdd6",
                            table="meetings_publicline",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SentItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("item_key", models.BigIntegerField(verbose_name="agendapunt")),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("visibility", models.CharField(max_length=14, verbose_name="wie het leest")),
                ("words", models.TextField(null=True, verbose_name="teksten")),
                (
                    "agenda",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="meetings.agendaversion",
                        verbose_name="agenda",
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
                "verbose_name": "verstuurd agendapunt",
                "verbose_name_plural": "verstuurde agendapunten",
                "ordering": ["number"],
                "indexes": [models.Index(fields=["item_key"], name="sent_item_key")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c1f567aa9e4de653b3428ad4c115e1f02d6bed8e",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_a9447",
                            table="meetings_sentitem",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f68555cb44ae24bce19ea22158fab6b733b16074",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_b12f4",
                            table="meetings_sentitem",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'words' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'words' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.words IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.words, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.words)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="0efadc2b430cef074e73b82695d8723637222d13",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_3935f",
                            table="meetings_sentitem",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SentAbout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_id", models.BigIntegerField()),
                (
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
                (
                    "sent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="about",
                        to="meetings.sentitem",
                        verbose_name="verstuurd agendapunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderwerp van een verstuurd agendapunt",
                "verbose_name_plural": "onderwerpen van verstuurde agendapunten",
                "indexes": [models.Index(fields=["subject_type", "subject_id"], name="sent_about_subject")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5460c9e7dd4ce68f146282a55d04e8c5338dd74e",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_5d822",
                            table="meetings_sentabout",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="bb12fcb787d910276645b301697d5923a33b2875",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_8ca3e",
                            table="meetings_sentabout",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="8f588f62e21d93160841213a4b975a384ed267fc",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_72184",
                            table="meetings_sentabout",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField(verbose_name="plaats")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "ter opening"),
                            ("informatie", "ter informatie"),
                            ("bespreking", "ter bespreking"),
                            ("besluitvorming", "ter besluitvorming"),
                            ("bekrachtiging", "ter bekrachtiging"),
                            ("rondvraag", "rondvraag"),
                        ],
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minuten")),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("huizen", "Stuurgroep voor de zorg- en veiligheidshuizen"),
                            ("verbinder", "bestuurlijk verbinder in het zorg- en veiligheidsdomein"),
                        ],
                        default="verbinder",
                        max_length=12,
                        verbose_name="functie",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standing_items",
                        to="network.body",
                        verbose_name="gremium",
                    ),
                ),
            ],
            options={
                "verbose_name": "vast agendapunt",
                "verbose_name_plural": "vaste agendapunten",
                "ordering": ["body", "place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="VerslagVersion",
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
                ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verslagen",
                        to="meetings.meeting",
                        verbose_name="vergadering",
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
                "verbose_name": "versie van een verslag",
                "verbose_name_plural": "versies van verslagen",
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "number"), name="verslag_version_in_meeting")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="90f496bc99ea48143f05ac84d63b775f33e970c6",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_47783",
                            table="meetings_verslagversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="9272ced2af4817133884bf0f0da6f94a2059631d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_c5e91",
                            table="meetings_verslagversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="59814aeff0ea88e3ca2c1a7f89af969d909733d9",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_b4292",
                            table="meetings_verslagversion",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerslagPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(null=True, verbose_name="tekst")),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verslag_parts",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "verslag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="meetings.verslagversion",
                        verbose_name="verslag",
                    ),
                ),
            ],
            options={
                "verbose_name": "deel van een verslag",
                "verbose_name_plural": "delen van verslagen",
                "constraints": [models.UniqueConstraint(fields=("verslag", "item"), name="verslag_part_once_an_item")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b62a85d7567028f9d358f8270115e3360bc53265",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_b8710",
                            table="meetings_verslagpart",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="d250aeb3d3c1032312dfe28e67438443b074c45d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_233c2",
                            table="meetings_verslagpart",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="58902b6473b882b8c100ca283ea6f64b53a29244",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_0a4c9",
                            table="meetings_verslagpart",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerslagAdoption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_seat", models.BigIntegerField(null=True)),
                ("by_label", models.CharField(max_length=200)),
                ("text_salt", models.CharField(editable=False, max_length=32, null=True)),
                ("text_digest", models.CharField(editable=False, max_length=64, null=True)),
                ("redacted_at", models.DateTimeField(editable=False, null=True)),
                ("redacted_ground", models.CharField(editable=False, max_length=200, null=True)),
                ("withheld_at", models.DateTimeField(editable=False, null=True)),
                ("adopted_at", models.DateTimeField()),
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
                        related_name="adopted_verslag",
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
                    "verslag",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoption",
                        to="meetings.verslagversion",
                        verbose_name="verslag",
                    ),
                ),
            ],
            options={
                "verbose_name": "vaststelling van een verslag",
                "verbose_name_plural": "vaststellingen van verslagen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="46b9af634b9ec50667949131db9b17778241c563",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_c51ca",
                            table="meetings_verslagadoption",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="b189256e36661f98e78e5f9890ccfac4341d9a48",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_ea93b",
                            table="meetings_verslagadoption",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="31e56389666bf5824666481dfac534e54023ab7f",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_f75f3",
                            table="meetings_verslagadoption",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenProcedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("question", models.TextField(max_length=2000, verbose_name="waarover wordt besloten")),
                ("closes_date", models.DateField(verbose_name="antwoord uiterlijk op")),
                ("opened_at", models.DateTimeField(verbose_name="gevraagd op")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedures",
                        to="network.body",
                        verbose_name="gremium",
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedure",
                        to="decisions.decision",
                        verbose_name="besluit",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="procedure",
                        to="meetings.agendaitem",
                        verbose_name="agendapunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "schriftelijke ronde",
                "verbose_name_plural": "schriftelijke rondes",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureAnswer",
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
                    "answer",
                    models.CharField(
                        choices=[
                            ("akkoord", "akkoord"),
                            ("bespreken", "liever bespreken in een vergadering"),
                            ("niet_akkoord", "niet akkoord"),
                        ],
                        max_length=14,
                        verbose_name="antwoord",
                    ),
                ),
                ("text", models.TextField(null=True, verbose_name="toelichting")),
                ("answered_at", models.DateTimeField()),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.membership",
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
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="meetings.writtenprocedure",
                        verbose_name="ronde",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord in een schriftelijke ronde",
                "verbose_name_plural": "antwoorden in schriftelijke rondes",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="8fff82e0da026b48fb67940ef39755c3cf557295",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_17ea9",
                            table="meetings_procedureanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="955da67899de232545b3c42a5537792e30dd219b",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_1afe1",
                            table="meetings_procedureanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="13babcdba5213b4cc1763d5795d8e36ec7e7f874",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_b69f2",
                            table="meetings_procedureanswer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("meeting", "number"),
                name="item_number_in_meeting",
            ),
        ),
    ]
