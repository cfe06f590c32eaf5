from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("meetings", "0003_paper_words")]
    operations = [
        AddIndexConcurrently(
            model_name="arrangement",
            index=GinIndex(SearchVector("text", config="dutch"), name="arrangement_words"),
        ),
    ]
