from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("meetings", "0002_item_words")]
    operations = [
        AddIndexConcurrently(
            model_name="paper",
            index=GinIndex(SearchVector("title", config="dutch"), name="paper_words"),
        ),
    ]
