import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occasion', models.CharField(max_length=80, verbose_name='aanleiding')),
                ('about', models.CharField(choices=[('knelpunt', 'Er is nieuws over een knelpunt van uw huis'), ('herkenning', 'Een ander huis herkent een knelpunt van uw huis'), ('antwoord', 'Er is antwoord op een knelpunt van uw huis'), ('bundeling', 'Een knelpunt van uw huis en een rode draad'), ('opgenomen', 'De Samenwerkingsagenda neemt een knelpunt van uw huis op'), ('uitvraag', 'De Stuurgroep vraagt iets aan uw huis'), ('voortgang', 'Hoe gaat het met uw actie?'), ('standpunt', 'Er wordt een standpunt van u gevraagd'), ('jaarplan', 'Het jaarplan van uw huis vraagt iets van u'), ('toelichting', 'Er is nieuws over een toelichting van uw huis'), ('actielijn', 'Hoe staat uw landelijke actielijn ervoor?'), ('agenda', 'De agenda van uw vergadering staat klaar'), ('schriftelijk', 'Uw gremium vraagt een besluit in een schriftelijke ronde'), ('agenda_gewijzigd', 'De agenda van uw vergadering is gewijzigd'), ('persoonsgegevens', 'Er wacht een tekst op de privacybeoordelaar'), ('melding', 'De privacybeoordelaar vraagt u iets over uw melding'), ('tweede', 'Er wordt een tweede persoon gevraagd bij het verwijderen van tekst')], max_length=20, verbose_name='waarover')),
                ('path', models.CharField(max_length=200, verbose_name='pagina')),
                ('made_at', models.DateTimeField(verbose_name='gemaakt op')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='verstuurd op')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='pogingen')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notifications', to=settings.AUTH_USER_MODEL, verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'bericht',
                'verbose_name_plural': 'berichten',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['path'], name='notification_path')],
                'constraints': [models.UniqueConstraint(fields=('occasion', 'user'), name='notification_once_per_person')],
            },
        ),
    ]
