"""Watches over the workers of the web server, in a process as small as a Python can be.

`serve` loads the site and forks its workers from itself; this program then takes its place, under
the same process number, so that the workers are still its children. The site, which the workers
change page by page as they serve, is then not kept a third time for nobody.

When a worker stops by itself, `serve` takes the place back: it starts all workers anew while those
that are left go on serving, and these are stopped once the new ones stand. So does SIGHUP. Only
what a Python has without its library is imported here.
"""

import os
import signal
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

HEARD = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD}
AT_ONCE = 5.0  # seconds: who stops sooner than that will do so again
OLD = "ACTIEWEEK_OLD_WORKERS"  # process numbers: workers to stop when the new ones stand


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def stop(workers: "Iterable[int]") -> None:
    for worker in workers:
        try:  # noqa: SIM105 - contextlib is a tenth of this program
            os.kill(worker, signal.SIGTERM)
        except ProcessLookupError:
            pass


def has_ended(child: int) -> bool:
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:  # somebody asked before
        return True


def watch(workers: set[int], others: set[int], server: list[str]) -> int:
    """Until all have stopped because of a signal; or until `server` takes over.

    `others` are workers whose end is waited for and means nothing. The signals in `HEARD` must be
    blocked. Gives the exit status.
    """
    begun, stopping = time.monotonic(), False
    heard: int = signal.SIGCHLD  # one may have stopped before this program stood
    while workers or others:
        if heard in (signal.SIGTERM, signal.SIGINT):
            stopping = True
            stop(workers | others)
        others = {other for other in others if not has_ended(other)}
        gone = {worker for worker in workers if has_ended(worker)}
        workers -= gone
        if stopping or not (gone or heard == signal.SIGHUP):
            heard = signal.sigwait(HEARD) if workers or others else heard
            continue
        if gone and time.monotonic() - begun < AT_ONCE:
            say("Een webproces stopte meteen na de start. De webserver stopt ook.")
            stop(workers)
            return 1
        if gone:
            say(f"Webproces {', '.join(map(str, sorted(gone)))} is gestopt en wordt vervangen.")
        os.environ[OLD] = " ".join(map(str, sorted(workers)))
        os.execv(server[0], server)
    return 0


def main() -> int:
    """Arguments: the workers, those to stop, `--`, and the command of the server."""
    border = sys.argv.index("--")
    told = [set(map(int, filter(None, numbers.split(",")))) for numbers in sys.argv[1:border]]
    workers, others = told
    stop(others)
    return watch(workers, others, sys.argv[border + 1 :])


if __name__ == "__main__":
    sys.exit(main())
