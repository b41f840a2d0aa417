"""Secret links for who lost the mail: only ever sent to the address that they belong to."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mail.models import OutgoingMail
from submissions import letters, links
from submissions.models import Submission

PURPOSE = "link_again"
MOST_AT_ONCE = 5
MOST_A_DAY = 10


@transaction.atomic
def send_links_again(email: str) -> int:
    """Mail the links of the newest items of this sender; returns how many mails there are.

    The caller must not tell whether there were any: that would show who is known here.
    """
    now = timezone.now()
    already = OutgoingMail.objects.filter(
        to_address__iexact=email, purpose=PURPOSE, created_at__gt=now - timedelta(days=1)
    ).count()
    items = Submission.objects.select_related("edition").filter(
        sender_email__iexact=email, thread__isnull=True, answerable=True
    )
    today = timezone.localdate(now)
    living = [item for item in items.order_by("-pk")[:50] if links.expires(item) >= today]
    chosen = living[: min(MOST_AT_ONCE, max(0, MOST_A_DAY - already))]
    return sum(letters.send(PURPOSE, item) is not None for item in chosen)
