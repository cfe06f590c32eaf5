"""The Samenwerkingsagenda: ambitions with lines, three years of plans, what is not feasible, and a state that was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache, partial
from uuid import UUID

from ambitions.domain import answers, explanations, freezes, line_knelpunten, lines, plans, reports
from ambitions.enums import LineStatus, Scope, Verb
from ambitions.models import ActionLine, Explanation, LineAnswer, PlanYear, RegionalPlan
from ambitions.queries.grid import CODES
from home.models import AmbitionPage, HomePage
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.demo.calendar import TODAY, Scene
from portal.demo.people import acting
from portal.demo.rows import Row, told
from portal.demo.script import key_of
from portal.files.domain import stored_files
from portal.files.models import StoredFile
from portal.history.domain.recording import record
from portal.kit import clock
from portal.network.models import Ambition, House, Organisation

BEFORE, THIS, NEXT = TODAY.year - 1, TODAY.year, TODAY.year + 1
NAMES = {BEFORE: "before", THIS: "this", NEXT: "next"}
LETTERS = {BEFORE: "before", THIS: "was", NEXT: "now"}
OF = {code: status for status, code in CODES.items()}
TABLES = ("de regionale stuurgroep", "het bestuurlijk overleg zorg en veiligheid", "de stuurgroep van het huis")


def scenes() -> Iterator[Scene]:
    yield Scene(-700, _draw_lines)
    yield Scene(-690, partial(_open, BEFORE, 30))
    for nr, row in enumerate(told("plans")):
        yield Scene(-685 + nr // 2, partial(_plan, nr, BEFORE))
        yield Scene(-655 + nr, partial(_adopt, nr, BEFORE))
        yield from _this_year(nr, row)
    yield Scene(-360, _close_before)
    yield Scene(-345, partial(_open, THIS, 30))
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
    for nr, row in enumerate(told("plans")):
        if "now" in row:
            yield Scene(-20, partial(_plan, nr, NEXT))
        if "back" in row:
            yield Scene(-12, partial(_ask, row["house"], NEXT, row["back"]))
    yield Scene(
        -15, partial(_report, "leertafel", "bestuur", LineStatus.OP_KOERS, "Drie keer gehouden dit jaar. 24 huizen deden mee.")
    )
    yield Scene(-9, partial(_report, "ict", "sg-jenv", LineStatus.OP_KOERS, "De lijst gaat in januari naar de huizen."))


def _this_year(nr: int, row: Row) -> Iterator[Scene]:
    """The plan of this year of one house, as far as it came: most are adopted, some wait, one was late, a few are only begun."""
    stands = row.get("stands", "vastgesteld")
    yield Scene({"laat": -265, "concept": -40 + nr // 2}.get(stands, -330 + nr // 3), partial(_plan, nr, THIS))
    if stands == "vastgesteld":
        yield Scene(-300 + nr, partial(_adopt, nr, THIS))
    if stands == "terug":
        yield Scene(-34, partial(_ask, row["house"], THIS, row["asked"]))


def key_of_plan(house: str, year: int) -> UUID:
    """The story speaks of the year before, this year and the next, whatever year it is."""
    return key_of("plan", f"{house}:{NAMES[year]}")


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
                from_year=BEFORE,
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


def _manager(row: Row) -> Actor:
    return acting(row["by"], f"regionaal-bureau-{row['house']}")


def _plan(nr: int, year: int) -> None:
    """Begin, answer the lines, add the own texts and submit, unless the house has not come that far."""
    row = told("plans")[nr]
    by, house = _manager(row), House.objects.get(slug=row["house"])
    plan = plans.begin(key=key_of_plan(row["house"], year), house=house, plan_year=PlanYear.objects.get(year=year), by=by)
    letters = [(each, OF[letter]) for each, letter in zip(plans.lines_of(plan), row[LETTERS[year]], strict=True) if letter != "."]
    rest = _confirm_same(plan, letters, by)
    if year == NEXT:
        _answer_each(plan, rest, nr, by)
    else:
        _answer_all(plan, rest, nr, by)
    own = told("plan_own")
    if not plan.texts.exists():
        plans.write(plan=plan, expected=0, by=by, **own[nr % len(own)])
    if len(letters) == len(row["before"]):
        plans.submit(plan=plan, by=by)


Said = list[tuple[ActionLine, LineStatus]]


def _confirm_same(plan: RegionalPlan, letters: Said, by: Actor) -> Said:
    """Confirm what stands as it stood last year. Returns what is left to answer."""
    before = plans.newest_answers(plan)
    stood = {(key, said.status, said.line_number) for key, said in before.items()}
    same = {each.pk for each, status in letters if (each.pk, status, each.version) in stood}
    if same:
        answers.confirm(plan=plan, lines=same, by=by)
    return [(each, status) for each, status in letters if each.pk not in same]


def _answer_each(plan: RegionalPlan, letters: Said, nr: int, by: Actor) -> None:
    before = plans.newest_answers(plan)
    for each, status in letters:
        answers.answer(
            plan=plan, line=each, expected=before[each.pk].pk if each.pk in before else 0, read=each.version, status=status,
            **_words(each, status, nr), by=by,
        )  # fmt: skip


def _answer_all(plan: RegionalPlan, letters: Said, nr: int, by: Actor) -> None:
    """
    The same, written at once as `answers.confirm` does.

    One by one for two years of all houses would be a tenth of the telling.
    """
    before, moment = plans.newest_answers(plan), clock.now()
    rows = [
        {
            "plan": plan,
            "line": each,
            "line_number": each.version,
            "status": status,
            "taken_from": before.get(each.pk),
            "given_at": moment,
            **_words(each, status, nr),
        }
        for each, status in letters
    ]
    record(plan, Verb.LINE_ANSWERED, by=by, facts=LineAnswer.objects.write_all(rows, by=by))


@cache
def _said_of() -> dict[UUID | None, Row]:
    """What houses write about a line, by the key of the line; under None what fits every line."""
    return {key_of("line", row["line"]) if row["line"] else None: row for row in told("plan_words")}


def _words(each: ActionLine, status: LineStatus, nr: int) -> dict[str, str]:
    """What this house writes about this line: one time in words of the line, the other in words that fit every line."""
    code, turn = CODES[status], nr + each.key.int
    of_line, of_all = _said_of()[each.key], _said_of()[None]
    planned = of_line[code] if turn % 3 else of_all[code]
    why = of_line["why"] if status == LineStatus.NIET_HAALBAAR else [""]
    return {"planned": planned[turn // 3 % len(planned)], "explanation": why[0]}


def _adopt(nr: int, year: int) -> None:
    row = told("plans")[nr]
    plan = RegionalPlan.objects.get(key=key_of_plan(row["house"], year))
    document = year == THIS and "document" in row
    plans.adopt(
        plan=plan,
        approved_date=clock.today(),
        approved_by=TABLES[nr % len(TABLES)],
        approval=_approval(row) if document else None,
        is_public="public" in row,
        by=_manager(row),
    )


def _approval(row: Row) -> StoredFile:
    """The document in which a house shows that its stuurgroep agreed."""
    return stored_files.keep(
        key=key_of("plan-approval", f"{row['house']}:{THIS}"),
        name="besluitenlijst.txt",
        data=b"De regionale stuurgroep gaat akkoord met het jaarplan.",
        by=_manager(row),
    )


def _close_before() -> None:
    """What was not feasible last year could be done in the end."""
    for each in Explanation.objects.filter(ended_at__isnull=True).select_related("house").order_by("pk"):
        row = next(row for row in told("plans") if row["house"] == each.house.slug)
        explanations.end(explanation=each, reason="Het is gelukt met hulp van een buurhuis.", by=_manager(row))


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


def _ask(house: str, year: int, reason: str) -> None:
    plans.give_back(plan=RegionalPlan.objects.get(key=key_of_plan(house, year)), reason=reason, by=acting("bureau"))
