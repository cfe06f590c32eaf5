"""How work in the background is tried again. The queue is procrastinate's, in the same database and the same transaction."""

from procrastinate import RetryStrategy

# Tried after 3, 9, 27 … seconds: about nine hours in all. procrastinate runs once more than it says.
PATIENTLY = RetryStrategy(max_attempts=9, exponential_wait=3)
