"""The work on the private storage, for the worker."""

from uuid import UUID

from procrastinate.contrib.django import app

from portal.files import store
from portal.files.domain import keepers_mail, tidyings
from portal.jobs.retries import PATIENTLY


@app.periodic(cron="17 3 * * *")
@app.task(name="files.tidy", queueing_lock="files.tidy")
def tidy(timestamp: int) -> None:
    tidyings.tidy()


@app.task(name="files.erase", retry=PATIENTLY)
def erase(key: str) -> None:
    """Make sure that the bytes of a removed file are gone, also where the process was killed before it could."""
    store.erase(UUID(key))


@app.task(name="files.tell_keepers", retry=PATIENTLY)
def tell_keepers(sentence: str) -> None:
    keepers_mail.send(sentence)
