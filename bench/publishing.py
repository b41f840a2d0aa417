"""From an editor's press on "Publiceer" until every visitor sees it, over HTTP."""

import http.client
import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import time
from time import monotonic
from urllib.parse import urlencode, urlsplit

import lxml.html  # type: ignore[import-untyped]

from bench.measure import Result

YEAR = 2027
IN_A_ROW = 8  # over new connections, so that both processes have it
ROUNDS = 5
PATIENCE = 30  # seconds


class Desk:
    """An editor's browser: two cookies, and forms sent as they stand on the page."""

    def __init__(self, port: int) -> None:
        from django.test import Client

        from moderation.accounts import add_editor

        editor = add_editor(f"bench-{port}@example.org", password="een lang wachtwoord", name="Bo")  # noqa: S106
        client = Client()
        client.force_login(editor)
        self.port = port
        self.cookies = {name: morsel.value for name, morsel in client.cookies.items()}

    def ask(self, path: str, sent: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as client:
            body = None if sent is None else urlencode(sent)
            client.request("GET" if sent is None else "POST", path, body, headers)
            answer = client.getresponse()
            for told in answer.headers.get_all("Set-Cookie", []):
                name, _, value = told.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.headers.get("Location", ""), answer.read().decode()

    def publish(self, address: str) -> tuple[float, str]:
        """When the answer to the press had come (monotonic), and where it stands in the agenda."""
        status, _, page = self.ask(address)
        assert status == 200, status
        form = next(
            form
            for form in lxml.html.fromstring(page).forms
            if form.xpath('.//button[@value="publiceer"]')
        )
        sent = {name: value or "" for name, value in form.form_values()} | {"besluit": "publiceer"}
        status, _, _ = self.ask(urlsplit(form.action or address).path, sent)
        answered = monotonic()
        assert status == 302, status
        return answered, self._published(address)

    def _published(self, address: str) -> str:
        from submissions.models import Submission

        reference = address.rstrip("/").rsplit("/", 1)[-1]
        activity = Submission.objects.get(reference=reference).proposals.get().activity
        assert activity is not None
        return activity.get_absolute_url()


def until_visible(name: str, desk: Desk, port: int, most: float) -> Result:
    """The longest of some rounds; pages are asked at `port`, which may be nginx."""
    taken = []
    for number in range(ROUNDS):
        address, title = _waiting(number)
        agenda = f"/{YEAR}/agenda/?q={title.rsplit(maxsplit=1)[-1]}"
        feed = f"/{YEAR}/agenda.ics"
        for path in (agenda, feed):  # copies of before
            _seen(port, path, title)
        answered, activity = desk.publish(address)
        paths = activity, agenda, feed
        seen_at = _until(lambda: all(_seen(port, path, title) for path in paths))  # noqa: B023
        taken.append(seen_at - answered)
    worst = max(taken)
    return Result(name, f"{worst:.2f} s", f"{most:g} s", worst / most, "≤ 1", worst <= most)


def _waiting(number: int) -> tuple[str, str]:
    """An item that waits, whole enough to publish: its address at the desk, and its title."""
    from agenda.management.samples import Sampler
    from agenda.models import Edition
    from bench.desk import told_of
    from submissions.models import Channel, Proposal, Submission, SubmissionKind

    sampler = Sampler(Edition.objects.get(year=YEAR), seed=uuid.uuid4().int)
    title = f"Vers van de pers {uuid.uuid4().hex[:10]}"
    # Some samples have no day yet, and what has none stands in no calendar.
    day = sampler.edition.first
    facts = replace(
        told_of(sampler.draw(number).activity),
        title=title,
        first_day=day,
        last_day=day,
        start_time=time(10),
        end_time=time(12),
        all_day=None,
    )
    item = Submission(
        kind=SubmissionKind.SUBMISSION,
        channel=Channel.FORM,
        edition=sampler.edition,
        form_key=uuid.uuid4(),
        subject=facts.title,
        sender_name="Sam",
        sender_email="sam@voorbeeld.example",
        text="Zet dit in de agenda.",
    )
    item.derive()
    item.save()
    proposal = Proposal(submission=item)
    proposal.facts = facts
    proposal.derive()
    proposal.save()
    return item.get_absolute_url(), facts.title


def _seen(port: int, path: str, title: str) -> bool:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with closing(client):
        client.request("GET", path)
        text = client.getresponse().read().decode()
    return title in text.replace("\r\n ", "")


def _until(holds: Callable[[], bool]) -> float:
    """The moment of the first of `IN_A_ROW` times that it holds; of giving up, if it never does."""
    start, in_a_row = monotonic(), 0
    since = start
    while in_a_row < IN_A_ROW and monotonic() - start < PATIENCE:
        seen = holds()
        if not in_a_row:
            since = monotonic()
        in_a_row = in_a_row + 1 if seen else 0
    return since
