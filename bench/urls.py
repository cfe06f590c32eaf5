from django.urls import path

from bench.floor import floor, write_floor
from portal import urls

urlpatterns = [path("floor/write/<slug:name>/", write_floor), path("floor/<slug:name>/", floor), *urls.urlpatterns]
