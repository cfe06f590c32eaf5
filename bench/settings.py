"""Production settings for the bench, with the floor beside the portal and a count of queries on request."""

import os

from portal.settings.base import LOCAL_DIR

os.environ.setdefault("SECRET_KEY", "only for the bench, which serves nobody but itself")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1")
os.environ.setdefault("DEFAULT_FROM_EMAIL", "bench@example.nl")
os.environ.setdefault("EMAIL_HOST", "127.0.0.1")
private = LOCAL_DIR / "bench-private"
private.mkdir(mode=0o700, parents=True, exist_ok=True)
os.environ.setdefault("PORTAL_PRIVATE_ROOT", str(private))

from portal.settings.production import *  # noqa: E402
from portal.settings.production import MIDDLEWARE  # noqa: E402

ROOT_URLCONF = "bench.urls"
STATIC_ROOT = LOCAL_DIR / "bench-static"
MIDDLEWARE = [*MIDDLEWARE, "bench.floor.CountQueries"]
