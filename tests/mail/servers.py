"""Mail servers that tests start on loopback: one of aiosmtpd's, a real Dovecot, a real Postfix."""

import contextlib
import enum
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests import processes


class Behaviour(enum.Enum):
    ACCEPT = enum.auto()
    REFUSE_SENDER_FOR_NOW = enum.auto()
    REFUSE_RECIPIENT_FOR_NOW = enum.auto()
    REFUSE_RECIPIENT = enum.auto()
    REFUSE_TEXT_FOR_NOW = enum.auto()
    REFUSE_TEXT = enum.auto()
    HANG_UP_BEFORE_TEXT = enum.auto()
    HANG_UP_AFTER_TEXT = enum.auto()


@dataclass
class SmtpServer:
    """What a server received, and how it is to behave from now on."""

    port: int
    behaviour: Behaviour = Behaviour.ACCEPT
    received: list[tuple[str, list[str], bytes]] = field(default_factory=list)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.behaviour is Behaviour.REFUSE_SENDER_FOR_NOW:
            return "451 not now"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.behaviour is Behaviour.REFUSE_RECIPIENT_FOR_NOW:
            return "450 not now"
        if self.behaviour is Behaviour.REFUSE_RECIPIENT:
            return "550 nobody of that name"
        if self.behaviour is Behaviour.HANG_UP_BEFORE_TEXT:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.behaviour is Behaviour.REFUSE_TEXT_FOR_NOW:
            return "452 disk full"
        if self.behaviour is Behaviour.REFUSE_TEXT:
            return "554 not wanted"
        self.received.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        if self.behaviour is Behaviour.HANG_UP_AFTER_TEXT:
            server.transport.abort()
        return "250 OK"


@contextlib.contextmanager
def smtp_server() -> Iterator[SmtpServer]:
    server = SmtpServer(processes.free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
