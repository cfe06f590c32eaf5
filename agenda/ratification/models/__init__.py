from agenda.ratification.models.after import Carrying, Ratification, Uptake
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
