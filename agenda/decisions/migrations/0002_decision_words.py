from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("decisions", "0001_initial")]
    operations = [
        AddIndexConcurrently(
            model_name="decision",
            index=GinIndex(SearchVector("wording", config="dutch"), name="decision_words"),
        ),
    ]
