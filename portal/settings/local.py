"""On one's own machine: mail in a folder, a key made once, no HTTPS. DEMO=1 adds the demo persons."""

import os

from django.core.management.utils import get_random_secret_key

from portal.settings.base import *  # noqa: F403
from portal.settings.base import INSTALLED_APPS, LOCAL_DIR

LOCAL_DIR.mkdir(exist_ok=True)
(LOCAL_DIR / "assets").mkdir(exist_ok=True)

key_file = LOCAL_DIR / "secret-key"
if not key_file.exists():
    key_file.write_text(get_random_secret_key())
    key_file.chmod(0o600)
SECRET_KEY = key_file.read_text()

address_key_file = LOCAL_DIR / "address-key"
if not address_key_file.exists():
    address_key_file.write_text(get_random_secret_key())
    address_key_file.chmod(0o600)
ADDRESS_KEYS = [address_key_file.read_text()]

DEMO = os.environ.get("DEMO") == "1"
INSTALLED_APPS += ["portal.demo"]
CLOCK_CAN_BE_SET = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = os.environ.get("PORTAL_MAIL_FOLDER", str(LOCAL_DIR / "mail"))
DEFAULT_FROM_EMAIL = "portaal@example.nl"
WHITENOISE_USE_FINDERS = True
