"""Tidying the private storage, for the worker."""

from procrastinate.contrib.django import app


@app.periodic(cron="17 3 * * *")
@app.task(name="files.sweep")
def sweep(timestamp: int) -> None:
    from portal.files.domain import keeping

    keeping.sweep()
