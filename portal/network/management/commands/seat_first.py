from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from portal.accounts.actor import operator
from portal.accounts.domain import invitations
from portal.kit import clock
from portal.kit.refusals import Refused
from portal.network.domain import seats
from portal.network.enums import SeatFunction
from portal.network.models import Body, Membership, Seat


class Command(BaseCommand):
    help = "Seat the first person of a body that has nobody yet, and print once the link by which that person comes in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", metavar="NAAM")
        parser.add_argument("email", metavar="E-MAILADRES")
        parser.add_argument("--body", default="landelijk-bureau")
        parser.add_argument("--function", default=SeatFunction.MEDEWERKER, choices=SeatFunction.values)

    @transaction.atomic
    def handle(self, *args: Any, name: str, email: str, body: str, function: str, **options: Any) -> None:
        membership = self._free_place(body)
        user = invitations.person(email=email, name=name)
        try:
            seat = seats.seat(
                user=user, membership=membership, function=function, from_date=clock.today(), by=operator("seat_first")
            )
        except Refused as refused:
            raise CommandError(" ".join(refused.sentences)) from None
        self.stdout.write(f"{user.name} heeft nu een zetel: {seat.label}.")
        if user.has_usable_password():
            self.stdout.write("Deze persoon heeft al een wachtwoord.")
        else:
            _, token = invitations.make(user=user, by=None)
            self.stdout.write(
                f"Geef deze link aan diegene, en aan niemand anders. Hij werkt één keer:\n{invitations.link_of(token)}"
            )

    def _free_place(self, slug: str) -> Membership:
        body = Body.objects.filter(slug=slug).first()
        places: Any = Membership.objects.valid_on(clock.today()).filter(body=body).order_by("pk")
        if body is None or not places.exists():
            raise CommandError(
                f"Er is geen gremium met leden dat zo heet: {slug}. Laad eerst het netwerk: manage.py load_network"
            )
        taken: Any = Seat.objects.not_over(clock.today()).filter(membership__body=body)
        if taken.exists():
            raise CommandError(f"In {body.name} zit al iemand. Nodig verder uit met Uitnodigen in het portaal.")
        return places[0]
