"""The ways in: a message on stdin, the LMTP listener, or a mailbox that is polled."""

import logging
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from mail import imap, lmtp
from mail.envelope import sender_of
from mail.inbound import MessageTooLarge, receive

logger = logging.getLogger(__name__)

# sysexits.h, as mail servers read them: 75 is tried again, 69 goes back to the sender.
EX_UNAVAILABLE = 69
EX_TEMPFAIL = 75


class Command(BaseCommand):
    help = "Receive mail: one message on stdin (exit 0 stored, 75 try later), --lmtp or --imap."
    # A message at the door is stored or refused for now; it is not the moment to check the site.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        way = parser.add_mutually_exclusive_group()
        way.add_argument(
            "--lmtp",
            nargs="?",
            const=f"127.0.0.1:{settings.LMTP_PORT}",
            metavar="HOST:PORT",
            help="listen for a mail server (default: 127.0.0.1 and LMTP_PORT)",
        )
        way.add_argument("--imap", action="store_true", help="poll the mailbox of IMAP_URL")
        parser.add_argument("--once", action="store_true", help="with --imap: poll once and stop")
        parser.add_argument("--sender", help="envelope sender of the message on stdin")
        parser.add_argument(
            "--recipient", action="append", default=[], help="envelope recipient (repeatable)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["lmtp"]:
            _listen(*_host_and_port(options["lmtp"]))
        elif options["imap"]:
            _poll(options["once"])
        else:
            sys.exit(_store_stdin(options["sender"], options["recipient"]))


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise CommandError(f"--lmtp: {text!r} is not HOST:PORT")
    return host.strip("[]"), int(port)


def _listen(host: str, port: int) -> None:
    try:
        lmtp.serve(host, port)
    except OSError as error:
        raise CommandError(f"--lmtp {host}:{port}: {error.strerror} (LMTP_PORT)") from error


def _poll(once: bool) -> None:
    try:
        mailbox = imap.parse_url(settings.IMAP_URL)
    except ImproperlyConfigured as error:
        raise CommandError(str(error)) from error
    if once:
        imap.poll_once(mailbox)
    else:
        imap.poll(mailbox)


def _store_stdin(sender: str | None, recipients: list[str]) -> int:
    # The texts begin with a status code, which Postfix's pipe(8) puts in what it reports.
    try:
        raw = sys.stdin.buffer.read(settings.MESSAGE_SIZE_LIMIT + 1)
        if sender is None:
            sender = sender_of(raw)
        receive(raw=raw, sender=sender, recipients=recipients, transport="pipe")
    except MessageTooLarge:
        while sys.stdin.buffer.read(2**20):  # who pipes must not meet a closed pipe
            pass
        print("5.3.4 message too large", file=sys.stderr)
        return EX_UNAVAILABLE
    except Exception:
        logger.exception("inbound_store_failed")
        print("4.3.0 try again later", file=sys.stderr)
        return EX_TEMPFAIL
    return 0
