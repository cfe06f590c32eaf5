"""Fields that editors fill."""

from __future__ import annotations

from typing import Any

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """Running text in blocks. A migration knows that there are blocks, not which: their labels are words on a screen."""

    def deconstruct(self) -> Any:
        name, _, _, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
