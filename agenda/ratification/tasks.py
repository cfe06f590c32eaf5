"""What the worker does for rounds by itself."""

from procrastinate.contrib.django import app

from agenda.ratification.domain import reminders


@app.periodic(cron="50 6 * * 1-5")
@app.task(name="ratification.remind")
def remind_of_positions(timestamp: int) -> None:
    reminders.remind()
