"""One attempt to send one mail, and what its outcome says about whether the mail left."""

import contextlib
import enum
import logging
import smtplib
from email.utils import formataddr

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.encoding import punycode

from mail.models import OutgoingMail

logger = logging.getLogger(__name__)


class Outcome(enum.Enum):
    SENT = enum.auto()
    NOT_NOW = enum.auto()  # known not accepted: try again later
    REFUSED = enum.auto()  # known not accepted, and it will not be
    UNKNOWN = enum.auto()  # the server may have it


class _Watch:
    """Sees whether the message itself went out over SMTP: before that, nothing can have left."""

    def __init__(self, backend: BaseEmailBackend) -> None:
        self.transmitting = False
        smtp = getattr(backend, "connection", None)
        if isinstance(smtp, smtplib.SMTP):
            self._send_data = smtp.data
            smtp.data = self._data  # type: ignore[method-assign, assignment]

    def _data(self, message: bytes | str) -> tuple[int, bytes]:
        self.transmitting = True
        return self._send_data(message)


def send(mail: OutgoingMail) -> tuple[Outcome, str]:
    """Send by Django's mail backend. Never raises; the text tells an editor what went wrong."""
    backend = get_connection(fail_silently=False)
    watch: _Watch | None = None
    try:
        message = compose(mail, backend)
        backend.open()
        watch = _Watch(backend)
        backend.send_messages([message])
    except Exception as error:
        outcome = judge(error, transmitting=watch is not None and watch.transmitting)
        logger.warning("mail_not_sent id=%d outcome=%s error=%s", mail.pk, outcome.name, error)
        return outcome, f"{type(error).__name__}: {error}"
    finally:
        # What happens after the server's 250 does not matter any more.
        with contextlib.suppress(Exception):
            backend.close()
    return Outcome.SENT, ""


def compose(mail: OutgoingMail, backend: BaseEmailBackend) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[formataddr((mail.to_name, _in_ascii(mail.to_address)))],
        reply_to=[_in_ascii(mail.reply_to)] if mail.reply_to else None,
        headers={**mail.headers, "Message-ID": mail.message_id},
        connection=backend,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    if mail.calendar:  # the last alternative, which calendar programs look for (RFC 6047, 2.4)
        message.attach_alternative(mail.calendar, f"text/calendar; method={mail.calendar_method}")
    return message


def _in_ascii(address: str) -> str:
    """With the domain as DNS knows it: a school may be called ``café.nl`` (RFC 5891)."""
    mailbox, _, domain = address.rpartition("@")
    return f"{mailbox}@{punycode(domain)}"


def judge(error: Exception, *, transmitting: bool) -> Outcome:
    """What an error says. Only a reply of the server tells anything once the text is on its way."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return Outcome.NOT_NOW if any(code < 500 for code in codes) else Outcome.REFUSED
    if isinstance(error, smtplib.SMTPResponseException) and 400 <= error.smtp_code < 600:
        return Outcome.NOT_NOW if error.smtp_code < 500 else Outcome.REFUSED
    if transmitting:
        return Outcome.UNKNOWN
    if isinstance(error, OSError | smtplib.SMTPException):
        return Outcome.NOT_NOW
    return Outcome.REFUSED  # it cannot be written as a mail
