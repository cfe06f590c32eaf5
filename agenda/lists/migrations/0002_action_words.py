from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("lists", "0001_initial")]
    operations = [
        AddIndexConcurrently(
            model_name="action",
            index=GinIndex(SearchVector("title", "goal", "intended_result", config="dutch"), name="action_words"),
        ),
    ]
