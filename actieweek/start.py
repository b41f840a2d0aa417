"""A trial of everything on one machine: prepares, serves web, mail door and worker until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from actieweek.prepare import DEMO_EDITOR, DEMO_PASSWORD, say
from actieweek.supervisor import Stopped, Supervisor, procfile

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"
START_SECONDS = 60

BLOCK = """
────────────────────────────────────────────────────────────────
  De Actieweek draait.

  Site        http://{host}:{PORT}/
  Aanmelden   http://{host}:{PORT}/aanmelden/
  Redactie    http://{host}:{PORT}/redactie/
{login}
  Maildeur    {host}:{LMTP_PORT} (LMTP), adres {INTAKE_ADDRESS}
  Gegevens    {DATA_DIR}

  Stoppen met Ctrl-C.
────────────────────────────────────────────────────────────────
"""


def main() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends the preparation too
    try:
        return run()
    except ImproperlyConfigured as error:
        return give_up(str(error))
    except KeyboardInterrupt:
        return 0


def run() -> int:
    from actieweek import settings  # here, so that main() can tell which variable is wrong

    told = {
        name: str(getattr(settings, name))
        for name in ("PORT", "LMTP_PORT", "INTAKE_ADDRESS", "DATA_DIR")
    }
    for variable in ("PORT", "LMTP_PORT"):
        if not is_free(int(told[variable])) or told["PORT"] == told["LMTP_PORT"]:
            return give_up(
                f"poort {told[variable]} is al in gebruik. Kies een andere met {variable}, "
                f"bijvoorbeeld: make run {variable}={int(told[variable]) + 10}"
            )
    environment = process_environment(told)
    prepared = subprocess.run(
        [sys.executable, "-m", "actieweek.prepare"], cwd=ROOT, env=environment, check=False
    )
    if prepared.returncode:
        return give_up("de voorbereiding is mislukt; de melding staat hierboven.")
    login = "" if settings.PRODUCTION else demo_login(settings.DATA_DIR)
    return serve(told, environment, login)


def process_environment(told: Mapping[str, str]) -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, **told, "PATH": path, "PYTHONUNBUFFERED": "1"}


def serve(told: Mapping[str, str], environment: Mapping[str, str], login: str) -> int:
    commands = procfile(ROOT / "Procfile", told)
    web, door = int(told["PORT"]), int(told["LMTP_PORT"])
    try:
        with Supervisor(commands, environment) as processes:
            say(f"wachten tot de site (poort {web}) en de maildeur (poort {door}) antwoorden")
            if not processes.wait_until(lambda: answers(web) and greets(door), START_SECONDS):
                raise Stopped(f"na {START_SECONDS} seconden is er nog geen antwoord")
            print(BLOCK.format(host=LOOPBACK, login=login, **told), flush=True)
            while True:
                processes.tick()
    except Stopped as reason:
        if str(reason):
            return give_up(str(reason))
    print("Alles is gestopt.", flush=True)
    return 0


def demo_login(data_dir: Path) -> str:
    password = (data_dir / DEMO_PASSWORD).read_text().strip()
    return f"  Inloggen    {DEMO_EDITOR}\n  Wachtwoord  {password}"


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the servers do: what an earlier start left in TIME_WAIT does not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/healthz", timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def greets(port: int) -> bool:
    try:
        with socket.create_connection((LOOPBACK, port), timeout=5) as connection:
            return connection.recv(3) == b"220"
    except OSError:
        return False


def give_up(text: str) -> int:
    print(f"\nHet lukt niet: {text}", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
