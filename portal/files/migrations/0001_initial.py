from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word-document"),
                            ("xlsx", "Excel-bestand"),
                            ("pptx", "PowerPoint-bestand"),
                            ("png", "afbeelding (PNG)"),
                            ("jpg", "afbeelding (JPEG)"),
                            ("txt", "tekst"),
                        ],
                        max_length=8,
                        verbose_name="soort",
                    ),
                ),
                ("size", models.PositiveIntegerField(verbose_name="grootte")),
                ("sha256", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField(verbose_name="bewaard op")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="verwijderd op")),
                ("withheld_at", models.DateTimeField(null=True, verbose_name="verborgen sinds")),
            ],
            options={
                "verbose_name": "bestand",
                "verbose_name_plural": "bestanden",
            },
        ),
    ]
