"""What the web server serves."""

import os

from django.core.wsgi import get_wsgi_application

from portal import settings

settings.demand()
os.environ.setdefault("PORTAL_WEB", "1")  # threads that answer requests keep their connections; a command has its own
with settings.in_one_sentence():
    application = get_wsgi_application()
