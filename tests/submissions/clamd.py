"""A virus scanner on a loopback socket that speaks clamd's INSTREAM as the real one does."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

VIRUS = b"-VIRUS-"


@contextmanager
def clamd(answer: bytes | None = None, *, largest: int = 10_000_000) -> Iterator[str]:
    """Its address. It finds `VIRUS`, or always gives `answer`; an empty one is never sent."""
    server = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                told = _verdict(connection, largest) if answer is None else answer
                if told:
                    connection.sendall(told + b"\0")
                else:
                    done.wait(10)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
    finally:
        done.set()
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


def _verdict(connection: socket.socket, largest: int) -> bytes:
    file = connection.makefile("rb")
    assert file.read(10) == b"zINSTREAM\0"
    content = b""
    while length := struct.unpack(">I", file.read(4))[0]:
        content += file.read(length)
        if len(content) > largest:
            return b"INSTREAM size limit exceeded. ERROR"
    return b"stream: Test.Virus-1 FOUND" if VIRUS in content else b"stream: OK"
