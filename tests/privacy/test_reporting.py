"""Personal data reported in part of a thing: what few read or the finder knows is away at once, and only the chosen part goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from agenda.lists.domain import coalitions, milestones, moves, progress, proposals, trekkers
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.models import Action
from agenda.meetings.models import AgendaItem, Issue
from agenda.ratification.queries import verdicts
from knelpunten.domain import inquiries
from knelpunten.models import Inquiry, Pattern
from portal.history.domain import verifying
from portal.kit import clock
from portal.kit.opaque import of
from portal.kit.refusals import Refused
from portal.privacy.domain import reports, reviews, withheld
from portal.privacy.enums import Ground
from portal.privacy.models import Removal, Report, Verdict, Withheld
from portal.privacy.queries.parts import THINGS as REPORTABLE
from portal.privacy.queries.parts import Part, parts_of
from tests import factories as make
from tests.privacy.taking import hide
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
SECRET = "kanarievogeltje"


def an_action() -> Action:
    action = make.action_on(
        ActionList.ACTIELIJST, title=f"{SECRET} titel", goal=f"{SECRET} doel", knelpunten=[make.knelpunt(make.S.OP_DE_LIJST)]
    )
    by = make.member("klankbordgroep", "psd")
    coalitions.join(action=action, text=f"{SECRET} bijdrage", by=by)
    progress.report(key=make.uuid4(), action=action, status=ProgressStatus.OP_KOERS, happened=f"{SECRET} bericht", by=by)
    coalitions.call(key=make.uuid4(), action=action, text=f"{SECRET} oproep", closes_date=clock.today(), by=by)
    coalitions.offer_pilot(action=action, text=f"{SECRET} pilot", by=make.manager("drenthe"))
    coalitions.comment(key=make.uuid4(), action=action, text=f"{SECRET} overleg", by=by)
    milestones.plan(key=make.uuid4(), action=action, title=f"{SECRET} mijlpaal", due_date=clock.today(), by=by)
    milestones.attach(key=make.uuid4(), action=action, name="x.txt", data=b"x", title=f"{SECRET} document", by=by)
    return action


def a_rewritten_action() -> Action:
    """Its words were rewritten while it was proposed, somebody refused to pull it, and another table refused it with a reason."""
    action, by, seat = make.action(), make.member("klankbordgroep"), make.seat("stuurgroep", organisation="om")
    proposals.revise(action=action, expected=1, title=f"{SECRET} titel", goal=f"{SECRET} doel", intended_result="R", by=by)
    trekkers.ask(action=action, seat=seat, by=by)
    trekkers.refuse(action=action, reason=f"{SECRET} nee", by=seat.actor)
    make.decide(
        Action.objects.get(pk=action.pk), make.DecisionKind.NAAR_GEREED, **make.elsewhere() | {"contact": f"{SECRET} contact"}
    )
    moves.answer_hand_over(action=action, is_accepted=False, note=f"{SECRET} past niet", by=by)
    return Action.objects.get(pk=action.pk)


def an_item() -> AgendaItem:
    action = make.action_on(ActionList.ACTIELIJST)
    item = make.open_item(action)
    make.item_decisions.take(
        item=item, key=make.uuid4(), kind=make.DecisionKind.TERUG_NAAR_VOORRAAD, wording=f"{SECRET} besluit", by=make.secretaris()
    )
    AgendaItem.objects.filter(pk=item.pk).update(title=f"{SECRET} punt")
    return AgendaItem.objects.get(pk=item.pk)


def an_inquiry() -> Inquiry:
    inquiry = make.inquiry(question=f"{SECRET} vraag")
    inquiries.answer(inquiry=inquiry, text=f"{SECRET} antwoord", by=make.manager("twente"))
    return inquiry


def a_pattern() -> Pattern:
    return make.pattern(title=f"{SECRET} draad", analysis=f"{SECRET} tekst")


def a_knelpunt() -> Any:
    return make.knelpunt(make.S.OP_DE_LIJST, title=f"{SECRET} titel", pattern=f"{SECRET} patroon", reason=f"{SECRET} reden")


def a_meeting() -> Any:
    return make.meeting(make.M.IN_VOORBEREIDING, title=f"{SECRET} zitting")


def an_issue() -> Any:
    return make.issue(title=f"{SECRET} vraagstuk", question=f"{SECRET} vraag")


def a_procedure() -> Any:
    return make.procedure(title=f"{SECRET} ronde", question=f"{SECRET} vraag")


def an_agreement() -> Any:
    return make.ratified(title=f"{SECRET} afspraak", text=f"{SECRET} tekst", asks=f"{SECRET} gevraagd")


def a_line() -> Any:
    return make.line(title=f"{SECRET} lijn", text=f"{SECRET} tekst")


def a_plan() -> Any:
    return make.plan(make.PlanState.INGEDIEND)


def an_explanation() -> Any:
    return make.explanation(text=f"{SECRET} toelichting")


THINGS: list[Callable[[], Any]] = [
    an_action, a_rewritten_action, an_item, an_inquiry, a_pattern, a_knelpunt, a_meeting, an_issue, a_procedure, an_agreement,
    a_line, a_plan, an_explanation,
]  # fmt: skip
WHY = "Leeftijd en dorp staan bij elkaar."


def reviewer() -> Any:
    return make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor


def pages(subject: Any) -> list[str]:
    """Where its texts stand: its own page first, and where an effect took a decision's words over."""
    lists = [
        "/themas/acute-onveiligheid/",
        "/themas/acute-onveiligheid/terugkijken/",
        f"/themas/acute-onveiligheid/terugkijken/?op={clock.today()}",
    ]
    about = [subject.subject.get_absolute_url()] if isinstance(subject, AgendaItem) else []
    return [
        subject.get_absolute_url().split("#")[0],
        *about,
        *lists,
        "/overzicht/",
        "/acties/",
        "/acties/oproepen/",
        "/organisaties/psd/bijdragen/",
        "/sinds-de-vorige/",
        "/themas/acute-onveiligheid/doorloop/",
        "/knelpunten/rode-draden/",
        "/uitvragen/",
        "/vergaderingen/",
    ]


