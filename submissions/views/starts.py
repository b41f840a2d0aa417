"""Two small helps around the form: what looks like it, and a next one for the same organiser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from submissions.likely import like_typed
from submissions.models import Submission
from submissions.starting import same_sender
from submissions.views.form import open_edition, show_new
from submissions.views.guard import is_flood, visitor_form
from submissions.views.own import own_page

LOOKS = 400  # in ten minutes from one address: a school shares one, and typing asks often


@visitor_form
@require_POST
def likely(request: HttpRequest) -> HttpResponse:
    """A piece of the form's page. Sent by POST so that nothing typed is kept in an address."""
    edition = open_edition()
    if edition is None or is_flood(request, "likely", LOOKS):
        return HttpResponse(status=429 if edition else 204)
    response = render(
        request, "submissions/_likely.html", {"likely": like_typed(request.POST, edition)}
    )
    response["Cache-Control"] = "no-store"
    return response


@own_page
@require_safe
def another(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The form again, with the organiser and the contact of this item."""
    notice = "Je organisatie en contactgegevens staan er al. Vertel nu over de volgende activiteit."
    return show_new(request, initial=same_sender(submission), notice=notice)
