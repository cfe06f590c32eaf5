import django.core.validators
import django.db.models.deletion
import re
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0001_initial'),
        ('network', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChapterPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('number', models.CharField(blank=True, max_length=20, verbose_name='nummer')),
                ('body', wagtail.fields.StreamField([], verbose_name='paragrafen')),
            ],
            options={
                'verbose_name': 'hoofdstuk',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DocumentPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('kind', models.CharField(default='kader', max_length=20, verbose_name='soort')),
            ],
            options={
                'verbose_name': 'document',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('introduction', wagtail.fields.RichTextField(blank=True, verbose_name='inleiding')),
            ],
            options={
                'verbose_name': 'startpagina',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ImportDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(editable=False, unique=True)),
                ('file_name', models.CharField(max_length=200, verbose_name='bestand')),
                ('document', models.SlugField(verbose_name='adres van het document')),
                ('title', models.CharField(max_length=160, verbose_name='titel van het document')),
                ('kind', models.CharField(max_length=20, verbose_name='soort')),
                ('label', models.CharField(max_length=20, validators=[django.core.validators.RegexValidator(re.compile('^[-a-zA-Z0-9_]+\\Z'), 'Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.', 'invalid')], verbose_name='editie')),
                ('outline', models.JSONField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('read_at', models.DateTimeField(verbose_name='ingelezen op')),
                ('published_at', models.DateTimeField(null=True, verbose_name='concept gemaakt op')),
            ],
            options={
                'verbose_name': 'inlezing',
                'verbose_name_plural': 'inlezingen',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='AmbitionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('objective', models.TextField(help_text='Verwijs naar het Kader als: Kader 2024, § 4.2.', max_length=2000, verbose_name='doel voor 2030')),
                ('expectations', wagtail.fields.StreamField([], blank=True, verbose_name='wat partners van elkaar mogen verwachten')),
                ('background', wagtail.fields.StreamField([], blank=True, verbose_name='achtergrond')),
                ('note', models.CharField(blank=True, help_text='Vergeleken met de vorige tekst. Lezers zien dit.', max_length=1000, verbose_name='wat er anders is')),
                ('ambition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.ambition', verbose_name='ambitie')),
            ],
            options={
                'verbose_name': 'ambitie',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='EditionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('label', models.CharField(help_text='Waarmee de editie wordt aangehaald, bijvoorbeeld 2024.', max_length=20, validators=[django.core.validators.RegexValidator(re.compile('^[-a-zA-Z0-9_]+\\Z'), 'Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.', 'invalid')], verbose_name='editie')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='opmerking')),
                ('edition', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.edition')),
            ],
            options={
                'verbose_name': 'editie',
            },
            bases=('wagtailcore.page',),
        ),
    ]
