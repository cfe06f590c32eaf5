"""Every mail is made in one place, and says to machines that nobody reads an answer."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.core import mail

from portal.kit.mail import MailKind, message

ROOT = Path(__file__).resolve().parent.parent.parent
MAKERS = {"EmailMessage", "EmailMultiAlternatives", "send_mail", "send_mass_mail", "mail_admins", "mail_managers"}


def makers_in(path: Path) -> list[str]:
    """Where a mail is made with Django's own means."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    names = [getattr(called, "id", getattr(called, "attr", "")) for called in calls]
    return [f"{path.relative_to(ROOT)}: {name}" for name in names if name in MAKERS]


def test_no_mail_is_made_elsewhere() -> None:
    code = [
        path for package in ("portal", "agenda", "knelpunten", "ambitions", "home") for path in (ROOT / package).rglob("*.py")
    ]
    found = [place for path in code for place in makers_in(path)]
    assert [place for place in found if not place.startswith("portal/accounts/adapter.py")] == [
        "portal/kit/mail.py: EmailMultiAlternatives"
    ]


@pytest.mark.parametrize("kind", MailKind)
def test_a_mail_says_of_itself_what_it_is(kind: MailKind) -> None:
    message("Er is iets", "Kijk.", kind=kind, to=["a@example.nl"], key="brief-1", thread="pagina-1").send()
    sent = mail.outbox[0].message()
    assert (sent["Auto-Submitted"], sent["X-Auto-Response-Suppress"]) == ("auto-generated", "All")
    assert f"<{kind}." in sent["List-Id"]
    assert (sent["Message-ID"], sent["References"]) == ("<brief-1@portaal>", "<pagina-1@portaal>")


def test_no_plain_text_is_escaped_as_if_it_were_a_page() -> None:
    """A mail to O'Brien is to O'Brien."""
    texts = [path for path in ROOT.rglob("templates/**/*.txt") if not {".venv", "node_modules"} & set(path.parts)]
    assert len(texts) > 10
    said = {path.relative_to(ROOT): path.read_text() for path in texts}
    assert [name for name, text in said.items() if "{{" in text and "{% autoescape off %}" not in text] == []
