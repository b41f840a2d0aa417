"""For who lost the secret link: it goes to the own mail address once more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from submissions.forms.own import LostLinkForm
from submissions.services.lost_links import send_links_again
from submissions.views.guard import flooded, is_flood, visitor_form


@visitor_form
@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request: HttpRequest) -> HttpResponse:
    """The page afterwards is the same whether or not the address is known."""
    form = LostLinkForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "email": ""}
    status = 200
    if request.method == "POST":
        if is_flood(request, "lost-link"):
            return flooded(request)
        if form.is_valid():
            context["email"] = form.cleaned_data["email"]
            send_links_again(form.cleaned_data["email"])
        else:
            status = 422
    context["faults"] = list(form.faults())
    response = render(request, "submissions/lost_link.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
