"""Mail coming in: messages a second through the socket, and what a large attachment costs."""

import base64
import email
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from email import policy
from pathlib import Path

from bench.measure import Result, costs
from mail import mime

AT_LEAST = 0.6
AT_MOST = 1.5
CONNECTIONS = 4
HEAD = (
    "From: Noor <noor@example.org>\r\nTo: actieweek@localhost\r\nSubject: Open dag {n}\r\n"
    "Date: Tue, 01 Jun 2027 10:00:00 +0200\r\nMessage-ID: <{n}.{run}@example.org>\r\n"
    "MIME-Version: 1.0\r\n"
)


def text_message(n: int, run: str) -> bytes:
    """20 KB of plain text, each message another one."""
    line = f"Op {n} juni houden wij een open dag voor ouders, leerlingen en leerkrachten.\r\n"
    head = HEAD.format(n=n, run=run) + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    return (head + line * (20_000 // len(line))).encode()


def large_message() -> bytes:
    """A short text and a file of 5 MB."""
    encoded = base64.encodebytes(os.urandom(5_000_000)).replace(b"\n", b"\r\n")
    head = HEAD.format(n=1, run="large") + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    parts = (
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nZie de bijlage.\r\n"
        "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
        'Content-Disposition: attachment; filename="programma.pdf"\r\n\r\n'
    )
    return (head + parts).encode() + encoded + b"--b--\r\n"


def bare_rate(count: int) -> float:
    """Messages a second: parse, then commit one row, with the same promises to the disk."""
    with tempfile.TemporaryDirectory(dir=os.environ["DATA_DIR"]) as folder:
        rows = sqlite3.connect(Path(folder) / "bare.sqlite3", isolation_level=None)
        rows.execute("PRAGMA journal_mode=WAL")
        rows.execute("PRAGMA synchronous=FULL")
        rows.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, subject TEXT, raw BLOB)")
        messages = [text_message(n, "bare") for n in range(count)]
        start = time.perf_counter()
        for raw in messages:
            parsed = email.message_from_bytes(raw, policy=policy.default)
            rows.execute("BEGIN IMMEDIATE")
            rows.execute(
                "INSERT INTO message (subject, raw) VALUES (?, ?)", (parsed["subject"], raw)
            )
            rows.execute("COMMIT")
        taken = time.perf_counter() - start
        rows.close()
    return count / taken


def deliver(port: int, messages: list[bytes]) -> None:
    """One connection, as a mail server keeps it open; each answer is awaited."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        answers = connection.makefile("rb")

        def expect(code: bytes) -> None:
            line = answers.readline()
            while line[3:4] == b"-":
                line = answers.readline()
            assert line.startswith(code), line

        expect(b"220")
        connection.sendall(b"LHLO bench\r\n")
        expect(b"250")
        for raw in messages:
            connection.sendall(
                b"MAIL FROM:<noor@example.org>\r\nRCPT TO:<actieweek@localhost>\r\nDATA\r\n"
            )
            expect(b"250")
            expect(b"250")
            expect(b"354")
            connection.sendall(raw + b".\r\n")
            expect(b"250")


def socket_rate(port: int, count: int, run: str) -> float:
    shares = [
        [text_message(n, run) for n in range(start, count, CONNECTIONS)]
        for start in range(CONNECTIONS)
    ]
    senders = [threading.Thread(target=deliver, args=(port, share)) for share in shares]
    start = time.perf_counter()
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    return count / (time.perf_counter() - start)


def receiving(environment: Mapping[str, str], port: int, count: int) -> Result:
    door = subprocess.Popen(
        [sys.executable, "manage.py", "receive_mail", "--lmtp", f"127.0.0.1:{port}"],
        env=dict(environment),
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        socket_rate(port, CONNECTIONS, "warm")
        # In turns, so that a busy moment of the machine counts for both.
        rounds = [(socket_rate(port, count, f"r{turn}"), bare_rate(count)) for turn in range(3)]
    finally:
        door.terminate()
        door.wait()
    ours, bare = sorted(rounds, key=lambda pair: pair[0] / pair[1])[1]
    ratio = ours / bare
    return Result(
        "post ontvangen, 20 KB per bericht",
        f"{ours:.0f}/s",
        f"{bare:.0f}/s",
        ratio,
        f"≥ {AT_LEAST}",
        ratio >= AT_LEAST,
    )


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nobody listens on port {port}")


def bare_parse(raw: bytes) -> None:
    for part in email.message_from_bytes(raw, policy=policy.default).walk():
        if not part.is_multipart():
            part.get_content()


def large_attachment(seconds: float) -> Result:
    raw = large_message()
    return costs(
        "bericht met bijlage van 5 MB lezen",
        lambda: mime.read(raw),
        lambda: bare_parse(raw),
        seconds,
        AT_MOST,
    )


def measure(
    environment: Mapping[str, str], port: int, count: int, seconds: float
) -> Iterator[Result]:
    yield receiving(environment, port, count)
    yield large_attachment(seconds)
