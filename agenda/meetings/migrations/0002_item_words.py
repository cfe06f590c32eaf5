from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("meetings", "0001_initial")]
    operations = [
        AddIndexConcurrently(
            model_name="agendaitem",
            index=GinIndex(SearchVector("title", "question", config="dutch"), name="item_words"),
        ),
    ]
