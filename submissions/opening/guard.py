"""Run a reader of hostile bytes where it can do no harm: in a short-lived process.

A decoder that hangs, eats memory or crashes takes down that process and nothing else. It knows no
environment, so none of our passwords, and its limits are set before it sees a byte.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1024 * 1024 * 1024  # bytes of address space, the interpreter and its libraries included
CPU_SECONDS = 30  # the last resort, for when nobody is left to end the process
REFUSED = 3  # exit status of a reader that says no; its reason is what it wrote


class Reader(StrEnum):
    """The modules of this package that read one file from stdin and write what they found."""

    PDF = "pdf"
    DOCX = "docx"
    TNEF = "tnef"
    PHOTO = "photo"


class Failed(Exception):
    """The reader crashed, took too long, or said no: then the message is its reason."""


def run(reader: Reader, payload: bytes, *, seconds: float) -> bytes:
    """What the reader makes of the bytes. Raises `Failed`, and OSError when nothing can start."""
    if seconds <= 0:
        raise Failed
    try:
        done = subprocess.run(  # noqa: S603 — our own interpreter with our own module
            [sys.executable, "-E", "-s", "-m", f"submissions.opening.{reader}"],
            input=payload,
            capture_output=True,
            timeout=seconds,
            cwd=ROOT,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Failed from error
    if done.returncode == REFUSED:
        raise Failed(done.stdout.decode("utf-8", "replace")[:300])
    if done.returncode:
        raise Failed
    return done.stdout


class Refused(Exception):
    """Raised by a reader: a Dutch sentence that says why not."""


def serve(read: Callable[[bytes], bytes]) -> None:
    """The whole life of the process."""
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
    try:
        sys.stdout.buffer.write(read(sys.stdin.buffer.read()))
    except Refused as reason:
        sys.stdout.buffer.write(str(reason).encode())
        sys.exit(REFUSED)
