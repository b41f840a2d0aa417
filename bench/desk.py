"""The desk with 5,000 items in the queue, against the very same pages with 50."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from agenda.management.samples import Sampler
from agenda.models import Activity, Edition
from bench.measure import Result, costs
from moderation.accounts import add_editor
from submissions.facts import Facts
from submissions.models import Channel, Double, Proposal, Submission, SubmissionKind
from submissions.services import watch
from submissions.services.activities import COPIED

FEW, MANY = 50, 5000
MOST = 1.5
YEAR = 2027
# Words are looked for in every item there is, so that is told and not promised.
UNBOUND = frozenset({"zoeken op woorden"})


def measure(scratch: Path, seconds: float) -> Iterator[Result]:
    """In two databases of their own, so that everything else about them is the same."""
    few, many = scratch / "few.sqlite3", scratch / "many.sqlite3"
    with database(few):
        call_command("migrate", verbosity=0)
        call_command("load_programme")
        call_command("open_edition", YEAR)
        editor = add_editor("bench@example.org", password="een lang wachtwoord", name="Bo")  # noqa: S106
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(few, many)
    for path, amount in ((few, FEW), (many, MANY)):
        with database(path):
            fill(amount)
    client = Client()
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        for name, piece in pieces(client, editor).items():
            yield costs(
                f"redactie, {name}: {MANY} en {FEW} inzendingen",
                at(many, piece),
                at(few, piece),
                seconds,
                None if name in UNBOUND else MOST,
            )


def pieces(client: Client, editor: User) -> dict[str, Callable[[], object]]:
    def page(address: str) -> Callable[[], object]:
        def get() -> None:
            client.force_login(editor)
            assert client.get(address).status_code == 200

        return get

    def middle() -> Submission:
        waiting = Submission.objects.waiting()
        return waiting[20]

    def item() -> None:
        client.force_login(editor)
        assert client.get(middle().get_absolute_url()).status_code == 200

    def decide() -> None:
        proposal = middle().proposals.get()
        address = f"{proposal.submission.get_absolute_url()}voorstel/{proposal.pk}/"
        sent = {
            f"v{proposal.pk}-seen": str(proposal.submission.version),
            f"v{proposal.pk}-reason": "Dit valt buiten de week.",
            "besluit": "wijs-af",
        }
        client.force_login(editor)
        assert client.post(address, sent).status_code == 302

    def look() -> None:
        watch(middle().proposals.get())

    return {
        "lijst": page("/redactie/"),
        "inzending": item,
        "besluit": decide,
        "dubbelen": page("/redactie/dubbel/"),
        "dubbelen zoeken": look,
        "zoeken op woorden": page("/redactie/?q=waterlelie"),
    }


@contextmanager
def database(path: Path) -> Iterator[None]:
    """Another file under the same name, as the one connection sees it."""
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = path
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


def at(path: Path, piece: Callable[[], object]) -> Callable[[], object]:
    """Done and taken back, so that each time finds the same."""

    def run() -> None:
        with database(path), transaction.atomic():
            piece()
            transaction.set_rollback(True)

    return run


def told_of(activity: Activity) -> Facts:
    """As many organisers as a country has: of each name one in a town."""
    told = {name: getattr(activity, name) for name in COPIED}
    told["organiser"] = f"{activity.organiser} {activity.town}".strip()
    moment = {
        name: getattr(activity, name)
        for name in ("first_day", "last_day", "start_time", "end_time")
    }
    municipality = activity.municipality.code if activity.municipality else ""
    return Facts(**told, **moment, kind=activity.kind.slug, municipality=municipality)


def fill(amount: int) -> None:
    """Items of one activity each, as the form brings them. Each second one was sent twice; of some
    of those it is found, a page full at least.
    """
    sampler = Sampler(Edition.objects.get(year=YEAR), seed=7)
    now = timezone.now()
    proposals = []
    for number in range(amount):
        facts = told_of(sampler.draw(number if number % 2 else max(0, number - 1)).activity)
        item = Submission(
            kind=SubmissionKind.SUBMISSION,
            channel=Channel.FORM,
            edition=sampler.edition,
            form_key=uuid.uuid4(),
            subject=facts.title,
            sender_name="Sam",
            sender_email=f"sam{number}@voorbeeld.example",
            text="Kunnen jullie dit in de agenda zetten? Alvast bedankt, en tot dan.",
            received_at=now - timedelta(minutes=amount - number),
        )
        item.derive()
        proposal = Proposal(submission=item)
        proposal.facts = facts
        proposal.derive()
        proposals.append(proposal)
    with transaction.atomic():
        Submission.objects.bulk_create([one.submission for one in proposals], batch_size=500)
        Proposal.objects.bulk_create(proposals, batch_size=500)
        for proposal in proposals[:: max(2, amount // 500)]:
            watch(proposal)
    assert Double.objects.open().exists()
