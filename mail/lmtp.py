"""The LMTP listener: a mail server on the same machine hands over what it has received."""

import asyncio
import collections
import logging
import re
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from aiosmtpd.lmtp import LMTP
from django.conf import settings
from django.db import connection

from mail.inbound import MessageTooLarge, receive

logger = logging.getLogger(__name__)

STORED = "250 2.0.0 stored"
TRY_LATER = "451 4.3.0 try again later"
TOO_LARGE = "552 5.3.4 message too large"
_END = b"\r\n.\r\n"
_PATH = re.compile(r'\s*<((?:"(?:[^"\\]|\\.)*"|[^">])*)>\s*(.*)', re.DOTALL)
STOP_SECONDS = 30

Accept = Callable[[bytes, str, Sequence[str]], str]


def accept(raw: bytes, sender: str, recipients: Sequence[str]) -> str:
    """Store one message and say so: the LMTP reply, without line end. Never raises."""
    try:
        if connection.settings_dict["CONN_MAX_AGE"]:
            connection.close_if_unusable_or_obsolete()
        receive(raw=raw, sender=sender, recipients=recipients, transport="lmtp")
    except MessageTooLarge:
        return TOO_LARGE
    except Exception:
        logger.exception("inbound_store_failed sender=%r size=%d", sender, len(raw))
        connection.close()  # the next message starts with a fresh connection
        return TRY_LATER
    return STORED


class _Extensions:
    """aiosmtpd reads commands one after the other, so pipelining works; it just does not say so."""

    async def handle_EHLO(
        self, server: object, session: object, envelope: object, hostname: str, lines: list[str]
    ) -> list[str]:
        session.host_name = hostname  # type: ignore[attr-defined]
        return [lines[0], "250-PIPELINING", *lines[1:]]


class Session(LMTP):
    """One connection. Differs from aiosmtpd where that would refuse or lose real mail."""

    line_length_limit = 2**16  # of the reader's buffer; a line of a message may be longer
    command_size_limits = collections.defaultdict(lambda: 8192)

    def __init__(self, door: "Door") -> None:
        super().__init__(
            _Extensions(),
            hostname="actieweek",
            ident="LMTP",
            data_size_limit=settings.MESSAGE_SIZE_LIMIT,
            enable_SMTPUTF8=True,
            loop=asyncio.get_running_loop(),
        )
        self._door = door
        self.busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._door.sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._door.sessions.discard(self)
        super().connection_lost(error)

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        """Any address in angle brackets: who may write to us is not decided by its grammar."""
        path = _PATH.fullmatch(arg)
        return (path[1] or "<>", path[2]) if path else super()._getaddr(arg)

    async def handle_exception(self, error: Exception) -> str:
        logger.error("lmtp_session_failed", exc_info=error)
        return TRY_LATER

    async def smtp_DATA(self, arg: str | None) -> None:
        """RFC 2033: one reply for each recipient, and only when the message is committed."""
        if await self.check_helo_needed("LHLO"):
            return
        if arg:
            await self.push("501 Syntax: DATA")
            return
        envelope = self.envelope
        if envelope is None or not envelope.rcpt_tos:
            await self.push("503 Error: need RCPT command")
            return
        self.busy = True
        try:
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            raw = await self._read_message()
            sender = (envelope.mail_from or "").removeprefix("<>")
            recipients = envelope.rcpt_tos
            reply = TOO_LARGE if raw is None else await self._door.store(raw, sender, recipients)
            self._set_post_data_state()
            await self.push("\r\n".join([reply] * len(recipients)))
        finally:
            self.busy = False
        if self._door.stopping and self.transport is not None:
            self.transport.close()

    async def _read_message(self) -> bytes | None:
        """The bytes as the client had them, or None when they are too many.

        Searched for as a whole and not read by lines: a line may be of any length, a bare line
        feed is part of the message, and a dot after one does not end it (SMTP smuggling).
        """
        # The CRLF of the command line counts: an empty message is just a dot and CRLF.
        data = bytearray(b"\r\n")
        while not data.endswith(_END) and any(data.endswith(_END[:n]) for n in range(1, 5)):
            data += await self._reader.readexactly(1)
        too_large = False
        while not data.endswith(_END):
            try:
                data += await self._reader.readuntil(_END)
            except asyncio.LimitOverrunError as error:
                data += await self._reader.readexactly(error.consumed)
                self._reset_timeout()
                too_large = too_large or len(data) > settings.MESSAGE_SIZE_LIMIT * 1.02
                if too_large:
                    del data[:-4]
        if too_large:
            return None
        return bytes(data[:-3]).replace(b"\r\n.", b"\r\n")[2:]


class Door:
    """The listening socket, the threads that store, and the sessions that are open."""

    def __init__(self, accept: Accept = accept) -> None:
        # SQLite has one writer: more threads would only wait for each other there.
        threads = 1 if connection.vendor == "sqlite" else 4
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="store")
        self._accept = accept
        self.sessions: set[Session] = set()
        self.stopping = False

    async def store(self, raw: bytes, sender: str, recipients: Sequence[str]) -> str:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, self._accept, raw, sender, recipients)

    async def serve(self, host: str, port: int) -> None:
        """Listen until SIGTERM or SIGINT; messages that are under way are finished first."""
        loop = asyncio.get_running_loop()
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, stop.set)
        server = await loop.create_server(lambda: Session(self), host, port)
        logger.info("Listening for mail (LMTP) on %s:%d", host, port)
        await stop.wait()
        server.close()
        await self._finish()
        self._pool.shutdown()

    async def _finish(self) -> None:
        self.stopping = True
        for session in list(self.sessions):
            if not session.busy and session.transport is not None:
                session.transport.close()
        for _ in range(STOP_SECONDS * 10):
            if not self.sessions:
                break
            await asyncio.sleep(0.1)


def serve(host: str, port: int) -> None:
    asyncio.run(Door().serve(host, port))
