"""Two colleagues bundle at the same moment, on a database that commits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from knelpunten.domain import rode_draden
from knelpunten.domain.rode_draden import BundlingRefused
from knelpunten.models import Bundling, Pattern
from tests import factories as make

pytestmark = pytest.mark.database
S = make.S


def test_two_at_once_put_a_knelpunt_in_one_rode_draad(committed_db: str) -> None:
    knelpunt = make.knelpunt(S.OP_DE_LIJST)
    patterns, by = [make.pattern(make.knelpunt(S.OP_DE_LIJST)) for _ in range(2)], make.bureau()

    def bundle(pattern: Pattern) -> Any:
        try:
            return rode_draden.bundle(pattern=pattern, knelpunten=[knelpunt], by=by)
        except BundlingRefused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(bundle, patterns))
    assert sum(outcome is not None for outcome in outcomes) == 1
    assert Bundling.objects.filter(knelpunt=knelpunt, unbundled_at__isnull=True).count() == 1
