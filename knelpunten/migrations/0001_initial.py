import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("files", "0001_initial"),
        ("network", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("question", models.CharField(max_length=300, verbose_name="vraag")),
                ("purpose", models.TextField(max_length=1500, verbose_name="waarvoor")),
                (
                    "asked_for",
                    models.CharField(
                        choices=[("stuurgroep", "de Stuurgroep"), ("rijk", "het Rijk, via de Stuurgroep")],
                        default="stuurgroep",
                        max_length=12,
                        verbose_name="namens",
                    ),
                ),
                ("closes_date", models.DateField(verbose_name="antwoorden tot en met")),
                ("put_at", models.DateTimeField(verbose_name="gesteld op")),
                ("completed_at", models.DateTimeField(null=True, verbose_name="alle antwoorden binnen op")),
            ],
            options={
                "verbose_name": "uitvraag",
                "verbose_name_plural": "uitvragen",
                "ordering": ["-put_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="KnelpuntList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("file_name", models.CharField(max_length=200, verbose_name="bestand")),
                ("digest", models.CharField(max_length=64)),
                ("columns", models.JSONField()),
                ("rows", models.JSONField()),
                ("read_at", models.DateTimeField(verbose_name="gelezen op")),
                ("taken_over_at", models.DateTimeField(null=True, verbose_name="overgenomen op")),
            ],
            options={
                "verbose_name": "overgenomen lijst",
                "verbose_name_plural": "overgenomen lijsten",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReasonText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="titel")),
                ("text", models.TextField(max_length=1500, verbose_name="tekst")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("concept", "concept"),
                            ("privacytoets", "in privacytoets"),
                            ("ingediend", "ingediend"),
                            ("in_beoordeling", "in beoordeling"),
                            ("terug_naar_indiener", "terug naar de indiener"),
                            ("op_de_lijst", "op de knelpuntenlijst"),
                            ("gekoppeld", "gekoppeld aan een actie"),
                            ("beantwoord", "beantwoord"),
                            ("elders_belegd", "elders belegd"),
                            ("hoort_in_de_regio", "hoort in de regio"),
                            ("niet_opgenomen", "niet opgenomen"),
                            ("samengevoegd", "samengevoegd met een ander"),
                            ("naar_samenwerkingsagenda", "naar de Samenwerkingsagenda"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        max_length=24,
                        verbose_name="bij uitkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "vaste tekst",
                "verbose_name_plural": "vaste teksten",
                "ordering": ["outcome", "title"],
            },
        ),
        migrations.CreateModel(
            name="InquiryHouse",
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
                ("house", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.house")),
                (
                    "inquiry",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="knelpunten.inquiry"),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "gevraagd huis",
                "verbose_name_plural": "gevraagde huizen",
                "ordering": ["house__sort_key"],
                "constraints": [models.UniqueConstraint(fields=("inquiry", "house"), name="house_is_asked_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d32c36ff418669cb8e614e75f533cb53f5f7509b",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_74371",
                            table="knelpunten_inquiryhouse",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="b335e384fca9445f1165a7f13f268b8e35f381ac",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_16169",
                            table="knelpunten_inquiryhouse",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="aabecb53da02653b5c8af20d20256f1632d08f56",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_7564f",
                            table="knelpunten_inquiryhouse",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Knelpunt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("stelsel", "het stelsel"),
                            ("beleid", "het beleid"),
                            ("werkprocessen", "de werkprocessen"),
                            ("samenwerking", "de samenwerking"),
                        ],
                        max_length=20,
                        verbose_name="ligt in",
                    ),
                ),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("pattern", models.TextField(max_length=1500, verbose_name="het patroon")),
                ("would_help", models.TextField(blank=True, max_length=1000, verbose_name="wat zou helpen")),
                (
                    "frequency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("jaarlijks", "een paar keer per jaar"),
                            ("maandelijks", "elke maand"),
                            ("wekelijks", "elke week"),
                            ("dagelijks", "vrijwel elke dag"),
                        ],
                        max_length=12,
                        verbose_name="hoe vaak",
                    ),
                ),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kort", "korter dan een half jaar"),
                            ("jaar", "een half tot één jaar"),
                            ("jaren", "één tot drie jaar"),
                            ("langer", "langer dan drie jaar"),
                        ],
                        max_length=12,
                        verbose_name="sinds wanneer",
                    ),
                ),
                ("tried", models.TextField(blank=True, max_length=1000, verbose_name="wat is al geprobeerd")),
                (
                    "tried_on",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("operationeel", "operationeel: in het werk zelf"),
                            ("tactisch", "tactisch: tussen leidinggevenden"),
                            ("strategisch", "strategisch: tussen bestuurders"),
                        ],
                        max_length=12,
                        verbose_name="op welk niveau",
                    ),
                ),
                ("discussed_date", models.DateField(null=True, verbose_name="besproken in de regionale stuurgroep")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("privacytoets", "in privacytoets"),
                            ("ingediend", "ingediend"),
                            ("in_beoordeling", "in beoordeling"),
                            ("terug_naar_indiener", "terug naar de indiener"),
                            ("op_de_lijst", "op de knelpuntenlijst"),
                            ("gekoppeld", "gekoppeld aan een actie"),
                            ("beantwoord", "beantwoord"),
                            ("elders_belegd", "elders belegd"),
                            ("hoort_in_de_regio", "hoort in de regio"),
                            ("niet_opgenomen", "niet opgenomen"),
                            ("samengevoegd", "samengevoegd met een ander"),
                            ("naar_samenwerkingsagenda", "naar de Samenwerkingsagenda"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="concept",
                        max_length=24,
                        verbose_name="stand",
                    ),
                ),
                ("drafted_at", models.DateTimeField()),
                ("state_since", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="bij het landelijk bureau sinds")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="teruggekoppeld op")),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("title", "pattern", "would_help", config="dutch"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "ambition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="knelpunten",
                        to="network.ambition",
                        verbose_name="ambitie",
                    ),
                ),
                ("domains", models.ManyToManyField(blank=True, to="network.domain", verbose_name="domeinen")),
                (
                    "house",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="knelpunten",
                        to="network.house",
                        verbose_name="huis",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="knelpunten",
                        to="network.theme",
                        verbose_name="thema",
                    ),
                ),
            ],
            options={
                "verbose_name": "knelpunt",
                "verbose_name_plural": "knelpunten",
                "ordering": ["-state_since", "-pk"],
                "indexes": [
                    models.Index(fields=["theme", "state"], name="knelpunt_list"),
                    models.Index(fields=["theme", "-state_since", "-id"], name="knelpunt_theme_newest"),
                    models.Index(fields=["house", "-state_since", "-id"], name="knelpunt_house_newest"),
                    models.Index(fields=["state", "state_since"], name="knelpunt_waiting"),
                    models.Index(fields=["submitted_at"], name="knelpunt_submitted"),
                    django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="knelpunt_found_by"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("theme__isnull", True), ("ambition__isnull", True), _connector="OR"),
                        name="knelpunt_theme_or_ambition",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["op_de_lijst", "gekoppeld"]), _negated=True),
                            ("theme__isnull", False),
                            ("ambition__isnull", False),
                            _connector="OR",
                        ),
                        name="knelpunt_listed_is_placed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "concept",
                                    "privacytoets",
                                    "ingediend",
                                    "in_beoordeling",
                                    "terug_naar_indiener",
                                    "op_de_lijst",
                                    "gekoppeld",
                                    "beantwoord",
                                    "elders_belegd",
                                    "hoort_in_de_regio",
                                    "niet_opgenomen",
                                    "samengevoegd",
                                    "naar_samenwerkingsagenda",
                                    "ingetrokken",
                                ],
                            )
                        ),
                        name="knelpunt_state_known",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="state_is_last_step",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE last text; mine text;",
                            func="\n            SELECT state INTO mine FROM knelpunten_knelpunt WHERE id = NEW.id;\n            SELECT to_state INTO last FROM knelpunten_knelpuntstep WHERE knelpunt_id = NEW.id ORDER BY id DESC LIMIT 1;\n            IF FOUND AND mine IS DISTINCT FROM last OR NOT FOUND THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', TG_TABLE_NAME, NEW.id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="916870a904d5ea0ad639c9beabef656576742481",
                            operation='INSERT OR UPDATE OF "state"',
                            pgid="pgtrigger_state_is_last_step_4a420",
                            table="knelpunten_knelpunt",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=140, verbose_name="wat is het")),
                ("attached_at", models.DateTimeField()),
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
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="knelpunten.knelpunt"
                    ),
                ),
            ],
            options={
                "verbose_name": "bijlage",
                "verbose_name_plural": "bijlagen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="KnelpuntNote",
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
                        choices=[("aanvulling", "aanvulling van het huis"), ("antwoord", "antwoord aan de huizen")],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("text", models.TextField(null=True, verbose_name="tekst")),
                ("written_at", models.DateTimeField()),
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
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="knelpunten.knelpunt"
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
                "verbose_name": "aanvulling of antwoord",
                "verbose_name_plural": "aanvullingen en antwoorden",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="bb24fc3bed1635d60980c2cb90da6721935dd813",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_76a0a",
                            table="knelpunten_knelpuntnote",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="3d48e8c530ef5ba5e9716e1b825b7f85b8b9f18e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_0af43",
                            table="knelpunten_knelpuntnote",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="d51adbf68ee16e4767df6326672ec81f8b1d625f",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_b251c",
                            table="knelpunten_knelpuntnote",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KnelpuntStep",
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
                            ("privacytoets", "in privacytoets"),
                            ("ingediend", "ingediend"),
                            ("in_beoordeling", "in beoordeling"),
                            ("terug_naar_indiener", "terug naar de indiener"),
                            ("op_de_lijst", "op de knelpuntenlijst"),
                            ("gekoppeld", "gekoppeld aan een actie"),
                            ("beantwoord", "beantwoord"),
                            ("elders_belegd", "elders belegd"),
                            ("hoort_in_de_regio", "hoort in de regio"),
                            ("niet_opgenomen", "niet opgenomen"),
                            ("samengevoegd", "samengevoegd met een ander"),
                            ("naar_samenwerkingsagenda", "naar de Samenwerkingsagenda"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        max_length=24,
                        null=True,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("privacytoets", "in privacytoets"),
                            ("ingediend", "ingediend"),
                            ("in_beoordeling", "in beoordeling"),
                            ("terug_naar_indiener", "terug naar de indiener"),
                            ("op_de_lijst", "op de knelpuntenlijst"),
                            ("gekoppeld", "gekoppeld aan een actie"),
                            ("beantwoord", "beantwoord"),
                            ("elders_belegd", "elders belegd"),
                            ("hoort_in_de_regio", "hoort in de regio"),
                            ("niet_opgenomen", "niet opgenomen"),
                            ("samengevoegd", "samengevoegd met een ander"),
                            ("naar_samenwerkingsagenda", "naar de Samenwerkingsagenda"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        max_length=24,
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
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="knelpunten.knelpunt"
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
                "verbose_name": "stap",
                "verbose_name_plural": "stappen",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["knelpunt", "-id"], name="knelpunt_last_step")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_state", "elders_belegd"), _negated=True), ("table__isnull", False), _connector="OR"
                        ),
                        name="knelpunt_elsewhere_has_table",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="14d8a5a829753cf59de79fe451e1987633f4c946",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_96b14",
                            table="knelpunten_knelpuntstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="9cb65ae7fe57dafab72df8abc0fda97b4bbbf647",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_39c08",
                            table="knelpunten_knelpuntstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'reason' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.reason IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.reason, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.reason)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="273091641f2a45ff0335e0fde279afaa7d96b927",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_9ab7b",
                            table="knelpunten_knelpuntstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="step_sets_state",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            declare="DECLARE before text; last text; mine text;",
                            func="\n            SELECT to_state INTO before FROM knelpunten_knelpuntstep WHERE knelpunt_id = NEW.knelpunt_id AND id < NEW.id ORDER BY id DESC LIMIT 1;\n            IF before IS DISTINCT FROM NEW.from_state THEN\n                RAISE EXCEPTION 'step % of % starts at %, the one before ended at %', NEW.id, TG_TABLE_NAME, NEW.from_state, before;\n            END IF;\n            SELECT to_state INTO last FROM knelpunten_knelpuntstep WHERE knelpunt_id = NEW.knelpunt_id ORDER BY id DESC LIMIT 1;\n            SELECT state INTO mine FROM knelpunten_knelpunt WHERE id = NEW.knelpunt_id;\n            IF mine IS DISTINCT FROM last THEN\n                RAISE EXCEPTION 'state of % % is %, its last step went to %', 'knelpunten_knelpunt', NEW.knelpunt_id, mine, last;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="9bd2e83927a3ece48fa909a1c80b7b12b8c30ac8",
                            operation="INSERT",
                            pgid="pgtrigger_step_sets_state_62c4d",
                            table="knelpunten_knelpuntstep",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("contact", models.CharField(blank=True, max_length=140, verbose_name="contact bij die tafel")),
                ("check_back_date", models.DateField(verbose_name="navragen op")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="bevestigd op")),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hand_over", to="knelpunten.knelpuntstep"
                    ),
                ),
            ],
            options={
                "verbose_name": "overdracht",
                "verbose_name_plural": "overdrachten",
                "indexes": [
                    models.Index(
                        condition=models.Q(("confirmed_at__isnull", True)), fields=["check_back_date"], name="hand_over_open"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Merger",
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
                    "into",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mergers", to="knelpunten.knelpunt"
                    ),
                ),
                (
                    "redacted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merger", to="knelpunten.knelpuntstep"
                    ),
                ),
            ],
            options={
                "verbose_name": "samenvoeging",
                "verbose_name_plural": "samenvoegingen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="175b93953639d914cb4f75c8d59ec765645a2efe",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_643f2",
                            table="knelpunten_merger",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="5543110b6e79b6ffe431d8716b8473700bca1677",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_10f21",
                            table="knelpunten_merger",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="99bff3bfb69dec5fcf252a69f10132c1afa22121",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_209d9",
                            table="knelpunten_merger",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pattern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("title", models.CharField(max_length=140, verbose_name="titel")),
                ("analysis", models.TextField(max_length=3000, verbose_name="wat we zien")),
                ("begun_at", models.DateTimeField()),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("title", "analysis", config="dutch"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="patterns",
                        to="network.theme",
                        verbose_name="thema",
                    ),
                ),
            ],
            options={
                "verbose_name": "rode draad",
                "verbose_name_plural": "rode draden",
                "ordering": ["-begun_at"],
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="pattern_found_by")],
            },
        ),
        migrations.CreateModel(
            name="Bundling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bundled_at", models.DateTimeField()),
                ("unbundled_at", models.DateTimeField(null=True)),
                ("unbundled_reason", models.TextField(blank=True, max_length=1000, verbose_name="waarom niet meer")),
                (
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bundlings", to="knelpunten.knelpunt"
                    ),
                ),
                (
                    "pattern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bundlings", to="knelpunten.pattern"
                    ),
                ),
            ],
            options={
                "verbose_name": "bundeling",
                "verbose_name_plural": "bundelingen",
                "ordering": ["bundled_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("unbundled_at__isnull", True)),
                        fields=("knelpunt",),
                        name="knelpunt_in_one_pattern_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recognition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="toelichting")),
                ("recognised_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recognitions",
                        to="network.house",
                        verbose_name="huis",
                    ),
                ),
                (
                    "knelpunt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recognitions", to="knelpunten.knelpunt"
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="knelpunten.knelpunt"
                    ),
                ),
            ],
            options={
                "verbose_name": "herkenning",
                "verbose_name_plural": "herkenningen",
                "ordering": ["recognised_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("knelpunt", "house"),
                        name="house_recognises_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InquiryAnswer",
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
                ("house", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.house")),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="knelpunten.inquiry"
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
                "verbose_name": "antwoord op een uitvraag",
                "verbose_name_plural": "antwoorden op uitvragen",
                "ordering": ["house__sort_key"],
                "constraints": [
                    models.UniqueConstraint(fields=("inquiry", "house"), name="house_answers_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text__isnull", False), ("redacted_at__isnull", False), _connector="OR"),
                        name="answer_is_written_or_redacted",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="517605d77c00e71a664f060249e53c50732a5963",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_c40c1",
                            table="knelpunten_inquiryanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;",
                            hash="f270b110adf0731ad9458691292684b1f9ca4da3",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_83951",
                            table="knelpunten_inquiryanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_redaction",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ",
                            hash="7646e54c31072ee07de598fc810904a3b95be590",
                            operation="UPDATE",
                            pgid="pgtrigger_only_redaction_c95df",
                            table="knelpunten_inquiryanswer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
    ]
