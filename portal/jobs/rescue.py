"""Giving back what a killed worker left. Filled by the worker, read by whoever waits."""

from datetime import UTC, datetime

from procrastinate import JobContext
from procrastinate.contrib.django import app

SIGN_OF_LIFE = 2  # seconds between two of a worker that lives
SILENT = 8  # seconds without one, after which a worker counts as killed


@app.periodic(cron="* * * * * */5")
@app.task(name="jobs.rescue", queueing_lock="jobs.rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Every five seconds: with the silence before it a job waits some fifteen."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        await manager.retry_job(job, retry_at=datetime.now(UTC))
