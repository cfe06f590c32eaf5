"""The pages of a house, an organisation and a body."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from portal.accounts.request import Request
from portal.kit.access import public
from portal.network.enums import Permission
from portal.network.models import Body, House, Organisation
from portal.overview.pages import network
from portal.ui.pages import page


def _is_member(request: Request) -> bool:
    return request.user.is_authenticated and request.user.may(Permission.READ_AS_MEMBER)


@public
def house(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(House.objects.select_related("region").prefetch_related("earlier_names"), slug=slug)
    return page(request, "overview/house.html", {"pack": network.house_page(found, request.user, is_member=_is_member(request))})


@public
def organisation(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(Organisation.objects.select_related("actor_group").prefetch_related("domains"), slug=slug)
    pack = network.organisation_page(found, request.user, is_member=_is_member(request))
    return page(request, "overview/organisation.html", {"pack": pack})


@public
def body(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(Body.objects.select_related("house"), slug=slug)
    pack = network.body_page(found, request.user, is_member=_is_member(request))
    return page(request, "overview/body.html", {"pack": pack, "is_member": _is_member(request)})