def told(part: Part) -> bool:
    return SECRET in part.text


def everything() -> str:
    """Every column of every table of ours but what reviewers keep, as one text."""
    with connection.cursor() as cursor:
        tables = [model._meta.db_table for model in apps.get_models() if model is not Withheld and model._meta.managed]
        said = []
        for table in tables:
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {connection.ops.quote_name(table)} t")
            said.append(cursor.fetchone()[0])
    return " ".join(said).lower()


def report(subject: Any, part: Part, by: Any = None) -> Report:
    return reports.report(subject=subject, code=part.code, why=WHY, by=by or make.secretaris())


def test_every_kind_of_thing_is_tried_here() -> None:
    assert {type(made()) for made in THINGS} == set(REPORTABLE)


@pytest.mark.parametrize("made", THINGS)
def test_each_part_goes_away_and_comes_back_word_for_word_and_nothing_else_changes(made: Callable[[], Any]) -> None:
    subject, by = made(), reviewer()
    for part in parts_of(subject):
        others = [(each.code, each.text) for each in parts_of(subject) if each.code != part.code and not each.declared.goes_with]
        hide(subject, part.code)
        away = next(each for each in parts_of(subject) if each.code == part.code)
        assert away.away is not None and away.text == part.text
        assert [
            (each.code, each.text) for each in parts_of(subject) if each.code != part.code and not each.declared.goes_with
        ] == others
        reviews.put_back(subject=subject, codes={part.code}, by=by)
        back = next(each for each in parts_of(subject) if each.code == part.code)
        assert (back.away, back.text) == (None, part.text)
    assert not Withheld.objects.exists()


@pytest.mark.parametrize("made", THINGS)
def test_what_is_away_stands_nowhere_but_with_the_reviewers(made: Callable[[], Any]) -> None:
    subject, by = hide(made()), reviewer()
    assert SECRET not in everything()
    for reader in (make.secretaris(), by):  # the columns say it for everybody; these read what is made of them
        client = client_of(reader)
        for path in pages(subject):
            assert SECRET not in client.get(path).content.decode(), path


@pytest.mark.parametrize("made", THINGS)
def test_removing_everything_leaves_no_word_and_the_history_verifies(made: Callable[[], Any]) -> None:
    subject, by = made(), reviewer()
    codes = {part.code for part in parts_of(subject)}
    report(subject, reports.reportable(subject, by.user)[0], by=by)
    asked = reviews.remove(subject=subject, codes=codes, ground=Ground.PERSONAL, by=by)
    if asked is not None:
        reviews.answer(request=asked, word=reviews.SecondWord.YES, by=make.board())
    assert SECRET not in everything()
    assert not Report.objects.waiting().exists() and not Withheld.objects.exists()
    if not isinstance(subject, Issue):  # they have no page of their own
        own = getattr(subject, "page_address", subject.get_absolute_url())
        assert "is tekst verwijderd" in client_of(make.secretaris()).get(own).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(verifying.findings()) == []


def test_a_report_names_the_part_and_says_why() -> None:
    action, by = an_action(), make.member()
    client, address = client_of(by), action.report_address
    for sent in ({}, {"part": "a" * 24, "why": WHY}, {"part": of(action), "why": " "}):
        assert client.post(address, sent).status_code == 422
    assert not Report.objects.exists()
    answer = client.post(address, {"part": of(action), "why": WHY}, follow=True)
    assert "gemeld" in answer.content.decode().lower()
    made = Report.objects.get()
    assert (made.part, made.why, made.by_user) == (f"lists.action-{action.pk}", WHY, by.user)


