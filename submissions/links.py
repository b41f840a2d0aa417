"""The sender's secrets: the link to the item's own page, and the address that answers go to.

Both are signed, each for its purpose only, and worthless once `link_number` is raised.
"""

import base64
import re
from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from submissions.errors import LinkExpired, LinkUnknown
from submissions.models import Submission

SALT = "submissions.own-page"
REPLY_SALT = "submissions.reply-address"
SEAL_BYTES = 10  # 80 bits: short enough for a local part of 64 characters, too long to guess
_TAG = re.compile(r"([a-z0-9]{5,12})-([0-9]{1,9})-([a-z2-7]{16})")
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


def reply_address(submission: Submission) -> str:
    """Where an answer finds its item by itself; empty when the mail server knows no such thing."""
    if not settings.PLUS_ADDRESSING:
        return ""
    local, _, domain = settings.INTAKE_ADDRESS.rpartition("@")
    value = f"{submission.reference.lower()}-{submission.link_number}"
    return f"{local}+{value}-{_seal(value)}@{domain}"


def addressed(address: str) -> Submission | None:
    """The item whose reply address this is, in whatever case the mail servers made of it."""
    found = _TAG.fullmatch(tag_of(address))
    if found is None or not constant_time_compare(_seal(f"{found[1]}-{found[2]}"), found[3]):
        return None
    items = Submission.objects.select_related("thread", "edition")
    item = items.filter(reference=found[1].upper(), link_number=int(found[2])).first()
    return item if item is not None and timezone.localdate() <= expires(item) else None


def tag_of(address: str) -> str:
    """What stands behind the plus in an address of ours; empty in any other address."""
    local, _, domain = address.strip("<> ").lower().rpartition("@")
    ours, _, host = settings.INTAKE_ADDRESS.lower().rpartition("@")
    name, plus, tag = local.partition("+")
    return tag if plus and (name, domain) == (ours, host) else ""


def _seal(value: str) -> str:
    digest = salted_hmac(REPLY_SALT, value, algorithm="sha256").digest()[:SEAL_BYTES]
    return base64.b32encode(digest).decode().lower()
