"""Sending letters, for the worker. A letter knows until when it makes sense."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.accounts.domain import letters

# After 3, 26, 69, 132 … seconds: five times while a code is good, and for more than two days in all.
WHILE_IT_LIVES = RetryStrategy(max_attempts=140, wait=3, linear_wait=20)


@app.task(retry=WHILE_IT_LIVES, name="accounts.post", queue="letters")
def post_letter(letter: int) -> None:
    letters.send(pk=letter)


@app.periodic(cron="*/5 * * * *")
@app.task(name="accounts.empty_expired", queueing_lock="accounts.empty_expired")
def empty_expired(timestamp: int) -> None:
    letters.empty_expired()
