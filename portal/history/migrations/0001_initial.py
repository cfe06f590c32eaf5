import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=60, verbose_name='handeling')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200, verbose_name='namens')),
                ('subject_id', models.BigIntegerField()),
                ('happened_at', models.DateTimeField(verbose_name='wanneer')),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('facts', models.JSONField(default=list)),
                ('payload', models.TextField(editable=False)),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'gebeurtenis',
                'verbose_name_plural': 'gebeurtenissen',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='event_subject')],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b4a915a4ecfb42b028d335e1ff181afc02abee10', operation='DELETE', pgid='pgtrigger_no_delete_53882', table='history_event', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='f35284d2cd7517afb447ae2dc5fb00d73887b43c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_e5412', table='history_event', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='22e377839c6264ca6b74190078ed446c4e0b4ceb', operation='UPDATE', pgid='pgtrigger_no_update_71084', table='history_event', when='BEFORE')), pgtrigger.compiler.Trigger(name='write_link', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE previous record;', func="\n                    PERFORM pg_advisory_xact_lock(7305119);\n                    SELECT seq, hash INTO previous FROM history_historylink ORDER BY seq DESC LIMIT 1;\n                    INSERT INTO history_historylink (seq, event_id, hash) VALUES (\n                        coalesce(previous.seq, 0) + 1,\n                        NEW.id,\n                        encode(sha256(convert_to(coalesce(previous.hash, '') || NEW.payload, 'UTF8')), 'hex')\n                    );\n                    RETURN NULL;\n                ", hash='d28488243e2a2fea6d91c6596990173c43467a80', operation='INSERT', pgid='pgtrigger_write_link_5b684', table='history_event', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='HistoryLink',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                ('hash', models.CharField(max_length=64)),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='link', to='history.event')),
            ],
            options={
                'verbose_name': 'schakel',
                'verbose_name_plural': 'schakels',
                'ordering': ['seq'],
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='ebbd3abb7bbc14c3ad5c975e337ff9670d27baf5', operation='DELETE', pgid='pgtrigger_no_delete_3fc41', table='history_historylink', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='48d5fdd1347847ab899da3e2fa08f196e6a3ebbc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_9116b', table='history_historylink', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='c289dde388788847d4d5f0cc989e06db5eb3a7e9', operation='UPDATE', pgid='pgtrigger_no_update_51d38', table='history_historylink', when='BEFORE'))],
            },
        ),
    ]
