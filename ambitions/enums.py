"""Where a line of the Samenwerkingsagenda is done, how it stands, the states of a
regional plan with a row for each, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from portal.kit.states import Tone


class Scope(TextChoices):
    LANDELIJK = "landelijk", "landelijk"
    REGIONAAL = "regionaal", "regionaal"


class LineStatus(TextChoices):
    """How a line stands, as its owner or a house says. In this order in every legend, never a ranking of houses."""

    GEREALISEERD = "gerealiseerd", "gerealiseerd"
    OP_KOERS = "op_koers", "op koers"
    LOOPT_ACHTER = "loopt_achter", "loopt achter"
    NIET_GESTART = "niet_gestart", "nog niet gestart"
    NIET_HAALBAAR = "niet_haalbaar", "(deels) niet haalbaar"


class PlanState(TextChoices):
    CONCEPT = "concept", "concept"
    INGEDIEND = "ingediend", "ingediend"
    TERUG = "terug", "terug met vragen"
    VASTGESTELD = "vastgesteld", "vastgesteld"

    @property
    def row(self) -> StateRow:
        return STATES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


@dataclass(frozen=True, kw_only=True)
class StateRow:
    """All that goes for a regional plan while it stands in one state.

    asks: what it asks of its house, on the overview; or empty.
    steps: where it can go from here.
    is_writable: whether the house writes freely; later it is asked again only about a line whose text changed.
    """

    tone: Tone
    asks: str
    steps: tuple[PlanState, ...]
    is_writable: bool


P = PlanState

STATES: dict[PlanState, StateRow] = {
    P.CONCEPT: StateRow(tone=Tone.PLAIN, asks="Het plan is nog niet ingediend.", steps=(P.INGEDIEND,), is_writable=True),
    P.INGEDIEND: StateRow(tone=Tone.PLAIN, asks="", steps=(P.TERUG, P.VASTGESTELD), is_writable=False),
    P.TERUG: StateRow(
        tone=Tone.ATTENTION, asks="Het landelijk bureau heeft vragen over het plan.", steps=(P.INGEDIEND,), is_writable=True
    ),
    P.VASTGESTELD: StateRow(tone=Tone.GOOD, asks="", steps=(), is_writable=False),
}

# Where a plan begins, and the steps it can take.
STEPS: dict[PlanState | None, set[PlanState]] = {None: {P.CONCEPT}, **{state: set(row.steps) for state, row in STATES.items()}}
WRITABLE_STATES = {state for state, row in STATES.items() if row.is_writable}


class Permission(TextChoices):
    READ = "ambitions.read"
    KEEP = "ambitions.keep_lines"
    DRAFT_PLAN = "ambitions.draft_plan"
    SUBMIT_PLAN = "ambitions.submit_plan"
    REVIEW_PLAN = "ambitions.review_plan"
    EXPLAIN = "ambitions.explain"
    END_EXPLANATION = "ambitions.end_explanation"
    OFFER_HELP = "ambitions.offer_help"
    ANSWER_EXPLANATION = "ambitions.answer_explanation"
    REPORT_LINE = "ambitions.report_line"


class Verb(TextChoices):
    AMBITION_WRITTEN = "ambition_written", "schreef aan een ambitie"
    LINE_DRAWN = "line_drawn", "nam een actielijn op"
    LINE_REWRITTEN = "line_rewritten", "wijzigde een actielijn"
    LINE_ENDED = "line_ended", "beëindigde een actielijn"
    TAKEN_UP = "knelpunt_taken_up", "nam een knelpunt op in een actielijn"
    LET_GO = "knelpunt_let_go", "liet een knelpunt bij een actielijn los"
    YEAR_OPENED = "plan_year_opened", "vroeg om de jaarplannen"
    PLAN_BEGUN = "plan_begun", "begon een jaarplan"
    PLAN_WRITTEN = "plan_written", "schreef aan een jaarplan"
    LINE_ANSWERED = "line_answered", "gaf een antwoord op een actielijn"
    PLAN_STEPPED = "plan_stepped", "bracht een jaarplan verder"
    PLAN_SHOWN = "plan_shown", "koos wie het jaarplan leest"
    LINE_REPORTED = "line_reported", "berichtte over een landelijke lijn"
    EXPLAINED = "line_explained", "lichtte toe waarom een lijn niet haalbaar is"
    HELP_OFFERED = "help_offered", "bood hulp aan"
    FOUND_TOGETHER = "found_together", "schreef op wat samen is gevonden"
    EXPLANATION_ENDED = "explanation_ended", "trok een toelichting in"
    EXPLANATIONS_BUNDLED = "explanations_bundled", "maakte van toelichtingen een knelpunt"
    MONITOR_FROZEN = "monitor_frozen", "legde de stand vast"
    REPORT_OFFERED = "report_offered", "bood de stand aan de Stuurgroep aan"
