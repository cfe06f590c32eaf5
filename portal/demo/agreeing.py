"""National agreements along both routes: asked, answered, changed, ratified, put back, withdrawn, and carried out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from agenda.ratification.domain import agreements, positions, rounds, uptake
from agenda.ratification.enums import Channel, Route, Stance, UptakeStatus
from agenda.ratification.models import Agreement, Asked, Position
from agenda.ratification.queries.agreements import round_of
from knelpunten.models import Pattern
from portal.demo.calendar import Scene
from portal.demo.people import acting
from portal.demo.rows import Row, told
from portal.demo.script import action, agreement, key_of
from portal.kit import clock
from portal.network.models import Organisation

STUURGROEP, BESTUUR = "stuurgroep", "bestuur-nzvh"


def scenes() -> Iterator[Scene]:
    for row in told("agreements"):
        yield Scene(row["at"], lambda row=row: _draft(row))
        if "about" in row:
            yield Scene(-1, lambda row=row: _refer(row))
        if "round" in row:
            yield Scene(row["round"]["at"], lambda row=row: _ask(row))
    yield Scene(-305, _remark_on_contact)
    yield Scene(-302, _answer_remark)
    yield Scene(-300, lambda: _settle_and_put("vast-contact"))
    yield Scene(-235, _answer_samen_kijken)
    yield Scene(-215, _change_samen_kijken)
    yield Scene(-200, _answer_samen_kijken_again)
    yield Scene(-205, lambda: _settle_and_put("inwerken"))
    yield Scene(-50, lambda: _settle_and_put("contact-opvolger"))
    yield Scene(-230, _carry_contact)
    yield Scene(-20, _answer_gegevens, 15)
    yield Scene(-10, _answer_nacht)
    yield Scene(-3, _extend_nacht, 16)


def _runner(made: Agreement) -> Any:
    return acting("bestuur", BESTUUR) if made.route == Route.VOORAF else acting("secretaris", STUURGROEP)


def _draft(row: Row) -> None:
    route, today = Route(row["route"]), clock.today()
    by = acting("bestuur", BESTUUR) if route == Route.VOORAF else acting("secretaris", STUURGROEP)
    day = lambda name: today + timedelta(days=row[name] - row["at"])  # noqa: E731
    agreements.draft(
        key=key_of("agreement", row["name"]),
        route=route,
        title=row["title"],
        text=row["text"].strip(),
        asks=row["asks"],
        from_date=day("starts"),
        evaluate_date=day("evaluated"),
        owner=Organisation.objects.get(slug="nzvh" if route == Route.VOORAF else "vng"),
        replaces=agreement(row["replaces"]) if "replaces" in row else None,
        by=by,
    )


def _refer(row: Row) -> None:
    made, about = agreement(row["name"]), row["about"]
    by = _runner(made)
    if "action" in about:
        agreements.refer(agreement=made, subject=action(about["action"]), by=by)
    if "pattern" in about:
        agreements.refer(agreement=made, subject=Pattern.objects.get(key=key_of("pattern", about["pattern"])), by=by)


def _ask(row: Row) -> None:
    made, asked = agreement(row["name"]), row["round"]
    rounds.open_round(
        key=key_of("agreement-round", row["name"]),
        agreement=made,
        closes_date=clock.today() + timedelta(days=asked["days"]),
        shows_positions=not asked.get("blind"),
        by=_runner(made),
    )


def _say(name: str, slug: str, body: str, stance: Stance, reason: str = "", agreed_by: str = "") -> Position:
    made = agreement(name)
    round = round_of(made)
    assert round is not None
    return positions.take_position(
        key=key_of("position", f"{name}:{round.version.number}:{slug}"),
        agreement=made,
        version=round.version.number,
        stance=stance,
        reason=reason,
        agreed_by=agreed_by,
        agreed_date=clock.today() - timedelta(days=2) if agreed_by else None,
        by=acting(slug, body),
    )


def _house(name: str, slug: str, house: str, stance: Stance, reason: str = "") -> Position:
    return _say(name, slug, f"regionaal-bureau-{house}", stance, reason, "de regionale stuurgroep")


def _rest_by_phone(name: str, but: tuple[str, ...] = ()) -> None:
    """Who did not answer in the portal did so by telephone or mail, and somebody wrote it down."""
    made = agreement(name)
    silent = Asked.objects.filter(round=round_of(made), via__isnull=True, positions__isnull=True)
    for nr, asked in enumerate(silent.select_related("round__agreement", "house", "organisation").order_by("pk")):
        if asked.who.slug not in but:
            positions.record_on_behalf(
                key=key_of("position", f"{name}:{asked.pk}"),
                asked=asked,
                stance=Stance.AKKOORD,
                reason="",
                channel=(Channel.TELEFOON, Channel.MAIL, Channel.OVERLEG)[nr % 3],
                by=_runner(made),
            )


def _remark_on_contact() -> None:
    _house("vast-contact", "netwerkmanager", "twente", Stance.KANTTEKENING, "Graag met een half jaar om de lijst te vullen.")
    _house("vast-contact", "ander-huis", "zeeland", Stance.AKKOORD)
    _rest_by_phone("vast-contact", but=("drenthe",))
    _house("vast-contact", "nm-drenthe", "drenthe", Stance.AKKOORD)


def _answer_remark() -> None:
    position = Position.objects.get(key=key_of("position", "vast-contact:1:netwerkmanager"))
    positions.answer_remark(
        position=position, text="Dat half jaar is er: de afspraak gaat pas daarna in.", by=acting("bestuur", BESTUUR)
    )


def _settle_and_put(name: str) -> None:
    """The kanttekening is settled where there is one, all have answered, and it goes to the Stuurgroep."""
    if name == "vast-contact":
        position = Position.objects.get(key=key_of("position", f"{name}:1:netwerkmanager"))
        positions.settle(position=position, by=acting("netwerkmanager", "regionaal-bureau-twente"))
    _rest_by_phone(name)
    rounds.put(agreement=agreement(name), by=_runner(agreement(name)))


def _answer_samen_kijken() -> None:
    _say("samen-kijken", "stuurgroep", STUURGROEP, Stance.AKKOORD, agreed_by="het bestuur van Valente")
    reason = "Twee weken halen wij niet in de vakanties. Met vier weken doen wij mee."
    _say("samen-kijken", "sg-om", STUURGROEP, Stance.NIET_AKKOORD, reason, agreed_by="het college")
    _house("samen-kijken", "netwerkmanager", "twente", Stance.AKKOORD)
    positions.report_constituency(
        key=key_of("constituency", "valente"),
        agreement=agreement("samen-kijken"),
        consulted_date=clock.today() - timedelta(days=5),
        how="In een ledenraad, na een korte vragenlijst.",
        with_whom="De leden in alle regio's.",
        outcome="Zestig leden zijn het eens; drie vragen om meer tijd.",
        name="ledenraad.txt",
        data=b"Zestig leden voor, drie vragen om meer tijd.",
        by=acting("stuurgroep", STUURGROEP),
    )


def _change_samen_kijken() -> None:
    made = agreement("samen-kijken")
    rounds.change_text(
        key=key_of("agreement-round", "samen-kijken-2"),
        agreement=made,
        expected=made.version,
        closes_date=clock.today() + timedelta(days=30),
        note="Vier weken in plaats van twee, op verzoek van het OM.",
        text=made.text.replace("binnen twee weken", "binnen vier weken"),
        by=_runner(made),
    )


def _answer_samen_kijken_again() -> None:
    made = agreement("samen-kijken")
    positions.reaffirm(
        key=key_of("position", "samen-kijken:2:stuurgroep"), agreement=made, version=2, by=acting("stuurgroep", STUURGROEP)
    )
    _say("samen-kijken", "sg-om", STUURGROEP, Stance.AKKOORD, agreed_by="het college")
    _settle_and_put("samen-kijken")


def _carry_contact() -> None:
    made = agreement("vast-contact")
    uptake.carry(
        agreement=made,
        text="In de nieuwsbrief aan alle leden, en op de ledendag in het najaar.",
        by=acting("stuurgroep", STUURGROEP),
    )
    uptake.carry(agreement=made, text="Als vast punt in het overleg met de gemeenten.", by=acting("voorzitter", STUURGROEP))
    for slug, house, status, text in (
        ("netwerkmanager", "twente", UptakeStatus.WERKT, ""),
        ("ander-huis", "zeeland", UptakeStatus.BEGINT, "De lijst is voor de helft gevuld."),
        ("nm-drenthe", "drenthe", UptakeStatus.KAN_NIET, "Twee partners hebben in onze regio niemand."),
        ("nm-utrecht", "utrecht", UptakeStatus.NOG_NIET, ""),
    ):
        uptake.report_uptake(agreement=made, status=status, text=text, by=acting(slug, f"regionaal-bureau-{house}"))


def _answer_gegevens() -> None:
    made = agreement("gegevens")
    _say("gegevens", "sg-om", STUURGROEP, Stance.AKKOORD, agreed_by="het college")
    _say(
        "gegevens",
        "sg-aedes",
        STUURGROEP,
        Stance.KANTTEKENING,
        "Een bladzijde is voor corporaties te kort: mag er een bijlage bij?",
    )
    politie = Asked.objects.select_related("round__agreement").get(round=round_of(made), organisation__slug="politie")
    positions.record_on_behalf(
        key=key_of("position", "gegevens:politie"),
        asked=politie,
        stance=Stance.AKKOORD,
        reason="",
        channel=Channel.TELEFOON,
        by=_runner(made),
    )
    positions.confirm(
        position=Position.objects.get(key=key_of("position", "gegevens:politie")), by=acting("sg-politie", STUURGROEP)
    )
    valente = Asked.objects.select_related("round__agreement").get(round=round_of(made), organisation__slug="valente")
    positions.record_on_behalf(
        key=key_of("position", "gegevens:valente"),
        asked=valente,
        stance=Stance.AKKOORD,
        reason="",
        channel=Channel.OVERLEG,
        by=_runner(made),
    )
    _house("gegevens", "nm-drenthe", "drenthe", Stance.AKKOORD)


def _answer_nacht() -> None:
    _house("nacht", "ander-huis", "zeeland", Stance.AKKOORD)
    _house(
        "nacht", "nm-drenthe", "drenthe", Stance.NIET_AKKOORD, "Wij hebben twee medewerkers. Een rooster krijgen wij niet rond."
    )


def _extend_nacht() -> None:
    made = agreement("nacht")
    closes = clock.today() + timedelta(days=35)
    rounds.extend(
        agreement=made,
        closes_date=closes,
        reason="Enkele regionale stuurgroepen komen pas na de feestdagen bijeen.",
        by=_runner(made),
    )
