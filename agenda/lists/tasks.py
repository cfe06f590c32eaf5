"""What the worker does for the lists by itself."""

from procrastinate.contrib.django import app

from agenda.lists.domain import reminders


@app.periodic(cron="40 6 * * 1-5")
@app.task(name="lists.remind")
def remind_of_progress(timestamp: int) -> None:
    reminders.remind()
