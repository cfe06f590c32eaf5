"""The work of sending, for the worker; and giving back what a killed worker left."""

from datetime import UTC, datetime

from procrastinate import JobContext
from procrastinate.contrib.django import app

from portal.jobs.retrying import PATIENTLY

SILENT = 40  # seconds without a sign of life, after which a worker counts as killed


@app.task(retry=PATIENTLY, name="notify.send")
def send_notification(notification: int) -> None:
    from portal.notify.domain import telling

    telling.send(pk=notification)


@app.periodic(cron="* * * * *")
@app.task(name="jobs.rescue", queueing_lock="jobs.rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Give work back that a worker had taken when it was killed: a worker that is alive says so every few seconds."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        await manager.retry_job(job, retry_at=datetime.now(UTC))
