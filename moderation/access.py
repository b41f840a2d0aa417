"""Who gets in at the desk, and the headers that all of its pages carry."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

PERMISSION = "submissions.change_submission"


class EditorRequest(HttpRequest):
    user: User


View = Callable[..., HttpResponseBase]


def private(view: View) -> View:
    """Kept by no cache and no search engine: the desk shows contact data."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def for_editors(view: View) -> View:
    """Sends strangers to the login page, and tells others why they do not get in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(_after_login(request, kwargs.get("reference", "")))
        if not request.user.has_perm(PERMISSION):
            return _refusal(request)
        return view(request, *args, **kwargs)

    return private(guarded)


def _after_login(request: HttpRequest, reference: str) -> str:
    """The page itself; for a button that was pressed, the page that it stands on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    if reference:
        return reverse("moderation:item", args=[reference])
    return reverse("moderation:queue")


def _refusal(request: HttpRequest) -> HttpResponse:
    return render(request, "moderation/no_access.html", status=403)