def test_the_reason_of_a_report_may_not_hold_an_identifier() -> None:
    action = an_action()
    sent = {"part": of(action), "why": "Het gaat om 06-12345678, van de buren."}
    assert client_of(make.member()).post(action.report_address, sent).status_code == 422
    assert not Report.objects.exists()


def test_what_many_read_and_the_finder_finds_fine_stays_and_is_marked() -> None:
    action = an_action()
    own = next(part for part in reports.reportable(action, make.member().user) if part.row == action)
    assert report(action, own).is_withheld is False
    page = client_of(make.member()).get(action.get_absolute_url()).content.decode()
    assert f"{SECRET} doel" in page and "Gemeld:" in page


def test_what_the_finder_knows_is_away_at_once() -> None:
    action = make.action(goal="Steeds weer wacht een vrouw uit Almelo.")
    assert report(action, parts_of(action)[0]).is_withheld is True
    page = client_of(make.member()).get(action.get_absolute_url())
    assert page.status_code == 200 and "Almelo" not in page.content.decode()
    assert "Deze tekst is gemeld en tijdelijk verborgen." in page.content.decode()


def test_what_few_read_is_away_at_once_and_nobody_else_can_report_it() -> None:
    action = an_action()
    in_coalition = make.member("klankbordgroep", "psd")
    comment = next(part for part in reports.reportable(action, in_coalition.user) if "Overleg" in part.label)
    assert comment.code not in {part.code for part in reports.reportable(action, make.member("stuurgroep", "om").user)}
    assert report(action, comment, by=in_coalition).is_withheld is True


def test_what_was_decided_stays_public_and_is_marked_until_it_is_judged() -> None:
    made = an_agreement()
    for part in reports.reportable(made, make.secretaris().user)[:3]:
        report(made, part)
    from django.test import Client

    page = Client().get(made.get_absolute_url())
    assert page.status_code == 200
    assert f"{SECRET} tekst" in page.content.decode() and "Gemeld:" in page.content.decode()


def test_a_series_of_reports_stops_and_goes_back_in_one_act() -> None:
    by, actions = make.manager(), [make.action(goal=f"Een vrouw uit Almelo wacht {number}.") for number in range(8)]
    client = client_of(by)
    answers = [client.post(each.report_address, {"part": of(each), "why": WHY}).status_code for each in actions]
    assert answers == [302] * 6 + [422] * 2
    reads = client_of(reviewer())
    page = reads.get("/knelpunten/privacytoets/").content.decode()
    assert "6 meldingen" in page
    first = Report.objects.order_by("pk").first()
    assert first is not None
    assert reads.post(f"/persoonsgegevens/reeksen/{of(first)}/terugzetten/").status_code == 302
    assert not Report.objects.waiting().exists() and not Withheld.objects.exists()
    assert "Almelo" in client_of(make.member()).get(actions[0].get_absolute_url()).content.decode()


def test_the_reporter_is_asked_and_answers_and_what_was_said_goes_with_the_verdict() -> None:
    action, by, judge = an_action(), make.member(), reviewer()
    made = report(action, parts_of(action)[0], by=by)
    client_of(judge).post(action.review_address, {"ask": of(made), "question": "Waar leest u dat?"})
    address = made.get_absolute_url()
    reporter = client_of(by)
    assert "Waar leest u dat?" in reporter.get(address).content.decode()
    assert client_of(make.manager()).get(address).status_code == 404
    reporter.post(address, {"text": "In de tweede zin."})
    assert "In de tweede zin." in client_of(judge).get(action.review_address).content.decode()
    client_of(judge).post(action.review_address, {"part": [made.part], "put_back": ""})
    assert "in de tweede zin" not in everything() and WHY.lower() not in everything()
    assert Verdict.objects.get(report=made).judgement == "teruggezet"
    assert "geoordeeld" in reporter.get(address).content.decode()


def test_what_was_rewritten_while_it_was_away_stays_rewritten() -> None:
    action, judge = an_action(), reviewer()
    code = f"lists.action-{action.pk}"
    reviews.hide(subject=action, codes={code}, by=judge)
    Action.objects.filter(pk=action.pk).update(goal="Een beter doel.")
    reviews.put_back(subject=action, codes={code}, by=judge)
    action.refresh_from_db()
    assert (action.goal, action.title) == ("Een beter doel.", f"{SECRET} titel")


