"""Addresses of documents. They stand last but one: what is no document of ours is the CMS's."""

from django.urls import path

from portal.documents import succession_views, views

app_name = "documents"
urlpatterns = [
    path("documenten/", views.documents, name="documents"),
    path("documenten/zoeken/", views.search_all, name="search_all"),
    path("documenten/kies/", views.choose, name="choose"),
    path("woordenlijst/", views.words, name="words"),
    path("documenten/afbeelding/<slug:sha256>.<slug:kind>", views.picture, name="picture"),
    path("documenten/verwijzingen/<edition:pk>/", succession_views.successions, name="successions"),
    path("documenten/verwijzingen/<edition:pk>/<slug:anchor>/", succession_views.settle, name="settle"),
    path("<slug:document>/", views.document, name="document"),
    path("<slug:document>/zoeken/", views.search, name="search"),
    path("<slug:document>/<slug:edition>/", views.edition, name="edition"),
    path("<slug:document>/<slug:edition>/hele-tekst/", views.whole, name="whole"),
    path("<slug:document>/<slug:edition>/vergelijk/<slug:other>/", views.compare, name="compare"),
    path("<slug:document>/<slug:edition>/pdf/", views.pdf, name="pdf"),
    path("<slug:document>/<slug:edition>/tekst.pdf", views.pdf_file, name="pdf_file"),
    path("<slug:document>/<slug:edition>/tekst.<slug:form>", views.export, name="export"),
    path("<slug:document>/<slug:edition>/<slug:chapter>/", views.chapter, name="chapter"),
]
