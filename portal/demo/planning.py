"""The Samenwerkingsagenda: ambitions with lines, two years of plans, what is not feasible, and a state that was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from ambitions.domain import answers, explanations, freezes, line_knelpunten, lines, plans, reports
from ambitions.enums import LineStatus, Scope
from ambitions.models import ActionLine, Explanation, PlanYear, RegionalPlan
from ambitions.queries.grid import CODES
from home.models import AmbitionPage, HomePage
from knelpunten.models import Knelpunt
from portal.demo.calendar import TODAY, Scene
from portal.demo.people import acting
from portal.demo.rows import Row, told
from portal.demo.script import key_of
from portal.files.domain import stored_files
from portal.kit import clock
from portal.network.models import Ambition, House, Organisation

THIS, NEXT = TODAY.year, TODAY.year + 1
OF = {code: status for status, code in CODES.items()}
PLANNED = {
    LineStatus.GEREALISEERD: "Dit loopt. We houden het bij en bespreken het één keer per jaar.",
    LineStatus.OP_KOERS: "We ronden dit voor de zomer af, met de partners die al meedoen.",
    LineStatus.LOOPT_ACHTER: "We zijn later begonnen dan bedoeld. In het najaar halen we het in.",
    LineStatus.NIET_GESTART: "We beginnen hiermee zodra er iemand voor is.",
    LineStatus.NIET_HAALBAAR: "Wij doen wat wel kan, samen met een buurhuis.",
}
WHY = {
    "naasten": (
        "Casussen komen hier zo laat binnen dat er geen tijd is voor een gesprek vooraf. Achteraf spreken wij iedereen wel."
    ),
    "begroting": (
        "Partners zeggen hier niet langer dan een jaar vooruit iets toe. Een begroting voor drie jaar kan daarom nog niet."
    ),
}
ELSE = "De regio is er te klein voor. Er is geen partner die dit deel kan dragen."
OWN = {
    "priorities": "Jongeren tussen 16 en 23 die tussen jeugdhulp en volwassenenzorg in vallen.",
    "offers": "Een dag meekijken bij ons casusoverleg, voor elk huis dat wil.",
    "asks": "Een voorbeeld van een werkafspraak met een zorgkantoor.",
}


def scenes() -> Iterator[Scene]:
    yield Scene(-400, _draw_lines)
    yield Scene(-345, partial(_open, THIS, 30))
    for nr, row in enumerate(told("plans")):
        yield Scene(-330 + nr, partial(_plan, row, THIS, row["was"]))
        yield Scene(-300 + nr, partial(_adopt, row, THIS))
    yield Scene(
        -190,
        partial(
            _report, "ict", "sg-jenv", LineStatus.LOOPT_ACHTER, "De lijst is klaar in concept. De leveranciers vragen meer tijd."
        ),
    )
    yield Scene(-130, _take_up)
    yield Scene(-120, _explain)
    yield Scene(-110, _offer)
    yield Scene(-95, _find)
    yield Scene(-70, _keep)
    yield Scene(-60, _withdraw)
    yield Scene(-45, _sharpen)
    yield Scene(-40, partial(_open, NEXT, 75))
    for row in told("plans"):
        if "now" in row:
            yield Scene(-20, partial(_plan, row, NEXT, row["now"]))
        if "back" in row:
            yield Scene(-12, partial(_ask, row))
    yield Scene(
        -15, partial(_report, "leertafel", "bestuur", LineStatus.OP_KOERS, "Drie keer gehouden dit jaar. 24 huizen deden mee.")
    )
    yield Scene(-9, partial(_report, "ict", "sg-jenv", LineStatus.OP_KOERS, "De lijst gaat in januari naar de huizen."))


def key_of_plan(house: str, year: int) -> UUID:
    """The story speaks of this year and the next, whatever year it is."""
    return key_of("plan", f"{house}:{'this' if year == THIS else 'next'}")


def line(name: str) -> ActionLine:
    return ActionLine.objects.get(key=key_of("line", name))


def _draw_lines() -> None:
    by = acting("bureau")
    for row in told("ambitions"):
        ambition = Ambition.objects.get(slug=row["ambition"])
        _publish(ambition, row)
        for each in row["lines"]:
            lines.draw(
                key=key_of("line", each["name"]),
                ambition=ambition,
                scope=Scope(each["scope"]),
                title=each["title"],
                text=each["text"],
                realised_when=each["when"],
                from_year=THIS,
                is_example=True,
                by=by,
                owner=Organisation.objects.get(slug=each["owner"]) if "owner" in each else None,
            )


def _publish(ambition: Ambition, row: Row) -> None:
    """What the redacteur publishes of an ambition."""
    points = "".join(f"<li>{each}</li>" for each in row["expectations"])
    body = [{"type": "text", "value": f"<ul>{points}</ul>"}]
    page = AmbitionPage(ambition=ambition, objective=row["objective"], expectations=body)
    HomePage.objects.get().add_child(instance=page)
    page.save_revision(user=acting("redacteur").user).publish()


def _open(year: int, days: int) -> None:
    lines.open_year(year=year, due_date=clock.today() + timedelta(days=days), by=acting("bureau"))


def _manager(row: Row) -> Any:
    return acting(row["by"], f"regionaal-bureau-{row['house']}")


def _plan(row: Row, year: int, letters: str) -> None:
    """Begin, answer every line, add the own texts and submit."""
    by, house = _manager(row), House.objects.get(slug=row["house"])
    plan = plans.begin(key=key_of_plan(row["house"], year), house=house, plan_year=PlanYear.objects.get(year=year), by=by)
    before = plans.newest_answers(plan)
    for each, letter in zip(plans.lines_of(plan), letters, strict=True):
        status, name = OF[letter], _name_of(each)
        answers.answer(
            plan=plan,
            line=each,
            expected=before[each.pk].pk if each.pk in before else 0,
            read=each.version,
            status=status,
            planned=PLANNED[status],
            explanation=WHY.get(name, ELSE) if status == LineStatus.NIET_HAALBAAR else "",
            by=by,
        )
    text = plan.texts.order_by("-pk").first()
    plans.write(plan=plan, expected=text.pk if text else 0, by=by, **OWN)
    plans.submit(plan=plan, by=by)


def _name_of(wanted: ActionLine) -> str:
    names = [each["name"] for row in told("ambitions") for each in row["lines"]]
    return next((name for name in names if key_of("line", name) == wanted.key), "")


def _adopt(row: Row, year: int) -> None:
    plan = RegionalPlan.objects.get(key=key_of_plan(row["house"], year))
    name = f"{row['house']}:{year}"
    document = stored_files.keep(
        key=key_of("plan-approval", name),
        name="besluitenlijst.txt",
        data=b"De regionale stuurgroep gaat akkoord met het jaarplan.",
        by=_manager(row),
    )
    plans.adopt(
        plan=plan,
        approved_date=clock.today(),
        approved_by="de regionale stuurgroep",
        approval=document if row["house"] == "twente" else None,
        is_public=row["house"] in ("twente", "utrecht", "drenthe"),
        by=_manager(row),
    )


def _report(name: str, slug: str, status: LineStatus, text: str) -> None:
    reports.report(line=line(name), status=status, text=text, by=acting(slug, "stuurgroep"))


def _take_up() -> None:
    """What Utrecht brought has its place in a line."""
    knelpunt = Knelpunt.objects.get(key=key_of("knelpunt", "lidmaatschap-geld"))
    line_knelpunten.take_up(line=line("begroting"), knelpunt=knelpunt, by=acting("bureau"))


def _explain() -> None:
    """Three houses meet the same, in their own words, outside their plan."""
    said = {
        ("netwerkmanager", "twente"): "Het zorgkantoor wijst geen vaste persoon aan. Elke keer begint het gesprek opnieuw.",
        ("ander-huis", "zeeland"): "Wij hebben twee zorgkantoren in de regio, en geen van beide komt aan tafel.",
        ("nm-haaglanden", "haaglanden"): "De corporaties doen mee. Het zorgkantoor zegt dat het geen mensen heeft.",
    }
    for (slug, house), text in said.items():
        explanations.share(
            key=key_of("explanation", house),
            house=House.objects.get(slug=house),
            line=line("woonpartners"),
            text=text,
            holds_until=TODAY + timedelta(days=200),
            by=acting(slug, f"regionaal-bureau-{house}"),
        )


def _of(house: str) -> Explanation:
    return Explanation.objects.get(key=key_of("explanation", house))


def _offer() -> None:
    explanations.offer(
        explanation=_of("twente"), text="Wij maakten zo'n afspraak vorig jaar. U kunt hem overnemen.", by=acting("nm-utrecht")
    )
    explanations.offer(explanation=_of("zeeland"), text="Wij vragen onze leden wie er kan komen.", by=acting("kb-nlggz"))


def _find() -> None:
    text = (
        "Met de afspraak van Utrecht als voorbeeld wijst het zorgkantoor in april één persoon aan. "
        "Tot dan belt het huis de manager."
    )
    explanations.find_together(explanation=_of("twente"), text=text, by=acting("bureau"))


def _keep() -> None:
    freeze = freezes.freeze(key=key_of("freeze", "this"), plan_year=PlanYear.objects.get(year=THIS), by=acting("bureau"))
    freezes.offer(freeze=freeze, by=acting("bureau"))


def _withdraw() -> None:
    first = Explanation.objects.filter(house__slug="flevoland", ended_at__isnull=True).first()
    if first:
        explanations.end(explanation=first, reason="Het lukt nu met een buurhuis.", by=acting("nm-flevoland"))


def _sharpen() -> None:
    """A line reads otherwise: in the plan of next year it is asked again."""
    chosen = line("verhaal")
    lines.rewrite(
        line=chosen,
        expected=1,
        note="Ook de cliëntenraad hoort wat er is bereikt.",
        by=acting("bureau"),
        title=chosen.title,
        text="Het huis laat raden, besturen en cliëntenraden elk jaar zien wat het bereikte, met cijfers en een voorbeeld.",
        realised_when=chosen.realised_when,
    )


def _ask(row: Row) -> None:
    plan = RegionalPlan.objects.get(key=key_of_plan(row["house"], NEXT))
    plans.give_back(plan=plan, reason=row["back"], by=acting("bureau"))
