"""Small makers of what the desk works with."""

from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.test import Client

from mail.models import InboundMessage
from moderation.accounts import add_editor
from submissions.models import Channel, Submission
from submissions.services import Draft
from tests.submissions.factories import make_facts, make_submission

PASSWORD = "bloemen voor iedereen"


def make_desk_editor(name: str = "Marieke", **fields: Any) -> User:
    return add_editor(f"{name.lower()}@example.org", password=PASSWORD, name=name, **fields)


def signed_in(name: str = "Marieke") -> Client:
    client = Client()
    client.force_login(make_desk_editor(name))
    return client


def make_message(raw: bytes, **fields: Any) -> InboundMessage:
    digest = sha256(raw + uuid4().bytes).hexdigest()
    values = {"transport": "lmtp", "fingerprint": digest, "sha256": digest, "size": len(raw)}
    return InboundMessage.objects.create(raw=raw, **values | fields)


def make_mail(text: str, *drafts: Draft, head: str = "", **fields: Any) -> Submission:
    """An item that came by mail; `head` are more header lines."""
    raw = f"From: Jo <jo@lindeboom.example>\r\nSubject: Aanmelding\r\n{head}\r\n{text}"
    values: dict[str, Any] = {
        "channel": Channel.MAIL,
        "form_key": None,
        "text": text,
        "message": make_message(raw.encode()),
    }
    return make_submission(*drafts, **values | fields)


def fields_of(item: Submission, **typed: Any) -> dict[str, Any]:
    """The fields of the first proposal's form, as a browser sends them."""
    proposal = item.proposals.all()[0]
    sent: dict[str, Any] = {
        "seen": item.version,
        "title": "Inloopmiddag voor ouders",
        "kind": make_facts().kind,
        "first_day": "2019-06-04",
        "last_day": "2019-06-04",
        "start_time": "13:30",
        "organiser": "Basisschool De Lindeboom",
        "contact_email": "jo@lindeboom.example",
        "contact_public": ["email"],
    }
    return {f"v{proposal.pk}-{name}": value for name, value in (sent | typed).items()}


def decide(
    client: Client, item: Submission, decision: str, **fields: Any
) -> Any:  # the test client's response
    """Press a button at the first proposal."""
    proposal = item.proposals.all()[0]
    address = f"/redactie/inzending/{item.reference}/voorstel/{proposal.pk}/"
    return client.post(address, fields_of(item, **fields) | {"besluit": decision})


def decide_item(client: Client, item: Submission, decision: str, **fields: Any) -> Any:
    """Press a button about the whole item."""
    places = {"vraag": "vraag", "klaar": "klaar", "stel-uit": "uitstel", "notitie": "notitie"}
    place = places.get(decision, "inzending")
    sent = {f"{place}-{name}": value for name, value in ({"seen": item.version} | fields).items()}
    address = f"/redactie/inzending/{item.reference}/besluit/"
    return client.post(address, sent | {"besluit": decision})
