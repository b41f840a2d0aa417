"""A walk past every address as an anonymous visitor: what is not published is nowhere."""

from collections.abc import Iterator
from itertools import product
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from agenda.models import Activity, Material, MaterialKind, Status
from mail.inbound import receive
from mail.models import InboundMessage, OutgoingMail
from submissions import files, links
from submissions.models import Attachment, AuditEntry, Channel, Proposal, Submission
from submissions.services import Draft, NewAttachment, Sender
from tests.factories import make_activity, make_edition, make_partner
from tests.submissions.factories import make_editor, make_facts, make_submission

SECRET = "Geheimzinnigheid"
MAIL = f"From: x@{SECRET}.example\r\nSubject: {SECRET}\r\n\r\n{SECRET}"

pytestmark = pytest.mark.django_db


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every route of the site, such as ``<year:year>/agenda/<slug:slug>/``."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        else:
            yield prefix + str(pattern.pattern)


def site_routes() -> list[str]:
    routes = addresses(get_resolver().url_patterns)
    return [route for route in routes if not route.startswith("beheer/") and "^" not in route]


def filled(route: str, values: dict[str, list[str]]) -> Iterator[str]:
    """The route with every combination of known values in its gaps."""
    pieces: list[list[str]] = []
    for part in route.replace(">", "<").split("<"):
        kind, _, name = part.rpartition(":")
        pieces.append(values[name] if kind in KINDS and name in values else [part])
    for combination in product(*pieces):
        yield "/" + "".join(combination)


KINDS = {"year", "slug", "uuid", "path", "int", "str"}


@pytest.fixture
def hidden_things() -> dict[str, list[str]]:
    """One of everything that no visitor may see, and the values that could lead to it."""
    make_edition()
    activity = make_activity(title=SECRET, summary=SECRET, slug="verborgen", status=Status.HIDDEN)
    make_partner(slug="partner").activities.add(activity)
    material = Material(kind=MaterialKind.DOCUMENT, title=SECRET, activity=activity)
    material.file.save("geheim.pdf", ContentFile(SECRET.encode()), save=False)
    material.file_name = "geheim.pdf"
    material.save()
    stored = files.store(SECRET.encode())
    receive(raw=MAIL.encode(), sender="", recipients=[], transport="lmtp")
    submission = make_submission(
        Draft(facts=make_facts(title=SECRET, contact_name=SECRET)),
        sender=Sender(SECRET, f"{SECRET.lower()}@example.org"),
        channel=Channel.MAIL,
        form_key=None,
        message=InboundMessage.objects.get(),
        text=SECRET,
        attachments=[
            NewAttachment(
                kind=MaterialKind.DOCUMENT,
                name=f"{SECRET}.pdf",
                stored=stored.path,
                size=stored.size,
                sha256=stored.sha256,
                description=SECRET,
            )
        ],
    )
    rows = (Proposal, Attachment, OutgoingMail, Activity, InboundMessage, AuditEntry)
    return {
        "year": ["2019", "2018"],
        "slug": ["verborgen", "partner", "inloopmiddag-voor-ouders"],
        "public_id": [str(material.public_id), str(activity.public_id), str(uuid4())],
        "name": ["geheim.pdf", "../../secret_key", stored.path],
        "reference": [submission.reference],
        "pk": sorted({str(row.objects.first().pk) for row in rows}),  # type: ignore[attr-defined]
        "position": ["0"],
        "token": [
            submission.reference,
            links.token(submission)[:-2],
            f"{submission.reference}-{submission.link_number}.{'A' * 43}",
        ],
    }


def test_every_gap_of_every_route_is_tried(hidden_things: dict[str, list[str]]) -> None:
    for route in site_routes():
        for address in filled(route, hidden_things):
            assert "<" not in address, f"no value is known for {route}"


def test_what_is_not_published_is_on_no_address(hidden_things: dict[str, list[str]]) -> None:
    client = Client(raise_request_exception=False)
    tried = 0
    for route in site_routes():
        for address in filled(route, hidden_things):
            for query in ("", f"?q={SECRET[:8]}", "?next=//evil.example/"):
                response = client.get(address + query)
                body = b"".join(response) if response.streaming else response.content
                assert response.status_code < 500, address + query
                # A search may repeat the word that was typed; nothing more of it may show.
                assert SECRET.encode() not in body, address + query
                assert SECRET.lower().encode() not in body, address + query
                assert not response.get("Location", "/").startswith(("//", "http")), address
                tried += 1
    assert tried > 100


def test_a_visitor_gets_no_cookie_outside_the_desk(hidden_things: dict[str, list[str]]) -> None:
    for route in site_routes():
        if route.startswith("redactie/"):
            continue
        for address in filled(route, hidden_things):
            assert not Client().get(address).cookies, address


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "head"])
def test_no_method_of_a_visitor_changes_anything(
    method: str, hidden_things: dict[str, list[str]]
) -> None:
    before = state_of_everything()
    client = Client(raise_request_exception=False)
    for route in site_routes():
        for address in filled(route, hidden_things):
            response = getattr(client, method)(address)
            assert response.status_code < 500, address
            if route.startswith("redactie/") and "inloggen" not in route:
                assert response.status_code in (302, 403, 405), address
    assert state_of_everything() == before


def test_an_account_without_rights_sees_nothing_of_the_desk(
    hidden_things: dict[str, list[str]],
) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(make_editor())
    for route in site_routes():
        if not route.startswith("redactie/"):
            continue
        for address in filled(route, hidden_things):
            response = client.get(address)
            assert response.status_code < 500, address
            assert SECRET.encode() not in response.content, address


def test_a_get_of_an_editor_changes_nothing(hidden_things: dict[str, list[str]]) -> None:
    before = state_of_everything()
    client = Client(raise_request_exception=False)
    client.force_login(make_editor(is_superuser=True))
    for route in site_routes():
        for address in filled(route, hidden_things):
            response = client.get(address)
            assert response.status_code < 500, address
            # Not response.close(): it would close the test's database as well.
            for close in response._resource_closers:
                close()
    assert state_of_everything() == before


def state_of_everything() -> list[object]:
    models = (Submission, Proposal, Attachment, Activity, Material, OutgoingMail, AuditEntry)
    return [list(model.objects.order_by("pk").values()) for model in models]
