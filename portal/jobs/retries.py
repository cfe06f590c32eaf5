"""How work in the background is tried again. The queue is procrastinate's, in the same database and the same transaction."""

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job

# Tried after 10, 100 and 1,000 seconds and then each half hour, for two days. procrastinate runs once more than it says.
HALF_HOUR = 30 * 60
TRIES = 3 + 2 * 24 * 2


class Patiently(BaseRetryStrategy):
    """Soon at first, then steadily: a mail server that comes back after a night is not kept waiting for another one."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if job.attempts >= TRIES:
            return None
        return RetryDecision(retry_in={"seconds": min(10 ** (job.attempts + 1), HALF_HOUR)})


PATIENTLY = Patiently()
