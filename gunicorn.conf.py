"""How gunicorn serves the portal, wherever it is started in this folder. What a flag says goes before what stands here."""

import os

from portal.run import starting

os.environ.setdefault("PORTAL_WEB", "1")  # before the settings are read, which is here and not in the processes that serve
worker_class = "portal.run.web.Worker"
workers, threads = 2, 4
timeout, graceful_timeout = 60, 15
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
loglevel = "warning"


def on_starting(server):
    """What cannot be honoured is said once, by the process that starts the others."""
    starting.check()
    starting.read_pages()
