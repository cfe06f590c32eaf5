"""What every installation shares. `local.py` and `production.py` add where it runs."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

from portal.kit.limits import LARGEST_FILE, LARGEST_FORM
from portal.run import localdb
from portal.settings.databases import database_from, embedded_database, kept

BASE_DIR = Path(__file__).resolve().parent.parent.parent
LOCAL_DIR = BASE_DIR / ".local"

DEBUG = False
DEMO = False
CLOCK_CAN_BE_SET = False

INSTALLED_APPS = [
    "portal.ui",
    "portal.accounts",
    "portal.history",
    "portal.network",
    "portal.notify",
    "portal.files",
    "portal.documents",
    "portal.privacy",
    "knelpunten",
    "agenda.decisions",
    "agenda.lists",
    "agenda.meetings",
    "agenda.ratification",
    "ambitions",
    "portal.chain",
    "portal.overview",
    "portal.reference",
    "portal.run",
    "home",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.search",
    "wagtail.embeds",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "rules.apps.AutodiscoverRulesConfig",
    "pgtrigger",
    "procrastinate.contrib.django",
    "django_htmx",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "portal.kit.odd.NoOddities",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.kit.limits.Limits",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.kit.odd.NoOddFields",
    "portal.kit.responses.PrivateResponses",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "portal.kit.access.DeclaredViewsOnly",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.kit.trouble.WholeStreams",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.kit.responses.nonce",
                "portal.overview.navigation.navigation",
            ],
        },
    }
]

# --- database: PostgreSQL, the embedded one where no other is named -------------------------------------------

url = os.environ.get("DATABASE_URL")
# Who the web and the worker are in the database: they read and write, own nothing, and
# change no evidence. `migrate` gives the rights.
APP_ROLE = os.environ.get("PORTAL_APP_ROLE", localdb.APP)
DATABASES = {"default": kept(database_from(url) if url else embedded_database())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- language, time, search -----------------------------------------------------------------------------------

# A preview of a long document has five fields for each of its headings.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_000

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}}

# --- files ----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = LOCAL_DIR / "static"
STATICFILES_DIRS = [LOCAL_DIR / "assets"]
MEDIA_ROOT = LOCAL_DIR / "media"
MEDIA_URL = "/media/"
# Editors upload pictures and nothing else; the store itself draws them again and refuses what is none.
STORAGES = {
    "default": {"BACKEND": "portal.files.editors.PicturesOnly"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WAGTAILIMAGES_EXTENSIONS = ["png", "jpg", "jpeg"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.editor.images.PictureForm"
# What people send to be read by some and not by others. No web server looks in here.
PRIVATE_ROOT = Path(os.environ.get("PORTAL_PRIVATE_ROOT", LOCAL_DIR / "private"))

# --- who signs in ---------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["portal.accounts.backends.SeatBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "overzicht"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "portal.accounts.adapter.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
# Without a password among these allauth lets people in by code alone.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_BY_CODE_REQUIRED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 300
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "portal.accounts.tokens.ResetTokens"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
EMAIL_TIMEOUT = 10
CACHES = {
    # Rate limits count across all worker processes, so the cache is one they share.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kit_cache"},
}

# --- Wagtail --------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Portaal Zorg en Veiligheid"
WAGTAIL_CONTENT_LANGUAGES = [("nl", "Nederlands")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAILADMIN_LOGIN_URL = "/account/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# --- what the browser may do ----------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [SELF],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb")}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_FORM
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_FILE  # never through the temporary folder: a killed process would leave the file there
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A page that is not there is no event; its address may hold an invitation.
    "loggers": {"django.request": {"level": "ERROR"}},
}
