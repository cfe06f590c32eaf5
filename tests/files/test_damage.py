"""A file that was changed or lost is never sent as what it was, wherever it belongs; and a full disk leaves nothing half."""

from __future__ import annotations

import logging
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import models
from django.forms import FileField
from django.urls import reverse

from agenda.lists.domain import coalitions
from agenda.lists.domain import milestones as action_planning
from agenda.lists.enums import ActionList
from agenda.lists.models import ActionFile
from agenda.meetings.models import PaperOpening, PaperVersion
from agenda.ratification.domain import positions
from agenda.ratification.models import ConstituencyReport
from ambitions.domain import plans
from ambitions.enums import PlanState
from ambitions.models import RegionalPlan
from knelpunten.models import Attachment
from portal.accounts.actor import Actor
from portal.files import store
from portal.files.domain import keepers_mail, stored_files
from portal.files.models import FileKept, StoredFile
from portal.history.domain import verifying
from portal.kit import clock
from portal.kit.forms import PortalForm
from tests import factories as make
from tests.files import hostile
from tests.privacy.test_writing import client_of

TEXT = b"Een stuk dat blijft zoals het is."


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.PRIVATE_ROOT = tmp_path / "private"
    return Path(settings.PRIVATE_ROOT)


@dataclass
class Fetched:
    """A file, and the address at which who reads what it belongs to fetches it."""

    file: StoredFile
    address: str
    by: Actor


def with_knelpunt() -> Fetched:
    made = make.attachment()
    return Fetched(made.file, reverse("knelpunten:fetch", args=[made.knelpunt_id, made.pk]), make.bureau())


def with_action() -> Fetched:
    action, by = make.action_on(ActionList.ACTIELIJST), make.bureau()
    made = action_planning.attach(key=make.uuid4(), action=action, name="stuk.txt", data=TEXT, title="Stuk", by=by)
    return Fetched(made.file, reverse("lists:fetch", args=[action.pk, made.pk]), by)


def with_item() -> Fetched:
    paper = make.paper(make.open_item())
    return Fetched(paper.versions.get().file, reverse("meetings:paper", args=[paper.pk]), make.secretaris())


def with_report() -> Fetched:
    agreement, by = make.asked_agreement(), make.manager()
    made = positions.report_constituency(
        key=make.uuid4(),
        agreement=agreement,
        consulted_date=clock.today(),
        how="Overleg",
        with_whom="Partners",
        outcome="Eens",
        by=by,
        name="verslag.txt",
        data=TEXT,
    )
    assert made.file
    return Fetched(made.file, reverse("ratification:constituency_file", args=[agreement.pk, made.pk]), by)


def with_plan() -> Fetched:
    plan, by = make.plan(PlanState.INGEDIEND), make.manager()
    file = stored_files.keep(key=make.uuid4(), name="besluit.txt", data=TEXT, by=by)
    plans.adopt(plan=plan, approved_date=clock.today(), approved_by="stuurgroep", approval=file, is_public=False, by=by)
    return Fetched(file, reverse("ambitions:approval", args=[plan.pk]), by)


BELONGS = {
    Attachment: with_knelpunt,
    ActionFile: with_action,
    PaperVersion: with_item,
    ConstituencyReport: with_report,
    RegionalPlan: with_plan,
}


def test_everything_that_has_a_file_is_tried() -> None:
    relations = [field for field in StoredFile._meta.get_fields(include_hidden=True) if field.auto_created and not field.concrete]
    having = {relation.related_model for relation in relations}
    assert having - {FileKept} == set(BELONGS)
    ours = {"portal", "agenda", "knelpunten", "ambitions", "home"}
    loose = [field for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, models.FileField)]
    assert [str(field) for field in loose if field.model.__module__.split(".")[0] in ours] == []


