"""Seats that wait for a second person, and why seats ended: facts, as everything rests on who has which seat."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit.fields import CodeField
from portal.network.enums import SPEAKING, Answer, EndGround, Ground, Permission, SeatFunction
from portal.network.models.bodies import Membership, Seat, label_of, pair_exists


class SeatProposalQuerySet(EvidenceQuerySet):
    def waiting(self) -> Any:
        return self.filter(answer__isnull=True)

    def with_places(self) -> Any:
        places = ("membership__body__house", "membership__organisation", "membership__house")
        return self.select_related(*places, "user", "by_user", "answer__by_user")

    def visible_to(self, user: Any) -> Any:
        """The landelijk bureau and the bestuur see all; further who proposed it, and who has
        a seat in that body that may confirm."""
        if not user.is_authenticated or not user.may(Permission.READ_AS_MEMBER):
            return self.none()
        if user.may(Permission.INVITE) or user.may(Permission.CONFIRM_SEAT):
            return self.with_places()
        own = [seat.membership.body_id for seat in user.seats_today if seat.function in SPEAKING]
        return self.with_places().filter(Q(membership__body__in=own) | Q(by_user=user))


class SeatProposal(Evidence):
    """A seat that gives nothing until a second person confirms it."""

    key = models.UUIDField(unique=True, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="proposals", verbose_name="lidmaatschap")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="persoon")
    function = CodeField("functie", max_length=20, choices=SeatFunction)
    is_deputy = models.BooleanField("plaatsvervanger", default=False)
    from_date = models.DateField("vanaf")
    proposed_at = models.DateTimeField("voorgesteld op")

    objects: ClassVar = SeatProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "voorgestelde zetel"
        verbose_name_plural = "voorgestelde zetels"
        ordering = ["pk"]
        triggers = [*append_only(), pair_exists()]

    def __str__(self) -> str:
        return f"{self.user}, {self.label}"

    @property
    def label(self) -> str:
        return label_of(self)

    @property
    def is_waiting(self) -> bool:
        return not hasattr(self, "answer")

    @property
    def body_id(self) -> int:
        return self.membership.body_id


class SeatAnswer(Evidence):
    """What came of a proposed seat, once."""

    proposal = models.OneToOneField(SeatProposal, on_delete=models.PROTECT, related_name="answer", verbose_name="voorstel")
    answer = CodeField("antwoord", max_length=12, choices=Answer)
    ground = CodeField("reden", max_length=20, choices=Ground, blank=True)
    seat = models.OneToOneField(Seat, on_delete=models.PROTECT, null=True, related_name="answer", verbose_name="zetel")
    answered_at = models.DateTimeField("beantwoord op")

    objects: ClassVar = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een voorgestelde zetel"
        verbose_name_plural = "antwoorden op voorgestelde zetels"
        ordering = ["pk"]
        triggers = append_only()
        constraints = [
            models.CheckConstraint(
                name="confirmed_gives_seat", condition=Q(answer=Answer.CONFIRMED, seat__isnull=False) | Q(seat__isnull=True)
            ),
            models.CheckConstraint(name="declined_says_why", condition=~Q(answer=Answer.DECLINED) | ~Q(ground="")),
        ]


class SeatEnding(Evidence):
    """That somebody ended a seat, from which day, and why."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="endings", verbose_name="zetel")
    last_day = models.DateField("laatste dag")
    ground = CodeField("reden", max_length=20, choices=EndGround)
    ended_at = models.DateTimeField("beëindigd op")

    objects: ClassVar = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = "einde van een zetel"
        verbose_name_plural = "einden van zetels"
        ordering = ["pk"]
        triggers = append_only()
