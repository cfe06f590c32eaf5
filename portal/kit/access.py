"""Every view says who it is for: `@public`, or `@guarded(permission, Model)`. What says nothing answers 404."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, render

View = Callable[..., HttpResponseBase]

# Routes of Wagtail and allauth guard themselves; they are declared by prefix.
DECLARED_PREFIXES = ("/admin/", "/account/", "/static/", "/media/")
METHODS = ("GET", "HEAD", "POST")
DECLARED_VIEWS = ("wagtail.views.serve",)

# What a view answers whoever may read it: a page; or that there is nothing of this yet; or where it is.
PAGE = frozenset({HTTPStatus.OK})
OR_NOTHING = PAGE | {HTTPStatus.NOT_FOUND}
LEADS_ON = frozenset({HTTPStatus.FOUND})


@dataclass(frozen=True)
class Access:
    """What a view declares: nobody in particular, or a permission on an object of a model; and what it answers who may."""

    permission: str | None = None
    model: type[Model] | None = None
    answers: frozenset[int] = PAGE


def public(view: View) -> View:
    """A page for anyone, signed in or not."""
    view.access = Access()  # type: ignore[attr-defined]
    return view


def guarded(permission: str, model: type[Model] | None = None, *, answers: frozenset[int] = PAGE) -> Callable[[View], View]:
    """Load the object the user may see, check that the user may, and pass on the object and the actor.

    What may not be seen is a 404; what may be seen but not done is a 403.
    The url names the object by `pk` or `slug`. A view that does not always have a page to show says so with `answers`.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            loaded = [_load(model, request, kwargs)] if model else []
            actors = request.user.actors_for(permission, *loaded)
            if not actors:
                return render(request, "errors/403.html", {"permission": permission}, status=403)
            if (by := _choose(request, actors)) is None:
                return _ask(request, actors)
            return view(request, *loaded, by=by, **kwargs)

        wrapper.access = Access(permission, model, answers)  # type: ignore[attr-defined]
        return wrapper

    return decorate


def _load(model: type[Model], request: HttpRequest, kwargs: dict[str, Any]) -> Model:
    name = "pk" if "pk" in kwargs else "slug"
    visible = model._default_manager.visible_to(request.user)  # type: ignore[attr-defined]
    return get_object_or_404(visible, **{name: kwargs.pop(name)})


def _choose(request: HttpRequest, actors: list[Any]) -> Any | None:
    """The actor for this request: the only one, the chosen one, or for a reader simply the first."""
    if len(actors) == 1 or request.method in ("GET", "HEAD"):
        return actors[0]
    chosen = request.POST.get("namens", "")
    return next((actor for actor in actors if str(actor.seat_id) == chosen), None)


def _ask(request: HttpRequest, actors: list[Any]) -> HttpResponse:
    sent = [(name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values]
    return render(request, "errors/on_behalf_of.html", {"actors": actors, "sent": sent}, status=422)


class DeclaredViewsOnly:
    """Middleware: a view of ours that declares nothing does not exist, and none takes other methods than a form's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase | None:
        if not is_declared(view, request.path):
            raise Http404
        if hasattr(view, "access") and request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return None


def is_declared(view: View, path: str) -> bool:
    """Whether this view says who it is for, itself or by its prefix."""
    name = f"{view.__module__}.{getattr(view, '__name__', '')}"
    return hasattr(view, "access") or name in DECLARED_VIEWS or path.startswith(DECLARED_PREFIXES)
