"""A table as an answer: CSV as it is read, XLSX when it is ready. Both as an attachment."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse

from portal.publish.tables import Row, as_csv, as_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_answer(name: str, header: list[str], rows: Iterable[Row]) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(as_csv(header, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def xlsx_answer(name: str, sheets: Iterable[tuple[str, list[str], Iterable[Row]]]) -> HttpResponse:
    answer = HttpResponse(as_xlsx(sheets), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer
