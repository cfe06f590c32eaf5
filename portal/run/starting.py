"""Before the web or the worker starts: the settings can be honoured and the database answers, or one sentence says why not."""

from __future__ import annotations

import sys

from portal import settings


def check() -> None:
    """Stops the program with a sentence where something is not as it must be."""
    settings.demand()
    with settings.in_one_sentence():
        import django

        django.setup()
        _check_house()
        _check_database()


def _check_house() -> None:
    from portal.kit import slots

    if unanswered := slots.empty():
        sys.exit(f"The portal does not start: nobody answers {', '.join(unanswered)}.")


def read_pages() -> None:
    """Every module that answers an address: read once before the processes that serve part, and not by each at its first page."""
    from django.urls import get_resolver

    _ = get_resolver().url_patterns


def _check_database() -> None:
    from django.core import checks
    from django.db import InterfaceError, OperationalError, connections
    from django.db.migrations.executor import MigrationExecutor

    try:
        wrong = [
            str(each.msg) for each in checks.run_checks(tags=[checks.Tags.database], databases=["default"]) if each.is_serious()
        ]
        executor = MigrationExecutor(connections["default"])
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except (OperationalError, InterfaceError) as error:
        sys.exit(f"The portal does not start: the database does not answer ({str(error).strip().splitlines()[0]}).")
    finally:
        connections.close_all()
    if wrong or is_behind:
        sys.exit(
            "The portal does not start: "
            f"{wrong[0] if wrong else 'the database is older than the code; run `manage.py migrate` first.'}"
        )
