import django.contrib.postgres.fields
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActorGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=100, verbose_name='naam')),
                ('value', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None, verbose_name='waarde voor het netwerk')),
            ],
            options={
                'verbose_name': 'actorgroep',
                'verbose_name_plural': 'actorgroepen',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Ambition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='nummer')),
                ('name', models.CharField(max_length=80, verbose_name='naam')),
            ],
            options={
                'verbose_name': 'ambitie',
                'verbose_name_plural': 'ambities',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Domain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=60, verbose_name='naam')),
            ],
            options={
                'verbose_name': 'domein',
                'verbose_name_plural': 'domeinen',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='House',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=100, verbose_name='naam')),
                ('sort_key', models.CharField(editable=False, max_length=100)),
                ('is_confirmed', models.BooleanField(default=False, verbose_name='naam bevestigd')),
            ],
            options={
                'verbose_name': 'Zorg- en Veiligheidshuis',
                'verbose_name_plural': 'Zorg- en Veiligheidshuizen',
                'ordering': ['sort_key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='house_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=80, verbose_name='naam')),
                ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='nummer')),
                ('column', models.PositiveSmallIntegerField(default=0, verbose_name='kolom op de tegelkaart')),
                ('row', models.PositiveSmallIntegerField(default=0, verbose_name='rij op de tegelkaart')),
            ],
            options={
                'verbose_name': 'regio',
                'verbose_name_plural': "regio's",
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='AgendaPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('slug', models.SlugField(unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
            ],
            options={
                'verbose_name': 'agendaperiode',
                'verbose_name_plural': 'agendaperiodes',
                'ordering': ['from_date', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='agenda_period_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('kind', models.CharField(max_length=24, verbose_name='soort')),
                ('name', models.CharField(max_length=140, verbose_name='naam')),
                ('house', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='network.house')),
            ],
            options={
                'verbose_name': 'gremium',
                'verbose_name_plural': 'gremia',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('house__isnull', False), ('kind__in', ['regionale_stuurgroep', 'partneroverleg', 'regionaal_bureau'])), models.Q(('house__isnull', True), ('kind__in', ['stuurgroep', 'klankbordgroep', 'landelijk_bureau', 'rechtmatigheid', 'bestuur_nzvh'])), _connector='OR'), name='body_of_house_has_house')],
                'triggers': [pgtrigger.compiler.Trigger(name='kind_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."kind" IS DISTINCT FROM (NEW."kind"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='1903efad4464109e4c50d6fa27c1b9c23d63fcca', operation='UPDATE', pgid='pgtrigger_kind_stays_b85d7', table='network_body', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='HouseName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('name', models.CharField(max_length=100, verbose_name='naam')),
                ('house', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='earlier_names', to='network.house')),
            ],
            options={
                'verbose_name': 'eerdere naam',
                'verbose_name_plural': 'eerdere namen',
                'ordering': ['from_date', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='house_name_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=140, verbose_name='naam')),
                ('short_name', models.CharField(max_length=40, verbose_name='korte naam')),
                ('sort_key', models.CharField(editable=False, max_length=140)),
                ('actor_group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='network.actorgroup', verbose_name='actorgroep')),
                ('domains', models.ManyToManyField(blank=True, to='network.domain', verbose_name='domeinen')),
            ],
            options={
                'verbose_name': 'netwerkpartner',
                'verbose_name_plural': 'netwerkpartners',
                'ordering': ['sort_key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='organisation_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.body', verbose_name='gremium')),
                ('house', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.house')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.organisation')),
            ],
            options={
                'verbose_name': 'lidmaatschap',
                'verbose_name_plural': 'lidmaatschappen',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='membership_ends_after_start'), models.CheckConstraint(condition=models.Q(models.Q(('house__isnull', True), ('organisation__isnull', False)), models.Q(('house__isnull', False), ('organisation__isnull', True)), _connector='OR'), name='membership_of_organisation_or_house')],
                'triggers': [pgtrigger.compiler.Trigger(name='body_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."body_id" IS DISTINCT FROM (NEW."body_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='64b710af727f2ae673af551ed304cd60b33c084f', operation='UPDATE', pgid='pgtrigger_body_stays_58186', table='network_membership', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PolicyTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=160, verbose_name='naam')),
                ('subjects', models.TextField(blank=True, max_length=1500, verbose_name='waar het over gaat')),
                ('contact', models.CharField(blank=True, max_length=140, verbose_name='contact')),
                ('version', models.PositiveIntegerField(default=1)),
                ('found_by', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('name', 'subjects', config='dutch'), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='policy_tables', to='network.organisation')),
            ],
            options={
                'verbose_name': 'tafel in het beleidslandschap',
                'verbose_name_plural': 'tafels in het beleidslandschap',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='house',
            name='region',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='houses', to='network.region', verbose_name='regio'),
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('function', models.CharField(max_length=20, verbose_name='functie')),
                ('is_deputy', models.BooleanField(default=False, verbose_name='plaatsvervanger')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='network.membership', verbose_name='lidmaatschap')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to=settings.AUTH_USER_MODEL, verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'zetel',
                'verbose_name_plural': 'zetels',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='seat_ends_after_start'), models.CheckConstraint(condition=models.Q(models.Q(('given_by', models.F('user')), _negated=True), models.Q(('confirmed_by', models.F('user')), _negated=True)), name='seat_not_given_to_oneself'), models.CheckConstraint(condition=models.Q(('given_by', models.F('confirmed_by')), _negated=True), name='seat_by_two_persons')],
                'triggers': [pgtrigger.compiler.Trigger(name='pair_exists', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE sits_in text;', func="\n            SELECT b.kind INTO sits_in FROM network_membership m JOIN network_body b ON b.id = m.body_id WHERE m.id = NEW.membership_id;\n            IF (sits_in, NEW.function) NOT IN (('stuurgroep', 'lid'), ('stuurgroep', 'medewerker'), ('stuurgroep', 'secretaris'), ('stuurgroep', 'voorzitter'), ('klankbordgroep', 'lid'), ('klankbordgroep', 'medewerker'), ('klankbordgroep', 'secretaris'), ('klankbordgroep', 'voorzitter'), ('regionale_stuurgroep', 'lid'), ('regionale_stuurgroep', 'secretaris'), ('regionale_stuurgroep', 'voorzitter'), ('partneroverleg', 'lid'), ('partneroverleg', 'secretaris'), ('partneroverleg', 'voorzitter'), ('landelijk_bureau', 'medewerker'), ('landelijk_bureau', 'privacybeoordelaar'), ('landelijk_bureau', 'redacteur'), ('landelijk_bureau', 'secretaris'), ('regionaal_bureau', 'medewerker'), ('regionaal_bureau', 'netwerkmanager'), ('rechtmatigheid', 'lid'), ('rechtmatigheid', 'secretaris'), ('rechtmatigheid', 'voorzitter'), ('bestuur_nzvh', 'lid'), ('bestuur_nzvh', 'secretaris'), ('bestuur_nzvh', 'voorzitter')) THEN\n                RAISE EXCEPTION 'no seat of % in a body of kind %', NEW.function, sits_in USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='b2b96c94a65ed9211edd72c656db2bbeff8105cb', operation='INSERT OR UPDATE OF "membership_id", "function"', pgid='pgtrigger_pair_exists_d425b', table='network_seat', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SeatEnding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('last_day', models.DateField(verbose_name='laatste dag')),
                ('ground', models.CharField(max_length=20, verbose_name='reden')),
                ('ended_at', models.DateTimeField(verbose_name='beëindigd op')),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='network.seat', verbose_name='zetel')),
            ],
            options={
                'verbose_name': 'einde van een zetel',
                'verbose_name_plural': 'einden van zetels',
                'ordering': ['pk'],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='abb6e4bbf31dc4a3027a5450be90ff93c5a45cca', operation='DELETE', pgid='pgtrigger_no_delete_3cfd9', table='network_seatending', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='8aa828f7517d1fea68b9db590aa23fc728e8b8a2', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_264ef', table='network_seatending', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e601db597ef76ca2e0e3b9984c4871f87afd42f8', operation='UPDATE', pgid='pgtrigger_no_update_fecec', table='network_seatending', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SeatProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('key', models.UUIDField(editable=False, unique=True)),
                ('function', models.CharField(max_length=20, verbose_name='functie')),
                ('is_deputy', models.BooleanField(default=False, verbose_name='plaatsvervanger')),
                ('from_date', models.DateField(verbose_name='vanaf')),
                ('proposed_at', models.DateTimeField(verbose_name='voorgesteld op')),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='network.membership', verbose_name='lidmaatschap')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'voorgestelde zetel',
                'verbose_name_plural': 'voorgestelde zetels',
                'ordering': ['pk'],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='03e93d560f28b553d6b07641c49891ae644bc2cc', operation='DELETE', pgid='pgtrigger_no_delete_7da8f', table='network_seatproposal', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='bf1793f0cbe96b695e6148895863dfdc8ac3d843', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_63272', table='network_seatproposal', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='69c4f985166d0e566c2b5cff4029d68a0d1b63a2', operation='UPDATE', pgid='pgtrigger_no_update_1665b', table='network_seatproposal', when='BEFORE')), pgtrigger.compiler.Trigger(name='pair_exists', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE sits_in text;', func="\n            SELECT b.kind INTO sits_in FROM network_membership m JOIN network_body b ON b.id = m.body_id WHERE m.id = NEW.membership_id;\n            IF (sits_in, NEW.function) NOT IN (('stuurgroep', 'lid'), ('stuurgroep', 'medewerker'), ('stuurgroep', 'secretaris'), ('stuurgroep', 'voorzitter'), ('klankbordgroep', 'lid'), ('klankbordgroep', 'medewerker'), ('klankbordgroep', 'secretaris'), ('klankbordgroep', 'voorzitter'), ('regionale_stuurgroep', 'lid'), ('regionale_stuurgroep', 'secretaris'), ('regionale_stuurgroep', 'voorzitter'), ('partneroverleg', 'lid'), ('partneroverleg', 'secretaris'), ('partneroverleg', 'voorzitter'), ('landelijk_bureau', 'medewerker'), ('landelijk_bureau', 'privacybeoordelaar'), ('landelijk_bureau', 'redacteur'), ('landelijk_bureau', 'secretaris'), ('regionaal_bureau', 'medewerker'), ('regionaal_bureau', 'netwerkmanager'), ('rechtmatigheid', 'lid'), ('rechtmatigheid', 'secretaris'), ('rechtmatigheid', 'voorzitter'), ('bestuur_nzvh', 'lid'), ('bestuur_nzvh', 'secretaris'), ('bestuur_nzvh', 'voorzitter')) THEN\n                RAISE EXCEPTION 'no seat of % in a body of kind %', NEW.function, sits_in USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='35c0170ff53a31f1f816a0b58447f91c835ae018', operation='INSERT OR UPDATE OF "membership_id", "function"', pgid='pgtrigger_pair_exists_93ca5', table='network_seatproposal', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SeatAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('answer', models.CharField(max_length=12, verbose_name='antwoord')),
                ('ground', models.CharField(blank=True, max_length=20, verbose_name='reden')),
                ('answered_at', models.DateTimeField(verbose_name='beantwoord op')),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seat', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='network.seat', verbose_name='zetel')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='network.seatproposal', verbose_name='voorstel')),
            ],
            options={
                'verbose_name': 'antwoord op een voorgestelde zetel',
                'verbose_name_plural': 'antwoorden op voorgestelde zetels',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', 'confirmed'), ('seat__isnull', False)), ('seat__isnull', True), _connector='OR'), name='confirmed_gives_seat'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'declined'), _negated=True), models.Q(('ground', ''), _negated=True), _connector='OR'), name='declined_says_why')],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='87d4f83245e55250d13f4382cd0bf53850a7d2b7', operation='DELETE', pgid='pgtrigger_no_delete_23096', table='network_seatanswer', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='8bd1a2279f1a35ff14ba6a9ff4bd6231aa269cfd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_27dde', table='network_seatanswer', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6da5c814a5b07e407f02be15cb7aca07b14338b7', operation='UPDATE', pgid='pgtrigger_no_update_23d24', table='network_seatanswer', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
                ('goal', models.TextField(verbose_name='doel')),
                ('phases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), size=None, verbose_name='fasen')),
                ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='network.agendaperiod', verbose_name='agendaperiode')),
            ],
            options={
                'verbose_name': 'thema',
                'verbose_name_plural': "thema's",
                'ordering': ['period__from_date', 'number'],
                'constraints': [models.UniqueConstraint(fields=('period', 'number'), name='theme_number_in_period')],
            },
        ),
    ]