def damage(file: StoredFile, how: str) -> None:
    path = next(path for path in (store.place_of(file.key), store.incoming() / file.key.hex) if path.exists())
    if how == "missing":
        path.unlink()
    elif how == "other":
        path.write_bytes(b"Iets anders, dat ondergeschoven is.")
    elif how == "one bit":
        path.write_bytes(path.read_bytes()[:-1] + bytes([path.read_bytes()[-1] ^ 1]))
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:-1])
    elif how == "folder":
        path.unlink()
        path.mkdir()


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["missing", "other", "one bit", "cut", "folder"])
@pytest.mark.parametrize("made", BELONGS.values(), ids=[model.__name__ for model in BELONGS])
def test_damaged_file_is_not_sent_and_is_told(made: Any, how: str, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    fetched, client = made(), None
    client = client_of(fetched.by)
    whole = client.get(fetched.address)
    assert whole.status_code == 200 and b"".join(whole.streaming_content) in (TEXT, b"Een notitie.", b"Een stuk.")
    opened = list(PaperOpening.objects.values_list("times", flat=True))
    damage(fetched.file, how)
    with caplog.at_level(logging.ERROR, "portal.files"):
        answers = [client.get(fetched.address), client.head(fetched.address), client.get(fetched.address)]
    assert [answer.status_code for answer in answers] == [503, 503, 503]
    page = answers[0].content.decode()
    assert "Dit bestand is er nu niet" in page and "onder" + "geschoven" not in page
    said = [record.getMessage() for record in caplog.records if record.name == "portal.files"]
    assert len(said) == 1 and f"Bestand {fetched.file.pk} (" in said[0] and fetched.file.name not in said[0]
    assert list(PaperOpening.objects.values_list("times", flat=True)) == opened, "what was not sent was not read"
    assert [line for line in verifying.findings() if f"storedfile {fetched.file.pk} " in line]


@pytest.mark.django_db
def test_landelijk_bureau_gets_one_mail_with_a_number_and_no_name(folder: Path) -> None:
    make.bureau()
    keepers_mail.send("Bestand 12 ontbreekt.")
    assert len(mail.outbox) == 1 and mail.outbox[0].bcc and "Bestand 12 ontbreekt." in str(mail.outbox[0].body)


def test_verify_history_names_each_file_that_is_not_as_it_was_kept(committed_db: str, folder: Path) -> None:
    by = make.bureau()
    files = [stored_files.keep(key=make.uuid4(), name="x.txt", data=TEXT, by=by) for _ in range(3)]
    call_command("verify_history")
    damage(files[0], "other")
    damage(files[2], "missing")
    assert list(verifying.findings()) == [
        f"the file of files.storedfile {files[0].pk} is not what was kept",
        f"the file of files.storedfile {files[2].pk} is missing",
    ]
    with pytest.raises(CommandError):
        call_command("verify_history")
    shutil.rmtree(folder)
    assert len(list(verifying.findings())) == 3


@dataclass
class Upload:
    """An address that keeps a file, who sends it, and what else the form asks."""

    address: str
    by: Actor
    said: dict[str, str]


def uploads() -> dict[str, Any]:
    def to_knelpunt() -> Upload:
        return Upload(
            reverse("knelpunten:attach", args=[make.knelpunt(make.S.OP_DE_LIJST).pk]), make.bureau(), {"title": "Zo heet het"}
        )

    def to_action() -> Upload:
        action, by = make.action_on(ActionList.ACTIELIJST), make.member("klankbordgroep")
        coalitions.join(action=action, text="Wij.", by=by)
        return Upload(reverse("lists:attach", args=[action.pk]), by, {"title": "Zo heet het"})

    def to_item() -> Upload:
        return Upload(reverse("meetings:add_paper", args=[make.open_item().pk]), make.secretaris(), {"title": "Zo heet het"})

    def new_version() -> Upload:
        return Upload(reverse("meetings:replace_paper", args=[make.paper(make.open_item()).pk]), make.secretaris(), {})

    def to_report() -> Upload:
        said = {"consulted_date": clock.today().isoformat(), "how": "Zo heet het", "with_whom": "De partners", "outcome": "Eens"}
        return Upload(reverse("ratification:report_constituency", args=[make.asked_agreement().pk]), make.manager(), said)

    def to_plan() -> Upload:
        said = {"approved_by": "Zo heet het", "approved_date": (clock.today() - timedelta(days=1)).isoformat()}
        return Upload(reverse("ambitions:adopt", args=[make.plan(PlanState.INGEDIEND).pk]), make.manager(), said)

    return {each.__name__: each for each in (to_knelpunt, to_action, to_item, new_version, to_report, to_plan)}


# Forms with a file whose bytes are read and not kept.
ONLY_READ = {"home.reading_in.forms.UploadForm", "knelpunten.forms.knelpunt.ListForm"}
KEPT = {
    "knelpunten.forms.assessment.AttachmentForm",
    "knelpunten.forms.assessment.JudgedAttachmentForm",
    "agenda.meetings.forms.papers.PaperForm",
    "agenda.meetings.forms.papers.NewVersionForm",
    "agenda.ratification.forms.ConstituencyForm",
    "ambitions.forms.AdoptForm",
}


def test_every_form_with_a_file_is_tried() -> None:
    def below(form: type[PortalForm]) -> Iterator[type[PortalForm]]:
        for each in form.__subclasses__():
            yield each
            yield from below(each)

    having = {
        f"{each.__module__}.{each.__name__}"
        for each in below(PortalForm)
        if any(isinstance(field, FileField) for field in each.base_fields.values()) and not each.__module__.startswith("tests")
    }
    assert having == KEPT | ONLY_READ


def sent(to: Upload, data: bytes = TEXT) -> Any:
    file = SimpleUploadedFile("stuk.txt", data)
    return client_of(to.by).post(to.address, {"key": str(make.uuid4()), "file": file, **to.said})


@pytest.fixture
def small_disk(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of two megabytes; only root can make one."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"A small disk cannot be mounted here: {done.stderr.strip()}")
    settings.PRIVATE_ROOT = place / "private"
    yield place
    subprocess.run(["umount", str(place)], check=True)


def whats_left(place: Path) -> list[str]:
    return [path.name for path in place.rglob("*") if path.is_file() and path.name != "ballast"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", uploads())
@pytest.mark.parametrize("headroom", [store.HEADROOM, 0], ids=["no headroom", "really full"])
def test_full_disk_says_so_keeps_the_form_and_leaves_nothing_half(
    name: str, headroom: int, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "HEADROOM", 0)
    to = uploads()[name]()
    before, lying = StoredFile.objects.count(), sorted(whats_left(small_disk))
    _fill(small_disk)
    monkeypatch.setattr(store, "HEADROOM", headroom)
    answer = sent(to)
    page = answer.content.decode()
    assert answer.status_code == 507 and "geen ruimte om uw bestand te bewaren" in page
    assert "title" not in to.said and "how" not in to.said and "approved_by" not in to.said or "Zo heet het" in page
    assert (StoredFile.objects.count(), sorted(whats_left(small_disk))) == (before, lying)
    (small_disk / "ballast").unlink()
    monkeypatch.setattr(store, "HEADROOM", 0)
    assert sent(to).status_code == 302
    assert StoredFile.objects.count() == before + 1


def _fill(place: Path) -> None:
    with (place / "ballast").open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"x" * 4096)
            except OSError:
                return


@pytest.mark.django_db
def test_disk_that_fills_up_while_a_file_is_written_leaves_nothing_half(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is room when it is asked, and not when it is written: somebody else was quicker.

    A limit on the size of a file does the same.
    """
    monkeypatch.setattr(store, "HEADROOM", 0)
    by = make.bureau()
    old, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, old[1]))
    try:
        with pytest.raises(store.NoRoom):
            stored_files.keep(key=make.uuid4(), name="groot.txt", data=b"woord " * 50_000, by=by)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)
    assert whats_left(small_disk) == [] and not StoredFile.objects.exists()


@pytest.mark.django_db
def test_page_after_an_upload_says_that_names_were_taken_out(folder: Path) -> None:
    for name, upload in uploads().items():
        to = upload()
        client = client_of(to.by)
        file = SimpleUploadedFile("stuk.docx", hostile.word())
        answer = client.post(to.address, {"key": str(make.uuid4()), "file": file, **to.said}, follow=True)
        assert "verborgen gegevens zijn eruit gehaald" in answer.content.decode(), name
