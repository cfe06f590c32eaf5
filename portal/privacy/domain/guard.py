"""The last door before a text is stored, whichever way it came."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from portal.kit.refusals import Blocker, Refused
from portal.privacy.enums import Kind
from portal.privacy.noticing.judgement import identifiers_in, judge
from portal.privacy.noticing.known import names

# Where somebody is named on purpose, in a function: who speaks for an organisation, whom to call at another table.
NAMED = (Kind.TITLED_NAME,)
# Where people meet is an address.
PLACES = (Kind.ADDRESS, Kind.POSTCODE)


class PersonalDataRefused(Refused):
    """A text holds a personal identifier. The sentences say of what kind, never which."""


def refuse_identifiers(texts: Iterable[str], *, but: Collection[Kind] = ()) -> None:
    """Raise PersonalDataRefused when one of these texts holds an identifier of a fixed
    form; `but` are the kinds that belong there."""
    kinds = {find.kind: find for text in texts for find in identifiers_in(text) if find.kind not in but}
    if kinds:
        raise PersonalDataRefused(*(Blocker(kind.value, find.sentence) for kind, find in kinds.items()))


def may_describe_somebody(texts: Iterable[str]) -> bool:
    """Whether one of these texts may be about one person."""
    known = names()
    return any(judge(text, known).finds for text in texts)
