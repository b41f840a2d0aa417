"""The web server: granian's own command, with the site loaded before its workers are forked.

What they share of it then lies in memory once instead of once a worker, and `watch` takes the place
of the process they were forked from. Where a Python does not fork its processes (3.14 and later,
other systems), each worker loads the site itself and granian watches, as it would without this.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable
from typing import Any

import granian.cli
import granian.server
from django.conf import settings
from granian.server import MPServer

from actieweek import watch


class Server(MPServer):
    """Leaves watching the workers to a smaller program, which has the signals from then on."""

    def startup(self, *told: Any) -> None:
        # Whoever took over from `watch` comes with its signals held back; what came in the
        # meantime is heard by the handlers that are there now. Workers must not inherit this.
        self.on_startup(lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, watch.HEARD))
        super().startup(*told)

    def _serve_loop(self, *told: Any) -> None:
        own = self.reload_on_changes, self.workers_lifetime, self.workers_rss, self.metrics_enabled
        if multiprocessing.get_start_method() != "fork" or any(own):  # what only granian does
            super()._serve_loop(*told)
            return
        signal.pthread_sigmask(signal.SIG_BLOCK, watch.HEARD)
        if not self.interrupt_signal:
            hand_over(worker.inner.pid for worker in self.wrks)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, watch.HEARD)
        watch.stop(old_workers())


def hand_over(workers: Iterable[int]) -> None:
    """This process goes on as `watch`; it does not return."""
    given = [",".join(map(str, numbers)) for numbers in (workers, old_workers())]
    # Neither site-packages nor the environment: it wants nothing but what Python is made of.
    small = [sys.executable, "-I", "-S", watch.__file__, *given, "--"]
    os.execv(sys.executable, [*small, sys.executable, *sys.orig_argv[1:]])


def old_workers() -> list[int]:
    """Of the server that this one takes over from."""
    return [int(number) for number in os.environ.get(watch.OLD, "").split()]


def load() -> None:
    """Everything that the first request would load; nothing that may not be forked."""
    from django.db import connections
    from django.template.loader import get_template
    from django.urls import get_resolver

    import actieweek.wsgi
    from agenda.bouquet import draw_everything

    assert actieweek.wsgi.application
    get_resolver().url_patterns  # noqa: B018 - reads every module of views
    folder = settings.BASE_DIR / "templates"
    for path in folder.rglob("*.html"):
        get_template(str(path.relative_to(folder)))
    draw_everything()
    connections.close_all()
    gc.collect()
    gc.freeze()  # the collector of a worker leaves these pages alone, so they stay shared


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "actieweek.settings")
    try:
        load()
    except Exception:
        if old := old_workers():  # they serve on: better the site of before than none
            sys.excepthook(*sys.exc_info())
            os.environ.pop(watch.OLD)
            hand_over(old)
        raise
    if granian.server.Server is MPServer:  # a Python without a lock has workers that are threads
        vars(granian.cli)["Server"] = Server
    granian.cli.entrypoint()


if __name__ == "__main__":
    main()
