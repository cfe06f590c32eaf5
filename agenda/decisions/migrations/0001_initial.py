import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('documents', '0001_initial'),
        ('knelpunten', '0001_initial'),
        ('network', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
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
                ('number', models.CharField(max_length=12, verbose_name='nummer')),
                ('kind', models.CharField(max_length=24, verbose_name='soort')),
                ('serves', models.CharField(max_length=12, verbose_name='functie')),
                ('wording', models.TextField(null=True, verbose_name='tekst')),
                ('subject_id', models.BigIntegerField(null=True)),
                ('taken_at', models.DateTimeField(verbose_name='genomen op')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='network.body', verbose_name='gremium')),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='decisions.decision')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject_type', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'besluit',
                'verbose_name_plural': 'besluiten',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='decision_subject')],
                'constraints': [models.UniqueConstraint(fields=('body', 'number'), name='decision_number_in_body')],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='48fb423aefdb96f0627fab7ca14f6ae3a1ec43d0', operation='DELETE', pgid='pgtrigger_no_delete_f440a', table='decisions_decision', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='4623dbbc187bb6a6b033432a31573f6d691516b7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_5a1c6', table='decisions_decision', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_redaction', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'wording' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'wording' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.wording IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.wording, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.wording)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ", hash='100a26e616eb8fde0d43feabb92ab7e0316afadd', operation='UPDATE', pgid='pgtrigger_only_redaction_9aae7', table='decisions_decision', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='DecisionSeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('visibility', models.CharField(max_length=14, verbose_name='wie het leest')),
                ('sha256', models.CharField(max_length=64)),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seal', to='decisions.decision', verbose_name='besluit')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'zegel',
                'verbose_name_plural': 'zegels',
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b0e95cde0721956eff9e23b62a410569c50918fd', operation='DELETE', pgid='pgtrigger_no_delete_a5829', table='decisions_decisionseal', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='5d1106d9eff91be09a5960bd4cb4393cca3bce8b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_adba5', table='decisions_decisionseal', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='d2e321aebd6da720b98301c87944ba3fcf3c776e', operation='UPDATE', pgid='pgtrigger_no_update_0ea42', table='decisions_decisionseal', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='EditionAdoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('in_force_date', models.DateField(verbose_name='geldend vanaf')),
                ('sha256', models.CharField(max_length=64)),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='adoption', to='decisions.decision')),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='adoption', to='documents.edition')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'vaststelling',
                'verbose_name_plural': 'vaststellingen',
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d97aef3398113dac876babaa0967c7eb8764e1fe', operation='DELETE', pgid='pgtrigger_no_delete_3bfba', table='decisions_editionadoption', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='409579e9c4d9478b77fd04ce3913454df39310a4', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_41e3c', table='decisions_editionadoption', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='59b57e06439d556b58cfd62e0e1c046c6d17d2c4', operation='UPDATE', pgid='pgtrigger_no_update_557b4', table='decisions_editionadoption', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Reservation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('text', models.TextField(null=True, verbose_name='voorbehoud')),
                ('made_at', models.DateTimeField(verbose_name='gemaakt op')),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reservations', to='decisions.decision', verbose_name='besluit')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership', verbose_name='organisatie')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'voorbehoud',
                'verbose_name_plural': 'voorbehouden',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('decision', 'membership'), name='one_reservation_per_organisation')],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='11f2d01bf5f9af9ab17eba5dad520d33ec5885dc', operation='DELETE', pgid='pgtrigger_no_delete_389f1', table='decisions_reservation', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='f1814947bf8c1e22a794bcc7793e55a3ef910bb9', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_200e4', table='decisions_reservation', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_redaction', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'text' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.text, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.text)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ", hash='cf64687c48844074e321acf7cdcf332aaad844d3', operation='UPDATE', pgid='pgtrigger_only_redaction_54ad1', table='decisions_reservation', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='StepDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='knelpunt_steps', to='decisions.decision', verbose_name='besluit')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='rests_on', to='knelpunten.knelpuntstep', verbose_name='stap')),
            ],
            options={
                'verbose_name': 'besluit van een stap',
                'verbose_name_plural': 'besluiten van stappen',
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='1f5c4c8346b886d1d4bf9f1841a217bd23a5684f', operation='DELETE', pgid='pgtrigger_no_delete_439f6', table='decisions_stepdecision', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='853103003b8f0c8ff43d3f4ed0abc30d3b48d41f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_852f9', table='decisions_stepdecision', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7b4f14de977c6eb9861b7e9c49623ee81c616d49', operation='UPDATE', pgid='pgtrigger_no_update_93a70', table='decisions_stepdecision', when='BEFORE')), pgtrigger.compiler.Trigger(name='copies_nothing', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF (SELECT reason FROM knelpunten_knelpuntstep WHERE id = NEW.step_id) IS NOT NULL\n                    THEN RAISE EXCEPTION 'step % rests on a decision and has a reason of its own', NEW.step_id;\n                    END IF;\n                    RETURN NEW;\n                ", hash='1a3846ea01d31d3a50e6d95384422e1a30957272', operation='INSERT', pgid='pgtrigger_copies_nothing_b7486', table='decisions_stepdecision', when='BEFORE'))],
            },
        ),
    ]
