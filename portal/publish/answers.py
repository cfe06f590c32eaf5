"""A printed document as an answer, in the form that the address asks for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse

from portal.kit import named
from portal.publish.printed import Printed, as_docx, as_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: dict[str, tuple[Callable[[Printed], bytes], str]] = {"pdf": (as_pdf, "application/pdf"), "docx": (as_docx, WORD)}
named.one_of("printed", FORMS)


def printed_answer(printed: Printed, form: str, name: str) -> HttpResponse:
    """The document to be saved under this name. `form` is one of FORMS, as `<printed:form>` in its address."""
    make, media_type = FORMS[form]
    answer = HttpResponse(make(printed), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
