import django.contrib.postgres.fields
import django.contrib.postgres.search
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActorGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=100, verbose_name="naam")),
                (
                    "value",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        default=list,
                        size=None,
                        verbose_name="waarde voor het netwerk",
                    ),
                ),
            ],
            options={
                "verbose_name": "actorgroep",
                "verbose_name_plural": "actorgroepen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Ambition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="nummer")),
                ("name", models.CharField(max_length=80, verbose_name="naam")),
            ],
            options={
                "verbose_name": "ambitie",
                "verbose_name_plural": "ambities",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Domain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=60, verbose_name="naam")),
            ],
            options={
                "verbose_name": "domein",
                "verbose_name_plural": "domeinen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="House",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=100, verbose_name="naam")),
                ("sort_key", models.CharField(editable=False, max_length=100)),
                ("is_confirmed", models.BooleanField(default=False, verbose_name="naam bevestigd")),
            ],
            options={
                "verbose_name": "Zorg- en Veiligheidshuis",
                "verbose_name_plural": "Zorg- en Veiligheidshuizen",
                "ordering": ["sort_key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="house_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="naam")),
                ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="nummer")),
                ("column", models.PositiveSmallIntegerField(default=0, verbose_name="kolom op de tegelkaart")),
                ("row", models.PositiveSmallIntegerField(default=0, verbose_name="rij op de tegelkaart")),
            ],
            options={
                "verbose_name": "regio",
                "verbose_name_plural": "regio's",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="AgendaPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("slug", models.SlugField(unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
            ],
            options={
                "verbose_name": "agendaperiode",
                "verbose_name_plural": "agendaperiodes",
                "ordering": ["from_date"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="agenda_period_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("stuurgroep", "landelijke Stuurgroep Zorg en Veiligheid"),
                            ("klankbordgroep", "Klankbordgroep Zorg en Veiligheid"),
                            ("regionale_stuurgroep", "regionale stuurgroep"),
                            ("partneroverleg", "partneroverleg"),
                            ("landelijk_bureau", "landelijk bureau"),
                            ("regionaal_bureau", "regionaal bureau"),
                            ("rechtmatigheid", "Rechtmatigheidsadviescommissie"),
                            ("bestuur_nzvh", "bestuur van de vereniging N-ZVH"),
                        ],
                        max_length=24,
                        verbose_name="soort",
                    ),
                ),
                ("name", models.CharField(max_length=140, verbose_name="naam")),
                (
                    "house",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="network.house",
                    ),
                ),
            ],
            options={
                "verbose_name": "gremium",
                "verbose_name_plural": "gremia",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("house__isnull", False),
                                ("kind__in", ["regionale_stuurgroep", "partneroverleg", "regionaal_bureau"]),
                            ),
                            models.Q(
                                ("house__isnull", True),
                                (
                                    "kind__in",
                                    ["stuurgroep", "klankbordgroep", "landelijk_bureau", "rechtmatigheid", "bestuur_nzvh"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="body_of_house_has_house",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("name", models.CharField(max_length=100, verbose_name="naam")),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="earlier_names", to="network.house"
                    ),
                ),
            ],
            options={
                "verbose_name": "eerdere naam",
                "verbose_name_plural": "eerdere namen",
                "ordering": ["from_date"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="house_name_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=140, verbose_name="naam")),
                ("short_name", models.CharField(max_length=40, verbose_name="korte naam")),
                ("sort_key", models.CharField(editable=False, max_length=140)),
                (
                    "actor_group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisations",
                        to="network.actorgroup",
                        verbose_name="actorgroep",
                    ),
                ),
                ("domains", models.ManyToManyField(blank=True, to="network.domain", verbose_name="domeinen")),
            ],
            options={
                "verbose_name": "netwerkpartner",
                "verbose_name_plural": "netwerkpartners",
                "ordering": ["sort_key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="organisation_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="network.body",
                        verbose_name="gremium",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="network.house",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="network.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "lidmaatschap",
                "verbose_name_plural": "lidmaatschappen",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="membership_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("house__isnull", True), ("organisation__isnull", False)),
                            models.Q(("house__isnull", False), ("organisation__isnull", True)),
                            _connector="OR",
                        ),
                        name="membership_of_organisation_or_house",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PolicyTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                ("subjects", models.TextField(blank=True, max_length=1500, verbose_name="waar het over gaat")),
                ("contact", models.CharField(blank=True, max_length=140, verbose_name="contact")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("name", "subjects", config="dutch"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policy_tables",
                        to="network.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "tafel in het beleidslandschap",
                "verbose_name_plural": "tafels in het beleidslandschap",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="house",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="houses", to="network.region", verbose_name="regio"
            ),
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(verbose_name="vanaf")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("lid", "lid"),
                            ("voorzitter", "voorzitter"),
                            ("secretaris", "secretaris"),
                            ("netwerkmanager", "netwerkmanager"),
                            ("medewerker", "medewerker"),
                            ("privacybeoordelaar", "privacybeoordelaar"),
                            ("redacteur", "redacteur"),
                        ],
                        max_length=20,
                        verbose_name="functie",
                    ),
                ),
                ("is_deputy", models.BooleanField(default=False, verbose_name="plaatsvervanger")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="network.membership",
                        verbose_name="lidmaatschap",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "zetel",
                "verbose_name_plural": "zetels",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True), ("until_date__gte", models.F("from_date")), _connector="OR"
                        ),
                        name="seat_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("goal", models.TextField(verbose_name="doel")),
                (
                    "phases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("directe_veiligheid", "directe veiligheid"),
                                ("stabiele_veiligheid", "stabiele veiligheid"),
                                ("maatschappelijk_herstel", "maatschappelijk herstel"),
                            ],
                            max_length=30,
                        ),
                        size=None,
                        verbose_name="fasen",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themes",
                        to="network.agendaperiod",
                        verbose_name="agendaperiode",
                    ),
                ),
            ],
            options={
                "verbose_name": "thema",
                "verbose_name_plural": "thema's",
                "ordering": ["period__from_date", "number"],
                "constraints": [models.UniqueConstraint(fields=("period", "number"), name="theme_number_in_period")],
            },
        ),
    ]
