"""An activity as visitors will see it, before it is published."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from agenda.models import Activity
from agenda.views.pages import activity_context
from moderation.access import EditorRequest, for_editors
from moderation.attempt import Attempt
from moderation.cards import where
from moderation.forms import FactsForm
from moderation.views.items import load, show
from moderation.vocabulary import Vocabulary
from submissions import services
from submissions.errors import DomainError
from submissions.facts import Facts
from submissions.models import Proposal, Submission


@require_POST
@for_editors
def preview(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    """Of what stands in the form now, saved or not. Nothing is stored."""
    item = load(reference)
    proposals = Proposal.objects.select_related("activity")
    proposal = get_object_or_404(proposals, submission=item, pk=pk)
    form = FactsForm(Vocabulary.load(), data=request.POST, prefix=where(proposal))
    attempt = Attempt(where(proposal), request.POST, (form,), "Een voorbeeld kan nog niet.")
    if not form.is_valid():
        return show(request, item, attempt)
    try:
        return _rehearsed(request, item, proposal, form.facts)
    except DomainError as error:
        attempt.message = f"Een voorbeeld kan nog niet. {error}"
        return show(request, load(reference), attempt)


def _rehearsed(
    request: EditorRequest, item: Submission, proposal: Proposal, facts: Facts
) -> HttpResponse:
    """Publish it, look, and take it all back: the one way to see exactly what will be seen."""
    with transaction.atomic():
        entry = services.publish(
            item, proposal, seen=item.version, editor=request.user, facts=facts
        )
        activity = Activity.objects.with_facts().get(history=entry)
        response = render(request, "moderation/preview.html", activity_context(activity))
        transaction.set_rollback(True)
    return response
