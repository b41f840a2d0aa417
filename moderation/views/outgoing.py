"""All mail out: what waits, what left, what went wrong."""

from collections import Counter

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mail import outbox
from mail.lives import OutgoingState
from mail.models import OutgoingMail
from moderation.access import EditorRequest, for_editors
from moderation.asked import not_taken
from moderation.attempt import written_in
from moderation.facets import Option
from moderation.letter_form import LetterForm, fingerprint, form_of
from moderation.paging import page_of

PER_PAGE = 50


@require_safe
@for_editors
def outgoing(request: EditorRequest) -> HttpResponse:
    state = request.GET.get("stand", "")
    state = state if state in OutgoingState.values else ""
    counts = _counts()
    total = counts[state] if state else sum(counts.values())
    page = page_of(request.GET.get("pagina", ""), total, PER_PAGE)
    mails = OutgoingMail.objects.defer("text", "html").select_related("audit_entry__submission")
    mails = mails.filter(state=state) if state else mails
    unknown = not_taken(request.GET, {"stand": state})
    context = {
        "unknown": unknown,
        "mails": mails.order_by("-pk")[page.span],
        "page": page,
        "states": [
            Option(value, str(label), counts[value], value == state)
            for value, label in OutgoingState.choices
        ],
        "state": state,
        "everything": sum(counts.values()),
        "earlier": _query(state, page.number - 1),
        "later": _query(state, page.number + 1),
        **_where_it_goes(),
    }
    status = 400 if unknown else 200
    return render(request, "moderation/outgoing.html", context, status=status)


@require_safe
@for_editors
def letter(request: EditorRequest, pk: int) -> HttpResponse:
    return show_letter(request, pk)


def show_letter(
    request: EditorRequest,
    pk: int,
    form: LetterForm | None = None,
    *,
    message: str = "",
    status: int = 200,
) -> HttpResponse:
    """The mail; while it waits with the form to change its words, or the one that was refused."""
    mails = OutgoingMail.objects.select_related("audit_entry__submission")
    mail = get_object_or_404(mails, pk=pk)
    context = {
        "mail": mail,
        "waits": mail.state == OutgoingState.QUEUED,
        "form": form or form_of(mail),
        "fingerprint": fingerprint(mail),
        "typed": written_in(form) if form else [],
        "message": message,
        "status": status,
        **_where_it_goes(),
    }
    return render(request, "moderation/letter.html", context, status=status)


@require_POST
@for_editors
def retry(request: EditorRequest, pk: int) -> HttpResponse:
    mail = get_object_or_404(OutgoingMail.objects.defer("text", "html"), pk=pk)
    if outbox.retry(mail.pk):
        messages.success(request, "De mail staat weer in de wachtrij.")
        return redirect("moderation:letter", mail.pk)
    messages.error(request, f"Dat kan niet meer: deze mail is {mail.get_state_display()}.")
    return redirect("moderation:letter", mail.pk)


def _counts() -> Counter[str]:
    rows = OutgoingMail.objects.order_by().values_list("state").annotate(Count("pk"))
    return Counter(dict(rows))


def _query(state: str, page: int) -> str:
    query = QueryDict(mutable=True)
    if state:
        query["stand"] = state
    query["pagina"] = str(page)
    return query.urlencode()


def _where_it_goes() -> dict[str, str]:
    """The folder of the files that mail becomes without EMAIL_URL; empty when it is really sent."""
    to_files = settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
    return {"mail_folder": settings.EMAIL_FILE_PATH if to_files else ""}
