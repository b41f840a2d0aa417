"""One item: what came in beside what is proposed."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from moderation.access import EditorRequest, for_editors
from moderation.attempt import Attempt
from moderation.page import ItemPage
from submissions.models import Submission


def load(reference: str) -> Submission:
    items = Submission.objects.select_related(
        "edition",
        "message",
        "thread",
        "assigned_to",
        "report__material",
        "report__activity__edition",
    )
    return get_object_or_404(items.defer("message__raw"), reference=reference)


def show(request: EditorRequest, item: Submission, attempt: Attempt | None = None) -> HttpResponse:
    context = ItemPage.of(item, request.user, attempt).context()
    status = attempt.status if attempt else 200
    return render(request, "moderation/item.html", context, status=status)


@require_safe
@for_editors
def item(request: EditorRequest, reference: str) -> HttpResponse:
    return show(request, load(reference))
