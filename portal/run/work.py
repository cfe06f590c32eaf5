"""The worker: `python -m portal.run.work`. Does what was put off until after the answer, such as mail."""

import logging
import sys

from portal.run import starting

GRACE = 10  # seconds in which work that has begun may end when the worker is stopped


def main() -> None:
    starting.check()
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    from procrastinate.contrib.django import app

    from portal.jobs import rescue

    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(
            concurrency=2,
            shutdown_graceful_timeout=GRACE,
            update_heartbeat_interval=rescue.SIGN_OF_LIFE,
            stalled_worker_timeout=rescue.SILENT,
            delete_jobs="successful",  # the rescue runs every five seconds
        )


if __name__ == "__main__":
    sys.exit(main())
