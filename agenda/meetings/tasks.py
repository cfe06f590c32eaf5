"""The work of meetings, for the worker: mail about agendas, invitations for calendars, and the agenda as one PDF."""

from procrastinate.contrib.django import app

from agenda.meetings.domain import agenda_pdf, invitations
from portal.jobs.retries import PATIENTLY


@app.task(retry=PATIENTLY, name="meetings.tell_of_agenda")
def tell_of_agenda(version: int) -> None:
    invitations.tell_of_agenda(version)


@app.task(retry=PATIENTLY, name="meetings.invite")
def send_invitation(invitation: int) -> None:
    invitations.send(pk=invitation)


@app.periodic(cron="50 5 * * *")
@app.task(retry=PATIENTLY, name="meetings.catch_up")
def catch_up(timestamp: int) -> None:
    """Each morning: who came into a body or left it, has in the calendar what lies ahead of it."""
    invitations.catch_up_all()


@app.task(retry=PATIENTLY, name="meetings.agenda_set")
def make_set(agenda_set: int) -> None:
    agenda_pdf.make(pk=agenda_set)
