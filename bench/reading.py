"""Reading mail, against the standard library's parsing of the same bytes in the same run."""

import email
import email.policy
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from bench.measure import Piece, Result, in_turns, shown

Reader = Callable[[bytes], object]
AT_MOST_SECONDS = 2.0  # for a text of a megabyte, of whatever characters
AT_MOST_MEMORY = 8.0  # times the size of the mail
MEGABYTE = 1_000_000
LARGE_MAIL = 25 * MEGABYTE
HOSTILE = {
    "cijfers": "0123456789",
    "streepjes": "- ",
    "geneste citaten": "> ",
    "datums": "1-6-2027 ",
    "hoofdletters": "Aa ",
    "één woord": "a",
}


def measure(corpus: Path, seconds: float) -> Iterator[Result]:
    mails = [path.read_bytes() for path in sorted(corpus.glob("*.eml"))]
    ours = _reader()
    our_time, bare_time = in_turns(
        lambda: [ours(raw) for raw in mails], lambda: [_parsed(raw) for raw in mails], seconds
    )
    yield Result(
        "mails per seconde, kaal: alleen ontleed",
        f"{len(mails) / our_time:.0f}",
        f"{len(mails) / bare_time:.0f}",
        our_time / bare_time,
        "",
    )
    yield _per_mail([partial(ours, raw) for raw in mails], seconds)
    yield from _hostile(ours)
    if sys.platform == "linux":
        yield _memory()


def _reader() -> Reader:
    """From bytes to kind and proposals, in a world that is loaded once as `work` does."""
    from mail import mime
    from submissions.reading.propose import propose
    from submissions.world import load_context

    context = load_context(date(2027, 4, 20))
    return lambda raw: propose(mime.read(raw), context)


def _parsed(raw: bytes) -> list[str]:
    """What a plain program would do: parse, and decode every text."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    return [
        payload.decode("utf-8", "replace")
        for part in message.walk()
        if part.get_content_maintype() == "text"
        if isinstance(payload := part.get_payload(decode=True), bytes)
    ]


def _per_mail(pieces: list[Piece], seconds: float) -> Result:
    taken: list[float] = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or not taken:
        for piece in pieces:
            start = time.perf_counter()
            piece()
            taken.append(time.perf_counter() - start)
    taken.sort()
    median, slowest = statistics.median(taken), taken[int(len(taken) * 0.99)]
    return Result("per mail: mediaan, p99", shown(median), shown(slowest), slowest / median, "")


def _hostile(ours: Reader) -> Iterator[Result]:
    """A megabyte against a tenth of it: ten times the work, and soon done."""
    head = b"From: a@example.org\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\n"
    for name, piece in HOSTILE.items():
        tenth = _seconds(partial(ours, _filled(head, piece, MEGABYTE // 10)))
        whole = _seconds(partial(ours, _filled(head, piece, MEGABYTE)))
        yield Result(
            f"1 MB {name}, kaal: 0,1 MB",
            shown(whole),
            shown(tenth),
            whole / tenth,
            f"< {AT_MOST_SECONDS:g} s",
            whole < AT_MOST_SECONDS,
        )


def _filled(head: bytes, piece: str, size: int) -> bytes:
    return head + (piece * (size // len(piece.encode()))).encode()


def _seconds(piece: Piece) -> float:
    start = time.perf_counter()
    piece()
    return time.perf_counter() - start


_PEAK = """
import resource, sys, base64
size = int(sys.argv[1])
def head(kind, encoding):
    return f"Content-Type: {kind}\\r\\nContent-Transfer-Encoding: {encoding}\\r\\n\\r\\n".encode()
line = base64.b64encode(bytes(range(57))) + b"\\r\\n"
raw = b"".join([
    b"From: a@example.org\\r\\nMIME-Version: 1.0\\r\\n",
    b"Content-Type: multipart/mixed; boundary=b\\r\\n\\r\\n--b\\r\\n",
    head("text/plain", "7bit"), b"Zie bijlage.\\r\\n--b\\r\\n",
    head("application/octet-stream", "base64"), line * (size // len(line)), b"\\r\\n--b--\\r\\n"])
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
if sys.argv[2] == "ours":
    from mail import mime as reader
    work = lambda: reader.read(raw)
else:
    import email
    def work():
        return [part.get_payload(decode=True) for part in email.message_from_bytes(raw).walk()]
before = peak()
kept = work()
print((peak() - before + len(raw)) / len(raw))
"""


def _memory() -> Result:
    """The peak of a mail with one large attachment, the mail itself counted, in its own size."""
    ours, bare = (
        float(
            subprocess.run(
                [sys.executable, "-c", _PEAK, str(LARGE_MAIL), who],
                check=True,
                capture_output=True,
                text=True,
                timeout=120,
            ).stdout
        )
        for who in ("ours", "bare")
    )
    return Result(
        "geheugen van een mail van 25 MB, maal de mail",
        f"{ours:.1f}×",
        f"{bare:.1f}×",
        ours / bare,
        f"≤ {AT_MOST_MEMORY:g}×",
        ours <= AT_MOST_MEMORY,
    )
