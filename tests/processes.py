"""Processes of our own that a test starts: commands and servers on the database of the test."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def database_url() -> str:
    """The address of the database that this test uses; needs ``transactional_db``."""
    config = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{config['NAME']}"
    login = f"{quote(config['USER'])}:{quote(config['PASSWORD'])}"
    return f"postgres://{login}@{config['HOST']}:{config['PORT']}/{config['NAME']}"


def environment(**variables: str) -> dict[str, str]:
    """What a process needs to work on the same database and data folder as the test."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "actieweek.settings",
        "DATABASE_URL": database_url(),
        "DATA_DIR": str(settings.DATA_DIR),
        "SECRET_KEY": settings.SECRET_KEY,
        **variables,
    }


def manage(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """Starts ``manage.py`` with the arguments; stopping it is the caller's."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        **{"env": environment(), **options},  # type: ignore[call-overload]
    )


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Returns when something listens there; raises when the process ends before that."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"{process.args!r} ended with {process.returncode}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on port {port}")


def stop(process: subprocess.Popen[bytes], how: int = signal.SIGTERM, seconds: float = 30) -> int:
    """Ends the process, by force when it does not listen; returns its exit status."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


@contextlib.contextmanager
def mail_door(port: int = 0) -> Iterator[int]:
    """``receive_mail --lmtp`` on the database of the test, in its own process; gives the port."""
    port = port or free_port()
    process = manage("receive_mail", "--lmtp", f"127.0.0.1:{port}")
    try:
        wait_for_port(port, process)
        yield port
    finally:
        stop(process)
