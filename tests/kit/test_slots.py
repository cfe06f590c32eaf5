"""What a room asks of rooms above it."""

from __future__ import annotations

import pytest

from portal.kit import slots
from portal.kit.slots import EmptySlot, SharedSlot, Slot, slots_are_filled
from portal.run import starting


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Slot[[int], int]:
    """A slot that nobody fills, beside those of the rooms."""
    monkeypatch.setattr(slots, "SLOTS", list(slots.SLOTS))
    return Slot("how much twice this is", __name__)


def test_every_slot_of_every_room_is_filled() -> None:
    assert len(slots.SLOTS) >= 11 and slots.empty() == [] and slots_are_filled() == []


def test_an_empty_slot_is_said_by_the_check_and_stops_the_start(planted: Slot[[int], int]) -> None:
    assert [str(each.msg) for each in slots_are_filled()] == ["Nobody answers: how much twice this is."]
    with pytest.raises(SystemExit, match="nobody answers how much twice this is"):
        starting._check_house()
    with pytest.raises(EmptySlot):
        planted.ask(2)


def test_a_slot_has_one_answer_and_a_shared_one_an_answer_of_each(planted: Slot[[int], int]) -> None:
    planted.fill(lambda number: number)
    planted.fill(lambda number: number * 2)
    assert planted.ask(2) == 4
    shared = SharedSlot[[int], int]("what belongs to this", __name__)
    for answer in (abs, abs, hash):
        shared.add(answer)
    assert shared.ask(-3) == [3, hash(-3)]
