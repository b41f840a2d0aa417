"""The nginx configuration that the project ships, before the real site, on loopback."""

import http.client
import resource
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings
from django.db import connection

from agenda.models import PublicRevision
from bench import nginx
from tests import processes
from tests.factories import make_activity
from tests.needs import NGINX, needs_nginx

pytestmark = [
    pytest.mark.slow,
    needs_nginx,
    pytest.mark.django_db(transaction=True),
]
SLOW_ONES = 10_000


class Ports(NamedTuple):
    process: subprocess.Popen[bytes]
    site: int
    nginx: int
    static: int


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[Ports]:
    """Two web processes and nginx before them."""
    assert NGINX
    port, *others = (processes.free_port() for _ in range(3))
    command = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--workers", "2",
        "--blocking-threads", "2", "--port", str(port), "--log-level", "warning",
        "actieweek.wsgi:application",
    ]  # fmt: skip
    environment = processes.environment(PORT=str(port))
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        processes.manage("collectstatic", "--noinput", "-v0").wait()
    site = subprocess.Popen(command, cwd=processes.ROOT, env=environment)
    found = Ports(site, port, *others)
    try:
        processes.wait_for_port(port, site)
        with nginx.served(tmp_path / "nginx", found.nginx, found.site, found.static):
            until(lambda: listens(found.nginx))
            yield found
    finally:
        processes.stop(site)
        connection.close()


def listens(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), 1):
        return True


def until(holds: object, seconds: float = 20) -> float:
    """Seconds until it holds; an OSError is not yet."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        try:
            if holds():  # type: ignore[operator]
                return time.monotonic() - start
        except OSError:
            pass
        time.sleep(0.02)
    raise AssertionError("it never did")


def get(port: int, address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as client:
        client.request("GET", address, headers=named)
        with closing(client.getresponse()) as answer:
            content = answer.read()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, content


def test_a_page_is_the_site_s_own_and_a_change_is_seen_within_two_seconds(ports: Ports) -> None:
    make_activity(title="Eerst")
    PublicRevision.bump()
    for coding in ("br", "gzip", ""):
        straight = get(ports.site, "/2019/agenda/", accept_encoding=coding)
        for _ in range(3):
            status, headers, content = get(ports.nginx, "/2019/agenda/", accept_encoding=coding)
            assert (status, content) == (200, straight[2])
            assert headers["etag"].removeprefix("W/") == straight[1]["etag"]
            assert headers.get("content-encoding", "") == coding
            assert "x-accel-expires" not in headers
        again = get(
            ports.nginx, "/2019/agenda/", accept_encoding=coding, if_none_match=headers["etag"]
        )
        assert again[0] == 304
    make_activity(title="Daarna")
    PublicRevision.bump()
    for address in ("/2019/agenda/", "/2019/agenda.ics"):
        assert until(lambda: b"Daarna" in get(ports.nginx, address)[2]) < 2  # noqa: B023


def test_copies_are_kept_and_stay_while_the_site_is_away(ports: Ports) -> None:
    make_activity(title="Eerst")
    PublicRevision.bump()
    for _ in range(5):
        assert get(ports.nginx, "/2019/agenda/")[0] == 200
    get(ports.nginx, "/2019/agenda/?x=asked-for-once")
    processes.stop(ports.process)
    assert "Eerst" in get(ports.nginx, "/2019/agenda/")[2].decode()
    assert get(ports.nginx, "/2019/agenda/?x=asked-for-once")[0] == 502
    assert get(ports.nginx, "/redactie/")[0] == 502


def test_an_address_that_is_too_long_is_answered_with_a_way_on(ports: Ports) -> None:
    assert get(ports.nginx, "/redactie/")[0] == 302
    assert get(ports.nginx, "/2019/agenda/?x=" + "y" * 100_000)[0] == 400
    assert "te lang" in get(ports.nginx, "/2019/agenda/?x=" + "y" * 100_000)[2].decode()


def test_ten_thousand_slow_connections_leave_the_site_up_for_others(ports: Ports) -> None:
    make_activity(title="Eerst")
    PublicRevision.bump()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < SLOW_ONES + 2000:
        pytest.skip("optional: this machine lets nobody open ten thousand files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, SLOW_ONES + 2000), hard))
    with ExitStack() as opened:
        slow = [opened.enter_context(socket.socket()) for _ in range(SLOW_ONES)]
        for one in slow:
            one.connect(("127.0.0.1", ports.nginx))
            one.send(b"GET /2019/agenda/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        took = []
        for number in range(40):
            slow[number].send(b"x")
            start = time.monotonic()
            assert get(ports.nginx, f"/2019/agenda/?x={number}")[0] == 200
            took.append(time.monotonic() - start)
        assert sorted(took)[len(took) // 2] < 1
        assert max(took) < 5
        # And they are shown out, the first after ten seconds.
        until(lambda: closed(slow) == SLOW_ONES, seconds=60)


def closed(connections: list[socket.socket]) -> int:
    with selectors.DefaultSelector() as selector:
        for one in connections:
            selector.register(one, selectors.EVENT_READ)
        return len(selector.select(timeout=0))
