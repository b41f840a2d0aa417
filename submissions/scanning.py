"""The virus scanner, when there is one: ClamAV's daemon over its socket.

The protocol is INSTREAM (clamd(8)): the command, then pieces with their length before them, then
an empty one; the answer is one line. A scanner that is not there or does not answer never holds
up a file: it is then not scanned, and editors see that.
"""

import contextlib
import logging
import socket
import struct
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings

from submissions.models import Scan

logger = logging.getLogger(__name__)

SECONDS = 20.0  # for all files of one mail or form
CONNECT_SECONDS = 2.0
PIECE = 64 * 1024
ANSWER = 4096
PORT = 3310


@dataclass(frozen=True, slots=True)
class Verdict:
    scan: Scan = Scan.NONE
    signature: str = ""


@dataclass
class Scanner:
    """For the files of one mail or form; after its first failure it does not try again."""

    url: str = field(default_factory=lambda: str(settings.CLAMAV_URL))
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        self.end = time.monotonic() + self.seconds

    def scan(self, content: bytes) -> Verdict:
        if not self.url:
            return Verdict()
        try:
            answer = self._ask(content)
        except OSError as error:  # timeouts too
            logger.warning("virus_scanner_unreachable error=%s", error)
            self.url = ""
            return Verdict()
        return _verdict(answer)

    def _ask(self, content: bytes) -> str:
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError("no time left")
        with _connect(self.url, min(left, CONNECT_SECONDS)) as connection:
            connection.settimeout(left)
            # A file that is too large for it breaks the pipe, and why is then in its answer.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                _send(connection, content)
            answer = b""
            while b"\0" not in answer and len(answer) < ANSWER:
                piece = connection.recv(ANSWER)
                if not piece:
                    break
                answer += piece
        return answer.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _connect(url: str, seconds: float) -> socket.socket:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(seconds)
        try:
            connection.connect(parts.path)
        except BaseException:
            connection.close()
            raise
        return connection
    return socket.create_connection((parts.hostname or "", parts.port or PORT), timeout=seconds)


def _send(connection: socket.socket, content: bytes) -> None:
    connection.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), PIECE):
        piece = content[start : start + PIECE]
        connection.sendall(struct.pack(">I", len(piece)) + piece)
    connection.sendall(struct.pack(">I", 0))


def _verdict(answer: str) -> Verdict:
    """`stream: OK`, `stream: <signature> FOUND`; whatever else means that it did not scan."""
    told = answer.removeprefix("stream:").strip()
    if told == "OK":
        return Verdict(Scan.CLEAN)
    if told.endswith(" FOUND"):
        return Verdict(Scan.FOUND, told.removesuffix(" FOUND").strip()[:150])
    logger.warning("virus_scanner_answered %r", answer[:200])
    return Verdict()
