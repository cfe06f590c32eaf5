"""What was pasted says the same words on the screen, on paper, in Word, in a sheet, in a calendar and in a mail."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import docx
import pytest
from django.core import mail
from django.utils.html import strip_tags
from icalendar import Calendar
from openpyxl import load_workbook

from agenda.meetings.domain import invitations
from agenda.meetings.models import Meeting, MeetingInvitation
from agenda.meetings.queries import calendars, prints
from portal.files.cleaning import words_of_pdf
from portal.kit.opaque import of
from portal.publish.printed import as_docx, as_pdf
from portal.publish.tables import bare
from tests import factories as make
from tests.kit.test_pasted import PASTED
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
# No browser sends half a character, and what no text holds is refused.
SENT = [(pasted, plain) for pasted, plain in PASTED if not {"\0", "\ud800"} & set(pasted)]
FULL = [plain for _, plain in SENT if plain and "👩" not in plain]  # no font of ours draws people: paper shows a box
SHORT = [text for text in FULL if "\n" not in text]


def words_of(text: str) -> str:
    """Without what only parts words: paper breaks lines, and hyphenates none."""
    return re.sub(r"\s+", "", text)


def test_the_verslag_says_on_screen_on_paper_and_in_word_what_was_pasted() -> None:
    meeting, by = make.meeting(make.M.GEOPEND), make.secretaris()
    make.closed(meeting)
    item = meeting.items.get()  # type: ignore[attr-defined]
    client = client_of(by)
    form = {f"punt{of(item)}": "\r\n\r\n".join(pasted for pasted, _ in SENT), "version": "0"}
    assert client.post(f"/vergaderingen/{of(meeting)}/verslag/schrijven/", form).status_code == 302
    printed = prints.verslag(Meeting.objects.get(pk=meeting.pk), by.user)
    shown = {
        "screen": unescape(strip_tags(client.get(f"/vergaderingen/{of(meeting)}/verslag/").content.decode())),
        "paper": "".join(words for _, words in words_of_pdf.pages(as_pdf(printed))),
        "word": "\n".join(each.text for each in docx.Document(io.BytesIO(as_docx(printed))).paragraphs),
    }
    for way, text in shown.items():
        assert [plain for plain in FULL if words_of(plain) not in words_of(text)] == [], way


def test_titles_say_in_sheet_calendar_and_mail_what_was_pasted() -> None:
    """Each as the title of a knelpunt and of a meeting."""
    member = make.member()
    for text in SHORT:
        made = make.knelpunt(make.S.OP_DE_LIJST)
        type(made).objects.filter(pk=made.pk).update(title=text[:140])
    client = client_of(make.bureau())
    sheet = load_workbook(io.BytesIO(client.get("/knelpunten/lijst.xlsx").content)).active
    assert {row[1] for row in sheet.iter_rows(min_row=2, values_only=True)} == set(SHORT)  # type: ignore[union-attr]
    text = b"".join(client.get("/knelpunten/lijst.csv").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert {bare(row["titel"]) for row in csv.DictReader(io.StringIO(text), delimiter=";")} == set(SHORT)
    meetings = [make.meeting(title=text[:140]) for text in SHORT]
    events = Calendar.from_ical(calendars.calendar_of(meetings)).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == SHORT
    for row in MeetingInvitation.objects.filter(user=member.user):
        invitations.send(pk=row.pk)
    sent = "\n".join(message.body for message in mail.outbox)
    assert [text for text in SHORT if text not in sent] == []
