"""The web server as it is served: it lives through the end of a worker and a broken new version."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from tests import processes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
    pytest.mark.django_db(transaction=True),
]
SERVER = "-m actieweek.serve --interface wsgi --workers 2 --blocking-threads 2 --log-level warning"


@pytest.fixture
def port() -> int:
    return processes.free_port()


@pytest.fixture
def web(port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The server with a data folder of its own, once both of its workers stand."""
    (tmp_path / "data").mkdir()
    process = subprocess.Popen(
        [sys.executable, *SERVER.split(), "--port", str(port), "actieweek.wsgi:application"],
        cwd=processes.ROOT,
        env=processes.environment(DATA_DIR=str(tmp_path / "data"), SECRET_KEY=""),
    )
    try:
        processes.wait_for_port(port, process)
        until(lambda: len(workers(process)) == 2 and is_watched(process))
        yield process
    finally:
        processes.stop(process)
        connection.close()


def workers(process: subprocess.Popen[bytes]) -> set[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return set(map(int, children.split()))


def is_watched(process: subprocess.Popen[bytes]) -> bool:
    return b"watch.py" in Path(f"/proc/{process.pid}/cmdline").read_bytes()


def until(holds: object, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, "it never did"
        time.sleep(0.02)


def status(port: int) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as client:
        client.request("GET", "/healthz")
        with closing(client.getresponse()) as answer:
            answer.read()
    return answer.status


class Visitors(threading.Thread):
    """Ask for one page after another, each on a connection of its own."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.port, self.done, self.answers = port, threading.Event(), list[int]()

    def run(self) -> None:
        while not self.done.is_set():
            try:
                self.answers.append(status(self.port))
            except OSError:  # in the queue of a worker that closed: browsers and nginx ask again
                self.answers.append(status(self.port))

    def __enter__(self) -> list[int]:
        self.start()
        return self.answers

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self.join()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_all_of_it(web: subprocess.Popen[bytes], port: int, how: int) -> None:
    both = workers(web)
    assert status(port) == 200
    assert processes.stop(web, how) == 0
    assert not any(Path(f"/proc/{worker}").exists() for worker in both)


def test_a_worker_that_ends_is_replaced(web: subprocess.Popen[bytes], port: int) -> None:
    time.sleep(5.5)  # sooner it would count as a site that cannot run
    before = workers(web)
    os.kill(min(before), signal.SIGKILL)
    until(lambda: len(workers(web)) == 2 and not workers(web) & before and is_watched(web))
    assert status(port) == 200
    assert processes.stop(web) == 0


def test_a_site_that_cannot_run_ends(web: subprocess.Popen[bytes]) -> None:
    os.kill(min(workers(web)), signal.SIGKILL)
    assert web.wait(20) == 1


def test_nobody_waits_while_all_is_loaded_anew(web: subprocess.Popen[bytes], port: int) -> None:
    before = workers(web)
    with Visitors(port) as answers:
        web.send_signal(signal.SIGHUP)
        until(lambda: len(workers(web)) == 2 and not workers(web) & before and is_watched(web))
        time.sleep(0.5)
    assert set(answers) == {200}


def test_a_new_version_that_does_not_load_leaves_the_old_one(
    web: subprocess.Popen[bytes], port: int, tmp_path: Path
) -> None:
    before = workers(web)
    secret = next((tmp_path / "data").glob("*secret*"))
    secret.rename(tmp_path / "kept")
    secret.mkdir()  # a secret that cannot be read
    web.send_signal(signal.SIGHUP)
    until(lambda: not is_watched(web))
    until(lambda: is_watched(web))
    assert workers(web) == before
    assert status(port) == 200
    assert processes.stop(web) == 0
