"""Acts of several people at the same moment, each on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection

from portal.kit.refusals import Refused


def each_at_once(*acts: Callable[[], Any]) -> list[str]:
    """What came of each, in the order of the acts: "done", or the code of the refusal."""

    def run(act: Callable[[], Any]) -> str:
        try:
            act()
        except Refused as refused:
            return refused.codes[0]
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """The same, where it does not matter who was heard."""
    return sorted(each_at_once(*acts))
