"""For the suite: the settings of one's own machine, with mail in memory and cheap passwords."""

from portal.settings.local import *  # noqa: F403
from portal.settings.local import TEMPLATES

SECRET_KEY = "only for tests"
DEMO = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "portal-undefined-variable:%s"
