"""Pages and feeds that were made before, over HTTP, beside the limits of the same server."""

import os
import re
import shlex
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from actieweek.supervisor import procfile
from bench import nginx
from bench.load import Race, Request, run
from bench.measure import Result
from bench.memory import served
from bench.post import wait_for
from bench.publishing import Desk, until_visible

AGENDA, FEED = "/2027/agenda/", "/2027/agenda.ics"
BR, GZIP = {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip"}
MOST_KIB, MOST_REQUESTS = 40, 4


def site_command(root: Path, port: int) -> list[str]:
    """As the Procfile serves it."""
    return procfile(root / "Procfile", {"PORT": str(port), "LMTP_PORT": "0"})["web"]


@contextmanager
def limits(root: Path, port: int, bodies: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """The same server with the same options, before Django with nothing else."""
    command = shlex.join(site_command(root, port))
    # Without our launcher, which would set up the site's own Django in its place.
    command = command.replace("python -m actieweek.serve", "granian")
    command = command.replace("actieweek.wsgi:application", "bench.plain:application")
    kept = {**environment, "BENCH_BODIES": str(bodies), "PYTHONPATH": str(root)}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    with served(shlex.split(command), port, root, kept):
        yield


def measure(
    root: Path, scratch: Path, ports: list[int], *, rounds: int, seconds: float
) -> Iterator[Result]:
    ours, plain, front, static = ports
    activity = _an_activity()
    bodies = scratch / "bodies"
    bodies.mkdir()
    with ExitStack() as stack:
        stack.enter_context(served(site_command(root, ours), ours, root, os.environ))
        agenda, detail = Request(ours, AGENDA, BR), Request(ours, activity, BR)
        feed = Request(ours, FEED, GZIP)
        headers, content = agenda.get()
        (bodies / "agenda").write_bytes(content)
        (bodies / "activity").write_bytes(detail.get()[1])
        (bodies / "feed").write_bytes(feed.get()[1])
        stack.enter_context(limits(root, plain, bodies, os.environ))
        same = Request(ours, AGENDA, BR | {"If-None-Match": headers["etag"]}, status=304)
        bare = Request(plain, "/bare/agenda")
        races = [
            Race("agenda, bewaard | kale view", agenda, bare, 0.85),
            Race("activiteit, bewaard | kale view", detail, Request(plain, "/bare/activity"), 0.85),
            Race("feed, bewaard | vroege middleware", feed, Request(plain, "/early/feed"), 0.8),
            Race("agenda, 304 | kale view", same, bare, 1.1),
        ]
        yield from run(races, rounds, seconds)
        yield from first_visit(ours)
        desk = Desk(ours)
        if nginx.PROGRAM:
            files = stack.enter_context(nginx.served(scratch / "nginx", front, ours, static))
            (files / "agenda").write_bytes(content)
            wait_for(front)
            behind = Race(
                "agenda achter nginx | nginx met hetzelfde bestand",
                Request(front, AGENDA, BR),
                Request(static, "/agenda"),
                0.8,
            )
            yield from run([behind], rounds, seconds)
            yield until_visible("van publiceren tot zichtbaar, achter nginx", desk, front, 2)
        yield until_visible("van publiceren tot zichtbaar, pagina en feed", desk, ours, 1)


def _an_activity() -> str:
    from agenda.models import Activity

    found = Activity.objects.public().filter(edition__year=2027, first_day__isnull=False)
    return found.order_by("pk")[0].get_absolute_url()


def first_visit(port: int) -> Iterator[Result]:
    """All that a browser with an empty cache asks of the site itself."""
    for name, path in (("begin", "/"), ("agenda", AGENDA)):
        weight, asked = 0, [path]
        for address in asked:
            headers, content = Request(port, address, {"Accept-Encoding": "br, gzip"}).get()
            weight += len(content) + sum(len(k) + len(v) + 4 for k, v in headers.items())
            asked += [found for found in _needs(port, address) if found not in asked]
        kib, requests = weight / 1024, len(asked)
        yield Result(
            f"eerste bezoek, {name}: KiB over de lijn", f"{kib:.1f}", f"{MOST_KIB}",
            kib / MOST_KIB, "≤ 1", kib <= MOST_KIB,
        )  # fmt: skip
        yield Result(
            f"eerste bezoek, {name}: verzoeken", str(requests), str(MOST_REQUESTS),
            requests / MOST_REQUESTS, "≤ 1", requests <= MOST_REQUESTS,
        )  # fmt: skip


def _needs(port: int, address: str) -> list[str]:
    """What a page or a style sheet makes a browser fetch."""
    _headers, content = Request(port, address).get()
    text = content.decode(errors="replace")
    if address.endswith(".css"):
        folder = address.rsplit("/", 1)[0]
        return [
            os.path.normpath(f"{folder}/{found}") if not found.startswith("/") else found
            for found in re.findall(r"url\([\"']?([^\"')]+)", text)
            if not found.startswith("data:")
        ]
    if not address.endswith("/"):
        return []
    links = re.findall(r"<link rel=\"(?:stylesheet|icon|preload)\"[^>]*>", text)
    found = [href for link in links for href in re.findall(r'href="(/[^"]+)"', link)]
    found += re.findall(r'<(?:img|script)[^>]*src="(/[^"]+)"', text)
    return list(dict.fromkeys(found))
