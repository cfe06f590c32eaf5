"""Addresses of documents. They stand last but one: what is no document of ours is the CMS's."""

from django.urls import path

from portal.documents.models import Picture
from portal.documents.views import documents, succession
from portal.kit import named

named.one_of("datafile", documents.FORMS)
named.one_of("picturefile", (kind for kind, _ in Picture.KINDS))

app_name = "documents"
urlpatterns = [
    path("documenten/", documents.documents, name="documents"),
    path("documenten/zoeken/", documents.search_all, name="search_all"),
    path("documenten/kies/", documents.choose, name="choose"),
    path("woordenlijst/", documents.words, name="words"),
    path("documenten/afbeelding/<slug:sha256>.<picturefile:kind>", documents.picture, name="picture"),
    path("documenten/verwijzingen/<edition:pk>/", succession.successions, name="successions"),
    path("documenten/verwijzingen/<edition:pk>/<slug:anchor>/", succession.settle, name="settle"),
    path("<slug:document>/", documents.document, name="document"),
    path("<slug:document>/zoeken/", documents.search, name="search"),
    path("<slug:document>/<slug:edition>/", documents.edition, name="edition"),
    path("<slug:document>/<slug:edition>/hele-tekst/", documents.whole, name="whole"),
    path("<slug:document>/<slug:edition>/vergelijk/<slug:other>/", documents.compare, name="compare"),
    path("<slug:document>/<slug:edition>/pdf/", documents.pdf, name="pdf"),
    path("<slug:document>/<slug:edition>/tekst.pdf", documents.pdf_file, name="pdf_file"),
    path("<slug:document>/<slug:edition>/tekst.<datafile:form>", documents.export, name="export"),
    path("<slug:document>/<slug:edition>/<slug:chapter>/", documents.chapter, name="chapter"),
]
