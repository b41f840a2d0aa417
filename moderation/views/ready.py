"""The page of ready answers, which all editors share and may change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moderation.access import EditorRequest, for_editors
from moderation.ready_form import ReadyForm
from submissions import services
from submissions.errors import Incomplete
from submissions.models import Purpose, ReadyAnswer
from submissions.ready import FIELDS


@require_safe
@for_editors
def answers(request: EditorRequest) -> HttpResponse:
    rows = list(ReadyAnswer.objects.all())
    groups = [
        (label, [row for row in rows if row.purpose == value]) for value, label in Purpose.choices
    ]
    return render(request, "moderation/ready.html", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def answer(request: EditorRequest, pk: int | None = None) -> HttpResponse:
    """A new one, or one that is there."""
    row = get_object_or_404(ReadyAnswer, pk=pk) if pk else ReadyAnswer()
    if request.method != "POST":
        initial = {"purpose": row.purpose, "name": row.name, "text": row.text}
        return _show(request, row, ReadyForm(initial=initial))
    form = ReadyForm(data=request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            services.save_answer(
                row, purpose=Purpose(told["purpose"]), name=told["name"], text=told["text"]
            )
        except Incomplete as error:
            form.refuse(error.fields)
        else:
            messages.success(request, f"‘{row.name}’ is bewaard.")
            return redirect("moderation:answers")
    return _show(request, row, form, status=422)


@require_POST
@for_editors
def remove(request: EditorRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(ReadyAnswer, pk=pk)
    row.delete()
    messages.success(request, f"‘{row.name}’ is verwijderd.")
    return redirect("moderation:answers")


def _show(
    request: EditorRequest, row: ReadyAnswer, form: ReadyForm, status: int = 200
) -> HttpResponse:
    context = {"row": row, "form": form, "fields": FIELDS.items()}
    return render(request, "moderation/ready_answer.html", context, status=status)
