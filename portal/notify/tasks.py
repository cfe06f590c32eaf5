"""The work of sending, for the worker."""

from procrastinate.contrib.django import app

from portal.jobs import rescue  # noqa: F401  # its task is found with those of this room
from portal.jobs.retries import PATIENTLY
from portal.notify.domain import notifications


@app.task(retry=PATIENTLY, name="notify.send")
def send_notification(notification: int) -> None:
    notifications.send(pk=notification)
