"""The nightly tidying. It only moves, into a bin; only what a row named and let go; and only in the folder of this database.

What no row ever named is never touched: a database that was restored from an older dump does not know its newest files.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from portal.files import store
from portal.files.domain import damage_check, folder_pair, keepers_mail
from portal.files.enums import Outcome
from portal.files.models import StoredFile, Tidying
from portal.kit import clock

ARRIVES_WITHIN = timedelta(days=1)
BIN_DAYS = 90
SHARE = 0.03  # of the folder that may be set aside in one night without a person's word


@dataclass(frozen=True)
class Survey:
    """The keys that lie in the folder, beside the keys that rows name."""

    lying: set[str]
    living: set[str]
    let_go: set[str]

    @property
    def strangers(self) -> set[str]:
        return self.lying - self.living - self.let_go

    @property
    def left(self) -> set[str]:
        """What was let go and lies there yet: a crash left it, or a backup brought it back."""
        return self.lying & self.let_go


def survey() -> Survey:
    """The folder first: what arrives meanwhile is then no stranger."""
    lying = store.kept()
    named = {key.hex: removed_at for key, removed_at in StoredFile.objects.values_list("key", "removed_at")}
    living = {key for key, removed_at in named.items() if removed_at is None}
    return Survey(lying, living, set(named) - living)


def tidy(*, is_agreed: bool = False) -> Tidying:
    """Tidy up, or say why not.

    `is_agreed`: a person looked, and wants what is more than a night's share, and what no row names, set aside.
    """
    _settle()
    found, damaged = survey(), _look_over()
    if folder_pair.is_untold() and not found.strangers and not damaged:
        folder_pair.pair()
    outcome = _outcome(found, is_agreed)
    made = Tidying(ran_at=clock.now(), outcome=outcome, strangers=len(found.strangers), damaged=damaged)
    if outcome == Outcome.DONE:
        made.set_aside, made.thrown_away = _set_aside(found.left | found.strangers if is_agreed else found.left), _throw_away()
        _forget_failed()
    made.save()
    if outcome != Outcome.DONE:
        keepers_mail.tell(
            f"{outcome.label} Van niemand: {made.strangers}. Beschadigd of weg: {damaged}. Zie `manage.py tidy_files`."
        )
    return made


def _look_over() -> int:
    """Read every file, and tell of each that is newly damaged. Returns how many are."""
    damaged = list(damage_check.damaged())
    for file, damage in damaged:
        keepers_mail.tell_of_damage(file, damage)
    whole = StoredFile.objects.filter(damage_seen_at__isnull=False).exclude(pk__in=[file.pk for file, _ in damaged])
    whole.update(damage_seen_at=None)
    return len(damaged)


def _outcome(found: Survey, is_agreed: bool) -> Outcome:
    if not folder_pair.is_pair():
        return Outcome.OTHER_FOLDER
    if found.strangers and not is_agreed:
        return Outcome.STRANGERS
    if len(found.left) > max(1, SHARE * len(found.lying)) and not is_agreed:
        return Outcome.TOO_MANY
    return Outcome.DONE


def _set_aside(keys: set[str]) -> int:
    return sum(store.set_aside(UUID(key), clock.today()) for key in sorted(keys))


def _throw_away() -> int:
    """Empty the bins of more than ninety days ago, after ninety nights: a clock that jumps makes no nights."""
    thrown = 0
    for day, path in store.bins():
        if clock.today() - day > timedelta(days=BIN_DAYS) and _nights_since(day) >= BIN_DAYS:
            thrown += len(list(path.iterdir()))
            shutil.rmtree(path)
    return thrown


def _nights_since(day: date) -> int:
    return Tidying.objects.filter(ran_at__date__gte=day).values("ran_at__date").distinct().count()


def _settle() -> None:
    """What a committed row names gets its place, where a crash came in between."""
    for path in store.arriving():
        if store.KEPT.match(path.name) and StoredFile.objects.filter(key=path.name, removed_at__isnull=True).exists():
            store.settle(UUID(path.name))


def _forget_failed() -> None:
    """What arrived more than a day ago and no row names: its transaction failed, and nobody was told that it was kept."""
    old = (clock.now() - ARRIVES_WITHIN).timestamp()
    for path in store.arriving():
        key = path.name[:32]
        if path.stat().st_mtime < old and not StoredFile.objects.filter(key=key).exists():
            path.unlink()
