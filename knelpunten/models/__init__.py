from knelpunten.models.inquiries import Inquiry, InquiryAnswer, InquiryHouse
from knelpunten.models.knelpunt import Knelpunt, KnelpuntQuerySet, Recognition
from knelpunten.models.rode_draden import Bundling, Pattern
from knelpunten.models.steps import WORDS, Attachment, HandOver, KnelpuntNote, KnelpuntStep, Merger, ReasonText
from knelpunten.models.taken_over_lists import KnelpuntList

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
