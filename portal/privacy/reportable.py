"""What a model needs so that its things can be reported: where that is done, and where it is judged."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from portal.kit.addresses import address_of


class Reportable(models.Model):
    REPORT_VIEW: ClassVar[str]
    REVIEW_VIEW: ClassVar[str]

    class Meta:
        abstract = True

    @property
    def report_address(self) -> str:
        return address_of(self.REPORT_VIEW, self.pk)

    @property
    def review_address(self) -> str:
        return address_of(self.REVIEW_VIEW, self.pk)
