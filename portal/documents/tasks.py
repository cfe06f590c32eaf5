"""The work of typesetting, for the worker."""

from procrastinate.contrib.django import app

from portal.documents.domain import edition_pdfs
from portal.jobs.retries import PATIENTLY


@app.task(retry=PATIENTLY, name="documents.pdf")
def make_pdf(pdf: int) -> None:
    edition_pdfs.make(pk=pdf)
