from django.db import migrations, models

# What is known already: as the last move says.
FILL = """
    UPDATE lists_action SET is_accepted = (
        SELECT is_accepted FROM lists_listmove WHERE action_id = lists_action.id ORDER BY id DESC LIMIT 1
    ) WHERE outcome = 'elders_belegd'
"""


class Migration(migrations.Migration):
    dependencies = [("lists", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="action",
            name="is_accepted",
            field=models.BooleanField(null=True, verbose_name="door de andere tafel aanvaard"),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
