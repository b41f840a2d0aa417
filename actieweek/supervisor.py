"""A few processes that live and end together: one stops, all stop; and nothing is left behind."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template
from types import FrameType

PATIENCE_SECONDS = 15  # for the piece of work that a process is busy with
TICK_SECONDS = 0.2
PR_SET_PDEATHSIG = 1  # linux/prctl.h


class Stopped(Exception):
    """Somebody asked us to stop, or one of the processes ended; the text says which."""


def procfile(path: Path, variables: Mapping[str, str]) -> dict[str, list[str]]:
    """Name and command of each process; ``$NAME`` is replaced."""
    lines = (line.partition(":") for line in path.read_text().splitlines() if line.strip())
    return {name: Template(command).substitute(variables).split() for name, _, command in lines}


class Supervisor:
    """Starts processes in groups of their own, so that a Ctrl-C reaches them through us only."""

    def __init__(self, commands: Mapping[str, list[str]], environment: Mapping[str, str]) -> None:
        self.commands = commands
        self.environment = environment
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.asked = threading.Event()
        self.hasty = False
        self.parent = Parent()

    def __enter__(self) -> "Supervisor":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask)
        for name, command in self.commands.items():
            self.running[name] = subprocess.Popen(
                command, env=self.environment, start_new_session=True, preexec_fn=_die_with_us
            )
        return self

    def __exit__(self, *_error: object) -> None:
        self._send(signal.SIGTERM)
        end = time.monotonic() + PATIENCE_SECONDS
        while self._alive() and time.monotonic() < end and not self.hasty:
            time.sleep(TICK_SECONDS / 4)
        self._send(signal.SIGKILL)  # also what a process that ended left behind in its group
        for process in self.running.values():
            process.wait()

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not ready():
            self.tick()
            if time.monotonic() > end:
                return False
        return True

    def tick(self) -> None:
        """A moment; raises Stopped when it is over."""
        if self.asked.wait(TICK_SECONDS) or self.parent.has_gone():
            raise Stopped("")
        for name, process in self.running.items():
            if process.poll() is not None:
                raise Stopped(f"proces {name!r} is geëindigd met code {process.returncode}")

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.hasty = self.asked.is_set()  # asked for the second time
        self.asked.set()

    def _alive(self) -> bool:
        return any(process.poll() is None for process in self.running.values())

    def _send(self, number: int) -> None:
        for process in self.running.values():
            try:
                os.killpg(process.pid, number)
            except ProcessLookupError:
                continue


class Parent:
    """Who started us. Make does not pass a SIGINT on that was sent to it alone: it waits for us.

    It no longer catches the signal then, which is how we can tell (Linux only).
    """

    def __init__(self) -> None:
        self.pid = os.getppid()
        self.catches = self._catches_interrupt()

    def has_gone(self) -> bool:
        return os.getppid() != self.pid or (self.catches and not self._catches_interrupt())

    def _catches_interrupt(self) -> bool:
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except OSError:
            return False
        mask = next((line for line in status.splitlines() if line.startswith("SigCgt:")), "x:0")
        return bool(int(mask.split(":")[1], 16) >> (signal.SIGINT - 1) & 1)


def _die_with_us() -> None:
    """In the new process: end when its parent is killed, which no handler can tell it (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
