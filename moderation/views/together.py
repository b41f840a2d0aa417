"""The heartbeat of an open page: tells that its editor is there, and hears who else is."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from moderation.access import EditorRequest, for_editors
from moderation.together import others_at
from submissions import services
from submissions.models import Submission


@require_POST
@for_editors
def present(request: EditorRequest, reference: str) -> HttpResponse:
    """A piece of the page: who is here now, and whether something changed since it was shown."""
    items = Submission.objects.select_related("assigned_to")
    item = get_object_or_404(items, reference=reference)
    if request.POST.get("weg"):
        services.leave(item, request.user)
        return HttpResponse(status=204)
    services.be_present(item, request.user)
    context = {
        "item": item,
        "others": others_at(item, request.user),
        "seen": request.POST.get("seen", ""),
    }
    return render(request, "moderation/_present.html", context)
