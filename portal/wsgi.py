"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
os.environ.setdefault("PORTAL_POOL", "1")  # threads that answer requests share connections; a command has its own
application = get_wsgi_application()
