"""A mail that waits in the outbox: held back, rewritten, or sent at once."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from mail.models import OutgoingMail
from moderation.access import EditorRequest, for_editors
from moderation.letter_form import LetterForm, fingerprint
from moderation.views.outgoing import show_letter
from submissions import services
from submissions.errors import DomainError, Incomplete, StaleSubmission


@require_POST
@for_editors
def hold(request: EditorRequest, pk: int) -> HttpResponse:
    told = "De mail wacht nu een kwartier. Pas hem aan, of verstuur hem zoals hij is."
    return _simple(request, pk, services.hold, told)


@require_POST
@for_editors
def release(request: EditorRequest, pk: int) -> HttpResponse:
    return _simple(request, pk, services.release, "De mail gaat nu weg.")


@require_POST
@for_editors
def rewrite(request: EditorRequest, pk: int) -> HttpResponse:
    mail = get_object_or_404(OutgoingMail, pk=pk)
    form = LetterForm(data=request.POST)
    if not form.is_valid():
        return show_letter(request, pk, form, status=422)
    told = form.cleaned_data
    try:
        if told["was"] != fingerprint(mail):
            raise StaleSubmission("Een collega heeft deze mail intussen aangepast.")
        services.rewrite(
            mail, was=mail.text, editor=request.user, subject=told["subject"], text=told["text"]
        )
    except Incomplete as error:
        form.refuse(error.fields)
        return show_letter(request, pk, form, status=422)
    except DomainError as error:
        return show_letter(request, pk, form, message=str(error), status=409)
    messages.success(request, "De mail is aangepast. Hij gaat zo weg.")
    return redirect("moderation:letter", pk)


def _simple(
    request: EditorRequest, pk: int, deed: Callable[[OutgoingMail], None], told: str
) -> HttpResponse:
    mail = get_object_or_404(OutgoingMail.objects.defer("text", "html"), pk=pk)
    try:
        deed(mail)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, told)
    return redirect("moderation:letter", pk)
