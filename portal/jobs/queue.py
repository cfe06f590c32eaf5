"""Putting work off until after the answer, by its name: who calls for it need not
know who does it, so imports keep pointing down."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app


def put_off(task: str, *, priority: int | None = None, **args: Any) -> None:
    """Have the worker do this, in the same transaction as what calls for it.

    Raises TaskNotFound when no room has a task of this name.
    """
    app.configure_task(task, allow_unknown=False, **({} if priority is None else {"priority": priority})).defer(**args)
