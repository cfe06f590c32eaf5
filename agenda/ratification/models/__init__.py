from agenda.ratification.models.agreements import Agreement, AgreementStep, AgreementVersion, Reference
from agenda.ratification.models.rounds import (
    Asked,
    ConstituencyReport,
    Position,
    PositionConfirmation,
    RemarkAnswer,
    RemarkSettlement,
    Round,
    RoundEnd,
    RoundExtension,
)
from agenda.ratification.models.uptake import Carrying, Ratification, Uptake

__all__ = [
    "Agreement",
    "AgreementStep",
    "AgreementVersion",
    "Asked",
    "Carrying",
    "ConstituencyReport",
    "Position",
    "PositionConfirmation",
    "Ratification",
    "Reference",
    "RemarkAnswer",
    "RemarkSettlement",
    "Round",
    "RoundEnd",
    "RoundExtension",
    "Uptake",
]
