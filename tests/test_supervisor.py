"""Several processes that end together, whoever it is that ends, and however."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actieweek.supervisor import procfile
from tests.processes import ROOT

# Two processes, one of which has a child of its own, and a line when they run.
SCRIPT = """
import sys
from actieweek.supervisor import Stopped, Supervisor
commands = {"one": ["sh", "-c", "sleep 300 & wait"], "two": ["sleep", sys.argv[1]]}
try:
    with Supervisor(commands, {}) as processes:
        print(*(process.pid for process in processes.running.values()), flush=True)
        while True:
            processes.tick()
except Stopped as reason:
    print(reason, flush=True)
"""
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []
    (tmp_path / "script.py").write_text(SCRIPT)

    def go(*command: str, seconds: str = "300") -> subprocess.Popen[str]:
        ours = [sys.executable, str(tmp_path / "script.py"), seconds]
        process = subprocess.Popen(
            command or ours,
            stdout=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            env=outside_make() | {"PYTHONPATH": str(ROOT)},
            # A shell that runs the tests in the background has SIGINT ignored, which is inherited.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            start_new_session=True,
        )
        started.append(process)
        return process

    yield go
    for process in started:
        # With all it started: what is left would hold the pipe open.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def outside_make() -> dict[str, str]:
    """The environment as a terminal has it, also when the tests are run by make."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }


def leaders(process: "subprocess.Popen[str]") -> list[int]:
    """The groups of the processes, once they run."""
    assert process.stdout
    pids = [int(word) for word in process.stdout.readline().split()]
    assert len(pids) == 2
    return pids


def are_gone(groups: list[int]) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if not any(is_alive(group) for group in groups):
            return True
        time.sleep(0.05)
    return False


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_stops_all_and_what_they_started(start: Start, number: int) -> None:
    process = start()
    groups = leaders(process)
    process.send_signal(number)
    assert process.wait(20) == 0
    assert are_gone(groups)


def test_first_to_end_takes_the_others_along_and_is_named(start: Start) -> None:
    process = start(seconds="0.3")
    groups = leaders(process)
    assert process.stdout
    assert "'two' is geëindigd met code 0" in process.stdout.read()
    assert are_gone(groups)


@pytest.mark.skipif(sys.platform != "linux", reason="other kernels tell a child nothing")
def test_processes_are_told_to_end_when_we_are_killed(start: Start) -> None:
    process = start()
    first, second = leaders(process)
    process.kill()
    gone = are_gone([second])
    os.killpg(first, signal.SIGKILL)  # a shell passes nothing on to what it started
    assert gone


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_make_alone_gets_the_signal(start: Start, tmp_path: Path, number: int) -> None:
    script = tmp_path / "script.py"
    (tmp_path / "Makefile").write_text(f"run:\n\t@{sys.executable} {script} 300\n")
    process = start("make", "run")
    groups = leaders(process)
    process.send_signal(number)
    process.wait(20)
    assert are_gone(groups)


def test_procfile_fills_in_the_ports() -> None:
    commands = procfile(ROOT / "Procfile", {"PORT": "8101", "LMTP_PORT": "8102"})
    assert list(commands) == ["web", "mail", "work"]
    assert "8101" in commands["web"]
    assert commands["mail"][-1] == "127.0.0.1:8102"
