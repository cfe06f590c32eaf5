"""What a page offers, sent by who it is offered to: what is refused for a reason
that was there when the page was drawn should not have been offered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.template import engines
from django.test import Client
from django.urls import Resolver404, resolve

from portal.accounts.models import User
from portal.kit import clock
from portal.kit.refusals import Refused

BACKEND = "portal.accounts.backends.SeatBackend"
TEXT = "Omdat het in drie regio's zo gaat en wij dat samen willen verbeteren."
LEFT_ALONE = {"account_logout"}  # stands in the head of every page
CHOSEN = ("to", "part", "submit", "outcome", "stance", "public", "presence", "drop")  # what a button says beside its label
LEADS_ON = "main a.utrecht-button[href], .do-now a[href], .buttons a[href], p.inline-links a[href], .acts-menu a[href]"
BADLY_FILLED_IN = 422
NOT_POSSIBLE = (403, 404, 405, 500)


BEEN = {"agreed_date", "consulted_date", "discussed_date", "approved_date"}  # days on which something happened already


def filled_in(form: Tag, *, only_required: bool = False) -> Iterator[dict[str, Any]]:
    """What somebody sends who fills in everything, or no more than they have to; once
    for each button that says something of its own."""
    sent: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(field["name"]), str(field.get("type", field.name))
        if only_required and not field.has_attr("required") and not field.get("value") and kind != "radio":
            continue
        if kind == "radio":
            sent.setdefault(name, str(field.get("value", "on")))
        elif kind == "checkbox":
            sent.setdefault(name, []).append(str(field.get("value", "on")))
        elif kind == "select":
            values = [
                str(option.get("value", option.text)) for option in field.select("option") if not option.has_attr("disabled")
            ]
            sent[name] = next((value for value in values if value), "")
        elif kind == "file":
            sent[name] = SimpleUploadedFile("notitie.txt", TEXT.encode(), "text/plain")
        elif kind not in ("submit", "button"):
            sent[name] = str(field.get("value") or "") or _typed(kind, field, has_been=name in BEEN)
    buttons = {(str(each["name"]), str(each.get("value", ""))) for each in form.select("button[name], input[type=submit][name]")}
    for name, value in sorted(buttons) or [("", "")]:
        yield {**sent, name: value} if name else sent


def _typed(kind: str, field: Tag, *, has_been: bool) -> str:
    day = clock.today() + timedelta(days=-1 if has_been else 90)
    return {
        "date": day.isoformat(),
        "datetime-local": f"{day.isoformat()}T10:00",
        "time": "10:00",
        "number": str(field.get("min") or 1),
        "email": "iemand@example.nl",
    }.get(kind, TEXT[: int(str(field.get("maxlength") or 500))])


class Trying:
    """Everything that was offered, who tried it, and what should not have been offered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tried: set[tuple[Any, ...]] = set()
        self.wrong: set[str] = set()
        self.refused: list[Refused] = []
        self._note_refusals(monkeypatch)
        # Elsewhere in the tests an undefined variable is a word; to a page it is nothing, as for a reader.
        monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")

    def _note_refusals(self, monkeypatch: pytest.MonkeyPatch) -> None:
        as_it_was = Refused.__init__

        def noting(refused: Refused, *blockers: Any) -> None:
            as_it_was(refused, *blockers)
            self.refused.append(refused)

        monkeypatch.setattr(Refused, "__init__", noting)

    def look(self, user: User, role: str, address: str, state: str) -> None:
        """Read a page, follow its buttons, and send every form on it."""
        client = Client(raise_request_exception=False)
        client.force_login(user, BACKEND)
        page = self._read(client, role, address, state)
        for name, target, form in forms_on(page, address):
            self._send(client, role, state, name, target, form)
        for name, target in leads_on(page, address):
            if (role, state, "read", name) in self.tried:
                continue
            self.tried.add((role, state, "read", name))
            there = self._read(client, role, target, f"{state} → {name}")
            for inner, to, form in forms_on(there, target):
                if urlsplit(to).path == urlsplit(target).path:
                    self._send(client, role, state, inner, to, form)

    def _read(self, client: Client, role: str, address: str, state: str) -> str:
        answer = client.get(address)
        if answer.status_code in NOT_POSSIBLE:
            self.wrong.add(f"{role} | {state} | leads to {answer.status_code}")
        return "" if answer.status_code != 200 or answer.streaming else answer.content.decode(errors="replace")

    def _send(self, client: Client, role: str, state: str, name: str, target: str, form: Tag) -> None:
        for sent, less in zip(filled_in(form), filled_in(form, only_required=True), strict=True):
            button = next((f"{key}={value}" for key, value in sent.items() if key in CHOSEN), "")
            if (key := (role, state, name, button)) in self.tried:
                continue
            self.tried.add(key)
            status, known = self._post(client, target, sent)
            if status == BADLY_FILLED_IN and not known:
                status, known = self._post(client, target, less)
            if known or status in NOT_POSSIBLE:
                self.wrong.add(f"{role} | {state} | {name} {button} | {status} {'; '.join(known)}")

    def _post(self, client: Client, target: str, sent: dict[str, Any]) -> tuple[int, list[str]]:
        """The answer, and why the verb said no whatever is filled in. Nothing of it stays."""
        self.refused.clear()
        with transaction.atomic():
            status = client.post(target, sent).status_code
            transaction.set_rollback(True)
        return status, [blocker.sentence for each in self.refused for blocker in each.blockers if not blocker.is_input]

    def said(self) -> str:
        return "\n".join(sorted(self.wrong))


def forms_on(page: str, address: str) -> Iterator[tuple[str, str, Tag]]:
    """The forms on a page that send something: the name of what they lead to, the address, the form."""
    for form in BeautifulSoup(page, "html.parser").select("form[method=post]"):
        target = str(form.get("action") or address)
        if (name := _name_of(target)) not in LEFT_ALONE:
            yield name, target, form


def leads_on(page: str, address: str) -> Iterator[tuple[str, str]]:
    """The links of a page that look like buttons or stand among them: the name of what they lead to, and the address."""
    for link in BeautifulSoup(page, "html.parser").select(LEADS_ON):
        target = str(link["href"])
        if target.startswith("/") and urlsplit(target).path != urlsplit(address).path:
            yield _name_of(target), target


def _name_of(target: str) -> str:
    try:
        return resolve(urlsplit(target).path).view_name
    except Resolver404:
        return f"nowhere: {target}"
