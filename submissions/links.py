"""The sender's secret link to the item's own page: signed, for this purpose only, revocable."""

from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from submissions.errors import LinkExpired, LinkUnknown
from submissions.models import Submission

SALT = "submissions.own-page"
# Reports and photos come in the weeks after the edition; contact data is removed after that.
AFTER_EDITION = timedelta(days=120)
WITHOUT_EDITION = timedelta(days=365)


def token(submission: Submission) -> str:
    signer = signing.Signer(salt=SALT)
    return signer.sign(f"{submission.reference}-{submission.link_number}").replace(":", ".", 1)


def address(submission: Submission) -> str:
    """The absolute address that goes into a mail."""
    path = reverse("submissions:item", args=[token(submission)])
    return f"{settings.SITE_URL}{path}"


def expires(submission: Submission) -> date:
    """The last day on which the link works."""
    received = timezone.localdate(submission.received_at)
    if submission.edition is None:
        return received + WITHOUT_EDITION
    return max(submission.edition.last, received) + AFTER_EDITION


def resolve(token: str) -> Submission:
    """The submission of a link; raises `LinkUnknown` or `LinkExpired`."""
    try:
        value = signing.Signer(salt=SALT).unsign(token.replace(".", ":", 1))
        reference, _, number = value.rpartition("-")
        submission = Submission.objects.select_related("edition").get(
            reference=reference, link_number=int(number)
        )
    except (signing.BadSignature, ValueError, Submission.DoesNotExist) as error:
        raise LinkUnknown from error
    if timezone.localdate() > expires(submission):
        raise LinkExpired
    return submission
