"""The worker: `python -m portal.work`. Does what was put off until after the answer, such as mail."""

import logging
import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    execute_from_command_line(["manage.py", "procrastinate", "worker", "--concurrency", "2", "--shutdown-graceful-timeout", "10"])


if __name__ == "__main__":
    sys.exit(main())
