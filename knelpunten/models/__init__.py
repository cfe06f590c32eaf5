from knelpunten.models.knelpunt import Knelpunt, KnelpuntQuerySet, Recognition
from knelpunten.models.lists import KnelpuntList
from knelpunten.models.patterns import Bundling, Pattern
from knelpunten.models.steps import HandOver, KnelpuntNote, KnelpuntStep, Merger, ReasonText

__all__ = [
    "Bundling",
    "HandOver",
    "Knelpunt",
    "KnelpuntList",
    "KnelpuntNote",
    "KnelpuntQuerySet",
    "KnelpuntStep",
    "Merger",
    "Pattern",
    "ReasonText",
    "Recognition",
]
