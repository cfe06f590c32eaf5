"""The work of typesetting, for the worker."""

from procrastinate.contrib.django import app

from portal.jobs.retries import PATIENTLY


@app.task(retry=PATIENTLY, name="documents.pdf")
def make_pdf(pdf: int) -> None:
    from portal.documents.domain import edition_pdfs

    edition_pdfs.make(pk=pdf)
