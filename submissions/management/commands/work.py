"""The worker: reads what came in, sends what waits, tidies up. Rows are its queue."""

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection

from agenda import stored_events
from agenda.models import PublicRevision
from agenda.upkeep import make_renditions, renew_search_texts
from mail import outbox
from submissions import from_mail, uploads
from submissions.world import load_towns

logger = logging.getLogger(__name__)

IDLE_SECONDS = 0.5
TIDY_SECONDS = 600
FAULT_SECONDS = 5  # after a step that failed, such as a database that is away


class Command(BaseCommand):
    help = "Verwerk binnengekomen mail en verstuur uitgaande mail, tot Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop als alles gedaan is")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = Worker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        worker.run(once=once)


class Worker:
    """Steps that are each safe to repeat, and a stop that lets the present one finish."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._tidied_at = float("-inf")
        self._towns: dict[str, Any] = {}
        self._seen_revision = 0

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        self._stopping.set()

    def run(self, *, once: bool = False) -> None:
        logger.info("worker_started")
        while not self._stopping.is_set():
            close_old_connections()
            busy = False
            for step in (self._tidy, self._keep_events, self._read, self._send, make_renditions):
                busy = self._guarded(step) or busy
                if self._stopping.is_set():
                    break
            if not busy:
                if once:
                    break
                self._stopping.wait(IDLE_SECONDS)
        logger.info("worker_stopped")

    def _guarded(self, step: Callable[[], bool]) -> bool:
        """One bad row or a database that is away must not end the worker."""
        try:
            return step()
        except Exception:
            logger.exception("worker_step_failed")
            connection.close()
            self._stopping.wait(FAULT_SECONDS)
            return False

    def _keep_events(self) -> bool:
        """After a new version or a change of what many events tell; others are right already."""
        revision = PublicRevision.current().number
        if revision == self._seen_revision:
            return False
        self._seen_revision = revision
        return bool(stored_events.refresh())

    def _read(self) -> bool:
        return from_mail.process_next(self._towns)

    def _send(self) -> bool:
        sent = outbox.deliver_due(limit=10)
        if sent:
            logger.info("mails_tried count=%d", sent)
        return bool(sent)

    def _tidy(self) -> bool:
        if time.monotonic() - self._tidied_at < TIDY_SECONDS:
            return False
        self._tidied_at = time.monotonic()
        self._towns = load_towns()
        uploads.forget_stale()
        renew_search_texts()
        return bool(from_mail.rescue_failed())
