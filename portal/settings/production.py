"""In earnest: everything that differs per installation comes from the environment, and nothing has a default."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment

# Before anything else: the base would start an embedded PostgreSQL where none is named.
if os.environ.get("DEMO"):
    raise ImproperlyConfigured("DEMO is for one's own machine: demo persons sign in without a password.")
environment.text("DATABASE_URL")

from portal.settings.base import *  # noqa: E402, F403
from portal.settings.base import APP_ROLE, MEDIA_ROOT, STATIC_ROOT  # noqa: E402

SECRET_KEY = environment.key("SECRET_KEY")
# Addresses are made with the first and read with all: put a new one in front, and mails of before still lead somewhere (ADR 17).
ADDRESS_KEYS = environment.keys("ADDRESS_KEYS")
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0]}"
DEFAULT_FROM_EMAIL = environment.address("DEFAULT_FROM_EMAIL")
EMAIL_HOST = environment.host("EMAIL_HOST")
EMAIL_PORT = environment.number("EMAIL_PORT", 25, least=1)
EMAIL_USE_TLS = environment.switch("EMAIL_USE_TLS")
PRIVATE_ROOT = environment.private_folder("PORTAL_PRIVATE_ROOT", outside=[STATIC_ROOT, Path(MEDIA_ROOT)])

APP_ROLE = environment.name("PORTAL_APP_ROLE", APP_ROLE)

ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXY_COUNT", 1, most=9)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "portal.files.editors.PicturesOnly"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
