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
                ('about', models.CharField(max_length=20, verbose_name='waarover')),
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
