"""What the worker does for the CMS."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="home.publish_scheduled", queueing_lock="home.publish_scheduled")
def publish_scheduled(timestamp: int) -> None:
    """Publish and take offline what editors planned."""
    call_command("publish_scheduled")