def test_only_the_chosen_part_goes_and_the_rest_is_read_again() -> None:
    action, judge = an_action(), reviewer()
    chosen = next(part for part in parts_of(action) if "Voortgang" in part.label)
    report(action, chosen)
    client_of(judge).post(action.review_address, {"part": [chosen.code], "remove": "", "ground": "persoonsgegevens"})
    page = client_of(make.member()).get(action.get_absolute_url()).content.decode()
    assert f"{SECRET} doel" in page and f"{SECRET} bijdrage" in page and f"{SECRET} bericht" not in page
    assert "Grond: persoonsgegevens" in page


def test_nothing_chosen_says_so() -> None:
    action = an_action()
    report(action, parts_of(action)[0])
    client = client_of(reviewer())
    assert "Kies eerst" in client.post(action.review_address, {"remove": "", "ground": "casus"}, follow=True).content.decode()
    assert client.get(an_action().review_address).status_code == 404


def test_one_reviewer_hides_nothing_that_was_decided() -> None:
    for made in (an_agreement(), an_item()):
        decided = {part.code for part in parts_of(made) if part.is_decided}
        with pytest.raises(Refused) as refused:
            reviews.hide(subject=made, codes=decided, by=reviewer())
        assert refused.value.codes == ["decided"] and not Withheld.objects.exists()


def test_a_person_does_not_confirm_alone() -> None:
    made, judge = an_agreement(), reviewer()
    chosen = {part.code for part in parts_of(made) if part.is_decided}
    asked = reviews.remove(subject=made, codes=chosen, ground=Ground.PERSONAL, by=judge)
    assert asked is not None and not Removal.objects.exists()
    with pytest.raises(Refused) as refused:
        reviews.answer(request=asked, word=reviews.SecondWord.YES, by=judge)
    assert refused.value.codes == ["same-person"]
    with pytest.raises(Refused) as refused:
        reviews.remove(subject=made, codes=chosen, ground=Ground.PERSONAL, by=judge)
    assert refused.value.codes == ["asked"]
    assert client_of(make.bureau()).get(asked.get_absolute_url()).status_code in (403, 404)
    page = client_of(make.board()).get(asked.get_absolute_url()).content.decode()
    assert f"{SECRET} tekst" in page
    reviews.answer(request=asked, word=reviews.SecondWord.NO, why="Dit is een functie, geen persoon.", by=make.board())
    assert all(told(part) or not part.is_decided for part in parts_of(made) if part.code in chosen and part.row == made)


def test_certificate_and_command_say_how_many_parts_are_gone(capsys: Any) -> None:
    from django.core.management import call_command

    made, judge = an_agreement(), reviewer()
    chosen = {part.code for part in parts_of(made) if "Versie" in part.label or "Besluit" in part.label}
    asked = reviews.remove(subject=made, codes=chosen, ground=Ground.PERSONAL, by=judge)
    assert asked is not None
    reviews.answer(request=asked, word=reviews.SecondWord.YES, by=make.board())
    assert verdicts.verdict_on(made.ratification) == f"klopt, met {len(chosen)} verwijderde delen" if len(chosen) > 1 else True
    call_command("verify_agreement", of(made))
    assert "verwijderd" in capsys.readouterr().out
    from django.test import Client

    assert "is tekst verwijderd" in Client().get(made.get_absolute_url()).content.decode()


def test_the_database_lets_back_only_what_was_written() -> None:
    from django.db import DatabaseError, transaction

    action, judge = an_action(), reviewer()
    part = next(part for part in parts_of(action) if "Voortgang" in part.label)
    reviews.hide(subject=action, codes={part.code}, by=judge)
    fact: Any = type(part.row).objects.get(pk=part.row.pk)  # type: ignore[attr-defined]
    for texts in ({"happened": "Iets anders."}, {"happened": None}, {"happened": "x", "withheld_at": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(fact).objects.filter(pk=fact.pk).update(**texts)
    away = parts_of(action)
    withheld.let_stand(next(each for each in away if each.code == part.code))
    assert type(fact).objects.get(pk=fact.pk).texts_match


NASTY = ['aanhaling " en \\ schuin', "regel\neen\ttab\rterug", "\u2028 \x7f é 👩", "</script>", "\x01\x1f", ""]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    from agenda.lists.models import ProgressUpdate

    action, judge = an_action(), reviewer()
    by = make.member("klankbordgroep", "psd")
    fact = ProgressUpdate.objects.write(
        key=make.uuid4(),
        action=action,
        status=ProgressStatus.OP_KOERS,
        happened=f"x{text}",
        next_step=text,
        steering=None,
        asks_steering=False,
        reported_at=clock.now(),
        by=by,
    )
    code = f"lists.progressupdate-{fact.pk}"
    reviews.hide(subject=action, codes={code}, by=judge)
    reviews.put_back(subject=action, codes={code}, by=judge)
    back = ProgressUpdate.objects.get(pk=fact.pk)
    assert (back.happened, back.next_step, back.steering, back.texts_match) == (f"x{text}", text, None, True)
