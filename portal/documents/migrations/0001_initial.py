import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('title', models.CharField(max_length=160, verbose_name='titel')),
                ('kind', models.CharField(default='kader', max_length=20, verbose_name='soort')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documenten',
                'ordering': ['kind', 'title'],
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('kind', models.CharField(max_length=4)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
            ],
            options={
                'verbose_name': 'afbeelding in een document',
                'verbose_name_plural': 'afbeeldingen in documenten',
                'triggers': [pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8e2089bcdbbf68567693abccb14db7cbe72fa846', operation='UPDATE OR DELETE', pgid='pgtrigger_never_changed_19393', table='documents_picture', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chapter', models.SlugField(max_length=80, verbose_name='hoofdstuk')),
                ('number', models.CharField(blank=True, max_length=20, verbose_name='nummer')),
                ('anchor', models.SlugField(max_length=80, verbose_name='anker')),
                ('title', models.CharField(max_length=200, verbose_name='titel')),
                ('level', models.PositiveSmallIntegerField(verbose_name='niveau')),
                ('order', models.PositiveIntegerField(verbose_name='volgorde')),
                ('content', models.JSONField(default=list, verbose_name='inhoud')),
                ('notes', models.JSONField(default=list, verbose_name='voetnoten')),
                ('change_note', models.TextField(blank=True, max_length=1000, verbose_name='wat is gewijzigd en waarom')),
                ('text', models.TextField(verbose_name='tekst')),
                ('sha256', models.CharField(max_length=64)),
                ('found_by', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('number', 'title', 'text', config='dutch'), output_field=django.contrib.postgres.search.SearchVectorField())),
            ],
            options={
                'verbose_name': 'paragraaf',
                'verbose_name_plural': 'paragrafen',
                'ordering': ['order'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['found_by'], name='section_found_by')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_by_hand', models.BooleanField(default=False, verbose_name='door een redacteur bepaald')),
            ],
            options={
                'verbose_name': 'opvolging van een paragraaf',
                'verbose_name_plural': 'opvolging van paragrafen',
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=80, unique=True, verbose_name='woord')),
                ('instead_of', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), blank=True, default=list, help_text='Woorden die we liever niet gebruiken, met een komma ertussen.', size=None, verbose_name='liever niet')),
                ('is_name', models.BooleanField(default=False, help_text='Wordt altijd precies zo geschreven.', verbose_name='naam met hoofdletters')),
                ('meaning', models.TextField(blank=True, help_text='In gewone woorden. Lezers zien dat dit een uitleg van het landelijk bureau is.', max_length=600, verbose_name='uitleg')),
            ],
            options={
                'verbose_name': 'woord van de woordenlijst',
                'verbose_name_plural': 'woordenlijst',
                'ordering': [django.db.models.functions.text.Lower('word')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=20, verbose_name='editie')),
                ('title', models.CharField(max_length=160, verbose_name='titel')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='opmerking')),
                ('in_force_date', models.DateField(null=True, verbose_name='geldend vanaf')),
                ('replaced_date', models.DateField(null=True, verbose_name='vervangen op')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='documents.document')),
            ],
            options={
                'verbose_name': 'editie',
                'verbose_name_plural': 'edities',
                'constraints': [models.UniqueConstraint(fields=('document', 'label'), name='edition_label_in_document'), models.UniqueConstraint(condition=models.Q(('in_force_date__isnull', False), ('replaced_date__isnull', True)), fields=('document',), name='one_edition_not_replaced'), models.CheckConstraint(condition=models.Q(('replaced_date__isnull', True), models.Q(('in_force_date__isnull', False), ('replaced_date__gte', models.F('in_force_date'))), _connector='OR'), name='edition_replaced_after_it_began')],
                'triggers': [pgtrigger.compiler.Trigger(name='keep_date', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.in_force_date IS NOT NULL AND (NEW.in_force_date IS DISTINCT FROM OLD.in_force_date OR NEW.label <> OLD.label) THEN\n        RAISE EXCEPTION 'frozen: this edition was adopted, its date and label do not change';\n    END IF;\n    RETURN NEW;\n", hash='c3f26fe3b6d6d28aeb8b84dc6f70b427693c0c80', operation='UPDATE', pgid='pgtrigger_keep_date_b5585', table='documents_edition', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='EditionPdf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chapter', models.SlugField(blank=True, max_length=80, verbose_name='hoofdstuk')),
                ('version', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(null=True)),
                ('made_at', models.DateTimeField(null=True)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('content', models.BinaryField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pdfs', to='documents.edition')),
            ],
            options={
                'verbose_name': 'pdf van een editie',
                'verbose_name_plural': "pdf's van edities",
                'constraints': [models.UniqueConstraint(fields=('edition', 'chapter', 'version'), name='one_pdf_of_a_version')],
            },
        ),
        migrations.AddField(
            model_name='section',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='documents.edition'),
        ),
        migrations.AddField(
            model_name='succession',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='successions', to='documents.edition'),
        ),
        migrations.AddField(
            model_name='succession',
            name='new',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='predecessors', to='documents.section'),
        ),
        migrations.AddField(
            model_name='succession',
            name='old',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='successions', to='documents.section'),
        ),
        migrations.AddIndex(
            model_name='section',
            index=models.Index(fields=['edition', 'order'], name='section_in_order'),
        ),
        migrations.AddConstraint(
            model_name='section',
            constraint=models.UniqueConstraint(fields=('edition', 'anchor'), name='section_anchor_in_edition'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='frozen_when_adopted', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT 1 FROM documents_edition WHERE id = COALESCE(NEW.edition_id, OLD.edition_id) AND in_force_date IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'frozen: this edition was adopted, its sections do not change';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='7ef464818b80f14afa8e6cd191197cadf235ef28', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_when_adopted_03e53', table='documents_section', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.UniqueConstraint(fields=('old', 'edition'), name='one_successor_in_an_edition'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='succession',
            trigger=pgtrigger.compiler.Trigger(name='kept_when_adopted', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM documents_edition WHERE id = OLD.edition_id AND in_force_date IS NOT NULL) THEN\n        RAISE EXCEPTION 'frozen: this edition was adopted, what its sections follow does not change';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='699064f4e0a699161d28eb544c8010ecaf642e13', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_when_adopted_3529a', table='documents_succession', when='BEFORE')),
        ),
    ]
