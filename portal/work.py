"""The worker: `python -m portal.work`. Does what was put off until after the answer, such as mail."""

import logging
import os
import sys

import django

GRACE = 10  # seconds in which work that has begun may end when the worker is stopped


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    django.setup()
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(concurrency=2, shutdown_graceful_timeout=GRACE)


if __name__ == "__main__":
    sys.exit(main())
