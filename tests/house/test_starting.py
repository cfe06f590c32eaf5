"""What a start has to read is kept small: what only files, PDFs and calendars ask for is read when somebody asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Half a second and 24 MB of every start together. What Wagtail itself reads at its
# start (bs4, lxml, PIL, requests, yaml) is not in our hands.
LATER = (
    "cryptography.fernet", "docx", "fontTools", "holidays", "icalendar", "lightningcss", "mammoth", "markdown_it", "openpyxl",
    "phonenumbers", "pikepdf", "pypdf", "stdnum", "tinycss2", "typst",
)  # fmt: skip
START = f"""
import sys, django
django.setup()
import portal.urls, portal.wsgi
print(*[name for name in {LATER!r} if name in sys.modules])
"""


def test_a_start_reads_no_library_that_only_some_pages_use() -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "DATABASE_URL": "postgres://nobody@localhost/none",
    }
    command = [sys.executable, "-W", "ignore", "-c", START]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr[-2000:]
