"""The names of the network: regions, houses, organisations, bodies and tables are no persons."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml

from portal.network.domain.reference_data import DATA
from portal.network.models import Body, House, Organisation, PolicyTable, Region

LONG_ENOUGH = 4  # a short name such as "OM" says nothing about a person anyway


def names() -> re.Pattern[str] | None:
    """A pattern of every name in the network today. One query."""
    named = [model._default_manager.order_by().values_list("name") for model in (Organisation, Body, House, PolicyTable, Region)]
    short = Organisation.objects.order_by().values_list("short_name")
    return _pattern(tuple(sorted({name for (name,) in short.union(*named, all=True)})))


def reference_names() -> re.Pattern[str] | None:
    """The same from the reference data, where the database does not hold the network yet."""

    def read(name: str) -> Any:
        return yaml.safe_load((DATA / f"{name}.yaml").read_text())

    organisations = [row for group in read("organisations") for row in group["organisations"]]
    named = [*organisations, *read("bodies"), *read("houses"), *read("regions"), *read("agenda")["policy_tables"]]
    return _pattern(tuple([row["name"] for row in named] + [row["short"] for row in organisations]))


@lru_cache(maxsize=4)
def _pattern(rows: tuple[str, ...]) -> re.Pattern[str] | None:
    found = sorted({name for name in rows if len(name) >= LONG_ENOUGH}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)") if found else None
