"""The sender's own pages, behind the secret link of the mail. Only a POST changes anything."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from submissions import links
from submissions.errors import DomainError, LinkExpired, LinkUnknown
from submissions.forms.own import AnswerForm, ConsentForm, WithdrawForm
from submissions.models import Channel, Submission
from submissions.services import revoke_links, withdraw
from submissions.telling import items_of, outside_the_week, standing
from submissions.views.guard import Ticket, flooded, is_flood, private, visitor_form

P = ParamSpec("P")
OwnView = Callable[Concatenate[HttpRequest, Submission, P], HttpResponse]

# Said once on the page that one comes back to; the address names which, and nothing else.
NOTICES = {
    "antwoord": "Je antwoord is verstuurd. De redactie kijkt ernaar.",
    "aangepast": "Je wijziging is bewaard. De redactie ziet hem meteen.",
    "voorgesteld": "Je wijziging is verstuurd. Een redacteur bekijkt hem en past de agenda aan.",
    "materiaal": "Bedankt! De redactie bekijkt wat je stuurde.",
    "toestemming": "Bedankt! Je antwoord over de foto is bewaard.",
    "ingetrokken": "We hebben je aanmelding ingetrokken.",
    "annulering": "Je annulering is verstuurd. De redactie past de agenda aan.",
}


def own_page(view: OwnView[P]) -> Callable[..., HttpResponse]:
    """Turn the token of the address into the submission, or into a page that helps."""

    @visitor_form
    @wraps(view)
    def resolved(
        request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        try:
            submission = links.resolve(token)
        except (LinkUnknown, LinkExpired) as problem:
            status = 410 if isinstance(problem, LinkExpired) else 404
            context = {"problem": str(problem)}
            return render(request, "submissions/link_problem.html", context, status=status)
        if request.method == "POST" and is_flood(request, "own"):
            return flooded(request)
        return view(request, submission, *args, **kwargs)

    @wraps(resolved)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return private(resolved(request, *args, **kwargs))

    return answer


def back(submission: Submission, notice: str) -> HttpResponse:
    response = redirect("submissions:item", links.token(submission))
    response["Location"] += f"?gedaan={notice}"
    return response


@own_page
@require_safe
def sent(request: HttpRequest, submission: Submission) -> HttpResponse:
    context = {
        "submission": submission,
        "token": links.token(submission),
        "address": links.address(submission),
        "again": "opnieuw" in request.GET,
        "items": items_of(submission),
        "outside": outside_the_week(submission),
    }
    return render(request, "submissions/sent.html", context)


@own_page
@require_safe
def item(request: HttpRequest, submission: Submission) -> HttpResponse:
    return item_page(request, submission)


def item_page(
    request: HttpRequest,
    submission: Submission,
    *,
    wrong: AnswerForm | None = None,
    unsure: ConsentForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page with all of it; `wrong` is an answer that cannot be taken, `problem` why not.

    `unsure` is an answer about a photo that cannot be taken.
    """
    questions = list(submission.questions.all())
    forms = [
        (question, wrong if wrong and wrong.question == question else AnswerForm(question))
        for question in questions
    ]
    replies = submission.replies.filter(
        channel=Channel.FORM, sender_email=submission.sender_email
    ).order_by("received_at")
    # A form that belongs to another item was sent from that item's own page, so by its owner.
    thread = submission.thread if submission.channel == Channel.FORM else None
    context = {
        "submission": submission,
        "token": links.token(submission),
        "standing": standing(submission),
        "items": items_of(submission),
        "questions": forms,
        "attachments": submission.attachments.all(),
        "photos": [
            unsure if unsure and unsure.photo == photo else ConsentForm(photo)
            for photo in submission.attachments.awaiting_consent()
        ],
        "replies": [(reply, standing(reply), links.token(reply)) for reply in replies],
        "thread_token": links.token(thread) if thread else "",
        "notice": NOTICES.get(request.GET.get("gedaan", ""), ""),
        "faults": [fault for form in (wrong, unsure) if form for fault in form.faults()],
        "problem": problem,
        "expires": links.expires(submission),
    }
    return render(request, "submissions/item.html", context, status=status)


@own_page
@require_POST
def answer_question(request: HttpRequest, submission: Submission, pk: int) -> HttpResponse:
    from submissions.answering import answer_on_page  # all that reads mail: for an answer only

    question = get_object_or_404(submission.questions, pk=pk)
    form = AnswerForm(question, request.POST)
    if not form.is_valid():
        return item_page(request, submission, wrong=form, status=422)
    try:
        answer_on_page(submission, question, text=form.cleaned_data["answer"])
    except DomainError as problem:
        return item_page(request, submission, wrong=form, problem=str(problem), status=409)
    return back(submission, "antwoord")


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_item(request: HttpRequest, submission: Submission) -> HttpResponse:
    purpose = f"withdraw-{submission.reference}"
    told = standing(submission)
    if not told.may_withdraw:
        return item_page(request, submission, problem=told.text, status=409)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        ticket = Ticket.read(request.POST.get("ticket", ""), purpose)
        if form.is_valid() and ticket.fresh:
            reason = form.cleaned_data["reason"]
            try:
                result = withdraw(submission, form_key=ticket.key, reason=reason)
            except DomainError as problem:
                return item_page(request, submission, problem=str(problem), status=409)
            return back(submission, "ingetrokken" if result == submission else "annulering")
        status = 422
    else:
        ticket = Ticket.new(purpose)
    context = {
        "submission": submission,
        "token": links.token(submission),
        "ticket": ticket.value,
        "form": form,
        "faults": list(form.faults()),
        "published": told.is_published,
    }
    return render(request, "submissions/withdraw.html", context, status=status)


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
def new_link(request: HttpRequest, submission: Submission) -> HttpResponse:
    context = {"submission": submission, "token": links.token(submission), "done": False}
    if request.method == "POST":
        revoke_links(submission)
        context["done"] = True
    return render(request, "submissions/new_link.html", context)
