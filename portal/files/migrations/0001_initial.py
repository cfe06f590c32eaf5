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
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(editable=False, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('kind', models.CharField(max_length=8, verbose_name='soort')),
                ('size', models.PositiveIntegerField(verbose_name='grootte')),
                ('kept_at', models.DateTimeField(verbose_name='bewaard op')),
                ('removed_at', models.DateTimeField(null=True, verbose_name='verwijderd op')),
                ('withheld_at', models.DateTimeField(null=True, verbose_name='verborgen sinds')),
                ('damage_seen_at', models.DateTimeField(null=True, verbose_name='beschadigd gevonden op')),
            ],
            options={
                'verbose_name': 'bestand',
                'verbose_name_plural': 'bestanden',
            },
        ),
        migrations.CreateModel(
            name='Tidying',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ran_at', models.DateTimeField(verbose_name='wanneer')),
                ('outcome', models.CharField(max_length=20, verbose_name='uitkomst')),
                ('set_aside', models.PositiveIntegerField(default=0, verbose_name='opzij gelegd')),
                ('thrown_away', models.PositiveIntegerField(default=0, verbose_name='weggegooid')),
                ('strangers', models.PositiveIntegerField(default=0, verbose_name='van niemand')),
                ('damaged', models.PositiveIntegerField(default=0, verbose_name='beschadigd of weg')),
            ],
            options={
                'verbose_name': 'opruimbeurt',
                'verbose_name_plural': 'opruimbeurten',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Folder',
            fields=[
                ('only', models.BooleanField(default=True, primary_key=True, serialize=False)),
                ('word', models.UUIDField()),
            ],
            options={
                'verbose_name': 'map met bestanden',
                'verbose_name_plural': 'mappen met bestanden',
                'constraints': [models.CheckConstraint(condition=models.Q(('only', True)), name='one_folder')],
            },
        ),
        migrations.CreateModel(
            name='FileKept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_seat', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('text_salt', models.CharField(editable=False, max_length=32, null=True)),
                ('text_digest', models.CharField(editable=False, max_length=64, null=True)),
                ('redacted_at', models.DateTimeField(editable=False, null=True)),
                ('redacted_ground', models.CharField(editable=False, max_length=200, null=True)),
                ('withheld_at', models.DateTimeField(editable=False, null=True)),
                ('size', models.PositiveIntegerField(verbose_name='grootte')),
                ('sha256', models.CharField(max_length=64, null=True)),
                ('kept_at', models.DateTimeField()),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='fact', to='files.storedfile', verbose_name='bestand')),
            ],
            options={
                'verbose_name': 'bewaring van een bestand',
                'verbose_name_plural': 'bewaringen van bestanden',
                'triggers': [pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='71de8df8f0893ed9a9f2b7fb6df00c7fdf437472', operation='DELETE', pgid='pgtrigger_no_delete_38bee', table='files_filekept', when='BEFORE')), pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'append-only: TRUNCATE of % is refused', TG_TABLE_NAME;", hash='cabcfa99b4b25cfba82d4f2d921f983f2c01e1fa', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_61f92', table='files_filekept', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_redaction', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF OLD.redacted_at IS NOT NULL OR (to_jsonb(NEW) - 'sha256' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') <> (to_jsonb(OLD) - 'sha256' - 'text_salt' - 'redacted_at' - 'redacted_by_id' - 'redacted_ground' - 'withheld_at') THEN\n                RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n            END IF;\n            IF NEW.redacted_at IS NOT NULL AND NEW.redacted_ground IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.sha256 IS NULL AND NEW.text_salt IS NULL\n            THEN RETURN NEW;\n            END IF;\n            \n            IF NEW.redacted_at IS NULL AND NEW.text_salt = OLD.text_salt THEN\n                IF OLD.withheld_at IS NULL AND NEW.withheld_at IS NOT NULL AND coalesce(NEW.sha256, '') IN ('', 'Deze tekst is gemeld en tijdelijk verborgen.') THEN RETURN NEW; END IF;\n                IF OLD.withheld_at IS NOT NULL AND NEW.withheld_at IS NULL AND NEW.text_digest =\n                    encode(sha256(convert_to(NEW.text_salt || '[' || coalesce(to_json(NEW.sha256)::text, 'null') || ']', 'UTF8')), 'hex')\n                THEN RETURN NEW; END IF;\n            END IF;\n            RAISE EXCEPTION 'append-only: UPDATE of % is refused', TG_TABLE_NAME;\n        ", hash='ec3abbe811383f6173b91d874d56b76f5db72bad', operation='UPDATE', pgid='pgtrigger_only_redaction_b0135', table='files_filekept', when='BEFORE'))],
            },
        ),
    ]
