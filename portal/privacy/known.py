"""The names of the network: regions, houses, organisations, bodies and tables are no persons."""

from __future__ import annotations

import re
from itertools import chain

from portal.network.models import Body, House, Organisation, PolicyTable, Region

LONG_ENOUGH = 4  # a short name such as "OM" says nothing about a person anyway


def names() -> re.Pattern[str] | None:
    """A pattern of every name in the network today. Five short queries."""
    rows = chain(
        Organisation.objects.values_list("name", flat=True),
        Organisation.objects.values_list("short_name", flat=True),
        *(model._default_manager.values_list("name", flat=True) for model in (Body, House, PolicyTable, Region)),
    )
    found = sorted({name for name in rows if len(name) >= LONG_ENOUGH}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)") if found else None
