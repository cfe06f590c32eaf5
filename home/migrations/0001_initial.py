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
                ('body', wagtail.fields.StreamField([('section', 26)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'nummer', 'max_length': 20, 'required': False}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'titel', 'max_length': 200}), 2: ('wagtail.blocks.RegexBlock', (), {'error_messages': {'invalid': 'Gebruik kleine letters, cijfers en streepjes.'}, 'help_text': 'Het vaste adres van deze paragraaf, bijvoorbeeld par-4-2. Verander het niet na publicatie.', 'label': 'anker', 'max_length': 80, 'regex': '^[a-z0-9-]+$'}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('1', 'hoofdstuk'), ('2', 'paragraaf'), ('3', 'onderdeel'), ('4', 'onderdeel van een onderdeel')], 'label': 'niveau'}), 4: ('wagtail.blocks.RichTextBlock', (), {'description': "Alinea's, tussenkoppen en lijsten.", 'features': ['h3', 'bold', 'italic', 'superscript', 'ol', 'ul', 'link'], 'label': 'tekst', 'preview_template': 'home/block_preview.html', 'preview_value': '<p>Een alinea, met <b>nadruk</b>.</p><ol><li>het ene</li><li>het andere</li></ol>'}), 5: ('wagtail.blocks.CharBlock', (), {'required': False}), 6: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 5)]], {'description': 'De eerste regel is de kop van elke kolom.', 'label': 'tabel', 'preview_template': 'home/block_preview.html', 'preview_value': {'caption': 'Wie wat doet', 'columns': [{'heading': 'Wie', 'type': 'text'}, {'heading': 'Wat', 'type': 'text'}], 'rows': [{'values': ['gemeente', 'roept het overleg bijeen']}, {'values': ['politie', 'deelt wat zij ziet']}]}}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'superscript', 'link'], 'label': 'citaat'}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'wie of waar', 'max_length': 160, 'required': False}), 9: ('wagtail.blocks.StructBlock', [[('text', 7), ('source', 8)]], {'description': 'Wat iemand zei of schreef, en wie dat was.', 'preview_template': 'home/block_preview.html', 'preview_value': {'source': 'uit een gesprek', 'text': '<p>Zo kort als het kan, zo lang als het moet.</p>'}}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'titel', 'max_length': 160, 'required': False}), 11: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'superscript', 'ol', 'ul', 'link'], 'label': 'tekst'}), 12: ('wagtail.blocks.StructBlock', [[('title', 10), ('text', 11)]], {'description': 'Tekst in een kader, met een titel.', 'preview_template': 'home/block_preview.html', 'preview_value': {'text': '<p>Wat apart gelezen moet kunnen worden.</p>', 'title': 'Let op'}}), 13: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'afbeelding'}), 14: ('wagtail.blocks.CharBlock', (), {'help_text': 'Wat erop te zien is, voor wie haar niet ziet.', 'label': 'beschrijving', 'max_length': 400}), 15: ('wagtail.blocks.CharBlock', (), {'label': 'bijschrift', 'max_length': 200, 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('image', 13), ('alt', 14), ('caption', 15)]], {'description': 'Een afbeelding, met een beschrijving voor wie haar niet ziet.', 'preview_template': 'home/block_preview.html', 'preview_value': {'alt': 'Een voorbeeld', 'caption': 'Een bijschrift', 'image': None}}), 17: ('home.editor.blocks.SectionChooserBlock', (), {'label': 'paragraaf'}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'waarom', 'max_length': 200, 'required': False}), 19: ('wagtail.blocks.StructBlock', [[('section', 17), ('text', 18)]], {'description': 'Een verwijzing naar een paragraaf van een vastgestelde editie.', 'preview_template': 'home/block_preview.html', 'preview_value': {'section': None, 'text': 'hier staat wie erover gaat'}}), 20: ('wagtail.blocks.StreamBlock', [[('text', 4), ('table', 6), ('quote', 9), ('frame', 12), ('figure', 16), ('reference', 19)]], {'label': 'inhoud', 'required': False}), 21: ('wagtail.blocks.CharBlock', (), {'label': 'teken', 'max_length': 4}), 22: ('wagtail.blocks.TextBlock', (), {'label': 'tekst'}), 23: ('wagtail.blocks.StructBlock', [[('mark', 21), ('text', 22)]], {}), 24: ('wagtail.blocks.ListBlock', (23,), {'default': [], 'label': 'voetnoten'}), 25: ('wagtail.blocks.TextBlock', (), {'help_text': 'Lezers zien dit als zij twee edities vergelijken.', 'label': 'wat is gewijzigd en waarom', 'max_length': 1000, 'required': False, 'rows': 2}), 26: ('wagtail.blocks.StructBlock', [[('number', 0), ('title', 1), ('anchor', 2), ('level', 3), ('body', 20), ('footnotes', 24), ('change_note', 25)]], {})}, verbose_name='paragrafen')),
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
                ('kind', models.CharField(choices=[('kader', 'Landelijk Kader'), ('agenda', 'landelijke agenda zorg & veiligheid'), ('samenwerkingsagenda', 'Samenwerkingsagenda'), ('model', 'modelafspraak of privacyprotocol'), ('afweging', 'afwegingskader plustaken'), ('proces', 'procesbeschrijving')], default='kader', max_length=20, verbose_name='soort')),
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
                ('kind', models.CharField(choices=[('kader', 'Landelijk Kader'), ('agenda', 'landelijke agenda zorg & veiligheid'), ('samenwerkingsagenda', 'Samenwerkingsagenda'), ('model', 'modelafspraak of privacyprotocol'), ('afweging', 'afwegingskader plustaken'), ('proces', 'procesbeschrijving')], max_length=20, verbose_name='soort')),
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
                ('expectations', wagtail.fields.StreamField([('text', 0), ('table', 2), ('quote', 5), ('frame', 8), ('figure', 12), ('reference', 15)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'description': "Alinea's, tussenkoppen en lijsten.", 'features': ['h3', 'bold', 'italic', 'superscript', 'ol', 'ul', 'link'], 'label': 'tekst', 'preview_template': 'home/block_preview.html', 'preview_value': '<p>Een alinea, met <b>nadruk</b>.</p><ol><li>het ene</li><li>het andere</li></ol>'}), 1: ('wagtail.blocks.CharBlock', (), {'required': False}), 2: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 1)]], {'description': 'De eerste regel is de kop van elke kolom.', 'label': 'tabel', 'preview_template': 'home/block_preview.html', 'preview_value': {'caption': 'Wie wat doet', 'columns': [{'heading': 'Wie', 'type': 'text'}, {'heading': 'Wat', 'type': 'text'}], 'rows': [{'values': ['gemeente', 'roept het overleg bijeen']}, {'values': ['politie', 'deelt wat zij ziet']}]}}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'superscript', 'link'], 'label': 'citaat'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'wie of waar', 'max_length': 160, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'description': 'Wat iemand zei of schreef, en wie dat was.', 'preview_template': 'home/block_preview.html', 'preview_value': {'source': 'uit een gesprek', 'text': '<p>Zo kort als het kan, zo lang als het moet.</p>'}}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'titel', 'max_length': 160, 'required': False}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'superscript', 'ol', 'ul', 'link'], 'label': 'tekst'}), 8: ('wagtail.blocks.StructBlock', [[('title', 6), ('text', 7)]], {'description': 'Tekst in een kader, met een titel.', 'preview_template': 'home/block_preview.html', 'preview_value': {'text': '<p>Wat apart gelezen moet kunnen worden.</p>', 'title': 'Let op'}}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'afbeelding'}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'Wat erop te zien is, voor wie haar niet ziet.', 'label': 'beschrijving', 'max_length': 400}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'bijschrift', 'max_length': 200, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('image', 9), ('alt', 10), ('caption', 11)]], {'description': 'Een afbeelding, met een beschrijving voor wie haar niet ziet.', 'preview_template': 'home/block_preview.html', 'preview_value': {'alt': 'Een voorbeeld', 'caption': 'Een bijschrift', 'image': None}}), 13: ('home.editor.blocks.SectionChooserBlock', (), {'label': 'paragraaf'}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'waarom', 'max_length': 200, 'required': False}), 15: ('wagtail.blocks.StructBlock', [[('section', 13), ('text', 14)]], {'description': 'Een verwijzing naar een paragraaf van een vastgestelde editie.', 'preview_template': 'home/block_preview.html', 'preview_value': {'section': None, 'text': 'hier staat wie erover gaat'}})}, verbose_name='wat partners van elkaar mogen verwachten')),
                ('background', wagtail.fields.StreamField([('text', 0), ('table', 2), ('quote', 5), ('frame', 8), ('figure', 12), ('reference', 15)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'description': "Alinea's, tussenkoppen en lijsten.", 'features': ['h3', 'bold', 'italic', 'superscript', 'ol', 'ul', 'link'], 'label': 'tekst', 'preview_template': 'home/block_preview.html', 'preview_value': '<p>Een alinea, met <b>nadruk</b>.</p><ol><li>het ene</li><li>het andere</li></ol>'}), 1: ('wagtail.blocks.CharBlock', (), {'required': False}), 2: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 1)]], {'description': 'De eerste regel is de kop van elke kolom.', 'label': 'tabel', 'preview_template': 'home/block_preview.html', 'preview_value': {'caption': 'Wie wat doet', 'columns': [{'heading': 'Wie', 'type': 'text'}, {'heading': 'Wat', 'type': 'text'}], 'rows': [{'values': ['gemeente', 'roept het overleg bijeen']}, {'values': ['politie', 'deelt wat zij ziet']}]}}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'superscript', 'link'], 'label': 'citaat'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'wie of waar', 'max_length': 160, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'description': 'Wat iemand zei of schreef, en wie dat was.', 'preview_template': 'home/block_preview.html', 'preview_value': {'source': 'uit een gesprek', 'text': '<p>Zo kort als het kan, zo lang als het moet.</p>'}}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'titel', 'max_length': 160, 'required': False}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'superscript', 'ol', 'ul', 'link'], 'label': 'tekst'}), 8: ('wagtail.blocks.StructBlock', [[('title', 6), ('text', 7)]], {'description': 'Tekst in een kader, met een titel.', 'preview_template': 'home/block_preview.html', 'preview_value': {'text': '<p>Wat apart gelezen moet kunnen worden.</p>', 'title': 'Let op'}}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'afbeelding'}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'Wat erop te zien is, voor wie haar niet ziet.', 'label': 'beschrijving', 'max_length': 400}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'bijschrift', 'max_length': 200, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('image', 9), ('alt', 10), ('caption', 11)]], {'description': 'Een afbeelding, met een beschrijving voor wie haar niet ziet.', 'preview_template': 'home/block_preview.html', 'preview_value': {'alt': 'Een voorbeeld', 'caption': 'Een bijschrift', 'image': None}}), 13: ('home.editor.blocks.SectionChooserBlock', (), {'label': 'paragraaf'}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'waarom', 'max_length': 200, 'required': False}), 15: ('wagtail.blocks.StructBlock', [[('section', 13), ('text', 14)]], {'description': 'Een verwijzing naar een paragraaf van een vastgestelde editie.', 'preview_template': 'home/block_preview.html', 'preview_value': {'section': None, 'text': 'hier staat wie erover gaat'}})}, verbose_name='achtergrond')),
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
