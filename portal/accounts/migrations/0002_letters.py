# Written by hand where rows stay: an open invitation works on, and of several only the newest does.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CLOSE = """
    UPDATE accounts_invitation old SET withdrawn_at = now()
    WHERE accepted_at IS NULL AND (
        EXISTS (SELECT 1 FROM accounts_invitation other WHERE other.user_id = old.user_id AND other.id > old.id AND other.accepted_at IS NULL)
        OR EXISTS (SELECT 1 FROM accounts_user person WHERE person.id = old.user_id AND person.password NOT LIKE '!%')
    )
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField("user", "reset_asked_at", models.DateTimeField(editable=False, null=True)),
        migrations.RenameField("invitation", "sent_at", "made_at"),
        migrations.AddField("invitation", "opened_at", models.DateTimeField(null=True)),
        migrations.AddField("invitation", "withdrawn_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "invitation",
            "invited_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
        migrations.AlterModelOptions(
            name="invitation",
            options={"ordering": ["-pk"], "verbose_name": "uitnodiging", "verbose_name_plural": "uitnodigingen"},
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("code", "code om in te loggen"),
                            ("reset", "nieuw wachtwoord"),
                            ("invitation", "uitnodiging"),
                            ("seat", "bericht over een zetel"),
                        ],
                        max_length=12,
                        verbose_name="waarvoor",
                    ),
                ),
                ("sealed", models.TextField(blank=True, editable=False)),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("expires_at", models.DateTimeField(verbose_name="verstuurbaar tot")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="verstuurd op")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "brief",
                "verbose_name_plural": "brieven",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="invitation",
            name="letter",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="invitation", to="accounts.letter"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("withdrawn_at__isnull", True)),
                fields=("user",),
                name="one_open_invitation_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("withdrawn_at__isnull", True), _connector="OR"),
                name="invitation_not_accepted_and_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("sent_at__isnull", True), ("sealed", ""), _connector="OR"), name="letter_sent_is_empty"
            ),
        ),
    ]
