from portal.network.models.agenda import AgendaPeriod, Ambition, PolicyTable, Theme
from portal.network.models.bodies import Body, Membership, Seat
from portal.network.models.organisations import ActorGroup, Domain, House, HouseName, Organisation, Region
from portal.network.models.seat_proposals import SeatAnswer, SeatEnding, SeatProposal

__all__ = [
    "ActorGroup",
    "AgendaPeriod",
    "Ambition",
    "Body",
    "Domain",
    "House",
    "HouseName",
    "Membership",
    "Organisation",
    "PolicyTable",
    "Region",
    "Seat",
    "SeatAnswer",
    "SeatEnding",
    "SeatProposal",
    "Theme",
]
