"""What one can do with an agreement, in the order in which it comes first, and the page on which each is filled in."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from agenda.ratification import forms
from agenda.ratification.models import Agreement
from agenda.ratification.pages.agreement import AgreementPage, Mine
from portal.kit.addresses import address_of
from portal.ui.acts import Act, Acts, Filling, acts

SILENT = "Uw antwoord ontbreekt nog. Wie niet antwoordt, is niet akkoord."


def acts_of(agreement: Agreement, page: AgreementPage) -> Acts:
    """The act that comes first for this reader: what the overview asks of them, then what brings the agreement further."""

    def to(view: str, label: str, **more: Any) -> Act:
        return Act(label=label, url=address_of(f"ratification:{view}", agreement.pk), **more)

    def aside(view: str, label: str) -> Act:
        return to(view, label, is_quiet=True)

    is_over = page.round is not None and not page.round.is_open
    offered = [
        *_of_who_is_asked(agreement, page.mine, to),
        *((True, _answers(agreement, asked)) for asked in page.remarks),
        (page.can_put, to("put", "Leg voor aan de Stuurgroep", is_press=True)),
        (page.can_end, to("end_round", "Sluit de ronde: iedereen antwoordde", is_press=True)),
        (page.can_extend and is_over, to("extend", "Geef meer tijd", why="De termijn is voorbij.")),
        (page.can_open, to("open_round", "Vraag om standpunten")),
        (page.can_write, to("rewrite", "Schrijf aan de tekst", why=_sentences(page.opening_blockers))),
        (page.can_take_up and not page.has_taken_up, to("report_uptake", "Meld hoe uw huis ermee werkt")),
        (page.can_carry, to("carry", "Leg vast hoe uw organisatie de afspraak uitdraagt")),
        (page.can_take_up, aside("report_uptake", "Meld hoe uw huis ermee werkt")),
        (page.can_change_text, aside("change_text", "Wijzig de tekst en vraag opnieuw")),
        (page.can_extend, aside("extend", "Geef meer tijd")),
        (page.may_run, aside("references", "Waar gaat het over?")),
        (page.mine, aside("take_position", "Geef een ander standpunt")),
        (page.mine, aside("report_constituency", "Leg vast hoe u uw achterban raadpleegde")),
        (page.can_complete, aside("complete", "De afspraak is uitgewerkt")),
        (page.can_drop, aside("drop", "Trek het concept in")),
    ]
    return acts(offered, why_not=_why_not(page.mine))


def _of_who_is_asked(agreement: Agreement, mine: Mine | None, to: Any) -> list[tuple[Any, Act]]:
    if mine is None:
        return []
    is_new = mine.position is None and mine.earlier is None
    settled = to("confirm", "De kanttekening is afgedaan", is_press=True, name="settle", value="ja")
    return [
        (mine.can_confirm, to("confirm", "Ja, dit is ons standpunt", is_press=True, why="Een ander legde dit namens u vast.")),
        (mine.can_settle, settled),
        (is_new, to("take_position", "Geef uw standpunt", why=SILENT)),
    ]


def _answers(agreement: Agreement, asked: Any) -> Act:
    url = reverse("ratification:answer_remark", args=[agreement.pk, asked.pk])
    return Act(label=f"Beantwoord de kanttekening van {asked}", url=url)


def _sentences(blockers: list[Any]) -> str:
    return " ".join(blocker.sentence for blocker in blockers)


def _why_not(mine: Mine | None) -> str:
    if mine is None:
        return ""
    if mine.position is None:
        return "U antwoordde op een eerdere versie. Blijft uw standpunt zo?"
    return "Uw standpunt staat hieronder."


FILLINGS: dict[str, Filling] = {
    "open_round": Filling(heading="Vraag om standpunten", button="Vraag iedereen", form=forms.OpenRoundForm),
    "extend": Filling(heading="Geef meer tijd", button="Verleng de termijn", form=forms.ExtendForm),
    "drop": Filling(heading="Waarom trekt u het concept in?", button="Trek in", form=forms.ReasonForm),
    "complete": Filling(heading="Waarom is de afspraak uitgewerkt?", button="Leg vast", form=forms.ReasonForm),
    "carry": Filling(heading="Hoe draagt uw organisatie de afspraak uit?", button="Leg vast", form=forms.CarryForm),
    "report_uptake": Filling(heading="Hoe werkt uw huis met de afspraak?", button="Leg vast", form=forms.UptakeForm),
}
NEEDS = {
    "open_round": "can_open",
    "extend": "can_extend",
    "drop": "can_drop",
    "complete": "can_complete",
    "carry": "can_carry",
    "report_uptake": "can_take_up",
}
