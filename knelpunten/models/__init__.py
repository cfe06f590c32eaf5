from knelpunten.models.inquiries import Inquiry, InquiryAnswer, InquiryHouse
from knelpunten.models.knelpunt import Knelpunt, KnelpuntQuerySet, Recognition
from knelpunten.models.lists import KnelpuntList
from knelpunten.models.patterns import Bundling, Pattern
from knelpunten.models.steps import WORDS, Attachment, HandOver, KnelpuntNote, KnelpuntStep, Merger, ReasonText

__all__ = [
    "WORDS",
    "Attachment",
    "Bundling",
    "HandOver",
    "Inquiry",
    "InquiryAnswer",
    "InquiryHouse",
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
