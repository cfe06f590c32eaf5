"""Thousands of random steps against an oracle of its own: nothing is lost, every
step has a reason and an actor, and nobody sees what they may not."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knelpunten.domain import assessments, hand_overs, mergers, notes, privacy_reviews, recognitions, rode_draden, submissions
from knelpunten.models import Knelpunt, Pattern
from portal.history.evidence import WITHHELD
from portal.kit.refusals import Refused
from portal.network.models import Ambition, PolicyTable
from portal.privacy.domain import reviews as privacy
from tests import factories as make
from tests.privacy.taking import codes_of

pytestmark = pytest.mark.django_db
S = make.S
SHARED = {S.OP_DE_LIJST, S.GEKOPPELD, S.BEANTWOORD, S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA}
ENDED = {S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA, S.HOORT_IN_DE_REGIO, S.NIET_OPGENOMEN}

# The oracle, written apart from the tables of the code: from which states a verb leads to which.
LEADS: dict[str, dict[S, S]] = {
    "submit": {S.CONCEPT: S.INGEDIEND, S.TERUG_NAAR_INDIENER: S.INGEDIEND},
    "submit a person": {S.CONCEPT: S.PRIVACYTOETS, S.TERUG_NAAR_INDIENER: S.PRIVACYTOETS},
    "withdraw": {S.CONCEPT: S.INGETROKKEN, S.INGEDIEND: S.INGETROKKEN, S.TERUG_NAAR_INDIENER: S.INGETROKKEN},
    "release": {S.PRIVACYTOETS: S.INGEDIEND},
    "send back": {S.PRIVACYTOETS: S.CONCEPT},
    "start": {S.INGEDIEND: S.IN_BEOORDELING},
    "list": {S.IN_BEOORDELING: S.OP_DE_LIJST},
    "ask": {S.IN_BEOORDELING: S.TERUG_NAAR_INDIENER},
    "elsewhere": {S.IN_BEOORDELING: S.ELDERS_BELEGD},
    "region": {S.IN_BEOORDELING: S.HOORT_IN_DE_REGIO},
    "decline": {S.IN_BEOORDELING: S.NIET_OPGENOMEN},
    "agenda": {S.IN_BEOORDELING: S.NAAR_SAMENWERKINGSAGENDA},
    "merge": {S.IN_BEOORDELING: S.SAMENGEVOEGD},
    "unmerge": {S.SAMENGEVOEGD: S.IN_BEOORDELING},
    "unsolved": dict.fromkeys(ENDED | {S.BEANTWOORD}, S.IN_BEOORDELING),  # but once for each conclusion: `Walk.allows`
}
BESIDE = ("recognise", "unrecognise", "bundle", "unbundle", "hide", "put back", "confirm", "add", "answer")


class Walk:
    """One knelpunt, its people, and what should be true of it."""

    def __init__(self) -> None:
        self.house, self.bureau, self.other = make.manager("twente"), make.bureau(), make.manager("zeeland")
        self.reviewer = make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor
        self.member = make.member()
        self.knelpunt = make.knelpunt()
        self.listed = make.knelpunt(S.OP_DE_LIJST, house="drenthe")
        self.pattern = make.pattern(self.listed)
        self.state, self.steps, self.was_submitted = S.CONCEPT, 1, False
        self.is_answered = False
        self.contested: S | None = None  # the end that the house contested, until the assessment ends otherwise
        self.is_confirmed = False

    def allows(self, verb: str) -> S | None:
        """Where a verb leads from here.

        An end that was contested, and concluded the same way again, is not contested any more.
        """
        if verb not in LEADS:
            return self.state
        return None if verb == "unsolved" and self.is_confirmed else LEADS[verb].get(self.state)

    def does(self, verb: str) -> None:
        allowed = self.allows(verb)
        try:
            self._verbs()[verb]()
        except Refused as refused:
            assert refused.sentences
            assert verb in BESIDE or allowed is None, (verb, self.state)
            return
        if verb in LEADS:
            assert allowed is not None, (verb, self.state)
            self.is_confirmed = verb != "unsolved" and allowed == self.contested
            if verb == "unsolved" or not self.is_confirmed:
                self.contested = self.state if verb == "unsolved" else None
            self.state, self.steps = allowed, self.steps + 1
            self.was_submitted |= self.state == S.INGEDIEND
            self.is_answered = False
        self.is_answered |= verb == "answer"

    def holds(self) -> None:
        row = Knelpunt.objects.get(pk=self.knelpunt.pk)
        steps = list(row.steps.all())
        assert (row.state, len(steps)) == (self.state, self.steps)
        assert all(step.reason and step.by_label for step in steps)
        assert [step.from_state for step in steps[1:]] == [step.to_state for step in steps[:-1]]
        assert row.recognitions.filter(withdrawn_at__isnull=True).count() <= 1
        assert row.bundlings.filter(unbundled_at__isnull=True).count() <= 1
        assert (row.answered_at is not None) == self.is_answered
        assert self.is_answered <= (row.state in ENDED)
        assert row.texts[0] in (self.knelpunt.title, WITHHELD), "its own words stay"
        stands_behind = self.listed.recognitions.filter(house=row.house, withdrawn_at__isnull=True).exists()
        assert stands_behind == (row.state == S.SAMENGEVOEGD)
        sees = {name for name in ("house", "bureau", "other", "reviewer", "member") if self._sees(getattr(self, name))}
        assert sees == self._should_see(), self.state

    def _sees(self, actor: Any) -> bool:
        return Knelpunt.objects.visible_to(actor.user).filter(pk=self.knelpunt.pk).exists()

    def _should_see(self) -> set[str]:
        if self.state == S.NIET_OPGENOMEN:
            return {"house", "bureau", "member"}
        if self.state in SHARED:
            return {"house", "bureau", "other", "reviewer", "member"}
        seen = {"house"}
        if self.state == S.PRIVACYTOETS:
            seen.add("reviewer")
        if self.was_submitted and self.state not in (S.CONCEPT, S.PRIVACYTOETS):
            seen.add("bureau")
        return seen

    def _verbs(self) -> dict[str, Callable[[], Any]]:
        about: dict[str, Any] = {"knelpunt": self.knelpunt}
        table, ambition = PolicyTable.objects.first(), Ambition.objects.first()

        def conclude(outcome: S) -> Callable[[], Any]:
            asked = {"ambition": ambition} if outcome == S.NAAR_SAMENWERKINGSAGENDA else {"theme": make.theme()}
            asked |= {"into": self.listed} if outcome == S.SAMENGEVOEGD else {}
            return lambda: assessments.conclude(**about, outcome=outcome, reason="Daarom.", table=table, **asked, by=self.bureau)

        return {
            "submit": lambda: self._submit("Steeds weer hetzelfde."),
            "submit a person": lambda: self._submit("Steeds een vrouw uit Almelo."),
            "withdraw": lambda: submissions.withdraw(**about, reason="Toch niet.", by=self.house),
            "release": lambda: privacy_reviews.release(**about, by=self.reviewer),
            "send back": lambda: privacy_reviews.send_back(**about, reason="Eén persoon.", by=self.reviewer),
            "start": lambda: assessments.start(**about, by=self.bureau),
            "list": conclude(S.OP_DE_LIJST),
            "ask": conclude(S.TERUG_NAAR_INDIENER),
            "elsewhere": conclude(S.ELDERS_BELEGD),
            "region": conclude(S.HOORT_IN_DE_REGIO),
            "decline": conclude(S.NIET_OPGENOMEN),
            "agenda": conclude(S.NAAR_SAMENWERKINGSAGENDA),
            "merge": conclude(S.SAMENGEVOEGD),
            "unmerge": lambda: mergers.undo(**about, reason="Toch anders.", by=self.bureau),
            "unsolved": lambda: submissions.say_unsolved(**about, reason="Het speelt nog.", by=self.house),
            "confirm": lambda: hand_overs.confirm(**about, by=self.bureau),
            "add": lambda: notes.add(key=make.uuid4(), **about, text="Ook dit.", by=self.house),
            "answer": lambda: notes.answer(key=make.uuid4(), **about, text="Dit kwam ervan.", by=self.bureau),
            "recognise": lambda: recognitions.recognise(**about, note="Ook hier.", by=self.other),
            "unrecognise": lambda: recognitions.withdraw(**about, by=self.other),
            "bundle": lambda: rode_draden.bundle(
                pattern=Pattern.objects.get(pk=self.pattern.pk), knelpunten=[self.knelpunt], by=self.bureau
            ),
            "unbundle": lambda: rode_draden.unbundle(pattern=self.pattern, **about, reason="Anders.", by=self.bureau),
            "hide": lambda: privacy.hide(subject=self.knelpunt, codes=codes_of(self.knelpunt), by=self.reviewer),
            "put back": lambda: privacy.put_back(subject=self.knelpunt, by=self.reviewer),
        }

    def _submit(self, pattern: str) -> Any:
        row = Knelpunt.objects.get(pk=self.knelpunt.pk)
        if self.state in (S.CONCEPT, S.TERUG_NAAR_INDIENER):
            submissions.revise(knelpunt=row, expected=row.version, title=row.title, pattern=pattern, by=self.house)
        return submissions.submit(knelpunt=row, by=self.house, is_confirmed=True)


@pytest.mark.parametrize("verb", LEADS)
def test_a_verb_starts_from_nowhere_else(verb: str) -> None:
    """Several verbs end in one state; each has states of its own from which it starts."""
    walk = Walk()
    for state in S:
        walk.knelpunt, walk.state = make.knelpunt(state), state
        walk.does(verb)


@settings(
    max_examples=int(os.environ.get("WALKS", "25")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(st.sampled_from([*LEADS, *BESIDE]), min_size=20, max_size=40))
def test_random_walks_keep_every_invariant(db: None, verbs: list[str]) -> None:
    walk = Walk()
    for verb in verbs:
        walk.does(verb)
        walk.holds()
