"""The yardstick of the anonymous Kader chapter: a page with the same words on a site made by `wagtail start`.

The site is as the command makes it, with its production settings; added are a body to its page, our database connection
pool, and the words. It is made anew in `.local/wagtail-start` for every run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import databases

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".local" / "wagtail-start"
DATABASE = "bench_wagtail_start"
SETTINGS = "peer.settings.bench"

MODELS = """
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    body = RichTextField(blank=True)
    content_panels = [*Page.content_panels, FieldPanel("body")]
"""
TEMPLATE = """
{% extends "base.html" %}
{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1>{{ page.body|richtext }}{% endblock %}
"""
BENCH_SETTINGS = """
import dj_settings
from .production import *

SECRET_KEY = "only for the bench"
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = dj_settings.DATABASES
"""
FILL = """
from pathlib import Path
from home.models import HomePage
from wagtail.models import Site
words = Path("words.html").read_text()
root = Site.objects.get().root_page
root.add_child(instance=HomePage(title="Focus en scope", slug="focus-en-scope", body=words))
"""


def make(words: str) -> None:
    """Make the site, its database and its page."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    _run("-c", "from wagtail.bin.wagtail import main; main()", "start", "peer", ".")
    (FOLDER / "home" / "models.py").write_text(MODELS)
    (FOLDER / "home" / "templates" / "home" / "home_page.html").write_text(TEMPLATE)
    (FOLDER / "peer" / "settings" / "bench.py").write_text(BENCH_SETTINGS)
    (FOLDER / "words.html").write_text(words)
    databases.drop(DATABASE)
    with databases.admin() as connection:
        connection.execute(f"CREATE DATABASE {DATABASE}")
    (FOLDER / "dj_settings.py").write_text(f"DATABASES = {{'default': {_database()!r}}}\n")
    for command in (["makemigrations", "home"], ["migrate"], ["collectstatic", "--noinput"], ["shell", "-c", FILL]):
        _run("manage.py", *command)


def environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONPATH": str(FOLDER)}


def drop() -> None:
    databases.drop(DATABASE)


def _database() -> dict[str, object]:
    from portal.settings.base import database_from

    options = {"pool": {"min_size": 2, "max_size": 12, "timeout": 10}}
    return {**database_from(databases.url(DATABASE)), "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def _run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command], cwd=FOLDER, env=environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)[:80]} failed: {done.stderr[-2000:]}")
