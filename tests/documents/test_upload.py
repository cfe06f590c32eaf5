"""The landelijk bureau reads a document in: a file, a preview, corrections, a concept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from home.models import ImportDraft
from portal.documents.models import Edition, Section
from portal.documents.text.content import as_text
from tests import factories as make
from tests.documents.editions import TEXT, published
from tests.documents.test_pictures import image, word

pytestmark = pytest.mark.django_db
PAGE = "/documenten/inlezen/"


@pytest.fixture
def bureau() -> Client:
    client = Client()
    client.force_login(make.bureau().user, backend="portal.accounts.backends.SeatBackend")
    return client


def _send(client: Client, data: bytes = TEXT.encode(), name: str = "kader.md", **fields: Any) -> Any:
    sent = {"key": str(make.uuid4()), "document": "nieuw", "title": "Een protocol", "kind": "model", "label": "2027", **fields}
    return client.post(PAGE, {**sent, "file": SimpleUploadedFile(name, data)})


def _corrections(draft: ImportDraft, **changes: Any) -> dict[str, Any]:
    sections = draft.outline["sections"]
    sent: dict[str, Any] = {"version": draft.version, "s-TOTAL_FORMS": len(sections), "s-INITIAL_FORMS": len(sections)}
    for place, section in enumerate(sections):
        sent |= {
            f"s-{place}-place": place,
            f"s-{place}-order": place + 1,
            f"s-{place}-number": section["number"] or "",
            f"s-{place}-title": section["title"],
            f"s-{place}-level": section["level"],
        }
    return {**sent, **changes}


def test_a_file_becomes_a_preview_and_then_a_concept_and_nothing_before(bureau: Client) -> None:
    answer = _send(bureau)
    draft = ImportDraft.objects.get()
    assert answer.headers["Location"] == draft.get_absolute_url()
    assert not Edition.objects.exists()
    page = bureau.get(draft.get_absolute_url()).content.decode()
    assert 'value="1.2"' in page
    assert bureau.post(f"{draft.get_absolute_url()}concept/").headers["Location"] == "/een-protocol/2027/"
    edition = Edition.objects.with_document().get()
    assert (edition.document.kind, edition.is_adopted, edition.sections.count()) == ("model", False, 5)


def test_numbers_levels_order_and_headings_that_are_none_can_be_corrected(bureau: Client) -> None:
    _send(bureau)
    draft = ImportDraft.objects.get()
    changes = {"s-1-number": "1.9", "s-1-title": "Anders", "s-2-merge": "on", "s-4-order": "1", "s-4-level": "1"}
    bureau.post(draft.get_absolute_url(), _corrections(draft, **changes))
    draft.refresh_from_db()
    assert [(s["number"], s["title"], s["level"]) for s in draft.outline["sections"]] == [
        ("2.1", "Derde", 1),
        ("1", "Begin", 1),
        ("1.9", "Anders", 2),
        ("2", "Vervolg", 1),
    ]
    bureau.post(f"{draft.get_absolute_url()}concept/")
    merged = Section.objects.get(anchor="par-1-1")
    assert "<b>1.2 Tweede</b>" in merged.content[-2]["text"]
    assert "overlast" in merged.text


def test_two_colleagues_in_one_preview_and_the_second_hears_of_it(bureau: Client) -> None:
    _send(bureau)
    draft = ImportDraft.objects.get()
    sent = _corrections(draft, **{"s-0-title": "Van de een"})
    assert bureau.post(draft.get_absolute_url(), sent).status_code == 302
    answer = bureau.post(draft.get_absolute_url(), {**sent, "s-0-title": "Van de ander"})
    assert answer.status_code == 409
    draft.refresh_from_db()
    assert draft.outline["sections"][0]["title"] == "Van de een"


@pytest.mark.parametrize(
    "changes",
    [
        {"s-0-title": ""},
        {"s-0-level": "9"},
        {"s-0-order": "0"},
        {"s-0-place": "1"},
        {"s-0-place": "99"},
        {"s-TOTAL_FORMS": "x"},
        {"version": "\u0662"},
        {"s-0-title": "x" * 300},
    ],
)
def test_bad_corrections_change_nothing(bureau: Client, changes: dict[str, str]) -> None:
    _send(bureau)
    draft = ImportDraft.objects.get()
    assert bureau.post(draft.get_absolute_url(), _corrections(draft, **changes)).status_code in (409, 422)
    draft.refresh_from_db()
    assert draft.version == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"data": b"%PDF-1"}, "PDF kan niet"),
        ({"title": ""}, "titel"),
        ({"label": "twee woorden"}, "slug"),
        ({"document": "onzin"}, "onzin"),
        ({"data": b""}, "leeg"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_form_and_leaves_nothing(bureau: Client, fields: dict[str, Any], said: str) -> None:
    answer = _send(bureau, **fields)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not ImportDraft.objects.exists()


def test_sent_twice_is_read_once_and_an_adopted_edition_is_refused(bureau: Client) -> None:
    published(since=date(2024, 1, 1))
    key = str(make.uuid4())
    for _ in range(2):
        _send(bureau, TEXT.replace("Mensen", "Personen").encode(), key=key, document="kader", label="2024")
    draft = ImportDraft.objects.get()
    answer = bureau.post(f"{draft.get_absolute_url()}concept/", follow=True)
    assert "is vastgesteld en verandert niet meer" in answer.content.decode()
    assert Section.objects.filter(text__contains="Personen").count() == 0


def test_script_in_a_file_is_only_text_in_the_preview(bureau: Client) -> None:
    _send(bureau, b'# 1 <b>Kop</b> "><script>x</script>\n\nTekst.\n', name='"><script>.md')
    page = bureau.get(ImportDraft.objects.get().get_absolute_url()).content.decode()
    assert "<script>x" not in page
    assert '"><script>' not in page


def test_preview_of_three_hundred_headings_can_be_corrected(bureau: Client) -> None:
    text = (
        "# 1 Kop\n\n"
        + "".join(f"## 1.{n} Stuk {n}\n\nTekst.\n\n" for n in range(1, 100))
        + "".join(f"### Deel {n}\n\nTekst.\n\n" for n in range(200))
    )
    _send(bureau, text.encode())
    draft = ImportDraft.objects.get()
    assert bureau.post(draft.get_absolute_url(), _corrections(draft, **{"s-299-title": "Laatste"})).status_code == 302
    draft.refresh_from_db()
    assert draft.outline["sections"][299]["title"] == "Laatste"


def test_file_without_headings_becomes_one_section(bureau: Client) -> None:
    _send(bureau, b"Zomaar tekst zonder kop.\n", name="x.md")
    draft = ImportDraft.objects.get()
    assert [section["title"] for section in draft.outline["sections"]] == ["Tekst"]
    assert bureau.post(f"{draft.get_absolute_url()}concept/").status_code == 302
    assert Section.objects.get().text == "Zomaar tekst zonder kop."


def _section_of(draft: ImportDraft, number: str) -> int:
    return [section["number"] for section in draft.outline["sections"]].index(number)


def _does(client: Client, draft: ImportDraft, number: str, verb: str, **said: Any) -> Any:
    draft.refresh_from_db()
    address = f"{draft.get_absolute_url()}stuk/{_section_of(draft, number)}/"
    answer = client.post(address, {"version": draft.version, "doe": verb, **said})
    draft.refresh_from_db()
    return answer


def _words_of(draft: ImportDraft, number: str) -> str:
    return as_text(draft.outline["sections"][_section_of(draft, number)]["content"])


@pytest.fixture
def draft(bureau: Client) -> ImportDraft:
    _send(bureau, f"Voorwoord van de werkgroep.\n\n{TEXT}".encode())
    return ImportDraft.objects.get()


def test_pieces_move_to_another_section_with_their_footnotes(bureau: Client, draft: ImportDraft) -> None:
    total = sum(section["words"] for section in draft.outline["sections"])
    answer = _does(bureau, draft, "1.1", "verplaats", chosen=[0], to=_section_of(draft, "2.1"), at_start="begin")
    assert answer.status_code == 302
    assert _words_of(draft, "2.1").startswith("Een alinea met een noot")
    assert "Een alinea" not in _words_of(draft, "1.1")
    sections = draft.outline["sections"]
    assert [len(section["notes"]) for section in sections] == [0, 0, 0, 0, 1]
    assert sum(section["words"] for section in sections) == total
    bureau.post(f"{draft.get_absolute_url()}concept/")
    assert Section.objects.get(number="2.1").notes[0]["text"] == "De noot zelf."


def test_pieces_become_a_section_of_their_own(bureau: Client, draft: ImportDraft) -> None:
    _does(bureau, draft, "1.1", "splits", chosen=[1], title="Eerste", level=3)
    made = draft.outline["sections"][2]
    assert (made["title"], made["level"], made["anchor"], as_text(made["content"])) == (
        "Eerste",
        3,
        "eerste",
        "het ene\nhet andere",
    )


def test_what_is_left_out_by_hand_comes_back_and_so_does_what_the_import_left_out(bureau: Client, draft: ImportDraft) -> None:
    before = len(draft.outline["left_out"])
    _does(bureau, draft, "1.2", "weg", chosen=[0])
    assert _words_of(draft, "1.2") == ""
    assert draft.outline["left_out"][before]["text"].startswith("Mensen met overlast")
    back = {"version": draft.version, "chosen": list(range(before + 1)), "to": _section_of(draft, "1.2")}
    bureau.post(f"{draft.get_absolute_url()}terug/", back)
    draft.refresh_from_db()
    assert draft.outline["left_out"] == []
    assert _words_of(draft, "1.2").startswith("Voorwoord van de werkgroep.\nMensen met overlast")


@pytest.mark.parametrize(
    ("verb", "said", "status"),
    [
        ("verplaats", {"to": 0}, 422),
        ("verplaats", {"chosen": [0], "to": 99}, 422),
        ("verplaats", {"chosen": [99], "to": 0}, 422),
        ("splits", {"chosen": [0], "title": "", "level": 2}, 422),
        ("weg", {"chosen": ["x"]}, 422),
        ("weg", {"chosen": [0], "version": 0}, 409),
        ("anders", {}, 404),
    ],
)
def test_pieces_that_are_not_there_and_colleagues_that_were_first(
    verb: str, said: dict[str, Any], status: int, bureau: Client, draft: ImportDraft
) -> None:
    before = draft.outline
    assert _does(bureau, draft, "1.1", verb, **said).status_code == status
    assert draft.outline == before


def test_figures_are_described_in_the_preview(bureau: Client) -> None:
    _send(bureau, word((image(), "")), name="stuk.docx")
    draft = ImportDraft.objects.get()
    assert _does(bureau, draft, "1", "beschrijf", **{"alt-0": "Drie pijlen"}).status_code == 302
    page = bureau.get(f"{draft.get_absolute_url()}stuk/0/").content.decode()
    assert 'alt="Drie pijlen"' in page
    bureau.post(f"{draft.get_absolute_url()}concept/")
    assert [b["alt"] for b in Section.objects.get(number="1").content if b["kind"] == "figure"] == ["Drie pijlen"]
    assert _does(bureau, draft, "1", "beschrijf", **{"alt-0": "Te laat"}).status_code == 422
