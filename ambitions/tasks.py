"""What the worker does for the Samenwerkingsagenda by itself."""

from procrastinate.contrib.django import app

from ambitions.domain import reminders


@app.periodic(cron="10 7 * * 1-5")
@app.task(name="ambitions.remind")
def remind_of_plans_and_reports(timestamp: int) -> None:
    reminders.remind()
