"""The Samenwerkingsagenda on paper: a regional plan, and the report of a state that was kept."""

from __future__ import annotations

from collections.abc import Iterable

from ambitions.enums import LineStatus
from ambitions.models import Explanation, Freeze
from ambitions.pages.plans import PlanLine, PlanPage
from ambitions.queries.grid import Grid, thawed
from portal.kit import clock
from portal.publish.printed import Part, Printed
from portal.ui.templatetags.ui import day

GONE = "Deze tekst is verwijderd."


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(block.strip() for block in (text or "").replace("\r", "").split("\n\n") if block.strip())


def _made() -> str:
    return f"Portaal Zorg en Veiligheid, {day(clock.now())}"


def plan_on_paper(pack: PlanPage) -> Printed:
    """The plan as this reader sees it, a part for each line."""
    plan, text = pack.plan, pack.text
    own = [
        ("Eigen prioriteiten", text.priorities if text else ""),
        ("Wat het huis biedt", text.offers if text else ""),
        ("Wat het huis vraagt", text.asks if text else ""),
    ]
    parts = [_line(each) for each in pack.lines] + [Part(title, "", "", _paragraphs(words)) for title, words in own if words]
    if plan.approved_date:
        agreed = (("Op", day(plan.approved_date)), ("In", plan.approved_by))
        parts.append(Part("Akkoord van de regionale stuurgroep", "", "", (), agreed))
    return Printed(
        f"Regionaal jaarplan {plan.plan_year}",
        f"{plan.house} · {plan.get_state_display()}",
        _made(),
        parts,
        "Dit plan heeft nog geen antwoorden.",
    )


def _line(each: PlanLine) -> Part:
    answer = each.answer
    if answer is None:
        return Part(each.line.title, each.line.ambition.name, "Nog geen antwoord.")
    gone = GONE if answer.redacted_at else ""
    terms = (("Gepland", answer.planned or gone), ("Toelichting", answer.explanation or ""))
    return Part(each.line.title, each.line.ambition.name, answer.get_status_display().capitalize(), (), terms)


def counts_in_words(grid: Grid, line: int) -> str:
    counts = grid.counts(line)
    said = [f"{counts[status]} {status.label}" for status in LineStatus if counts[status]]
    return ", ".join([*said, *([f"{counts[None]} zonder antwoord"] if counts[None] else [])])


def report_on_paper(freeze: Freeze, before: Freeze | None, stuck: Iterable[Explanation]) -> Printed:
    """How each line stands, how it stood before, and what regions cannot solve themselves."""
    now, then = thawed(freeze), thawed(before) if before else None
    known = {line.pk for line in then.lines} if then else set()
    parts = []
    for line in now.lines:
        terms = [
            ("Nu", counts_in_words(now, line.pk)),
            ("Ingevuld", f"{now.filled(line.pk)} van {len(now.houses)} huizen"),
            ("Voldoet", f"{now.met(line.pk)} van {len(now.houses)} huizen"),
        ]
        if then and line.pk in known:
            terms.insert(1, (f"Stand van {then.year}", counts_in_words(then, line.pk)))
        parts.append(Part(f"{line.number}. {line.title}", f"Ambitie {line.ambition}", "", (), tuple(terms)))
    parts += [_stuck(each) for each in stuck]
    return Printed(str(freeze), f"Vastgelegd op {day(freeze.frozen_at)}", _made(), parts, "Er zijn nog geen lijnen.")


def _stuck(each: Explanation) -> Part:
    return Part(f"Niet haalbaar: {each.line}", str(each.house), "", _paragraphs(each.text))
