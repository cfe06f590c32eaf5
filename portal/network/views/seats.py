"""Seats: given by one person or by two, looked after, and ended; and the invitations that go with them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from portal.accounts.actor import Actor
from portal.accounts.models import Invitation, User
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.network.domain import invitations, seat_proposals
from portal.network.domain import seats as seat_verbs
from portal.network.enums import EndGround, Permission
from portal.network.forms import DeclineForm, EndSeatForm, InviteForm
from portal.network.models import Seat, SeatProposal
from portal.network.queries import seat_upkeep
from portal.network.queries.second_persons import confirmers_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page

ANSWERED = 20  # proposals shown after they were answered


@guarded(Permission.READ_AS_MEMBER)
def seats(request: Request, by: Actor) -> HttpResponse:
    """What waits for a second person; and for who looks after seats, all of them with their invitations."""
    user = request.user
    proposals = SeatProposal.objects.visible_to(user)
    bodies = seat_upkeep.kept_seats(user)
    context = {
        "waiting": proposals.waiting().order_by("pk"),
        "answered": proposals.filter(answer__isnull=False).order_by("-answer__pk")[:ANSWERED],
        "bodies": bodies,
        "invitations": seat_upkeep.invitations_for(user)[:100] if bodies else [],
        "may_invite": user.may(Permission.INVITE),
        "is_keeper": bool(bodies),
    }
    return page(request, "network/seats.html", context)


@guarded(Permission.INVITE)
def invite(request: Request, by: Actor) -> HttpResponse:
    """Give or propose a seat. One that takes a second person is first told so, with who that can be."""
    form = InviteForm(request.POST or None)
    show = with_form(request, "network/invite.html", form)
    if request.method == "POST" and form.is_valid() and not form.cleaned_data["asked"] and _needs_second(form.given):
        form.renew(asked="on")
        return show(seconds=confirmers_of(form.given["membership"], user=None, proposer=by.user), takes_two=True)
    return fill_in(request, form, partial(seat_proposals.invite, by=by), then=partial(_made, request), show=show)


def _needs_second(said: dict[str, Any]) -> bool:
    return seat_verbs.needs_second(membership=said["membership"], function=said["function"], from_date=said["from_date"])


def _made(request: Request, made: Seat | SeatProposal) -> HttpResponse:
    if isinstance(made, SeatProposal):
        messages.success(
            request, f"Voorgesteld: {made.user.name}, {made.label}. Zodra een tweede persoon bevestigt, geldt de zetel."
        )
        return redirect("network:proposal", made.pk)
    said = f"{made.user.name} heeft nu een zetel: {made.label}. Wie hier nieuw is, krijgt een uitnodiging per mail."
    messages.success(request, said)
    return redirect("network:people")


@guarded(Permission.READ_PROPOSAL, SeatProposal)
def proposal(request: Request, proposal: SeatProposal, by: Actor) -> HttpResponse:
    return _shown(request, proposal)


def _shown(request: Request, proposal: SeatProposal, form: DeclineForm | None = None, status: int = 200) -> HttpResponse:
    user = request.user
    confirming = user.actors_for(Permission.CONFIRM_SEAT, proposal) if proposal.is_waiting else []
    refused = [seat_proposals.blockers_for_answer(proposal=proposal, by=each) for each in confirming]
    context = {
        "proposal": proposal,
        "may_confirm": any(not blockers for blockers in refused),
        "blockers": min(refused, key=len) if refused else [],
        "may_withdraw": proposal.is_waiting and proposal.by_user_id == user.pk and user.may(Permission.INVITE),
        "seconds": confirmers_of(proposal.membership, user=proposal.user, proposer=proposal.by_user)
        if proposal.is_waiting
        else [],
        "form": form or DeclineForm(),
        "gives": seat_upkeep.gives(proposal.membership.body.kind, proposal.function),
    }
    return page(request, "network/proposal.html", context, status=status)


@require_POST
@guarded(Permission.CONFIRM_SEAT, SeatProposal)
def confirm(request: Request, proposal: SeatProposal, by: Actor) -> HttpResponse:
    said = f"Bevestigd. {proposal.user.name} heeft nu een zetel: {proposal.label}."
    return attempt(
        request, lambda: seat_proposals.confirm(proposal=proposal, by=by), said=said, back=seat_proposals.address_of(proposal)
    )


@require_POST
@guarded(Permission.CONFIRM_SEAT, SeatProposal)
def decline(request: Request, proposal: SeatProposal, by: Actor) -> HttpResponse:
    form = DeclineForm(request.POST)
    return fill_in(
        request,
        form,
        partial(seat_proposals.decline, proposal=proposal, by=by),
        said="Afgewezen. Wie de zetel voorstelde, krijgt bericht.",
        back=seat_proposals.address_of(proposal),
        or_back=True,
        show=partial(_shown, request, proposal, form),
    )


@require_POST
@guarded(Permission.INVITE, SeatProposal)
def withdraw(request: Request, proposal: SeatProposal, by: Actor) -> HttpResponse:
    said, back = "Het voorstel is ingetrokken.", seat_proposals.address_of(proposal)
    return attempt(request, lambda: seat_proposals.withdraw(proposal=proposal, by=by), said=said, back=back)


@guarded(Permission.END_SEAT, Seat)
def end_seat(request: Request, seat: Seat, by: Actor) -> HttpResponse:
    """End a seat, after reading what the person can no longer do and what else ends."""
    warnings = seat_upkeep.warnings_for_end(seat, request.user)
    form = EndSeatForm(request.POST or None, is_grave=bool(warnings))

    def said(ended: Seat) -> str:
        why = EndGround(form.given["ground"]).label
        return f"De zetel van {seat.user.name} ({seat.label}) eindigt na {ended.until_date:%-d-%-m-%Y}: {why}."

    def show(*, status: int = 200) -> HttpResponse:
        losses, first = seat_upkeep.losses(seat), seat_verbs.first_last_day(seat)
        context = {"seat": seat, "form": form, "losses": losses, "warnings": warnings, "first": first}
        return page(request, "network/end_seat.html", context, status=status)

    back = "network:seats" if request.user.may(Permission.READ_AS_MEMBER) else "overzicht"
    return fill_in(request, form, partial(seat_verbs.end, seat=seat, by=by), said=said, back=back, show=show)


@require_POST
@guarded(Permission.LET_IN, Invitation)
def send_again(request: Request, invitation: Invitation, by: Actor) -> HttpResponse:
    return _sent(request, invitation.user, by)


@require_POST
@guarded(Permission.END_SEAT, Seat)
def let_in(request: Request, seat: Seat, by: Actor) -> HttpResponse:
    """For who has a seat and no way in, whether or not there was an invitation before."""
    return _sent(request, seat.user, by)


def _sent(request: Request, user: User, by: Actor) -> HttpResponse:
    said = f"{user.name} krijgt een nieuwe uitnodiging. Een eerdere werkt niet meer."
    return attempt(request, lambda: invitations.send(user=user, by=by), said=said, back="network:seats")


@require_POST
@guarded(Permission.LET_IN, Invitation)
def withdraw_invitation(request: Request, invitation: Invitation, by: Actor) -> HttpResponse:
    said = f"De uitnodiging van {invitation.user.name} is ingetrokken. Een zetel blijft, tot u die beëindigt."
    return attempt(request, lambda: invitations.withdraw(invitation=invitation, by=by), said=said, back="network:seats")
